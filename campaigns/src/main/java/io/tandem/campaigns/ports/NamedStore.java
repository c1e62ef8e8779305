package io.tandem.campaigns.ports;

import io.tandem.campaigns.model.Stored;
import io.tandem.campaigns.model.TenantId;
import java.util.Optional;

/**
 * Objects of a kind whose living ones have names of their own, compared trimmed: {@link #insert} and {@link #update}
 * fail with {@link NameReserved} when another one has the name.
 *
 * @param <T> the kind
 */
public interface NamedStore<T extends Stored> extends ObjectStore<T> {

    /** The living object of that name. */
    Optional<T> named(TenantId tenant, String name);

    /**
     * Another living object of the kind bears the name that was written, trimmed. Of two that
     * commit the same one, the second fails with it.
     */
    final class NameReserved extends RuntimeException {
        public NameReserved(Throwable cause) {
            super("the name is another object's", cause);
        }
    }
}
