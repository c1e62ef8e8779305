package io.tandem.persistence;

import io.micronaut.context.ApplicationContext;
import io.micronaut.core.type.Argument;
import io.tandem.campaigns.model.Stored;
import io.tandem.campaigns.ports.ObjectStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * A database with the gateway's tables and the stores on it, one of each kind a JVM. On PostgreSQL the tables belong to
 * a superuser and the stores work as a role without rights on anything but rows, so that row-level security is real.
 */
final class TestDatabase {

    static final String ROLE = "tandem_gateway";
    static final String ROLE_PASSWORD = "secret";

    private final ApplicationContext context;

    private TestDatabase(Map<String, Object> properties) {
        context = ApplicationContext.run(properties);
    }

    static TestDatabase h2() {
        return H2.DATABASE;
    }

    static TestDatabase postgres() {
        return Postgres.DATABASE;
    }

    /** A new one on a file of H2; the caller closes it. */
    static TestDatabase h2File(Path directory) {
        return new TestDatabase(new DatabaseSettings(null, null, null, null, null, directory).properties());
    }

    static DatabaseSettings postgresSettings() {
        return new DatabaseSettings(
                Postgres.SERVER.getJdbcUrl("postgres", "postgres").replaceAll("\\?.*", ""),
                ROLE,
                ROLE_PASSWORD,
                "postgres",
                "postgres",
                Path.of("."));
    }

    boolean isPostgres() {
        return this == Postgres.DATABASE;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @SuppressWarnings("unchecked")
    <T extends Stored> ObjectStore<T> objects(Class<T> type) {
        return (ObjectStore<T>) context.getBean(Argument.of(ObjectStore.class, type));
    }

    /** A connection of the gateway's own role, outside all stores. */
    Connection connect() throws SQLException {
        String user = context.getProperty("datasources.default.username", String.class)
                .orElseThrow();
        String password = context.getProperty("datasources.default.password", String.class)
                .orElseThrow();
        return DriverManager.getConnection(
                context.getProperty("datasources.default.url", String.class).orElseThrow(), user, password);
    }

    /** Runs a statement as the tables' owner. */
    void asOwner(String sql) throws SQLException {
        try (Connection owner =
                        isPostgres() ? Postgres.SERVER.getPostgresDatabase().getConnection() : connect();
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    void close() {
        context.close();
    }

    private static final class H2 {
        private static final TestDatabase DATABASE = new TestDatabase(
                new DatabaseSettings("jdbc:h2:mem:stores", null, null, null, null, Path.of(".")).properties());
    }

    private static final class Postgres {
        private static final EmbeddedPostgres SERVER = start();
        private static final TestDatabase DATABASE =
                new TestDatabase(postgresSettings().properties());

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder().start();
                try (Connection owner = server.getPostgresDatabase().getConnection();
                        Statement statement = owner.createStatement()) {
                    statement.execute("CREATE ROLE " + ROLE + " LOGIN PASSWORD '" + ROLE_PASSWORD + "'");
                }
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
