package io.tandem.tests.crossing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.tests.Api;
import io.tandem.tests.Database;
import io.tandem.tests.Journal;
import io.tandem.tests.voipbin.V1;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** One run, steered from both sides. (mapping.md, rows state, enabled and kind) */
abstract class SteeringContract extends Crossing {

    SteeringContract(Database database) {
        super(database);
    }

    @Test
    void aRunningCampaignCannotBecomeWhatCouldNotBeStarted() {
        Both both = client();
        String campaign = both.v1().campaign("outplan_id", both.v1().outplan(), "end_handle", "continue");
        both.v1().status(campaign, "run");

        Api.Answer manual = both.v3()
                .api()
                .put("/v3/campaign/" + campaign, Api.object("campaign_name", "campaign", "type", "manual"));
        Api.Answer planless =
                both.v1().api().put("/v1.0/campaigns/" + campaign + "/resource_info", Api.object("outplan_id", ""));

        assertThat(manual.status()).as(manual.toString()).isEqualTo(400);
        assertThat(planless.status()).as(planless.toString()).isEqualTo(409);
        assertThat(both.v1().get("/campaigns/" + campaign).path("type").asText())
                .isEqualTo("call");
    }

    @Test
    void anEchoDoesNotTakeBackAReleasedOutdial() {
        Both both = client();
        String outdial = both.v1().outdial();
        String campaign = both.v1().campaign("outdial_id", outdial);
        both.v1().put("/outdials/" + outdial + "/campaign_id", "campaign_id", "");

        both.v1().api().put("/v1.0/campaigns/" + campaign, both.v1().get("/campaigns/" + campaign));

        assertThat(both.v1().get("/outdials/" + outdial).path("campaign_id").asText())
                .isEqualTo("00000000-0000-0000-0000-000000000000");
    }

    @Test
    void whatV1StartsV3PausesAndV1Stops() {
        Both both = client();
        String campaign = both.v3().campaign("steered");

        assertThat(both.v1().status(campaign, "run").path("status").asText()).isEqualTo("run");
        assertThat(both.v3().statusOf(campaign)).isEqualTo("start");
        String run = both.v3().read(campaign).path("run_id").asText();
        assertThat(run).isNotEmpty();

        both.v3().run(campaign, "pause");
        assertThat(both.v3().statusOf(campaign)).isEqualTo("pause");
        assertThat(both.v1().statusOf(campaign)).isEqualTo("stop");

        assertThat(both.v1().status(campaign, "run").path("status").asText()).isEqualTo("run");
        assertThat(both.v3().read(campaign).path("run_id").asText()).isEqualTo(run);
        both.v3().run(campaign, "pause");

        both.v1().status(campaign, "stop");
        eventually(() -> assertThat(both.v1().statusOf(campaign)).isEqualTo("stop"));
        assertThat(both.v3().statusOf(campaign)).isEqualTo("stop");
    }

    @Test
    void whatV3StartsV1StopsAndV3StartsAnew() {
        Both both = client();
        String campaign = both.v1().campaign("outplan_id", both.v1().outplan(), "end_handle", "continue");

        both.v3().run(campaign, "start");
        assertThat(both.v1().statusOf(campaign)).isEqualTo("run");
        String run = both.v3().read(campaign).path("run_id").asText();

        assertThat(both.v1().status(campaign, "stop").path("status").asText()).isIn("stopping", "stop");
        assertThat(both.v3().statusOf(campaign)).isEqualTo("stop");
        eventually(() -> assertThat(both.v1().statusOf(campaign)).isEqualTo("stop"));

        both.v3().run(campaign, "start");
        assertThat(both.v3().read(campaign).path("run_id").asText())
                .isNotEmpty()
                .isNotEqualTo(run);
        both.v3().run(campaign, "stop");
        eventually(() -> assertThat(both.v1().statusOf(campaign)).isEqualTo("stop"));
    }

