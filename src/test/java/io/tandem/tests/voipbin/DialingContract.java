package io.tandem.tests.voipbin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.tests.Api;
import io.tandem.tests.Database;
import io.tandem.tests.Journal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a run calls, and when it ends: section 6, numbers 43 to 63, 70 and 71. The carrier's journal is the witness. */
abstract class DialingContract extends DialledContract {

    DialingContract(Database database) {
        super(database);
    }

    /** 43. */
    @Test
    void anAnsweredTargetIsDone() {
        V1 v1 = client();
        String outplan = v1.outplan();
        String outdial = v1.outdial();
        String target = v1.target(outdial, V1.number(1, "99001"));
        String campaign = v1.campaign("outplan_id", outplan, "outdial_id", outdial, "end_handle", "continue");

        assertThat(v1.status(campaign, "run").path("status").asText()).isEqualTo("run");

        eventually(
                3,
                () -> assertThat(v1.calls(campaign))
                        .singleElement()
                        .satisfies(
                                call -> assertThat(call.path("status").asText()).isEqualTo("done")));
        JsonNode call = v1.calls(campaign).get(0);
        assertThat(call.path("result").asText()).isEqualTo("success");
        assertThat(call.path("destination_index").asInt(-1)).isZero();
        assertThat(call.path("try_count").asInt()).isEqualTo(1);
        assertThat(call.at("/source/target").asText()).isEqualTo(V1.SOURCE);
        assertThat(call.at("/destination/target").asText()).isEqualTo(V1.number(1, "99001"));
        assertThat(call.path("outdial_target_id").asText()).isEqualTo(target);
        assertThat(call.path("reference_type").asText()).isEqualTo("call");
        JsonNode done = v1.get("/outdials/" + outdial + "/targets/" + target);
        assertThat(done.path("status").asText()).isEqualTo("done");
        assertThat(done.path("try_count_0").asInt()).isEqualTo(1);
        assertThat(v1.journal(campaign).calls())
                .singleElement()
                .satisfies(placed -> assertThat(placed.from()).isEqualTo(V1.SOURCE));
    }

    /** 44 and 46: two runs in a row are one, and the campaign ends by itself. */
    @Test
    void aCampaignStopsWhenItsListIsDone() {
        V1 v1 = client();
        String outdial = v1.outdial(V1.number(1, "99001"), V1.number(2, "99001"), V1.number(3, "99100"));
        String campaign = v1.campaign("outplan_id", v1.outplan(), "outdial_id", outdial);

        v1.status(campaign, "run");
        v1.status(campaign, "run");

        eventually(10, () -> assertThat(v1.statusOf(campaign)).isEqualTo("stop"));
        assertThat(v1.journal(campaign).calls())
                .extracting(Journal.Call::to)
                .containsExactlyInAnyOrder(V1.number(1, "99001"), V1.number(2, "99001"), V1.number(3, "99100"));
        assertThat(v1.list("/outdials/" + outdial + "/targets"))
                .allSatisfy(target -> assertThat(target.path("status").asText()).isEqualTo("done"));
    }

    /** 68: the script runs, no phone rings, and the journal says so. */
    @Test
    void aFlowRunsItsActionsWithoutACall() {
        V1 v1 = client();
        String outdial = v1.outdial(V1.number(1, "99100"), V1.number(2, "99100"), V1.number(3, "99100"));
        String queue = v1.post("/queues", Api.object("name", "q")).path("id").asText();
        String campaign =
                v1.campaign("type", "flow", "outplan_id", v1.outplan(), "outdial_id", outdial, "queue_id", queue);
        v1.put(
                "/campaigns/" + campaign + "/actions",
                "actions",
                List.of(Api.object("type", "sleep", "option", Api.object("duration", 1000 * SharedGateway.SPEED))));

        v1.status(campaign, "run");

        eventually(10, () -> assertThat(v1.statusOf(campaign)).isEqualTo("stop"));
        assertThat(v1.calls(campaign)).hasSize(3).allSatisfy(call -> {
            assertThat(call.path("reference_type").asText()).isEqualTo("flow");
            assertThat(call.at("/source/target").asText()).isEqualTo(V1.SOURCE);
            assertThat(call.path("queue_id").asText()).isEqualTo(queue);
            assertThat(call.path("status").asText()).isEqualTo("done");
            assertThat(call.path("result").asText()).isEqualTo("success");
        });
        assertThat(v1.journal(campaign).calls()).hasSize(3).allSatisfy(call -> {
            assertThat(call.to()).isEmpty();
            assertThat(Duration.between(call.placed(), ended(call)))
                    .isBetween(Duration.ofMillis(900), Duration.ofSeconds(5));
        });
        assertThat(v1.list("/outdials/" + outdial + "/targets"))
                .allSatisfy(
                        target -> assertThat(target.path("try_count_0").asInt()).isEqualTo(1));
    }

    /** 45. */
    @Test
    void aCampaignThatContinuesTakesUpNewTargets() {
        V1 v1 = client();
        String outdial = v1.outdial(V1.number(1, "99000"));
        String campaign = v1.campaign("outplan_id", v1.outplan(), "outdial_id", outdial, "end_handle", "continue");
        v1.status(campaign, "run");
        eventually(3, () -> assertThat(ended(v1.journal(campaign))).isEqualTo(1));

        v1.target(outdial, V1.number(2, "99000"));

        eventually(6, () -> assertThat(ended(v1.journal(campaign))).isEqualTo(2));
        assertThat(v1.statusOf(campaign)).isEqualTo("run");
    }

