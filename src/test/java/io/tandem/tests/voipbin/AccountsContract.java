package io.tandem.tests.voipbin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.tests.Api;
import io.tandem.tests.Database;
import io.tandem.tests.TenantUnderTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who may speak: section 6, numbers 1 to 10. */
abstract class AccountsContract extends V1Contract {

    AccountsContract(Database database) {
        super(database);
    }

    /** 1 and 2. */
    @Test
    void aLogInAnswersATokenAndAWrongOneNotAWord() {
        TenantUnderTest tenant = gateway.tenant();
        String username = tenant.keys().at("/voipbin/username").asText();
        String password = tenant.keys().at("/voipbin/password").asText();

        Api.Answer right = login(username, password);
        Api.Answer wrong = login(username, "wrong");
        Api.Answer nobody = login("nobody-" + UUID.randomUUID() + "@example.com", password);

        assertThat(right.status()).as(right.toString()).isEqualTo(200);
        assertThat(right.text("/username")).isEqualTo(username);
        assertThat(right.header("Set-Cookie"))
                .startsWith("token=" + right.text("/token") + ";")
                .contains("HttpOnly");
        assertThat(List.of(wrong, nobody)).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body()).isEmpty();
            assertThat(answer.header("Set-Cookie")).isEmpty();
        });
    }

    /** 3 and 4. */
    @Test
    void withoutGoodCredentialsNothingIsShown() {
        Api nobody = gateway.running().api();

        assertRefused(nobody.get("/v1.0/campaigns"), 401, "AUTHENTICATION_REQUIRED");
        assertRefused(
                nobody.withHeader("Authorization", "Bearer garbage").get("/v1.0/campaigns"),
                401,
                "INVALID_CREDENTIALS");
        assertRefused(
                nobody.withHeader("Authorization", "Bearer a.b.c").get("/v1.0/campaigns"), 401, "INVALID_CREDENTIALS");
    }

    /** 5. */
    @Test
    void everyWayOfShowingACredentialIsTheSame() {
        V1 v1 = client();
        v1.campaign();
        Api bare = gateway.running().api();
        String jwt = v1.api().headers().get("Authorization").substring("Bearer ".length());
        String key = v1.tenant().keys().at("/voipbin/accesskey").asText();

        List<Api.Answer> answers = List.of(
                v1.api().get("/v1.0/campaigns"),
                bare.get("/v1.0/campaigns?token=" + jwt),
                bare.withHeader("Cookie", "token=" + jwt).get("/v1.0/campaigns"),
                bare.get("/v1.0/campaigns?accesskey=" + key),
                bare.withHeader("Cookie", "accesskey=" + key).get("/v1.0/campaigns"),
                bare.withHeader("Authorization", "Bearer " + key).get("/v1.0/campaigns"));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
        assertThat(answers.stream().map(Api.Answer::json).distinct()).hasSize(1);
    }

    /** 7. */
    @Test
    void anAccessKeyIsToldOnceAndWorks() {
        V1 v1 = client();

        JsonNode made = v1.post("/accesskeys", Api.object("name", "x", "expire", 86400));

        String token = made.path("token").asText();
        assertThat(token).startsWith(made.path("token_prefix").asText()).hasSizeGreaterThan(20);
        JsonNode read = v1.get("/accesskeys/" + made.path("id").asText());
        assertThat(read.has("token")).isFalse();
        assertThat(read.path("token_prefix")).isEqualTo(made.path("token_prefix"));
        Api.Answer used = gateway.running().api().get("/v1.0/campaigns?accesskey=" + token);
        assertThat(used.status()).as(used.toString()).isEqualTo(200);
    }

    /** 10. */
    @Test
    void agentsAreNotLetInAndManagersAre() {
        V1 v1 = client();

        Api agent = loggedIn(v1, 16);
        Api manager = loggedIn(v1, 64);

        assertRefused(agent.get("/v1.0/campaigns"), 403, "PERMISSION_DENIED");
        assertRefused(agent.post("/v1.0/campaigns", Api.object("name", "n", "type", "call")), 403, "PERMISSION_DENIED");
        assertThat(manager.get("/v1.0/campaigns").status()).isEqualTo(200);
        assertRefused(manager.get("/v1.0/accesskeys"), 403, "PERMISSION_DENIED");
    }

    private Api loggedIn(V1 v1, int permission) {
        String username = username();
        v1.post("/agents", agent(username, permission));
        return loggedIn(username, "pw");
    }
}
