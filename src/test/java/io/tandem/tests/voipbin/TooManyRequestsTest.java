package io.tandem.tests.voipbin;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.tests.Api;
import io.tandem.tests.Database;
import io.tandem.tests.GatewayUnderTest;
import io.tandem.tests.TenantUnderTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who asks too much is told so, and when to come again: in both dialects, per tenant; on log-ins per address. (1.1, 3) */
class TooManyRequestsTest {

    private static final int PER_SECOND = 5;
    private static final int LOGINS_AT_ONCE = 20;

    @SuppressWarnings("NullAway.Init")
    private GatewayUnderTest gateway;

    @BeforeEach
    void start() {
        gateway = GatewayUnderTest.start(Database.H2.fresh(), Map.of("TANDEM_RATE_LIMITS", "on"));
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void aTenantsRequestsAreLimitedInBothDialectsTogether() {
        TenantUnderTest tenant = tenant();
        Api.Answer v1 = limited(tenant.voipbin(), "/v1.0/campaigns");
        Api.Answer v3 = limited(tenant.autocall(), "/v3/campaign");

        assertThat(v1.text("/error/status")).isEqualTo("RESOURCE_EXHAUSTED");
        assertThat(v1.text("/error/reason")).isEqualTo("RATE_LIMIT_EXCEEDED");
        assertThat(v1.text("/error/details/0/limited_by")).isEqualTo("customer");
        assertThat(v1.text("/error/request_id")).isEqualTo(v1.header("X-Request-Id"));
        assertThat(v3.json().path("error").asText()).isNotEmpty();
        assertThat(List.of(v1, v3)).allSatisfy(answer -> {
            assertThat(answer.header("Content-Type")).startsWith("application/json");
            assertThat(Long.parseLong(answer.header("Retry-After"))).isBetween(1L, 2L);
        });
    }

    @Test
    void oneTenantsHasteIsNotAnothers() {
        TenantUnderTest hasty = tenant();
        TenantUnderTest calm = tenant();

        limited(hasty.autocall(), "/v3/campaign");

        assertThat(calm.autocall().get("/v3/campaign").status()).isEqualTo(200);
    }

    /** Whatever user name is tried, and through either path of the log-in. */
    @Test
    void logInsAreLimitedPerAddress() {
        List<Api.Answer> answers = new ArrayList<>();

        for (int i = 0; i < 3 * LOGINS_AT_ONCE; i++) {
            String path = i % 2 == 0 ? "/auth/login" : "/v1.0/auth/login";
            answers.add(gateway.api().post(path, Api.object("username", "nobody-" + i)));
        }

        assertThat(answers.stream().filter(answer -> answer.status() == 400)).hasSizeGreaterThanOrEqualTo(10);
        Api.Answer refused = answers.stream()
                .filter(answer -> answer.status() == 429)
                .findFirst()
                .orElseThrow();
        assertThat(refused.text("/error/reason")).isEqualTo("RATE_LIMIT_EXCEEDED");
        assertThat(refused.text("/error/details/0/limited_by")).isEqualTo("ip");
        assertThat(Long.parseLong(refused.header("Retry-After"))).isBetween(1L, 2L);
    }

    private TenantUnderTest tenant() {
        return gateway.tenant(Api.object("name", "hasty", "caps", Map.of("api_rps", PER_SECOND)));
    }

    /** Asks until it is too much. */
    private static Api.Answer limited(Api api, String path) {
        for (int i = 0; i < 20 * PER_SECOND; i++) {
            Api.Answer answer = api.get(path);
            if (answer.status() == 429) {
                return answer;
            }
            assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        }
        throw new AssertionError("never too much");
    }
}
