package io.tandem.tests;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;

/** A fresh database for one gateway, as the settings that lead to it. */
public enum Database {
    H2 {
        @Override
        public Map<String, String> fresh() {
            return Map.of("TANDEM_DB_URL", "jdbc:h2:mem:" + UUID.randomUUID());
        }
    },
    /** With two roles, so that the gateway's own is bound by row-level security. */
    POSTGRES {
        @Override
        public Map<String, String> fresh() {
            String name = "t" + UUID.randomUUID().toString().replace("-", "");
            return Server.RUNNING.database(name);
        }
    };

    /** Settings of a database that nobody has used. */
    public abstract Map<String, String> fresh();

    /** Settings of an H2 database in a folder, new or left by another process. */
    public static Map<String, String> h2File(Path folder) {
        return Map.of("TANDEM_DB_URL", "jdbc:h2:file:" + folder.resolve("tandem"));
    }

    /** One PostgreSQL server for all tests of this process; it ends with the process. */
    private static final class Server {

        static final Server RUNNING = new Server();

        private static final String ROLE = "tandem_app";

        private final EmbeddedPostgres postgres;

        private Server() {
            try {
                postgres = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("max_connections", "300")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            run("CREATE ROLE " + ROLE + " LOGIN PASSWORD 'app'");
        }

        Map<String, String> database(String name) {
            run("CREATE DATABASE " + name);
            return Map.of(
                    "TANDEM_DB_URL", "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + name,
                    "TANDEM_DB_USER", ROLE,
                    "TANDEM_DB_PASSWORD", "app",
                    "TANDEM_DB_OWNER_USER", "postgres",
                    "TANDEM_DB_OWNER_PASSWORD", "postgres");
        }

        private void run(String sql) {
            try (Connection connection = postgres.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
