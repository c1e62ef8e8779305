package io.tandem.gateway;

import static io.tandem.gateway.Http.bearer;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.jdbc.DataSourceResolver;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

/** What clients see while the database is away. */
class DatabaseGoneTest {

    @RegisterExtension
    static final TestGateway GATEWAY = TestGateway.unlimited();

    private static TestGateway.Tenant tenant;
    private static String token;

    private final Http http = GATEWAY.http();

    @BeforeAll
    static void loseTheDatabase() {
        tenant = GATEWAY.tenant();
        token = GATEWAY.autocallToken(tenant);
        assertThat(GATEWAY.http().get("/health/readiness").status()).isEqualTo(200);
        DataSource pool = GATEWAY.running().context().getBean(DataSource.class);
        DataSourceResolver resolver = GATEWAY.running().context().getBean(DataSourceResolver.class);
        ((HikariDataSource) resolver.resolve(pool)).close();
    }

    @Test
    void answers503InEachShape() {
        Http.Answer v10 = http.get("/v1.0/me", bearer(tenant.accessKey()));
        Http.Answer v3 = http.get("/v3/probe", bearer(token));
        Http.Answer own = http.get("/gateway/probe", bearer(token));
        Http.Answer operator = http.get("/admin/tenants", bearer(TestGateway.OPERATOR));

        assertThat(v10.status()).isEqualTo(503);
        assertThat(v10.at("/error/status")).isEqualTo("UNAVAILABLE");
        assertThat(v10.at("/error/reason")).isEqualTo("SERVICE_UNAVAILABLE");
        assertThat(v3.status()).isEqualTo(503);
        assertThat(v3.body()).isEqualTo("{\"error\":\"Service Unavailable\"}");
        assertThat(own.status()).isEqualTo(503);
        assertThat(own.contentType()).startsWith("application/problem+json");
        assertThat(operator.status()).isEqualTo(503);
        for (Http.Answer answer : new Http.Answer[] {v10, v3, own, operator}) {
            assertThat(answer.header("Retry-After")).contains("1");
        }
    }

    @Test
    void answers503ToLogIns() {
        assertThat(http.post("/auth/login", TestGateway.login("a", "b")).status())
                .isEqualTo(503);
        assertThat(http.post("/v3/auth/token", "{\"api_key\":\"x\"}").status()).isEqualTo(503);
    }

    @Test
    void isAliveButNotReady() {
        assertThat(http.get("/health/liveness").status()).isEqualTo(200);
        Http.Answer readiness = http.get("/health/readiness");
        assertThat(readiness.status()).isEqualTo(503);
        assertThat(readiness.at("/database")).isEqualTo("DOWN");
    }

    @Test
    void logsNoSecret() {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> seen = new ListAppender<>();
        seen.start();
        root.addAppender(seen);
        try {
            http.get("/v1.0/me?accesskey=" + tenant.accessKey() + "&token=" + token);
            http.get("/v1.0/me?accesskey=" + tenant.accessKey());
            http.get("/v1.0/probe-failure", bearer(tenant.accessKey()));
            http.post("/auth/login", TestGateway.login(tenant.username(), tenant.password()));
        } finally {
            root.detachAppender(seen);
        }

        String log = seen.list.stream()
                .map(event -> event.getFormattedMessage() + event.getThrowableProxy())
                .collect(Collectors.joining("\n"));
        assertThat(log).contains("/v1.0/me");
        assertThat(log).doesNotContain(tenant.accessKey(), token, tenant.password());
    }
}
