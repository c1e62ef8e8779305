package io.tandem.gateway;

import com.zaxxer.hikari.pool.HikariPool;
import io.tandem.campaigns.ports.StoreUnavailable;
import java.net.BindException;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/** The gateway cannot start; the message is a sentence for the operator. */
public final class StartFailure extends RuntimeException {

    private StartFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /**
     * What to tell the operator of {@code thrown}: the sentence of a {@link BadSetting} within it, or one about the port
     * or the database; anything else is returned as it is.
     */
    static RuntimeException explain(RuntimeException thrown, Settings settings) {
        BadSetting setting = within(thrown, BadSetting.class);
        if (setting != null) {
            return setting;
        }
        if (within(thrown, BindException.class) != null) {
            return new StartFailure(
                    "Port " + settings.port() + " is taken: set TANDEM_PORT to a free one, or to 0 for any.", thrown);
        }
        Throwable database = within(thrown, StoreUnavailable.class);
        if (database == null) {
            database = within(thrown, HikariPool.PoolInitializationException.class);
        }
        if (database == null) {
            database = within(thrown, FlywayException.class);
        }
        if (database != null) {
            return new StartFailure("The database cannot be used: " + sentence(database), thrown);
        }
        return thrown;
    }

    /** The first line of what the innermost cause says: drivers go on with advice for programmers. */
    private static String sentence(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message =
                String.valueOf(cause.getMessage()).strip().lines().findFirst().orElse("no reason given");
        return message.endsWith(".") ? message : message + ".";
    }

    private static <T extends Throwable> @Nullable T within(Throwable thrown, Class<T> type) {
        Throwable cause = thrown;
        while (cause != null) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
            cause = cause.getCause();
        }
        return null;
    }
}
