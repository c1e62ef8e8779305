package io.tandem.tests.voipbin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.tests.Api;
import io.tandem.tests.Database;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Changing, starting and deleting campaigns: section 6, numbers 20 to 29. */
abstract class CampaignChangesContract extends V1Contract {

    CampaignChangesContract(Database database) {
        super(database);
    }

    /** 20. */
    @Test
    void anotherTenantsCampaignIsNotThere() {
        V1 v1 = client();
        String campaign = v1.campaign("outplan_id", v1.outplan());
        JsonNode before = v1.get("/campaigns/" + campaign);
        Api stranger = client().api();
        String path = "/v1.0/campaigns/" + campaign;

        assertRefused(stranger.get(path), 404, "CAMPAIGN_NOT_FOUND");
        assertRefused(stranger.put(path, Api.object("name", "mine")), 404, "CAMPAIGN_NOT_FOUND");
        assertRefused(stranger.put(path + "/status", Api.object("status", "run")), 404, "CAMPAIGN_NOT_FOUND");
        assertRefused(stranger.put(path + "/actions", Api.object("actions", List.of())), 404, "CAMPAIGN_NOT_FOUND");
        assertRefused(stranger.get(path + "/campaigncalls"), 404, "CAMPAIGN_NOT_FOUND");
        assertRefused(stranger.delete(path), 404, "CAMPAIGN_NOT_FOUND");

        assertThat(v1.get("/campaigns/" + campaign)).isEqualTo(before);
    }

    /** 23 and 24. */
    @Test
    void onlyWhatIsSentIsChanged() {
        V1 v1 = client();
        String campaign = v1.campaign("outplan_id", v1.outplan(), "outdial_id", v1.outdial());
        ObjectNode expected = (ObjectNode) v1.get("/campaigns/" + campaign);
        Object[] five = {
            "name", "new", "detail", "new detail", "type", "flow", "service_level", 50, "end_handle", "continue"
        };

        JsonNode changed = v1.put("/campaigns/" + campaign, five);
        JsonNode renamed = v1.put("/campaigns/" + campaign, "name", "n");

        expected.setAll(Api.object(five));
        assertThat(timeless(changed)).isEqualTo(timeless(expected));
        assertThat(changed.path("tm_update").asText()).isNotEqualTo(V1.NEVER);
        assertThat(timeless(renamed)).isEqualTo(timeless(expected.put("name", "n")));
        assertThat(v1.get("/campaigns/" + campaign)).isEqualTo(renamed);
    }

    /** 25. */
    @Test
    void theOtherRoutesChangeTheirField() {
        V1 v1 = client();
        String campaign = v1.campaign();
        String other = v1.campaign();

        v1.put("/campaigns/" + campaign + "/service_level", "service_level", 150);
        v1.put("/campaigns/" + campaign + "/actions", "actions", List.of(Map.of("type", "answer")));
        v1.put("/campaigns/" + campaign + "/next_campaign_id", "next_campaign_id", other);

        JsonNode chained = v1.get("/campaigns/" + campaign);
        assertThat(chained.path("service_level").asInt()).isEqualTo(150);
        assertThat(chained.at("/actions/0/type").asText()).isEqualTo("answer");
        assertThat(chained.path("next_campaign_id").asText()).isEqualTo(other);
        v1.put("/campaigns/" + campaign + "/next_campaign_id", "next_campaign_id", "");
        assertThat(v1.get("/campaigns/" + campaign).path("next_campaign_id").asText())
                .isEqualTo(V1.NIL);
        assertRefused(
                v1.api().put("/v1.0/campaigns/" + campaign + "/next_campaign_id", Api.object("next_campaign_id", "x")),
                400,
                "INVALID_ARGUMENT");
    }

    /** 27 and 29. */
    @Test
    void aRunIsAskedForInTwoWordsAndKeepsTheCampaignFromDeletion() {
        V1 v1 = client();
        String campaign = v1.campaign("outplan_id", v1.outplan(), "end_handle", "continue");

        for (String word : List.of("stopping", "", "pause")) {
            assertRefused(
                    v1.api().put("/v1.0/campaigns/" + campaign + "/status", Api.object("status", word)),
                    400,
                    "INVALID_ARGUMENT");
        }
        assertThat(v1.statusOf(campaign)).isEqualTo("stop");
        assertThat(v1.status(campaign, "running").path("status").asText()).isEqualTo("run");
        assertRefused(v1.api().delete("/v1.0/campaigns/" + campaign), 409, "STATE_INVALID");
        assertThat(v1.statusOf(campaign)).isEqualTo("run");
    }

    /** 28. */
    @Test
    void aDeletedCampaignLeavesTheListAndKeepsItsId() {
        V1 v1 = client();
        String campaign = v1.campaign();
        String kept = v1.campaign();

        JsonNode gone = v1.delete("/campaigns/" + campaign);

        assertThat(gone.path("id").asText()).isEqualTo(campaign);
        assertThat(gone.path("tm_delete").asText()).isNotEqualTo(V1.NEVER);
        assertThat(v1.list("/campaigns"))
                .extracting(row -> row.path("id").asText())
                .containsExactly(kept);
        assertThat(v1.get("/campaigns/" + campaign)).isEqualTo(gone);
        assertRefused(v1.api().delete("/v1.0/campaigns/" + campaign), 404, "CAMPAIGN_NOT_FOUND");
    }

    /** A campaign without an outplan has no way. */
    @Test
    void whatCannotRunIsRefusedClearly() {
        V1 v1 = client();
        String campaign = v1.campaign();

        Api.Answer refused = v1.api().put("/v1.0/campaigns/" + campaign + "/status", Api.object("status", "run"));

        assertRefused(refused, 409, "STATE_INVALID");
        assertThat(refused.text("/error/message")).contains("outplan");
        assertThat(v1.statusOf(campaign)).isEqualTo("stop");
    }

    @Test
    void aCallThatWasOneStaysOneWhenItsCampaignBecomesAFlow() {
        V1 v1 = client();
        String campaign = v1.campaign("outplan_id", v1.outplan(), "outdial_id", v1.outdial(V1.number(1, "99000")));
        v1.status(campaign, "run");
        DialledContract.eventually(10, () -> assertThat(v1.statusOf(campaign)).isEqualTo("stop"));

        v1.put("/campaigns/" + campaign, "type", "flow");

        assertThat(v1.calls(campaign))
                .singleElement()
                .satisfies(
                        call -> assertThat(call.path("reference_type").asText()).isEqualTo("call"));
    }

    private static JsonNode timeless(JsonNode campaign) {
        ObjectNode copy = campaign.deepCopy();
        return copy.without("tm_update");
    }
}
