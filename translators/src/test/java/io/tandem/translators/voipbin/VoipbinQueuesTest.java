package io.tandem.translators.voipbin;

import static io.tandem.translators.voipbin.Refusals.fieldsRefusedBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.campaigns.model.Queue;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VoipbinQueuesTest {

    @Test
    void givesBackWhatWasSent() {
        ObjectNode sent = Json.object("""
                {"name":"sales queue","detail":"d","routing_method":"ringall","tag_ids":["c1d2e3f4-a5b6-7890-cdef-123456789012"],
                 "wait_flow_id":"0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d","wait_timeout":100001,"service_timeout":10000000,"x":1}""");

        Queue queue = VoipbinQueues.create(sent, Sample.creation());
        ObjectNode shown = VoipbinQueues.show(queue, Map.of(), WireVersion.DEFAULT);

        sent.fieldNames()
                .forEachRemaining(field -> assertThat(VoipbinJson.same(shown.path(field), sent.path(field)))
                        .as(field)
                        .isTrue());
        assertThat(queue.waitTimeout()).isEqualTo(Duration.ofMillis(100_001));
        assertThat(VoipbinQueues.merge(shown, queue, Sample.NOW)).isSameAs(queue);
        assertThat(VoipbinQueues.tags(shown, queue, Sample.NOW)).isSameAs(queue);
    }

    @Test
    void showsTheCountersThatAreNotZero() {
        Queue queue = VoipbinQueues.create(Json.object("{\"name\":\"q\"}"), Sample.creation());

        for (WireVersion version : WireVersion.values()) {
            ObjectNode fresh = VoipbinQueues.show(queue, Map.of(), version);
            ObjectNode used = VoipbinQueues.showInList(queue, Map.of("SERVICED", 7L, "ABANDONED", 2L), version);
            ObjectNode patient = VoipbinQueues.show(queue, Map.of("SERVICED", 7L), version);

            assertThat(fresh.toString()).doesNotContain("_count");
            assertThat(used.path("total_incoming_count").asInt()).isEqualTo(9);
            assertThat(used.path("total_serviced_count").asInt()).isEqualTo(7);
            assertThat(used.path("total_abandoned_count").asInt()).isEqualTo(2);
            assertThat(patient.path("total_incoming_count").asInt()).isEqualTo(7);
            assertThat(patient.has("total_abandoned_count")).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"'', random", "random, random", "ringall, ringall"})
    void takesTheRoutingMethodsThatClientsSend(String sent, String shown) {
        Queue queue = VoipbinQueues.create(
                Json.object("{\"name\":\"q\",\"routing_method\":\"" + sent + "\"}"), Sample.creation());

        assertThat(queue.routingMethod()).isEqualTo(shown);
    }

    @Test
    void waitsForAgentsUnlessToldOtherwise() {
        Queue queue = VoipbinQueues.create(Json.object("{\"name\":\"q\"}"), Sample.creation());
        Queue impatient = VoipbinQueues.create(Json.object("{\"name\":\"q\",\"wait_timeout\":0}"), Sample.creation());

        assertThat(queue.waitTimeout()).isEqualTo(VoipbinQueues.DEFAULT_WAIT);
        assertThat(queue.serviceTimeout()).isZero();
        assertThat(queue.routingMethod()).isEqualTo("random");
        assertThat(impatient.waitTimeout()).isZero();
    }

    @Test
    void refusesABrokenRuleNamingTheField() {
        String body = "{\"routing_method\":\"x\",\"wait_timeout\":-1,\"service_timeout\":-1,\"wait_flow_id\":\"x\"}";

        assertThat(fieldsRefusedBy(() -> VoipbinQueues.create(Json.object(body), Sample.creation())))
                .containsExactlyInAnyOrder("routing_method", "wait_timeout", "service_timeout", "wait_flow_id");
    }

    @Test
    void changesOnlyWhatIsSent() {
        Queue before = VoipbinQueues.create(Json.object("{\"name\":\"q\",\"detail\":\"d\"}"), Sample.creation());

        Queue after = VoipbinQueues.merge(
                Json.object("{\"detail\":\"\",\"service_timeout\":5,\"name\":null}"), before, Sample.NOW);

        assertThat(after)
                .isEqualTo(before.withDetail("")
                        .withServiceTimeout(Duration.ofMillis(5))
                        .withUpdated(Sample.NOW));
    }
}
