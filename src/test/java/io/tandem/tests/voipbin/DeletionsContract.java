package io.tandem.tests.voipbin;

import static io.tandem.tests.voipbin.DialledContract.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.tests.Api;
import io.tandem.tests.Database;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Deleting: what it shows, and what a campaign's run keeps from it. (section 3, "deleting what a RUNNING …") */
abstract class DeletionsContract extends V1Contract {

    DeletionsContract(Database database) {
        super(database);
    }

    @Test
    void aDeletionIsAChange() {
        V1 v1 = client();

        for (String path : List.of(
                "/outplans/" + v1.outplan(),
                "/outdials/" + v1.outdial(),
                "/tags/" + v1.tag(),
                "/queues/" + made(v1, "/queues"),
                "/flows/" + made(v1, "/flows"),
                "/campaigns/" + v1.campaign())) {
            JsonNode gone = v1.delete(path);

            assertThat(gone.path("tm_delete").asText()).as(path).isNotEqualTo(V1.NEVER);
            assertThat(gone.path("tm_update")).as(path).isEqualTo(gone.path("tm_delete"));
            assertThat(v1.get(path)).as(path).isEqualTo(gone);
        }
    }

    @Test
    void theDeletionOfACallsRecordIsAChange() {
        V1 v1 = client();
        String campaign = v1.campaign("outplan_id", v1.outplan(), "outdial_id", v1.outdial(V1.number(1, "99001")));
        v1.status(campaign, "run");
        eventually(10, () -> assertThat(v1.statusOf(campaign)).isEqualTo("stop"));
        String call = v1.calls(campaign).get(0).path("id").asText();

        JsonNode gone = v1.delete("/campaigncalls/" + call);

        assertThat(gone.path("tm_delete").asText()).isNotEqualTo(V1.NEVER);
        assertThat(gone.path("tm_update")).isEqualTo(gone.path("tm_delete"));
        assertThat(v1.get("/campaigncalls/" + call)).isEqualTo(gone);
    }

    @Test
    void whatARunningOrStoppingCampaignUsesStays() {
        V1 v1 = client();
        String queue = v1.queueWithAgents(1);
        String outplan = v1.outplan();
        String outdial = v1.outdial(V1.number(1, "99050"));
        String campaign =
                v1.campaign("outplan_id", outplan, "outdial_id", outdial, "queue_id", queue, "end_handle", "continue");
        List<String> used = List.of("/outplans/" + outplan, "/outdials/" + outdial, "/queues/" + queue);

        v1.status(campaign, "run");
        used.forEach(path -> assertRefused(v1.api().delete("/v1.0" + path), 409, "STATE_INVALID"));
        eventually(5, () -> assertThat(v1.journal(campaign).calls()).hasSize(1));
        assertThat(v1.status(campaign, "stop").path("status").asText()).isEqualTo("stopping");
        used.forEach(path -> assertRefused(v1.api().delete("/v1.0" + path), 409, "STATE_INVALID"));

        used.forEach(path ->
                assertThat(v1.get(path).path("tm_delete").asText()).as(path).isEqualTo(V1.NEVER));
        eventually(10, () -> assertThat(v1.statusOf(campaign)).isEqualTo("stop"));
        used.forEach(v1::delete);
    }

    @Test
    void whatAPausedCampaignUsesMayGoAndItsStartNamesIt() {
        V1 v1 = client();
        for (String what : List.of("outplan", "outdial", "queue")) {
            Map<String, String> made =
                    Map.of("outplan", v1.outplan(), "outdial", v1.outdial(), "queue", made(v1, "/queues"));
            String campaign = v1.campaign(
                    "outplan_id",
                    made.get("outplan"),
                    "outdial_id",
                    made.get("outdial"),
                    "queue_id",
                    made.get("queue"),
                    "end_handle",
                    "continue");
            v1.status(campaign, "run");
            pause(v1, campaign);

            v1.delete("/" + what + "s/" + made.get(what));

            Api.Answer start = v1.api().put("/v1.0/campaigns/" + campaign + "/status", Api.object("status", "run"));
            if (what.equals("outdial")) {
                assertThat(start.status()).as("%s", start).isEqualTo(200);
                assertThat(v1.get("/campaigns/" + campaign).path("outdial_id").asText())
                        .isEqualTo(V1.NIL);
            } else {
                assertRefused(start, 400, "INVALID_ARGUMENT");
                assertThat(start.text("/error/message")).contains(made.get(what));
            }
        }
    }

