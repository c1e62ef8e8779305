package io.tandem.tests.replanning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.tests.Api;
import io.tandem.tests.Database;
import io.tandem.tests.GatewayUnderTest;
import io.tandem.tests.Journal.Call;
import io.tandem.tests.voipbin.V1;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.core.ThrowingRunnable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * A plan edit re-opens and closes what was called before. (autocall-v3.md, D39; voipbin-v1.md, section 3, switching to
 * another outplan; design section 5, "A plan edit")
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class ReplanningContract {

    private static final String BUSY = "99100";
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Database database;
    private GatewayUnderTest gateway;
    private V1 v1;
    private Api v3;

    ReplanningContract(Database database) {
        this.database = database;
    }

    @BeforeAll
    void startGateway() {
        gateway = GatewayUnderTest.start(
                database.fresh(), Map.of("TANDEM_CLOCK", "2030-03-04T03:00:00Z", "TANDEM_SIM_SPEED", "10"));
    }

    @AfterAll
    void closeGateway() {
        gateway.close();
    }

    @BeforeEach
    void makeTenant() {
        v1 = V1.of(gateway.tenant("replanning"));
        v3 = v1.tenant().autocall();
    }

    // ---- through v3

    /** An autocall campaign with one lead that is always busy, started. */
    private String autocall(@Nullable Object... fields) {
        String campaign = v3.post("/v3/campaign", Api.object("campaign_name", "a", "type", "autocall"))
                .text("/campaign_uuid");
        if (fields.length > 0) {
            edit(campaign, fields);
        }
        String list = v3.post("/v3/list", Api.object("campaign_uuid", campaign, "list_name", "l"))
                .text("/list_uuid");
        assertThat(v3.post("/v3/lead", Api.object("list_uuid", list, "phone_number", "0901199100"))
                        .status())
                .isEqualTo(201);
        assertThat(v3.post("/v1/campaign/" + campaign + "/run/start", "{}").status())
                .isEqualTo(200);
        return campaign;
    }

    private void edit(String campaign, @Nullable Object... fields) {
        ObjectNode body = Api.object("campaign_name", "a", "type", "autocall");
        body.setAll(Api.object(fields));
        Api.Answer answer = v3.put("/v3/campaign/" + campaign, body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    private List<Call> calls(String campaign) {
        return gateway.journal().of(UUID.fromString(campaign)).calls();
    }

    private void eventually(ThrowingRunnable assertion) {
        await().atMost(SOON).pollInterval(Duration.ofMillis(50)).untilAsserted(assertion);
    }

    private void exhaustedAfter(String campaign, int calls) {
        eventually(() -> {
            JsonNode targets = v3.get("/gateway/campaigns/" + campaign + "/progress")
                    .json()
                    .path("targets");
            assertThat(targets.path("exhausted").asInt()).as(targets.toString()).isEqualTo(1);
            assertThat(targets.path("left").asInt()).as(targets.toString()).isZero();
            assertThat(calls(campaign)).hasSize(calls);
        });
    }

    private void waitsAfter(String campaign, int calls) {
        eventually(() -> {
            JsonNode progress =
                    v3.get("/gateway/campaigns/" + campaign + "/progress").json();
            assertThat(calls(campaign)).hasSize(calls);
            assertThat(progress.at("/attempts/busy").asInt()).isEqualTo(calls);
            assertThat(progress.at("/targets/left").asInt()).isEqualTo(1);
        });
    }

    /** The shortest delay that v3 has is ten seconds; this one comes from the other dialect. */
    private void recallAfter(String campaign, long millis) {
        dialInfo(v1.get("/campaigns/" + campaign).path("outplan_id").asText(), "try_interval", millis);
    }

    private void dialInfo(String outplan, @Nullable Object... fields) {
        v1.put("/outplans/" + outplan + "/dial_info", fields);
    }

    @Test
    void moreRecallsCallAnExhaustedLeadAgain() {
        String campaign = autocall();
        recallAfter(campaign, 300);
        exhaustedAfter(campaign, 1);

        edit(campaign, "recall_times", 2);

        exhaustedAfter(campaign, 3);
        List<Call> calls = calls(campaign);
        for (int i = 1; i < calls.size(); i++) {
            assertThat(Duration.between(
                            Objects.requireNonNull(calls.get(i - 1).ended()),
                            calls.get(i).placed()))
                    .isGreaterThanOrEqualTo(Duration.ofMillis(300));
        }
        edit(campaign, "recall_times", 3);
        exhaustedAfter(campaign, 4);
    }

    @Test
    void fewerRecallsEndALeadThatWaitedForOne() {
        String campaign = autocall("recall_times", 5, "schedule_recall", "minute", "schedule_recall_duration", 60);
        waitsAfter(campaign, 1);

        edit(campaign, "recall_times", 0);

        exhaustedAfter(campaign, 1);
    }

    @Test
    void recallStatusClosesAndReopens() {
        String campaign = autocall("recall_times", 5, "schedule_recall", "minute", "schedule_recall_duration", 60);
        waitsAfter(campaign, 1);

        edit(campaign, "recall_status", List.of("failed"));
        exhaustedAfter(campaign, 1);
        edit(campaign, "recall_status", List.of("failed", "busy"));
        waitsAfter(campaign, 1);
        recallAfter(campaign, 200);

        exhaustedAfter(campaign, 6);
    }

    @Test
    void aShorterDelayHoldsForALeadThatWaits() {
        String campaign = autocall("recall_times", 1, "schedule_recall", "minute", "schedule_recall_duration", 60);
        waitsAfter(campaign, 1);

        edit(campaign, "schedule_recall", "after");

        exhaustedAfter(campaign, 2);
        List<Call> calls = calls(campaign);
        assertThat(Duration.between(
                        Objects.requireNonNull(calls.get(0).ended()),
                        calls.get(1).placed()))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void anEchoStartsNothing() {
        String campaign = autocall();
        exhaustedAfter(campaign, 1);
        JsonNode shown = v3.get("/v3/campaign/" + campaign).json();

        assertThat(v3.put("/v3/campaign/" + campaign, shown).status()).isEqualTo(200);
        edit(campaign, "description", "another", "recall_times", 0);

        exhaustedAfter(campaign, 1);
    }

    // ---- through v1.0

    @Test
    void moreTriesCallAnExhaustedTargetAgain() {
        String outplan = v1.outplan("try_interval", 200);
        String campaign = v1.campaign(
                "outplan_id", outplan, "outdial_id", v1.outdial(V1.number(1, BUSY)), "end_handle", "continue");
        v1.status(campaign, "run");
        exhaustedAfter(campaign, 1);

        dialInfo(outplan, "max_try_count_0", 3);

        exhaustedAfter(campaign, 3);
        assertThat(v1.statusOf(campaign)).isEqualTo("run");
        assertThat(v1.calls(campaign))
                .extracting(call -> call.path("try_count").asInt())
                .containsExactly(1, 2, 3);
    }

    @Test
    void anotherDestinationIsCalledOnceThePlanHasTriesForIt() {
        String outplan = v1.outplan();
        String outdial = v1.outdial();
        v1.target(outdial, V1.number(1, BUSY), V1.number(2, "99000"));
        String campaign = v1.campaign("outplan_id", outplan, "outdial_id", outdial, "end_handle", "continue");
        v1.status(campaign, "run");
        exhaustedAfter(campaign, 1);

        dialInfo(outplan, "max_try_count_1", 1);

        eventually(() -> assertThat(calls(campaign))
                .extracting(Call::to)
                .containsExactly(V1.number(1, BUSY), V1.number(2, "99000")));
    }

    @Test
    void aLongWaitEndsWithAShorterInterval() {
        String outplan = v1.outplan("try_interval", 3_600_000, "max_try_count_0", 2);
        String campaign = v1.campaign("outplan_id", outplan, "outdial_id", v1.outdial(V1.number(1, BUSY)));
        v1.status(campaign, "run");
        waitsAfter(campaign, 1);

        dialInfo(outplan, "try_interval", 100);

        exhaustedAfter(campaign, 2);
        eventually(() -> assertThat(v1.statusOf(campaign)).isEqualTo("stop"));
    }

    @Test
    void switchingToAnotherOutplanIsAPlanEdit() {
        String campaign = v1.campaign(
                "outplan_id", v1.outplan(), "outdial_id", v1.outdial(V1.number(1, BUSY)), "end_handle", "continue");
        v1.status(campaign, "run");
        exhaustedAfter(campaign, 1);

        v1.put("/campaigns/" + campaign + "/resource_info", "outplan_id", v1.outplan("max_try_count_0", 2));

        exhaustedAfter(campaign, 2);
    }

    @Test
    void aStoppedCampaignGoesOnWithItsNextRun() {
        String outplan = v1.outplan();
        String campaign = v1.campaign("outplan_id", outplan, "outdial_id", v1.outdial(V1.number(1, BUSY)));
        v1.status(campaign, "run");
        eventually(() -> assertThat(v1.statusOf(campaign)).isEqualTo("stop"));

        dialInfo(outplan, "max_try_count_0", 2);
        waitsAfter(campaign, 1);
        v1.status(campaign, "run");

        exhaustedAfter(campaign, 2);
        eventually(() -> assertThat(v1.statusOf(campaign)).isEqualTo("stop"));
    }

    @Test
    void everyCampaignOfASharedOutplanFollowsIt() {
        String outplan = v1.outplan();
        List<String> campaigns = List.of(
                v1.campaign(
                        "outplan_id", outplan, "outdial_id", v1.outdial(V1.number(1, BUSY)), "end_handle", "continue"),
                v1.campaign(
                        "outplan_id", outplan, "outdial_id", v1.outdial(V1.number(2, BUSY)), "end_handle", "continue"));
        campaigns.forEach(campaign -> v1.status(campaign, "run"));
        campaigns.forEach(campaign -> exhaustedAfter(campaign, 1));

        dialInfo(outplan, "max_try_count_0", 2);

        campaigns.forEach(campaign -> exhaustedAfter(campaign, 2));
    }
}
