package io.tandem.campaigns.ports;

import io.tandem.campaigns.model.TenantId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The references that clients gave to calls they pushed. Every method belongs inside {@link Transactions#inTenant}. */
public interface CallReferenceStore {

    /** What a reference stands for: the id of the first attempt, and the target. */
    record Reference(UUID call, UUID target) {}

    /**
     * Gives the reference this meaning unless one younger than {@code freeBefore} has it; an older one gives way.
     *
     * @return false if it is taken
     */
    boolean take(TenantId tenant, String reference, Reference meaning, Instant now, Instant freeBefore);

    Optional<Reference> find(TenantId tenant, String reference);
}
