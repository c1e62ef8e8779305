package io.tandem.gateway.autocall;

import static io.tandem.gateway.Http.bearer;
import static io.tandem.gateway.TestGateway.login;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.campaigns.ports.Credential;
import io.tandem.campaigns.ports.CredentialStore;
import io.tandem.gateway.Http;
import io.tandem.gateway.TestGateway;
import io.tandem.gateway.security.RandomSecrets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AutocallAuthTest {

    private static final String UNAUTHORIZED = "{\"error\":\"Unauthorized\"}";

    @RegisterExtension
    static final TestGateway GATEWAY = TestGateway.unlimited();

    private static TestGateway.Tenant tenant;

    private final Http http = GATEWAY.http();

    @BeforeAll
    static void makeTenant() {
        tenant = GATEWAY.tenant();
    }

    @Test
    void givesATokenForAnApiKey() {
        Http.Answer answer = http.post("/v3/auth/token", "{\"api_key\":\"" + tenant.apiKey() + "\"}");

        assertThat(answer.status()).isEqualTo(200);
        JsonNode token = answer.json();
        assertThat(token.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "client_id", "domain_uuid", "expired_in", "refresh_token", "token", "token_type", "user_id");
        assertThat(token.path("domain_uuid").asText()).isEqualTo(tenant.id().toString());
        assertThat(token.path("expired_in").asInt()).isEqualTo(86_400);
        assertThat(token.path("refresh_token").asText("none")).isEmpty();
        assertThat(token.path("token_type").asText()).isEqualTo("Bearer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "bearer ", ""})
    void takesTheTokenWithAndWithoutBearer(String prefix) {
        String token = GATEWAY.autocallToken(tenant);

        for (String path : new String[] {"/v3/probe", "/v1/probe"}) {
            Http.Answer answer = http.get(path, "Authorization", prefix + token);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.at("/tenant")).isEqualTo(tenant.id().toString());
        }
    }

    @Test
    void refusesMissingUnknownAndExpiredTokensAlike() {
        assertUnauthorized(http.get("/v3/probe"));
        assertUnauthorized(http.get("/v3/probe", bearer("junk")));
        assertUnauthorized(http.get("/v3/probe", "Authorization", "Basic Zm9vOmJhcg=="));
        assertUnauthorized(http.get("/v3/probe", bearer(expiredToken())));
        assertUnauthorized(http.get("/v3/probe", bearer(tenant.accessKey())));
        assertUnauthorized(http.get("/v3/probe?token=" + GATEWAY.autocallToken(tenant)));
    }

    @Test
    void refusesAWrongApiKey() {
        assertUnauthorized(http.post("/v3/auth/token", "{\"api_key\":\"wrong\"}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                | {\"error\":[{\"(root)\":\"api_key is required\"}]}",
                "''                | {\"error\":[{\"(root)\":\"api_key is required\"}]}",
                "{\"api_key\":7}   | {\"error\":[{\"api_key\":\"Invalid type. Expected: string, given: integer\"}]}",
                "{\"api_key\":null}| {\"error\":[{\"api_key\":\"Invalid type. Expected: string, given: null\"}]}",
                "{                 | {\"error\":\"Bad Request\"}",
                "[]                | {\"error\":[{\"(root)\":\"Invalid type. Expected: object, given: array\"}]}"
            })
    void namesWhatIsMissing(String body, String expected) {
        Http.Answer answer = http.post("/v3/auth/token", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo(expected);
    }

    @Test
    void givesTheApiKeyForAPassword() {
        String username = tenant.keys().at("/autocall/username").asText();
        String password = tenant.keys().at("/autocall/password").asText();

        Http.Answer answer = http.post("/v3/auth", login(username, password));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/data/api_key")).isEqualTo(tenant.apiKey());
        assertThat(answer.at("/data/domain_uuid")).isEqualTo(tenant.id().toString());
        assertThat(answer.at("/data/username")).isEqualTo(username);
        assertThat(answer.json().at("/data/user_enabled").isTextual()).isTrue();
        assertThat(answer.at("/data/level")).isEqualTo("admin");
    }

    @Test
    void refusesAWrongPassword() {
        String username = tenant.keys().at("/autocall/username").asText();

        assertUnauthorized(http.post("/v3/auth", login(username, "wrong")));
        assertUnauthorized(http.post("/v3/auth", login("nobody", "wrong")));
    }

    @Test
    void wantsJson() {
        Http.Answer answer = http.send("POST", "/v3/auth/token", "{}", "Content-Type", "text/plain");

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.body()).isEqualTo("{\"error\":\"Unsupported Media Type\"}");
    }

    @Test
    void keepsNoSecretInClear() {
        CredentialStore credentials = GATEWAY.running().context().getBean(CredentialStore.class);

        Credential key = credentials
                .byLookup(Credential.Kind.AUTOCALL_KEY, RandomSecrets.digest(tenant.apiKey()))
                .orElseThrow();

        assertThat(key.toString()).doesNotContain(tenant.apiKey());
    }

    private static String expiredToken() {
        String token = RandomSecrets.letters(43);
        CredentialStore credentials = GATEWAY.running().context().getBean(CredentialStore.class);
        Instant now = Instant.now();
        credentials.insert(new Credential(
                UUID.randomUUID(),
                tenant.id(),
                Credential.Kind.AUTOCALL_TOKEN,
                RandomSecrets.digest(token),
                null,
                null,
                32,
                "",
                "",
                "",
                now.minusSeconds(1),
                now.minusSeconds(86_401),
                null,
                null));
        return token;
    }

    private static void assertUnauthorized(Http.Answer answer) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo(UNAUTHORIZED);
    }
}
