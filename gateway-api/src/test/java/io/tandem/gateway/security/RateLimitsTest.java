package io.tandem.gateway.security;

import static io.tandem.gateway.Http.bearer;
import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.gateway.Http;
import io.tandem.gateway.TestGateway;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RateLimitsTest {

    private static final int MANY = 60;

    @RegisterExtension
    static final TestGateway GATEWAY = TestGateway.limited();

    private final Http http = GATEWAY.http();

    @Test
    void limitsLogInsPerAddressInEachShape() {
        List<Http.Answer> v10 = many(() -> http.post("/auth/login", "{"));
        List<Http.Answer> v3 = many(() -> http.post("/v3/auth/token", "{"));

        assertThat(v10).anySatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(429);
            assertThat(answer.at("/error/status")).isEqualTo("RESOURCE_EXHAUSTED");
            assertThat(answer.at("/error/reason")).isEqualTo("RATE_LIMIT_EXCEEDED");
            assertThat(answer.at("/error/details/0/limited_by")).isEqualTo("ip");
            assertThat(answer.header("Retry-After")).contains("1");
        });
        assertThat(v3).anySatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(429);
            assertThat(answer.body()).isEqualTo("{\"error\":\"Too Many Requests\"}");
            assertThat(answer.header("Retry-After")).contains("1");
        });
    }

    @Test
    void limitsTheRequestsOfATenantAndOfNoOther() {
        TestGateway.Tenant busy = GATEWAY.tenant();
        TestGateway.Tenant calm = GATEWAY.tenant();
        http.send("PATCH", "/admin/tenants/" + busy.id(), "{\"caps\":{\"api_rps\":1}}", bearer(TestGateway.OPERATOR));

        List<Http.Answer> answers = many(() -> http.get("/v1.0/me", bearer(busy.accessKey())));

        assertThat(answers.get(0).status()).isEqualTo(200);
        assertThat(answers.get(1).status()).isEqualTo(200);
        assertThat(answers).anySatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(429);
            assertThat(answer.at("/error/details/0/limited_by")).isEqualTo("customer");
        });
        assertThat(http.get("/v1.0/me", bearer(calm.accessKey())).status()).isEqualTo(200);
    }

    private static List<Http.Answer> many(Supplier<Http.Answer> request) {
        return Stream.generate(request).limit(MANY).toList();
    }
}
