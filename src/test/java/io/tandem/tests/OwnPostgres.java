package io.tandem.tests;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A PostgreSQL server of one test's own, which may be stopped as by a crash and started again: unlike the one that tests
 * share, it has a commit on disk before it says so.
 */
public final class OwnPostgres implements AutoCloseable {

    private static final String NAME = "tandem";

    private final Path folder;
    private final Path pgCtl;
    private final int port;

    /** Makes one in a folder that does not exist yet, and starts it. */
    public OwnPostgres(Path folder) {
        this.folder = folder;
        try {
            EmbeddedPostgres unpacked = EmbeddedPostgres.builder()
                    .setDataDirectory(folder)
                    .setCleanDataDirectory(false)
                    .start();
            pgCtl = program(folder).resolveSibling("pg_ctl");
            unpacked.close();
            try (ServerSocket free = new ServerSocket(0)) {
                port = free.getLocalPort();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start();
        run("postgres", "CREATE ROLE tandem_app LOGIN PASSWORD 'app'");
        run("postgres", "CREATE DATABASE " + NAME);
    }

    /** Of the server that runs on that folder. */
    private static Path program(Path folder) throws IOException {
        long pid = Long.parseLong(
                Files.readAllLines(folder.resolve("postmaster.pid")).get(0).strip());
        return ProcessHandle.of(pid)
                .flatMap(server -> server.info().command())
                .map(Path::of)
                .orElseThrow(() -> new IllegalStateException("the server does not say what it runs"));
    }

    /** Settings that lead to its database, with two roles. */
    public Map<String, String> settings() {
        return Map.of(
                "TANDEM_DB_URL", url(NAME),
                "TANDEM_DB_USER", "tandem_app",
                "TANDEM_DB_PASSWORD", "app",
                "TANDEM_DB_OWNER_USER", "postgres",
                "TANDEM_DB_OWNER_PASSWORD", "postgres");
    }

    private String url(String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database;
    }

    /** Starts it after a stop; it recovers first. */
    public void start() {
        control(
                "start",
                "-l",
                folder.resolve("server.log").toString(),
                "-o",
                "-p " + port + " -c fsync=on -c synchronous_commit=on -c max_connections=200"
                        + " -c unix_socket_directories='' -c timezone=UTC");
    }

    /** All its processes abort, in the middle of whatever they do: {@code pg_ctl stop -m immediate}. */
    public void stopImmediately() {
        control("stop", "-m", "immediate");
    }

    private void control(String verb, String... more) {
        List<String> command = new ArrayList<>();
        // It refuses to run as root.
        if (LinuxUtils.isUnshareAvailable()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(pgCtl.toString(), verb, "-w", "-D", folder.toString()));
        command.addAll(List.of(more));
        try {
            Path said = Files.createTempFile("pg_ctl", ".out");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command + ": " + Files.readString(said));
            }
            Files.delete(said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The number that a query of the gateway's database finds, as its superuser; {@code ?} is an instant. */
    public long number(String sql, Instant at) {
        try (Connection connection = DriverManager.getConnection(url(NAME), "postgres", "postgres");
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, at.atOffset(ZoneOffset.UTC));
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void run(String database, String sql) {
        try (Connection connection = DriverManager.getConnection(url(database), "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (Files.exists(folder.resolve("postmaster.pid"))) {
            stopImmediately();
        }
    }
}