    /** 48: the next target waits for the one call that the tenant may have up. */
    @Test
    void afterAStopNoCallStartsAndTheLastOneEndsTheCampaign() {
        V1 v1 = V1.of(gateway.tenantWithCalls(1));
        String outdial = v1.outdial(V1.number(1, "99010"), V1.number(2, "99010"), V1.number(3, "99010"));
        String campaign = v1.campaign("outplan_id", v1.outplan(), "outdial_id", outdial);
        v1.status(campaign, "run");
        eventually(3, () -> assertThat(v1.journal(campaign).calls()).hasSize(1));

        JsonNode answer = v1.status(campaign, "stop");

        assertThat(answer.path("status").asText()).isEqualTo("stopping");
        assertThat(v1.journal(campaign).calls()).hasSize(1);
        eventually(4, () -> assertThat(v1.statusOf(campaign)).isEqualTo("stop"));
        assertThat(v1.journal(campaign).calls()).singleElement().satisfies(call -> {
            assertThat(call.ended()).isNotNull();
            assertThat(call.cause()).isEqualTo(16);
        });
    }

    /** 49. */
    @Test
    void aStopWithNothingUpIsQuick() {
        V1 v1 = client();
        String campaign = v1.campaign("outplan_id", v1.outplan(), "end_handle", "continue");
        v1.status(campaign, "run");

        assertThat(v1.status(campaign, "stop").path("status").asText()).isIn("stopping", "stop");

        eventually(6, () -> assertThat(v1.statusOf(campaign)).isEqualTo("stop"));
    }

    /** 60. */
    @Test
    void aDeletedTargetIsNeverCalled() {
        V1 v1 = client();
        String outdial = v1.outdial(V1.number(1, "99000"));
        String gone = v1.target(outdial, V1.number(2, "99000"));
        String campaign = v1.campaign("outplan_id", v1.outplan(), "outdial_id", outdial);
        v1.delete("/outdials/" + outdial + "/targets/" + gone);

        v1.status(campaign, "run");

        eventually(10, () -> assertThat(v1.statusOf(campaign)).isEqualTo("stop"));
        assertThat(v1.journal(campaign).calls()).extracting(Journal.Call::to).containsExactly(V1.number(1, "99000"));
    }

    /** 63. */
    @Test
    void theNextCampaignRunsWhenTheFirstIsDone() {
        V1 v1 = client();
        String outplan = v1.outplan();
        String next = v1.campaign(
                "outplan_id", outplan, "outdial_id", v1.outdial(V1.number(2, "99000")), "end_handle", "continue");
        String first = v1.campaign(
                "outplan_id", outplan, "outdial_id", v1.outdial(V1.number(1, "99000")), "next_campaign_id", next);

        v1.status(first, "run");

        eventually(10, () -> assertThat(ended(v1.journal(next))).isEqualTo(1));
        assertThat(v1.statusOf(first)).isEqualTo("stop");
        assertThat(v1.statusOf(next)).isEqualTo("run");
        Instant end = ended(v1.journal(first).calls().get(0));
        assertThat(v1.journal(next).calls().get(0).placed()).isAfterOrEqualTo(end);
    }

    /** 70 and 71. */
    @Test
    void callsAreListedOfACampaignAndOfTheTenantAndMayBeRemoved() {
        V1 v1 = client();
        String outplan = v1.outplan();
        String one = v1.campaign(
                "outplan_id", outplan, "outdial_id", v1.outdial(V1.number(1, "99000"), V1.number(2, "99000")));
        String two = v1.campaign("outplan_id", outplan, "outdial_id", v1.outdial(V1.number(3, "99000")));
        v1.status(one, "run");
        eventually(10, () -> assertThat(v1.statusOf(one)).isEqualTo("stop"));
        v1.status(two, "run");
        eventually(10, () -> assertThat(v1.statusOf(two)).isEqualTo("stop"));

        List<JsonNode> ofOne = v1.list("/campaigns/" + one + "/campaigncalls");
        List<JsonNode> ofTwo = v1.list("/campaigns/" + two + "/campaigncalls");
        List<JsonNode> all = v1.list("/campaigncalls");

        assertThat(ofOne).hasSize(2);
        assertThat(all).hasSize(3);
        assertThat(all.get(0)).isEqualTo(ofTwo.get(0));
        assertThat(all.subList(1, 3)).isEqualTo(ofOne);
        assertThat(all)
                .isSortedAccordingTo((a, b) -> b.path("tm_create")
                        .asText()
                        .compareTo(a.path("tm_create").asText()));
        assertThat(client().list("/campaigncalls")).isEmpty();
        String id = ofTwo.get(0).path("id").asText();
        assertThat(v1.get("/campaigncalls/" + id)).isEqualTo(ofTwo.get(0));
        assertRefused(client().api().get("/v1.0/campaigncalls/" + id), 404, "CAMPAIGNCALL_NOT_FOUND");
        assertThat(v1.delete("/campaigncalls/" + id).path("tm_delete").asText()).isNotEqualTo(V1.NEVER);
        assertThat(v1.list("/campaigncalls")).isEqualTo(ofOne);
    }
}