    /** Shown as stopping as long as a call is up. (mapping.md, row state) */
    @Test
    void whatAPausedCampaignUsesStaysWhileItsCallsAreUp() {
        V1 v1 = client();
        String queue = v1.queueWithAgents(1);
        String outplan = v1.outplan();
        String campaign = v1.campaign(
                "outplan_id",
                outplan,
                "outdial_id",
                v1.outdial(V1.number(1, "99050")),
                "queue_id",
                queue,
                "end_handle",
                "continue");
        v1.status(campaign, "run");
        eventually(5, () -> assertThat(v1.journal(campaign).calls()).hasSize(1));
        pause(v1, campaign);

        for (String path : List.of("/outplans/" + outplan, "/queues/" + queue)) {
            assertRefused(v1.api().delete("/v1.0" + path), 409, "STATE_INVALID");
        }

        eventually(10, () -> assertThat(v1.statusOf(campaign)).isEqualTo("stop"));
        v1.delete("/outplans/" + outplan);
        v1.delete("/queues/" + queue);
    }

    /** Of a start and a deletion of what it needs, at the same moment, one is refused; else it would run for ever. */
    @Test
    void aStartAndADeletionOfWhatItNeedsDoNotBothGoWell() {
        V1 v1 = client();
        for (int i = 0; i < 40; i++) {
            String queue = made(v1, "/queues");
            String outplan = v1.outplan();
            String campaign = v1.campaign(
                    "outplan_id", outplan, "outdial_id", v1.outdial(), "queue_id", queue, "end_handle", "continue");
            String path = i % 2 == 0 ? "/queues/" + queue : "/outplans/" + outplan;

            assertThat(bothGoWell(
                            () -> v1.api().put("/v1.0/campaigns/" + campaign + "/status", Api.object("status", "run")),
                            () -> v1.api().delete("/v1.0" + path)))
                    .as("start and deletion of %s", path)
                    .isFalse();
        }
    }

    /** As much for one that runs and comes to name it. */
    @Test
    void aRunningCampaignAndADeletionOfWhatItComesToNameDoNotBothGoWell() {
        V1 v1 = client();
        String campaign = v1.campaign("outplan_id", v1.outplan(), "outdial_id", v1.outdial(), "end_handle", "continue");
        v1.status(campaign, "run");
        for (int i = 0; i < 40; i++) {
            String queue = made(v1, "/queues");
            ObjectNode resources = (ObjectNode) v1.get("/campaigns/" + campaign);
            resources.put("queue_id", queue);

            assertThat(bothGoWell(
                            () -> v1.api().put("/v1.0/campaigns/" + campaign + "/resource_info", resources),
                            () -> v1.api().delete("/v1.0/queues/" + queue)))
                    .as("naming and deletion of queue %s", i)
                    .isFalse();
            v1.api().put("/v1.0/campaigns/" + campaign + "/resource_info", resources.put("queue_id", V1.NIL));
        }
    }

    private static boolean bothGoWell(Supplier<Api.Answer> one, Supplier<Api.Answer> other) {
        CompletableFuture<Api.Answer> rival = CompletableFuture.supplyAsync(other, work -> new Thread(work).start());
        Api.Answer answer = one.get();
        return answer.status() == 200 && rival.join().status() == 200;
    }

    private static void pause(V1 v1, String campaign) {
        Api.Answer paused = v1.tenant().autocall().post("/v3/campaign/" + campaign + "/run/pause", "{}");
        assertThat(paused.status()).as("%s", paused).isEqualTo(200);
    }

    private static String made(V1 v1, String path) {
        return v1.post(path, Api.object("name", "n")).path("id").asText();
    }
}
