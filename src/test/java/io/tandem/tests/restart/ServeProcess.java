package io.tandem.tests.restart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tandem.gateway.Tandem;
import io.tandem.tests.Api;
import io.tandem.tests.GatewayUnderTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code tandem serve} in a process of its own, on this test's class path. It is ended by its own handle only. */
final class ServeProcess implements AutoCloseable {

    private static final String LISTENS = "Tandem listens on ";
    private static final Duration STARTS_WITHIN = Duration.ofSeconds(120);

    private final Process process;
    private final Path out;
    private final Path errors;

    private ServeProcess(Process process, Path out, Path errors) {
        this.process = process;
        this.out = out;
        this.errors = errors;
    }

    /**
     * Starts one and does not wait for it.
     *
     * @param environment its settings, none of this process's among them
     * @param folder its working directory; what it prints goes to files in there
     */
    static ServeProcess launch(Map<String, String> environment, Path folder) {
        try {
            Path out = Files.createTempFile(folder, "serve", ".out");
            Path errors = Files.createTempFile(folder, "serve", ".err");
            ProcessBuilder builder = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            // Starts sooner; what it runs is over before the second compiler would pay.
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-Xmx512m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Tandem.class.getName(),
                            "serve"))
                    .directory(folder.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(errors.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("TANDEM_"));
            builder.environment().put("TANDEM_PORT", "0");
            builder.environment().put("TANDEM_OPERATOR_TOKEN", GatewayUnderTest.OPERATOR);
            builder.environment().put("TANDEM_RATE_LIMITS", "off");
            builder.environment().putAll(environment);
            return new ServeProcess(builder.start(), out, errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts one and returns when it serves. */
    static ServeProcess serve(Map<String, String> environment, Path folder) {
        ServeProcess serve = launch(environment, folder);
        try {
            await().atMost(STARTS_WITHIN)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> read(serve.out).contains(LISTENS) || !serve.process.isAlive());
            assertThat(read(serve.out)).as(serve.errors()).contains(LISTENS);
        } catch (Throwable failed) {
            serve.close();
            throw failed;
        }
        return serve;
    }

    /** Speaks to it without credentials. */
    Api api() {
        String line = read(out)
                .lines()
                .filter(printed -> printed.startsWith(LISTENS))
                .findFirst()
                .orElseThrow();
        return new Api(URI.create(line.substring(LISTENS.length()).strip()), Map.of());
    }

    /** SIGKILL. */
    void kill() {
        process.destroyForcibly();
        exit(Duration.ofSeconds(10));
    }

    /** SIGTERM; the answer is the exit code. */
    int terminate(Duration within) {
        process.destroy();
        return exit(within);
    }

    /** Waits for it to end by itself; the answer is the exit code. */
    int exit(Duration within) {
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

    /** What it has said to standard error so far. */
    String errors() {
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
