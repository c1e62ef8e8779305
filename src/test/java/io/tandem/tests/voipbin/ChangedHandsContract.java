package io.tandem.tests.voipbin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.tests.Api;
import io.tandem.tests.Database;
import io.tandem.tests.Journal.Call;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tries live on the target and are judged by the plan of the campaign that runs it. (mapping.md, row targets) */
abstract class ChangedHandsContract extends DialledContract {

    private static final String BUSY = V1.number(1, "99100");
    private static final String ANSWERS = V1.number(2, "99000");
    private static final long TOO_LONG = 600_000;

    ChangedHandsContract(Database database) {
        super(database);
    }

    private static String campaign(V1 v1, String outdial, @Nullable Object... plan) {
        return v1.campaign("outplan_id", v1.outplan(plan), "outdial_id", outdial);
    }

    private static void stopsAfter(V1 v1, String campaign, int calls) {
        eventually(10, () -> {
            assertThat(v1.statusOf(campaign)).isEqualTo("stop");
            assertThat(v1.journal(campaign).calls()).hasSize(calls);
        });
    }

    private static void stop(V1 v1, String campaign) {
        v1.status(campaign, "stop");
        eventually(10, () -> assertThat(v1.statusOf(campaign)).isEqualTo("stop"));
    }

    private static void calledBusy(V1 v1, String campaign) {
        eventually(10, () -> {
            JsonNode progress =
                    v1.api().get("/gateway/campaigns/" + campaign + "/progress").json();
            assertThat(progress.at("/attempts/busy").asInt()).as("%s", progress).isEqualTo(1);
        });
    }

    private static void drainedOnce(V1 v1, String outdial) {
        String first = campaign(v1, outdial);
        v1.status(first, "run");
        stopsAfter(v1, first, v1.list("/outdials/" + outdial + "/targets").size());
    }

    private static List<String> called(V1 v1, String campaign) {
        return v1.journal(campaign).calls().stream().map(Call::to).toList();
    }

    @Test
    void moreTriesOfTheNextCampaignCallABusyTargetAgain() {
        V1 v1 = client();
        String outdial = v1.outdial(BUSY, ANSWERS);
        drainedOnce(v1, outdial);
        String second = campaign(v1, outdial, "max_try_count_0", 3);

        v1.status(second, "run");

        stopsAfter(v1, second, 2);
        assertThat(called(v1, second)).containsOnly(BUSY);
        assertThat(v1.calls(second))
                .extracting(call -> call.path("try_count").asInt())
                .containsExactly(2, 3);
    }

    @Test
    void theNextCampaignOfAChainGoesOnWithTheSameList() {
        V1 v1 = client();
        String outdial = v1.outdial(BUSY);
        String second = campaign(v1, outdial, "max_try_count_0", 2);
        String first = campaign(v1, outdial);
        v1.put("/campaigns/" + first + "/next_campaign_id", "next_campaign_id", second);

        v1.status(first, "run");

        eventually(10, () -> assertThat(v1.journal(second).calls()).hasSize(1));
        stopsAfter(v1, second, 1);
        stopsAfter(v1, first, 1);
    }

    @Test
    void aDestinationThatOnlyTheNextPlanTriesIsCalled() {
        V1 v1 = client();
        String outdial = v1.outdial();
        v1.target(outdial, BUSY, ANSWERS);
        drainedOnce(v1, outdial);
        String second = campaign(v1, outdial, "max_try_count_1", 1);

        v1.status(second, "run");

        stopsAfter(v1, second, 1);
        assertThat(called(v1, second)).containsExactly(ANSWERS);
    }

    @Test
    void aRunningCampaignThatIsGivenAListGoesByItsOwnPlan() {
        V1 v1 = client();
        String outplan = v1.outplan("max_try_count_0", 2);
        String byOutdial = v1.campaign("outplan_id", outplan, "end_handle", "continue");
        String byResources = v1.campaign("outplan_id", outplan, "end_handle", "continue");
        String made = v1.campaign("outplan_id", outplan, "end_handle", "continue");
        List.of(byOutdial, byResources, made).forEach(campaign -> v1.status(campaign, "run"));
        String one = v1.outdial(BUSY);
        String two = v1.outdial(V1.number(3, "99100"));
        drainedOnce(v1, one);
        drainedOnce(v1, two);

        v1.put("/outdials/" + one + "/campaign_id", "campaign_id", byOutdial);
        v1.put("/campaigns/" + byResources + "/resource_info", "outdial_id", two);

        eventually(10, () -> assertThat(v1.journal(byOutdial).calls()).hasSize(1));
        eventually(10, () -> assertThat(v1.journal(byResources).calls()).hasSize(1));
        assertThat(v1.journal(made).calls()).isEmpty();
    }

