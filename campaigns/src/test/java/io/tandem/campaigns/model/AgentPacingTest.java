package io.tandem.campaigns.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.campaigns.model.AgentPacing.Rule;
import io.tandem.campaigns.rules.Slots;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** voipbin-v1.md, section 3 (service level rule) and case 57: how many calls may be dialling at once. */
class AgentPacingTest {

    @ParameterizedTest(name = "{0}, {1} percent, {2} agents: {3}")
    @CsvSource({
        "DEPLOYED,   100, 2,  2",
        "DEPLOYED,   250, 2,  5",
        "DEPLOYED,    50, 1,  0",
        "DEPLOYED,     0, 9,  0",
        "DEPLOYED,   200, 10, 20",
        "DEPLOYED,  1000, 30, 300",
        "DOCUMENTED, 100, 2,  2",
        "DOCUMENTED, 250, 2,  1",
        "DOCUMENTED,  50, 1,  2",
        "DOCUMENTED,   0, 9,  0",
        "DOCUMENTED,  -5, 9,  0",
        "DOCUMENTED, 200, 10, 5",
        "DOCUMENTED, 100, 0,  0",
        "DEPLOYED,   100, -1, 0",
    })
    void bindsTheNumberOfDialingCalls(Rule rule, int percent, int agents, int most) {
        assertThat(Slots.forAgents(new AgentPacing(percent, rule), agents, 0, 1000))
                .isEqualTo(most);
    }
}
