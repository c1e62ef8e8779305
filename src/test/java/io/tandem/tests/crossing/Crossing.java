package io.tandem.tests.crossing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.tests.Api;
import io.tandem.tests.Database;
import io.tandem.tests.TenantUnderTest;
import io.tandem.tests.voipbin.SharedGateway;
import io.tandem.tests.voipbin.V1;
import java.time.Duration;
import java.util.List;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the contract classes of this package have in common: a tenant that is spoken to in both dialects. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class Crossing {

    @RegisterExtension
    final SharedGateway gateway;

    Crossing(Database database) {
        this.gateway = new SharedGateway(database);
    }

    /** Both clients of one tenant. */
    record Both(TenantUnderTest tenant, V1 v1, V3 v3) {

        /** Everything that either dialect shows of the campaign and of all outplans, without the times of change. */
        Views views(String campaign) {
            return new Views(
                    v3.read(campaign).without("updated_at"),
                    timeless(v1.get("/campaigns/" + campaign)),
                    v1.list("/outplans").stream().map(Both::timeless).toList());
        }

        private static JsonNode timeless(JsonNode row) {
            return ((ObjectNode) row.deepCopy()).without("tm_update");
        }

        /** Puts back what each version of v1.0 shows, through every route that takes a part of it; the outplan too. */
        void echoThroughV1(String campaign) {
            echoThrough(v1, campaign);
            echoThrough(v1.newest(), campaign);
        }

        private static void echoThrough(V1 v1, String campaign) {
            JsonNode shown = v1.get("/campaigns/" + campaign);
            for (String route : List.of("", "/actions", "/resource_info", "/service_level", "/next_campaign_id")) {
                assertOk(v1.api().put("/v1.0/campaigns/" + campaign + route, shown));
            }
            String outplan = shown.path("outplan_id").asText();
            JsonNode plan = v1.get("/outplans/" + outplan);
            assertOk(v1.api().put("/v1.0/outplans/" + outplan, plan));
            assertOk(v1.api().put("/v1.0/outplans/" + outplan + "/dial_info", plan));
        }

        void echoThroughV3(String campaign) {
            v3.put(campaign, v3.read(campaign));
        }

        private static void assertOk(Api.Answer answer) {
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        }
    }

    record Views(JsonNode inV3, JsonNode inV1, List<JsonNode> outplans) {}

    Both client() {
        return of(gateway.tenant());
    }

    static Both of(TenantUnderTest tenant) {
        return new Both(tenant, V1.of(tenant), V3.of(tenant));
    }

    static void eventually(ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(15))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(assertion);
    }

    static void assertRefused(Api.Answer answer, int status, String text) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.body()).contains(text);
    }
}