    /** PAUSED shows in v1.0 as stopping while calls are up; a start from STOPPING is a new run. */
    @Test
    void callsThatAreStillUpShowAsStopping() {
        Both both = client();
        String outdial = both.v1().outdial(V1.number(1, "99030"));
        String campaign =
                both.v1().campaign("outplan_id", both.v1().outplan(), "outdial_id", outdial, "end_handle", "continue");
        both.v1().status(campaign, "run");
        eventually(() -> assertThat(both.v1().journal(campaign).calls()).hasSize(1));

        both.v3().run(campaign, "pause");
        assertThat(both.v1().statusOf(campaign)).isEqualTo("stopping");
        assertThat(both.v3().statusOf(campaign)).isEqualTo("pause");
        String run = both.v3().read(campaign).path("run_id").asText();

        assertThat(both.v1().status(campaign, "stop").path("status").asText()).isEqualTo("stopping");
        assertThat(both.v3().statusOf(campaign)).isEqualTo("stop");

        both.v3().run(campaign, "start");
        assertThat(both.v1().statusOf(campaign)).isEqualTo("run");
        assertThat(both.v3().read(campaign).path("run_id").asText()).isNotEqualTo(run);
        both.v3().run(campaign, "stop");
        eventually(() -> assertThat(both.v1().statusOf(campaign)).isEqualTo("stop"));
        assertThat(both.v1().journal(campaign).calls())
                .singleElement()
                .satisfies(call -> assertThat(call.cause()).isEqualTo(16));
    }

    @Test
    void anInactiveCampaignShowsAsStoppedAndDoesNotRun() {
        Both both = client();
        String campaign = both.v3().campaign("switched");
        both.v1().status(campaign, "run");

        both.v3().activate(campaign, false);

        assertThat(both.v1().statusOf(campaign)).isEqualTo("stop");
        assertRefused(
                both.v1().api().put("/v1.0/campaigns/" + campaign + "/status", Api.object("status", "run")),
                409,
                "STATE_INVALID");
        both.v3().activate(campaign, true);
        assertThat(both.v1().status(campaign, "run").path("status").asText()).isEqualTo("run");
    }

    @Test
    void whatV1CannotShowIsNotThere() {
        Both both = client();
        String manual = both.v3()
                .api()
                .post("/v3/campaign", Api.object("campaign_name", "m", "type", "manual"))
                .text("/campaign_uuid");

        assertThat(both.v1().list("/campaigns")).isEmpty();
        assertRefused(both.v1().api().get("/v1.0/campaigns/" + manual), 404, "CAMPAIGN_NOT_FOUND");
        assertRefused(
                both.v1().api().put("/v1.0/campaigns/" + manual + "/status", Api.object("status", "run")),
                404,
                "CAMPAIGN_NOT_FOUND");
        assertRefused(both.v1().api().delete("/v1.0/campaigns/" + manual), 404, "CAMPAIGN_NOT_FOUND");
    }

    @Test
    void aFlowCampaignIsStartedFromEitherSide() {
        Both both = client();
        String flow = both.v1().campaign("type", "flow", "outplan_id", both.v1().outplan(), "end_handle", "continue");

        assertThat(both.v3().read(flow).path("type").asText()).isEqualTo("autocall");
        assertThat(both.v3().read(flow).path("template_uuid").asText()).isEmpty();
        both.v3().run(flow, "start");
        assertThat(both.v1().statusOf(flow)).isEqualTo("run");
        both.v3().run(flow, "stop");
        both.v1().status(flow, "run");
        assertThat(both.v3().read(flow).path("status").asText()).isEqualTo("start");
    }

    /** A campaign of v3 is called with what v1.0 added to it, and each side sees the record of the call. */
    @Test
    void aCampaignOfV3CallsTheTargetsOfV1() {
        Both both = client();
        String campaign = both.v3().campaign("crossed", "call_timeout", 10);
        String outdial = both.v1().outdial(V1.number(1, "99000"));
        both.v1().put("/campaigns/" + campaign + "/resource_info", "outdial_id", outdial);

        both.v3().run(campaign, "start");

        eventually(() -> assertThat(both.v1().calls(campaign))
                .singleElement()
                .satisfies(call -> assertThat(call.path("result").asText()).isEqualTo("success")));
        Journal.Call call = both.v1().journal(campaign).calls().get(0);
        assertThat(call.to()).isEqualTo(V1.number(1, "99000"));
        assertThat(call.id())
                .isEqualTo(UUID.fromString(
                        both.v1().calls(campaign).get(0).path("id").asText()));
        assertThat(both.v3()
                        .get("/v3/lead?list_uuid=" + outdial)
                        .at("/data/0/called_count")
                        .asInt())
                .isEqualTo(1);
    }
}
