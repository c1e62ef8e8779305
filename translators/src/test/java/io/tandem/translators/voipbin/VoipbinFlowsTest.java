package io.tandem.translators.voipbin;

import static io.tandem.translators.voipbin.Refusals.fieldsRefusedBy;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VoipbinFlowsTest {

    @Test
    void givesBackWhatWasSent() {
        var flow = VoipbinFlows.create(
                Json.object("{\"name\":\"f\",\"actions\":[{\"type\":\"answer\"}],\"on_complete_flow_id\":\"\"}"),
                Sample.creation());

        var shown = VoipbinFlows.show(flow, WireVersion.DEFAULT);

        assertThat(shown.path("actions").path(0).path("type").asText()).isEqualTo("answer");
        assertThat(shown.path("on_complete_flow_id").asText()).isEqualTo(WireIds.NIL);
    }

    @Test
    void refusesABrokenRuleNamingTheField() {
        assertThat(fieldsRefusedBy(() -> VoipbinFlows.create(
                        Json.object("{\"actions\":[{}],\"on_complete_flow_id\":\"x\"}"), Sample.creation())))
                .containsExactly("actions[0].type", "on_complete_flow_id");
    }
}
