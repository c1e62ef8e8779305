package io.tandem.tests.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.tests.TandemProcess;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code tandem serve} from start to SIGTERM, and the sentences of its refusals. */
class ServeTest {

    private static final Duration IN_TIME = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    @Test
    void servesUntilSigtermAndKeepsItsData() throws IOException, InterruptedException {
        Map<String, String> settings = Map.of("TANDEM_PORT", "0", "TANDEM_OPERATOR_TOKEN", "op");
        String tenant;
        try (TandemProcess first = TandemProcess.run(directory, settings, "serve")) {
            String url = address(first);

            assertThat(send(HttpRequest.newBuilder(URI.create(url + "/ping"))).body())
                    .isEqualTo("{\"message\":\"pong\"}");
            tenant = send(HttpRequest.newBuilder(URI.create(url + "/admin/tenants"))
                            .header("Authorization", "Bearer op")
                            .POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"kept\"}")))
                    .body();

            assertThat(first.terminate(IN_TIME)).isZero();
            assertThat(first.errors()).doesNotContain("ERROR", "Exception");
        }
        assertThat(directory.resolve("data")).isDirectory();
        try (TandemProcess second = TandemProcess.run(directory, settings, "serve")) {
            String listed = send(HttpRequest.newBuilder(URI.create(address(second) + "/admin/tenants"))
                            .header("Authorization", "Bearer op"))
                    .body();

            assertThat(listed).contains("\"name\":\"kept\"");
            assertThat(tenant).contains("\"tenant_id\"");
        }
    }

    @Test
    void saysThatThePortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            String port = Integer.toString(taken.getLocalPort());

            assertRefused(
                    Map.of("TANDEM_PORT", port, "TANDEM_DB_URL", memory()),
                    "Port " + port + " is taken: set TANDEM_PORT to a free one, or to 0 for any.");
        }
    }

    @Test
    void saysThatTheDatabaseIsNotThere() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }

        assertRefused(
                Map.of("TANDEM_PORT", "0", "TANDEM_DB_URL", "jdbc:postgresql://localhost:" + closed + "/tandem"),
                "The database cannot be used: ");
    }

    @Test
    void saysThatAnotherGatewayHasTheFile() {
        Map<String, String> settings = Map.of("TANDEM_PORT", "0");
        try (TandemProcess first = TandemProcess.run(directory, settings, "serve")) {
            address(first);

            assertRefused(settings, "The database cannot be used: ");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "TANDEM_PORT, x, TANDEM_PORT must be",
        "TANDEM_DB_URL, mysql://x, TANDEM_DB_URL cannot be used.",
        "TANDEM_CLOCK, x, TANDEM_CLOCK must be"
    })
    void namesTheSettingThatIsWrong(String name, String value, String sentence) {
        assertRefused(Map.of(name, value), sentence);
    }

    private void assertRefused(Map<String, String> settings, String sentence) {
        try (TandemProcess program = TandemProcess.run(directory, settings, "serve")) {
            assertThat(program.exit(IN_TIME)).isEqualTo(1);
            assertThat(program.errors().strip())
                    .startsWith(sentence)
                    .endsWith(".")
                    .doesNotContain("\n");
        }
    }

    private static String address(TandemProcess program) {
        program.awaitServing();
        String line = program.output().lines().findFirst().orElseThrow();
        assertThat(line).matches("Tandem listens on http://localhost:\\d+");
        return line.substring(line.indexOf("http"));
    }

    private static String memory() {
        return "jdbc:h2:mem:" + UUID.randomUUID();
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
