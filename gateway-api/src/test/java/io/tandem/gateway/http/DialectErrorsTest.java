package io.tandem.gateway.http;

import static io.tandem.gateway.Http.bearer;
import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.gateway.Http;
import io.tandem.gateway.TestGateway;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DialectErrorsTest {

    private static final int OVER_10_MIB = (10 << 20) + 1;

    @RegisterExtension
    static final TestGateway GATEWAY = TestGateway.unlimited();

    private static TestGateway.Tenant tenant;
    private static String[] voipbin;
    private static String[] autocall;

    private final Http http = GATEWAY.http();

    @BeforeAll
    static void makeTenant() {
        tenant = GATEWAY.tenant();
        voipbin = bearer(tenant.accessKey());
        autocall = bearer(GATEWAY.autocallToken(tenant));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1.0/nope",
        "GET, /v1.0",
        "GET, /auth/nope",
        "GET, /v1.0/auth/login",
        "PATCH, /v1.0/accesskeys",
        "DELETE, /v1.0/me",
        "BREW, /v1.0/me",
        "OPTIONS, /v1.0/me"
    })
    void answersAnUnknownRouteOfV10WithItsEnvelope(String method, String path) {
        Http.Answer answer = http.send(method, path, "");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.at("/error/status")).isEqualTo("NOT_FOUND");
        assertThat(answer.at("/error/reason")).isEqualTo("ROUTE_NOT_FOUND");
        assertThat(answer.header("X-Request-Id")).contains(answer.at("/error/request_id"));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v3/nope, 404, Not Found",
        "GET, /v3, 404, Not Found",
        "GET, /v1/nope, 404, Not Found",
        "GET, /v3/auth/token, 405, Method Not Allowed",
        "BREW, /v3/auth/token, 405, Method Not Allowed",
        "OPTIONS, /v3/auth, 405, Method Not Allowed"
    })
    void answersAnUnknownRouteOfV3WithItsShape(String method, String path, int status, String text) {
        Http.Answer answer = http.send(method, path, "");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).isEqualTo("{\"error\":\"" + text + "\"}");
        assertThat(answer.contentType()).startsWith("application/json");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /nope, 404",
        "GET, /v1.00/x, 404",
        "GET, /v30, 404",
        "PUT, /admin/tenants, 405",
        "GET, /gateway, 404"
    })
    void answersEveryOtherUnknownRouteWithAProblem(String method, String path, int status) {
        Http.Answer answer = http.send(method, path, "");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        assertThat(answer.at("/title")).isNotEmpty();
    }

    @Test
    void hidesWhatWentWrongUnexpectedly() {
        Http.Answer v10 = http.get("/v1.0/probe-failure", voipbin);
        Http.Answer v3 = http.get("/v3/probe-failure", autocall);
        Http.Answer own = http.get("/gateway/probe-failure", autocall);

        assertThat(v10.status()).isEqualTo(500);
        assertThat(v10.at("/error/reason")).isEqualTo("INTERNAL");
        assertThat(v3.status()).isEqualTo(500);
        assertThat(v3.body()).isEqualTo("{\"error\":\"Internal Server Error\"}");
        assertThat(own.status()).isEqualTo(500);
        assertThat(own.contentType()).startsWith("application/problem+json");
        assertThat(v10.body() + v3.body() + own.body()).doesNotContain("probe", "Exception", "at io.");
    }

    @Test
    void saysThatAThingIsMissingInEachShape() {
        String id = tenant.id().toString();

        assertThat(http.get("/v1.0/probe/" + id, voipbin).at("/error/reason")).isEqualTo("CAMPAIGN_NOT_FOUND");
        assertThat(http.get("/v3/probe/" + id, autocall).body()).isEqualTo("{\"error\":\"Not Found\"}");
        assertThat(http.get("/gateway/probe/" + id, autocall).at("/detail")).isEqualTo("there is no such campaign");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "%25ZZ", "00000000-0000-0000-0000-000000000000", "a%2Fb", "1-1-1-1-1"})
    void takesAnIdThatIsNoUuidForOneThatIsNotThere(String id) {
        Http.Answer v3 = http.get("/v3/probe/" + id, autocall);
        Http.Answer own = http.get("/gateway/probe/" + id, autocall);

        assertThat(v3.status()).isEqualTo(404);
        assertThat(v3.body()).isEqualTo("{\"error\":\"Not Found\"}");
        assertThat(own.status()).isEqualTo(404);
    }

    @Test
    void namesAQueryParameterThatCannotBeRead() {
        Http.Answer v10 = http.get("/v1.0/probe-number?size=x", voipbin);
        Http.Answer v3 = http.get("/v3/probe-number?size=x", autocall);

        assertThat(v10.status()).isEqualTo(400);
        assertThat(v10.at("/error/reason")).isEqualTo("INVALID_REQUEST_PARAMETER");
        assertThat(v10.at("/error/message")).contains("size");
        assertThat(v3.status()).isEqualTo(400);
        assertThat(v3.body()).contains("size");
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        byte[] large = new byte[OVER_10_MIB];
        Arrays.fill(large, (byte) ' ');
        String[] v3 = {autocall[0], autocall[1], "Content-Type", "application/json"};
        String[] v10 = {voipbin[0], voipbin[1], "Content-Type", "application/json"};

        Http.Answer fromV3 = http.send("POST", "/v3/probe", BodyPublishers.ofByteArray(large), v3);
        Http.Answer fromV10 = http.send("POST", "/v1.0/probe", BodyPublishers.ofByteArray(large), v10);

        assertThat(fromV3.status()).isEqualTo(413);
        assertThat(fromV3.body()).isEqualTo("{\"error\":\"Request Entity Too Large\"}");
        assertThat(fromV10.status()).isEqualTo(400);
        assertThat(fromV10.at("/error/reason")).isEqualTo("INVALID_JSON_BODY");
    }

    @Test
    void takesABodyUpToTheLimit() {
        String text = "x".repeat((10 << 20) - 100);

        Http.Answer answer = http.post("/v3/probe", "{\"a\":\"" + text + "\"}", autocall);

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void givesBackWhatItRead() {
        String body = "{\"b\":5.0,\"a\":[null,\"Đỗ \\u0001\"],\"n\":12345678901234567890}";

        assertThat(http.post("/v3/probe", body, autocall).body()).isEqualTo(body);
        assertThat(http.post("/gateway/probe", body, voipbin).body()).isEqualTo(body);
    }

    @Test
    void readsNoBodyOfSomebodyUnknown() {
        assertThat(http.post("/v3/probe", "{").status()).isEqualTo(401);
        assertThat(http.post("/v1.0/probe", "{").status()).isEqualTo(401);
    }

    @Test
    void neverMindsTheAcceptHeader() {
        assertThat(http.get("/v1.0/me", "Accept", "image/png", voipbin[0], voipbin[1])
                        .status())
                .isEqualTo(200);
        assertThat(http.get("/v3/probe", "Accept", "text/html", autocall[0], autocall[1])
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /v3/probe/%ZZ HTTP/1.1 | 401 | {\"error\":\"Unauthorized\"}",
                "GET /v3/%ZZ HTTP/1.1 | 404 | {\"error\":\"Not Found\"}",
                "GET /v3/auth/token?x=%Z HTTP/1.1 | 405 | {\"error\":\"Method Not Allowed\"}",
                "GET /v1.0/{x}%4 HTTP/1.1 | 404 | ROUTE_NOT_FOUND",
                "GET /v1.0/me?token=%00 HTTP/1.1 | 401 | INVALID_CREDENTIALS",
                "GET /v1.0/../admin/tenants HTTP/1.1 | 404 | ROUTE_NOT_FOUND",
                "GET //admin//tenants HTTP/1.1 | 404 | ",
                "GET /%61dmin/tenants HTTP/1.1 | 40 | ",
                "GET /admin/tenants/ HTTP/1.1 | 401 | ",
                "GET /admin%2Ftenants HTTP/1.1 | 404 | ",
                "HEAD /v1.0/me HTTP/1.1 | 401 | ",
                "HEAD /v3/nope HTTP/1.1 | 404 | ",
                "HEAD /ping HTTP/1.1 | 200 | ",
                "OPTIONS * HTTP/1.1 | 4 | "
            })
    void neverAnswersAStrangeRequestWithAFault(String line, String status, String text) throws IOException {
        String answer = raw(line);

        assertThat(answer).startsWith("HTTP/1.1 " + status);
        assertThat(answer).contains(text == null ? "" : text);
    }

    @Test
    void refusesATargetThatIsTooLong() throws IOException {
        assertThat(raw("GET /v1.0/" + "a".repeat(100_000) + " HTTP/1.1")).matches("(?s)HTTP/1\\.[01] 41.*");
    }

    private static String raw(String line) throws IOException {
        try (Socket socket = new Socket("localhost", GATEWAY.running().port())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(
                    (line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
