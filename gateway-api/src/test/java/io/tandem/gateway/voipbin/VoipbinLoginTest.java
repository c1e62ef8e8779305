package io.tandem.gateway.voipbin;

import static io.tandem.gateway.Http.bearer;
import static io.tandem.gateway.TestGateway.login;
import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.campaigns.model.Agent;
import io.tandem.gateway.Http;
import io.tandem.gateway.TestGateway;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VoipbinLoginTest {

    private static final String ME = "/v1.0/me";

    @RegisterExtension
    static final TestGateway GATEWAY = TestGateway.unlimited();

    private static TestGateway.Tenant tenant;
    private static String jwt;

    private final Http http = GATEWAY.http();

    @BeforeAll
    static void logIn() {
        tenant = GATEWAY.tenant();
        jwt = GATEWAY.jwt(tenant.username(), tenant.password());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/auth/login", "/v1.0/auth/login"})
    void answersATokenAndACookie(String path) {
        Http.Answer answer = http.post(path, login(tenant.username(), tenant.password()));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/username")).isEqualTo(tenant.username());
        assertThat(answer.header("Set-Cookie"))
                .contains(
                        "token=" + answer.at("/token") + "; Max-Age=604800; Path=/; Secure; HttpOnly; SameSite=Strict");
        assertThat(http.get(ME, bearer(answer.at("/token"))).status()).isEqualTo(200);
    }

    @Test
    void takesTheBodyUnderAnyContentType() {
        Http.Answer answer = http.send(
                "POST",
                "/auth/login",
                login(tenant.username(), tenant.password()),
                "Content-Type",
                "application/x-www-form-urlencoded");

        assertThat(answer.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{}",
                "{\"username\":\"x\"}",
                "{\"username\":\"\",\"password\":\"\"}",
                "{\"username\":\"nobody@test\",\"password\":\"wrong\"}",
                "{\"username\":7,\"password\":{}}"
            })
    void failsWithoutAWordWhateverIsWrong(String body) {
        Http.Answer answer = http.post("/auth/login", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void failsTheSameForAWrongPassword() {
        Http.Answer answer = http.post("/auth/login", login(tenant.username(), "wrong"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void takesTheTokenFromCookieQueryAndHeader() {
        String expected = http.get(ME, bearer(jwt)).body();

        assertThat(expected).contains(tenant.username());
        assertThat(http.get(ME, "Cookie", "token=" + jwt).body()).isEqualTo(expected);
        assertThat(http.get(ME + "?token=" + jwt).body()).isEqualTo(expected);
    }

    @Test
    void takesTheAccessKeyFromCookieQueryAndHeader() {
        String expected = http.get(ME, bearer(jwt)).body();
        String key = tenant.accessKey();

        assertThat(http.get(ME, "Cookie", "accesskey=" + key).body()).isEqualTo(expected);
        assertThat(http.get(ME + "?accesskey=" + key).body()).isEqualTo(expected);
        assertThat(http.get(ME, bearer(key)).body()).isEqualTo(expected);
    }

    @Test
    void doesNotTryTheAccessKeyWhenATokenIsBad() {
        Http.Answer answer = http.get(ME + "?token=bad&accesskey=" + tenant.accessKey());

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.at("/error/reason")).isEqualTo("INVALID_CREDENTIALS");
    }

    @Test
    void asksForCredentialsWithItsRequestId() {
        Http.Answer answer = http.get(ME);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.at("/error/status")).isEqualTo("UNAUTHENTICATED");
        assertThat(answer.at("/error/reason")).isEqualTo("AUTHENTICATION_REQUIRED");
        assertThat(answer.at("/error/request_id")).matches("req_[A-Z2-7]{26}");
        assertThat(answer.header("X-Request-Id")).contains(answer.at("/error/request_id"));
    }

    @Test
    void echoesARequestIdThatIsHarmless() {
        assertThat(http.get("/ping", "X-Request-Id", "my_id-1").header("X-Request-Id"))
                .contains("my_id-1");
        assertThat(http.get("/ping", "X-Request-Id", "a b<c>")
                        .header("X-Request-Id")
                        .orElseThrow())
                .startsWith("req_");
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "a.b.c", "eyJhbGciOiJub25lIn0.e30."})
    void refusesAJwtThatIsNotOurs(String token) {
        assertInvalid(token);
    }

    @Test
    void refusesAJwtThatWasChanged() {
        String[] parts = jwt.split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String more = claims.replace("\"permission\":32", "\"permission\":64");
        String forged = Base64.getUrlEncoder().withoutPadding().encodeToString(more.getBytes(StandardCharsets.UTF_8));

        assertThat(more).isNotEqualTo(claims);
        assertInvalid(parts[0] + "." + forged + "." + parts[2]);
    }

    @Test
    void carriesTheClaimsOfTheContract() {
        String claims = new String(Base64.getUrlDecoder().decode(jwt.split("\\.", -1)[1]), StandardCharsets.UTF_8);

        assertThat(claims)
                .contains("\"type\":\"agent\"", "\"agent\":{", "\"expire\":\"")
                .contains("\"customer_id\":\"" + tenant.id() + "\"");
    }

    @Test
    void refusesTheTokenOfADeletedAgent() {
        Agent agent = GATEWAY.agent(tenant, 32);
        String token = GATEWAY.jwt(agent.username(), "agent-password");
        assertThat(http.get(ME, bearer(token)).status()).isEqualTo(200);

        GATEWAY.delete(tenant, agent);

        assertInvalid(token);
        assertThat(http.post("/auth/login", login(agent.username(), "agent-password"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void letsAnAgentSeeItselfAndNothingElse() {
        Agent agent = GATEWAY.agent(tenant, 16);
        String token = GATEWAY.jwt(agent.username(), "agent-password");

        Http.Answer probe = http.get("/v1.0/probe", bearer(token));

        assertThat(http.get(ME, bearer(token)).at("/id")).isEqualTo(agent.id().toString());
        assertThat(probe.status()).isEqualTo(403);
        assertThat(probe.at("/error/reason")).isEqualTo("PERMISSION_DENIED");
    }

    @Test
    void letsAManagerDoCampaignsButNotAccessKeys() {
        Agent manager = GATEWAY.agent(tenant, 64);
        String token = GATEWAY.jwt(manager.username(), "agent-password");

        assertThat(http.get("/v1.0/probe", bearer(token)).status()).isEqualTo(200);
        assertThat(http.get("/v1.0/accesskeys", bearer(token)).status()).isEqualTo(403);
    }

    private void assertInvalid(String token) {
        Http.Answer answer = http.get(ME, bearer(token));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.at("/error/reason")).isEqualTo("INVALID_CREDENTIALS");
    }
}
