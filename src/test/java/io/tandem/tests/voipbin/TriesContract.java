package io.tandem.tests.voipbin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.tests.Api;
import io.tandem.tests.Database;
import io.tandem.tests.Journal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tries, destinations and results: section 6, numbers 51 to 54. The carrier's journal is the witness. */
abstract class TriesContract extends DialledContract {

    TriesContract(Database database) {
        super(database);
    }

    /** 51. */
    @Test
    void aBusyTargetHasAllItsTriesBeforeTheCampaignStops() {
        V1 v1 = client();
        String outplan = v1.outplan("max_try_count_0", 3, "try_interval", 2000);
        String campaign = v1.campaign("outplan_id", outplan, "outdial_id", v1.outdial(V1.number(1, "99100")));

        v1.status(campaign, "run");

        eventually(12, () -> assertThat(v1.statusOf(campaign)).isEqualTo("stop"));
        List<Journal.Call> calls = v1.journal(campaign).calls();
        assertThat(calls).hasSize(3);
        for (int i = 1; i < calls.size(); i++) {
            assertThat(Duration.between(ended(calls.get(i - 1)), calls.get(i).placed()))
                    .isGreaterThanOrEqualTo(Duration.ofMillis(2000));
        }
        assertThat(v1.calls(campaign))
                .extracting(call -> call.path("try_count").asInt())
                .containsExactly(1, 2, 3);
    }

    /** 52. */
    @Test
    void theNextDestinationIsCalledWhenTheFirstIsUsedUp() {
        V1 v1 = client();
        String outdial = v1.outdial();
        String target = v1.target(outdial, V1.number(1, "99100"), V1.number(2, "99000"));
        String outplan = v1.outplan("max_try_count_0", 2, "max_try_count_1", 1);
        String campaign = v1.campaign("outplan_id", outplan, "outdial_id", outdial);

        v1.status(campaign, "run");

        eventually(10, () -> assertThat(v1.statusOf(campaign)).isEqualTo("stop"));
        List<JsonNode> calls = v1.calls(campaign);
        assertThat(calls)
                .extracting(call -> call.path("destination_index").asInt())
                .containsExactly(0, 0, 1);
        assertThat(calls.get(2).path("result").asText()).isEqualTo("success");
        assertThat(v1.journal(campaign).calls())
                .extracting(Journal.Call::to)
                .containsExactly(V1.number(1, "99100"), V1.number(1, "99100"), V1.number(2, "99000"));
        JsonNode done = v1.get("/outdials/" + outdial + "/targets/" + target);
        assertThat(done.path("status").asText()).isEqualTo("done");
        assertThat(done.path("try_count_0").asInt()).isEqualTo(2);
        assertThat(done.path("try_count_1").asInt()).isEqualTo(1);
    }

    /** 54, and the undeletable half of 71: one call rings on while the others are over. */
    @Test
    void onlyAnAnswerIsASuccessAndRingingEndsAtTheDialTimeout() {
        V1 v1 = client();
        String ringsOn = V1.number(4, "99200");
        String outdial = v1.outdial(V1.number(1, "99001"), V1.number(2, "99100"), V1.number(3, "99300"), ringsOn);
        String outplan = v1.outplan("dial_timeout", 2000);
        String campaign = v1.campaign("outplan_id", outplan, "outdial_id", outdial);

        v1.status(campaign, "run");

        eventually(
                3,
                () -> assertThat(callTo(v1, campaign, ringsOn).path("status").asText())
                        .isEqualTo("dialing"));
        String dialing = callTo(v1, campaign, ringsOn).path("id").asText();
        assertRefused(v1.api().delete("/v1.0/campaigncalls/" + dialing), 409, "STATE_INVALID");
        eventually(10, () -> assertThat(v1.statusOf(campaign)).isEqualTo("stop"));
        Map.of(
                        V1.number(1, "99001"),
                        "success",
                        V1.number(2, "99100"),
                        "fail",
                        V1.number(3, "99300"),
                        "fail",
                        ringsOn,
                        "fail")
                .forEach((number, result) -> assertThat(
                                callTo(v1, campaign, number).path("result").asText())
                        .as(number)
                        .isEqualTo(result));
        Journal.Call rang = v1.journal(campaign).to(ringsOn).calls().get(0);
        assertThat(Duration.between(rang.placed(), ended(rang)).toMillis()).isCloseTo(2000, within(1000L));
    }

    private static JsonNode callTo(V1 v1, String campaign, String number) {
        return v1.calls(campaign).stream()
                .filter(call -> call.at("/destination/target").asText().equals(number))
                .findFirst()
                .orElse(Api.object());
    }
}
