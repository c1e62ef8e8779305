package io.tandem.persistence;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.tandem.campaigns.ports.StoreUnavailable;
import jakarta.annotation.PreDestroy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that one gateway process at most runs on a PostgreSQL database: takes a session's advisory lock at start,
 * on a connection of its own, and holds it until the process ends. (A file of H2 locks itself.)
 *
 * <p>This refuses a second process that is started by mistake. If the database itself restarts, the lock is gone with
 * the session, and it is the fences that keep a second process from claiming beside this one.
 *
 * @see io.tandem.campaigns.ports.SchedulerStore#takeOver
 */
@Context
@Requires(property = "datasources.default.url", pattern = "jdbc:postgresql:.*")
public final class OneGateway implements AutoCloseable {

    /** "tandem" in ASCII. */
    static final long LOCK = 0x74616e64656dL;

    /** The session of a process that was just killed is closed by the server within this time. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final Connection connection;

    OneGateway(
            @Property(name = "datasources.default.url") String url,
            @Nullable @Property(name = "datasources.default.username") String user,
            @Nullable @Property(name = "datasources.default.password") String password) {
        try {
            connection = DriverManager.getConnection(url, credentials(user, password));
        } catch (SQLException e) {
            throw new StoreUnavailable("The database cannot be reached: " + e.getMessage(), e);
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET lock_timeout = " + PATIENCE.toMillis());
            statement.execute("SELECT pg_advisory_lock(" + LOCK + ")");
        } catch (SQLException e) {
            close();
            if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                throw new DatabaseInUse(e);
            }
            throw Faults.of(e);
        }
    }

    private static Properties credentials(@Nullable String user, @Nullable String password) {
        Properties credentials = new Properties();
        if (user != null) {
            credentials.setProperty("user", user);
        }
        if (password != null) {
            credentials.setProperty("password", password);
        }
        return credentials;
    }

    /** Lets the next process in. */
    @Override
    @PreDestroy
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // The session is gone, and the lock with it: what was wanted.
        }
    }
}
