package io.tandem.tests.autocall;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.Credential;
import io.tandem.campaigns.ports.CredentialStore;
import io.tandem.gateway.security.RandomSecrets;
import io.tandem.tests.Api;
import io.tandem.tests.Database;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways in, and what is told to whom has none. (autocall-v3.md, 1.3) */
abstract class TokensContract extends AutocallContract {

    private static final String UNAUTHORIZED = "Unauthorized";

    TokensContract(Database database) {
        super(database);
    }

    @Test
    void givesATokenForAnApiKey_case1() {
        Api.Answer answer = gateway.api().post("/v3/auth/token", Api.object("api_key", apiKey()));

        assertOk(answer);
        JsonNode token = answer.json();
        assertThat(token.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "client_id", "domain_uuid", "expired_in", "refresh_token", "token", "token_type", "user_id");
        assertThat(token.path("domain_uuid").asText()).isEqualTo(tenant.id().toString());
        assertThat(token.path("token_type").asText()).isEqualTo("Bearer");
        assertThat(token.path("refresh_token")).isEqualTo(Api.parse("\"\""));
        assertThat(token.path("expired_in").asInt()).isEqualTo(86_400);
        Api bearer = gateway.api().withHeader("Authorization", "Bearer " + answer.text("/token"));
        assertOk(bearer.get("/v3/campaign"));
        Api bare = gateway.api().withHeader("Authorization", answer.text("/token"));
        assertOk(bare.get("/v3/campaign"));
    }

    @Test
    void refusesAWrongApiKeyAndNamesAMissingOne_case2() {
        Api nobody = gateway.api();

        assertError(nobody.post("/v3/auth/token", Api.object("api_key", "wrong")), 401, UNAUTHORIZED);
        assertViolations(nobody.post("/v3/auth/token", "{}"), "(root)", "api_key is required");
        assertViolations(nobody.send("POST", "/v3/auth/token", null), "(root)", "api_key is required");
    }

    @Test
    void refusesMissingUnknownAndExpiredTokensAlike_case3() {
        Api nobody = gateway.api();

        assertError(nobody.get("/v3/campaign"), 401, UNAUTHORIZED);
        assertError(nobody.withHeader("Authorization", "Bearer junk").get("/v3/campaign"), 401, UNAUTHORIZED);
        assertError(
                nobody.withHeader("Authorization", "Bearer " + expiredToken()).get("/v3/campaign"), 401, UNAUTHORIZED);
        assertError(nobody.post("/v1/campaign/" + UNKNOWN_ID + "/run/start", "{}"), 401, UNAUTHORIZED);
    }

    @Test
    void givesTheApiKeyForAPassword() {
        String username = tenant.keys().at("/autocall/username").asText();
        String password = tenant.keys().at("/autocall/password").asText();

        Api.Answer good = gateway.api().post("/v3/auth", Api.object("username", username, "password", password));
        Api.Answer bad = gateway.api().post("/v3/auth", Api.object("username", username, "password", "wrong"));

        assertOk(good);
        assertThat(good.text("/data/api_key")).isEqualTo(apiKey());
        assertThat(good.text("/data/domain_uuid")).isEqualTo(tenant.id().toString());
        assertThat(good.json().at("/data/user_enabled")).isEqualTo(Api.parse("\"true\""));
        assertError(bad, 401, UNAUTHORIZED);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1_048_576})
    void refusesAPasswordThatIsNone(int length) {
        String username = tenant.keys().at("/autocall/username").asText();

        Api.Answer answer =
                gateway.api().post("/v3/auth", Api.object("username", username, "password", "x".repeat(length)));

        assertError(answer, 401, UNAUTHORIZED);
    }

    private String apiKey() {
        return tenant.keys().at("/autocall/api_key").asText();
    }

    /** A day is too long to wait for. */
    private String expiredToken() {
        String token = RandomSecrets.letters(43);
        Instant now = Instant.now();
        gateway.gateway()
                .context()
                .getBean(CredentialStore.class)
                .insert(new Credential(
                        UUID.randomUUID(),
                        new TenantId(tenant.id()),
                        Credential.Kind.AUTOCALL_TOKEN,
                        RandomSecrets.digest(token),
                        null,
                        null,
                        0,
                        "",
                        "",
                        "",
                        now.minusSeconds(1),
                        now.minusSeconds(86_401),
                        null,
                        null));
        return token;
    }
}
