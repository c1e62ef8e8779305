package io.tandem.gateway.voipbin;

import static io.tandem.gateway.Http.bearer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.gateway.Http;
import io.tandem.gateway.TestGateway;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessKeysTest {

    private static final String KEYS = "/v1.0/accesskeys";

    @RegisterExtension
    static final TestGateway GATEWAY = TestGateway.unlimited();

    private static TestGateway.Tenant tenant;
    private static String[] me;

    private final Http http = GATEWAY.http();

    @BeforeAll
    static void makeTenant() {
        tenant = GATEWAY.tenant();
        me = bearer(tenant.accessKey());
    }

    @Test
    void showsTheSecretOnceAndItWorks() {
        Http.Answer made = http.post(KEYS, "{\"name\":\"ci\",\"detail\":\"d\",\"expire\":86400}", me);

        assertThat(made.status()).isEqualTo(200);
        String secret = made.at("/token");
        assertThat(secret).matches("vb_[A-Za-z0-9]{32}").startsWith(made.at("/token_prefix"));
        assertThat(made.at("/token_prefix")).hasSize(11);
        assertThat(made.at("/customer_id")).isEqualTo(tenant.id().toString());
        Http.Answer read = http.get(KEYS + "/" + made.at("/id"), bearer(secret));
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.json().has("token")).isFalse();
        assertThat(read.at("/name")).isEqualTo("ci");
    }

    @Test
    void speaksBothWireVersions() {
        String id = made("{\"name\":\"v\",\"expire\":86400}").path("id").asText();

        JsonNode old = http.get(KEYS + "/" + id, me).json();
        JsonNode recent = http.get(
                        KEYS + "/" + id, "Authorization", "Bearer " + tenant.accessKey(), "VoIPbin-Version", "2026-08")
                .json();

        assertThat(old.path("tm_create").asText()).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{6}");
        assertThat(old.path("tm_delete").asText()).isEqualTo("9999-01-01 00:00:00.000000");
        assertThat(recent.path("tm_create").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
        assertThat(recent.path("tm_delete").isNull()).isTrue();
    }

    @Test
    void refusesAnUnknownWireVersion() {
        Http.Answer answer =
                http.get(KEYS, "Authorization", "Bearer " + tenant.accessKey(), "VoIPbin-Version", "2030-01");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/error/reason")).isEqualTo("INVALID_ARGUMENT");
        assertThat(answer.at("/error/message")).contains("2022-10", "2026-08");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"expire\":86399}", "{\"expire\":-1}", "{\"name\":\"x\",\"expire\":0}"})
    void wantsALifeOfADayAtLeast(String body) {
        Http.Answer answer = http.post(KEYS, body, me);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/error/reason")).isEqualTo("INVALID_ARGUMENT");
        assertThat(answer.at("/error/message")).contains("expire");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "", "[]", "\"x\"", "{\"expire\":\"86400\"}", "{\"expire\":1.5}", "{\"a\":1,\"a\":1}"})
    void refusesABodyThatIsNotItsDocument(String body) {
        Http.Answer answer = http.post(KEYS, body, me);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/error/reason")).isEqualTo("INVALID_JSON_BODY");
        assertThat(answer.contentType()).startsWith("application/json");
    }

    @Test
    void renamesAndKeepsWhatIsAbsent() {
        String path = KEYS + "/"
                + made("{\"name\":\"a\",\"detail\":\"b\",\"expire\":86400}")
                        .path("id")
                        .asText();

        Http.Answer renamed = http.send("PUT", path, "{\"name\":\"c\"}", me);

        assertThat(renamed.status()).isEqualTo(200);
        assertThat(renamed.at("/name")).isEqualTo("c");
        assertThat(renamed.at("/detail")).isEqualTo("b");
    }

    @Test
    void deletesForGood() {
        JsonNode made = made("{\"name\":\"gone\",\"expire\":86400}");
        String path = KEYS + "/" + made.path("id").asText();

        Http.Answer deleted = http.send("DELETE", path, "", me);

        assertThat(deleted.status()).isEqualTo(200);
        assertThat(deleted.at("/tm_delete")).doesNotStartWith("9999");
        assertThat(http.get(KEYS, bearer(made.path("token").asText())).status()).isEqualTo(401);
        assertThat(http.get(KEYS, me).body()).doesNotContain(made.path("id").asText());
        for (String method : new String[] {"GET", "PUT", "DELETE"}) {
            Http.Answer again = http.send(method, path, method.equals("PUT") ? "{}" : "", me);
            assertThat(again.status()).isEqualTo(409);
            assertThat(again.at("/error/reason")).isEqualTo("STATE_INVALID");
        }
    }

    @Test
    void pagesWithoutGapOrRepeat() {
        TestGateway.Tenant other = GATEWAY.tenant();
        for (int i = 0; i < 4; i++) {
            http.post(KEYS, "{\"expire\":86400}", bearer(other.accessKey()));
        }

        JsonNode first = page(other, "?page_size=3");
        JsonNode second = page(other, "?page_size=3&page_token=" + encoded(first));
        JsonNode last = page(other, "?page_size=3&page_token=" + encoded(second));

        assertThat(first.path("result")).hasSize(3);
        assertThat(second.path("result")).hasSize(2).doesNotContainAnyElementsOf(first.path("result"));
        assertThat(last.path("result")).isEmpty();
        assertThat(last.path("next_page_token").asText("none")).isEmpty();
    }

    @Test
    void refusesAPageSizeThatIsNoNumber() {
        Http.Answer answer = http.get(KEYS + "?page_size=abc", me);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/error/reason")).isEqualTo("INVALID_REQUEST_PARAMETER");
        assertThat(answer.at("/error/message")).contains("page_size");
    }

    @Test
    void hidesTheKeysOfOthers() {
        TestGateway.Tenant other = GATEWAY.tenant();
        String path = KEYS + "/" + made("{\"expire\":86400}").path("id").asText();

        Http.Answer foreign = http.get(path, bearer(other.accessKey()));
        Http.Answer unknown = http.get(KEYS + "/" + UUID.randomUUID(), bearer(other.accessKey()));

        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.at("/error/reason")).isEqualTo("RESOURCE_NOT_FOUND");
        assertThat(unknown.at("/error/message")).isEqualTo(foreign.at("/error/message"));
        assertThat(http.send("PUT", path, "{\"name\":\"x\"}", bearer(other.accessKey()))
                        .status())
                .isEqualTo(404);
        assertThat(http.send("DELETE", path, "", bearer(other.accessKey())).status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "%ZZ", "00000000-0000-0000-0000-000000000000", "1-1-1-1-1"})
    void refusesAPathIdThatIsNoUuid(String id) {
        Http.Answer answer = http.get(KEYS + "/" + id.replace("%ZZ", "%25ZZ"), me);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/error/reason")).isEqualTo("INVALID_ID");
    }

    private JsonNode made(String body) {
        return http.post(KEYS, body, me).json();
    }

    private JsonNode page(TestGateway.Tenant of, String query) {
        return http.get(KEYS + query, bearer(of.accessKey())).json();
    }

    private static String encoded(JsonNode page) {
        return page.path("next_page_token").asText().replace(" ", "%20");
    }
}