    /** A list that v3 made for a campaign at work is judged by it, and by whoever has it next. */
    @Test
    void aListMadeForARunningCampaignIsTakenOverToo() {
        V1 v1 = client();
        Api v3 = v1.tenant().autocall();
        String first = v1.campaign("outplan_id", v1.outplan(), "end_handle", "continue");
        v1.status(first, "run");
        String list = v3.post("/v3/list", Api.object("campaign_uuid", first, "list_name", "l"))
                .text("/list_uuid");
        v1.target(list, BUSY);
        calledBusy(v1, first);
        String second = v1.campaign("outplan_id", v1.outplan("max_try_count_0", 2), "end_handle", "continue");
        v1.status(second, "run");

        v1.put("/outdials/" + list + "/campaign_id", "campaign_id", second);

        eventually(10, () -> assertThat(v1.journal(second).calls()).hasSize(1));
        assertThat(v1.journal(first).calls()).hasSize(1);
    }

    @Test
    void aShorterIntervalOfTheNextCampaignHoldsAtOnce() {
        V1 v1 = client();
        String outdial = v1.outdial(BUSY);
        String first = campaign(v1, outdial, "max_try_count_0", 2, "try_interval", TOO_LONG);
        v1.status(first, "run");
        calledBusy(v1, first);
        stop(v1, first);
        String second = campaign(v1, outdial, "max_try_count_0", 2, "try_interval", 500);

        v1.status(second, "run");

        stopsAfter(v1, second, 1);
        Call before = v1.journal(first).calls().get(0);
        assertThat(Duration.between(
                        Objects.requireNonNull(before.ended()),
                        v1.journal(second).calls().get(0).placed()))
                .isGreaterThanOrEqualTo(Duration.ofMillis(500));
    }

    @Test
    void fewerTriesOfTheNextCampaignEndItAtOnce() {
        V1 v1 = client();
        String outdial = v1.outdial(BUSY);
        String first = campaign(v1, outdial, "max_try_count_0", 3, "try_interval", TOO_LONG);
        v1.status(first, "run");
        calledBusy(v1, first);
        stop(v1, first);
        String second = campaign(v1, outdial);

        v1.status(second, "run");

        stopsAfter(v1, second, 0);
    }

    @Test
    void whoWasGivenUpWithoutATryIsFreshForTheNextCampaign() {
        V1 v1 = client();
        String outdial = v1.outdial(BUSY);
        String first = campaign(v1, outdial, "max_try_count_0", 0);
        v1.status(first, "run");
        stopsAfter(v1, first, 0);
        String second = campaign(v1, outdial);

        v1.status(second, "run");

        stopsAfter(v1, second, 1);
    }

    @Test
    void anEditOfAStoppedCampaignLeavesTheListToTheOneThatRunsIt() {
        V1 v1 = client();
        String outdial = v1.outdial(BUSY);
        String plan = v1.outplan();
        String first = v1.campaign("outplan_id", plan, "outdial_id", outdial);
        v1.status(first, "run");
        stopsAfter(v1, first, 1);
        String second = v1.campaign(
                "outplan_id", v1.outplan("max_try_count_0", 2), "outdial_id", outdial, "end_handle", "continue");
        v1.status(second, "run");
        eventually(10, () -> assertThat(v1.journal(second).calls()).hasSize(1));
        String third = V1.number(3, "99100");

        v1.put("/outplans/" + plan + "/dial_info", "max_try_count_0", 9);
        v1.target(outdial, third);

        eventually(10, () -> {
            JsonNode progress =
                    v1.api().get("/gateway/campaigns/" + second + "/progress").json();
            assertThat(progress.at("/targets/exhausted").asInt())
                    .as("%s", progress)
                    .isEqualTo(2);
        });
        assertThat(called(v1, second)).containsExactly(BUSY, third, third);
    }

    /** Its call is still up when the other begins. */
    @Test
    void aCallOfTheCampaignBeforeIsJudgedByTheOneThatRunsNow() {
        V1 v1 = client();
        String ringsOut = V1.number(4, "99200");
        String outdial = v1.outdial(ringsOut);
        String first = campaign(v1, outdial, "dial_timeout", 3_000);
        v1.status(first, "run");
        eventually(10, () -> assertThat(v1.journal(first).calls()).hasSize(1));
        v1.status(first, "stop");
        String second = campaign(v1, outdial, "max_try_count_0", 2, "dial_timeout", 1_000);

        v1.status(second, "run");

        assertThat(v1.statusOf(first)).isEqualTo("stopping");
        stopsAfter(v1, second, 1);
        stopsAfter(v1, first, 1);
    }

    /** Nothing is re-planned, so nothing but its own plan's edits reopens a target. */
    @Test
    void theSameCampaignStartsWhereItStopped() {
        V1 v1 = client();
        String outdial = v1.outdial(BUSY, ANSWERS);
        String campaign = campaign(v1, outdial);
        v1.status(campaign, "run");
        stopsAfter(v1, campaign, 2);

        v1.status(campaign, "run");

        stopsAfter(v1, campaign, 2);
    }
}
