package io.tandem.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tandem.gateway.Tandem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * {@code tandem …} in a process of its own, on this test's class path. Signals go to its own handle or id only; it is
 * killed when closed.
 */
public final class TandemProcess implements AutoCloseable {

    private static final String LISTENS = "Tandem listens on ";
    private static final Duration STARTS_WITHIN = Duration.ofSeconds(120);

    private final Process process;
    private final Path out;
    private final Path errors;
    private volatile boolean serving;

    private TandemProcess(Process process, Path out, Path errors) {
        this.process = process;
        this.out = out;
        this.errors = errors;
    }

    /**
     * Starts the program and does not wait for it.
     *
     * @param folder its working directory; what it prints goes to files in there
     * @param environment all the TANDEM_ variables it sees, and more of any name
     */
    public static TandemProcess run(Path folder, Map<String, String> environment, String... arguments) {
        return run(Tandem.class, folder, environment, arguments);
    }

    private static TandemProcess run(Class<?> main, Path folder, Map<String, String> environment, String... arguments) {
        try {
            Path out = Files.createTempFile(folder, "tandem", ".out");
            Path errors = Files.createTempFile(folder, "tandem", ".err");
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    // Starts sooner; what it runs is over before the second compiler would pay.
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Xmx512m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    main.getName()));
            command.addAll(List.of(arguments));
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(errors.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("TANDEM_"));
            builder.environment().putAll(environment);
            return new TandemProcess(builder.start(), out, errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts {@code tandem serve} on any port, with the tests' operator, and does not wait for it. */
    public static TandemProcess launch(Map<String, String> environment, Path folder) {
        return launch(Tandem.class, environment, folder);
    }

    /** As {@link #launch(Map, Path)}, of a program that does the same and more. */
    public static TandemProcess launch(Class<?> main, Map<String, String> environment, Path folder) {
        Map<String, String> all = GatewayUnderTest.settings();
        all.putAll(environment);
        return run(main, folder, all, "serve");
    }

    /** Starts one and returns when it serves. */
    public static TandemProcess serve(Map<String, String> environment, Path folder) {
        TandemProcess serve = launch(environment, folder);
        try {
            serve.awaitServing();
        } catch (Throwable failed) {
            serve.close();
            throw failed;
        }
        return serve;
    }

    /** Returns when it serves. */
    public void awaitServing() {
        await().atMost(STARTS_WITHIN)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> isServing() || !process.isAlive());
        assertThat(isServing()).as(errors()).isTrue();
    }

    /** Whether it has said that it serves. */
    public boolean isServing() {
        serving = serving || output().contains(LISTENS);
        return serving;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Speaks to it without credentials. */
    public Api api() {
        String line = output().lines()
                .filter(printed -> printed.startsWith(LISTENS))
                .findFirst()
                .orElseThrow();
        return new Api(URI.create(line.substring(LISTENS.length()).strip()), Map.of());
    }

    /** SIGKILL; returns when it is gone. */
    public void kill() {
        process.destroyForcibly();
        exit(Duration.ofSeconds(10));
    }

    /** SIGTERM; the answer is the exit code. */
    public int terminate(Duration within) {
        process.destroy();
        return exit(within);
    }

    /** SIGCONT. */
    public void resume() {
        try {
            Process kill = new ProcessBuilder("kill", "-CONT", String.valueOf(process.pid())).start();
            assertThat(kill.waitFor()).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits for it to end by itself; the answer is the exit code. */
    public int exit(Duration within) {
        try {
            assertThat(process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS))
                    .as("ends within %s; it said: %s", within, errors())
                    .isTrue();
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What it has said to standard output so far. */
    public String output() {
        return read(out);
    }

    /** What it has said to standard error so far. */
    public String errors() {
        return read(errors);
    }

    @Override
    public void close() {
        kill();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
