package io.tandem.tests.voipbin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.tests.Api;
import io.tandem.tests.Database;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Making, reading and changing campaigns: section 6, numbers 11 to 29 and 73. */
abstract class CampaignsContract extends V1Contract {

    private static final String HELLO = "Hello. This is outbound campaign's test calling. Please wait until the agent"
            + " answer the call. Thank you.";

    CampaignsContract(Database database) {
        super(database);
    }

    /** 11 and 12: the body of seed 004, whose outdial was made before. */
    @Test
    void theTutorialsCampaignIsMade() {
        V1 v1 = client();
        String outplan = v1.outplan();
        String outdial = v1.outdial();
        String queue = v1.queueWithAgents(0);

        JsonNode made = v1.post(
                "/campaigns",
                Api.object(
                        "name", "test campaign",
                        "detail", "test campaign detail",
                        "type", "call",
                        "service_level", 100,
                        "end_handle", "stop",
                        "actions",
                                List.of(Map.of(
                                        "type", "talk", "option", Map.of("text", HELLO, "language", "en-US"))),
                        "outplan_id", outplan,
                        "outdial_id", outdial,
                        "queue_id", queue));

        assertThat(made.path("status").asText()).isEqualTo("stop");
        assertThat(made.at("/actions/0/type").asText()).isEqualTo("talk");
        assertThat(made.at("/actions/0/option/text").asText()).isEqualTo(HELLO);
        assertThat(made.at("/actions/0/id").asText()).isEqualTo(V1.NIL);
        assertThat(made.path("outplan_id").asText()).isEqualTo(outplan);
        assertThat(made.path("outdial_id").asText()).isEqualTo(outdial);
        assertThat(made.path("queue_id").asText()).isEqualTo(queue);
        assertThat(made.path("next_campaign_id").asText()).isEqualTo(V1.NIL);
        assertThat(made.path("tm_create").asText()).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{6}");
        assertThat(made.path("tm_update").asText()).isEqualTo(V1.NEVER);
        assertThat(made.path("tm_delete").asText()).isEqualTo(V1.NEVER);
        assertThat(v1.get("/campaigns/" + made.path("id").asText())).isEqualTo(made);
        assertThat(v1.get("/outdials/" + outdial).path("campaign_id")).isEqualTo(made.path("id"));
        JsonNode newest = v1.newest().get("/campaigns/" + made.path("id").asText());
        assertThat(newest.path("tm_delete").isNull()).isTrue();
        assertThat(newest.path("tm_create").asText()).endsWith("Z");
    }

    /** 13: the order that the deployed server wants ends the same. */
    @Test
    void anOutdialOfTheCampaignIsGivenToItAfterwards() {
        V1 v1 = client();
        String outplan = v1.outplan();
        String campaign = v1.campaign("outplan_id", outplan);
        JsonNode outdial = v1.post("/outdials", Api.object("name", "o", "campaign_id", campaign));
        String id = outdial.path("id").asText();

        JsonNode changed = v1.put(
                "/campaigns/" + campaign + "/resource_info",
                "outplan_id", outplan, "outdial_id", id, "queue_id", "", "next_campaign_id", "");

        assertThat(changed.path("outdial_id").asText()).isEqualTo(id);
        assertThat(changed.path("outplan_id").asText()).isEqualTo(outplan);
        assertThat(changed.path("queue_id").asText()).isEqualTo(V1.NIL);
        assertThat(v1.get("/outdials/" + id).path("campaign_id").asText()).isEqualTo(campaign);
    }

    /** 15. */
    @Test
    void aCampaignOfWhatIsNotThereIsNotMade() {
        V1 v1 = client();
        String deleted = v1.outplan();
        v1.delete("/outplans/" + deleted);

        for (String outplan : List.of(UUID.randomUUID().toString(), client().outplan(), deleted)) {
            assertRefused(v1.api().post("/v1.0/campaigns", body("outplan_id", outplan)), 400, "INVALID_ARGUMENT");
        }
        for (String field : List.of("outdial_id", "queue_id", "next_campaign_id")) {
            Api.Answer refused =
                    v1.api().post("/v1.0/campaigns", body(field, UUID.randomUUID().toString()));
            assertRefused(refused, 400, "INVALID_ARGUMENT");
        }
        assertThat(v1.list("/campaigns")).isEmpty();
    }

    /** 16 and 17. */
    @Test
    void aBrokenBodyIsRefusedNamingTheField() {
        V1 v1 = client();

        Api.Answer type = v1.api().post("/v1.0/campaigns", body("type", "sms"));
        Api.Answer end = v1.api().post("/v1.0/campaigns", body("end_handle", "loop"));

        assertRefused(type, 400, "INVALID_ARGUMENT");
        assertThat(type.text("/error/message")).contains("type");
        assertRefused(end, 400, "INVALID_ARGUMENT");
        assertThat(end.text("/error/message")).contains("end_handle");
        assertRefused(v1.api().post("/v1.0/campaigns", "{"), 400, "INVALID_JSON_BODY");
        assertRefused(v1.api().post("/v1.0/campaigns", body("service_level", "x")), 400, "INVALID_JSON_BODY");
        assertThat(v1.list("/campaigns")).isEmpty();
    }

    /** 18 and 19. */
    @Test
    void anIdIsAUuidOfSomethingThatIsThere() {
        V1 v1 = client();

        assertRefused(v1.api().get("/v1.0/campaigns/not-a-uuid"), 400, "INVALID_ID");
        assertRefused(v1.api().get("/v1.0/campaigns/" + V1.NIL), 400, "INVALID_ID");
        assertRefused(v1.api().get("/v1.0/campaigns/" + UUID.randomUUID()), 404, "CAMPAIGN_NOT_FOUND");
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

    /** What cannot be dialled says so at its start: flows are not run, and a campaign without an outplan has no way. */
    @Test
    void whatCannotRunIsRefusedClearly() {
        V1 v1 = client();
        String flow = v1.campaign("type", "flow", "outplan_id", v1.outplan());
        String planless = v1.campaign();

        for (String campaign : List.of(flow, planless)) {
            Api.Answer refused =
                    v1.api().put("/v1.0/campaigns/" + campaign + "/status", Api.object("status", "run"));
            assertRefused(refused, 409, "STATE_INVALID");
            assertThat(refused.text("/error/message")).containsAnyOf("type", "outplan");
            assertThat(v1.statusOf(campaign)).isEqualTo("stop");
        }
    }

    /** 73. */
    @Test
    void anUnknownRouteIsAnsweredInTheEnvelope() {
        V1 v1 = client();

        assertRefused(v1.api().get("/v1.0/nope"), 404, "ROUTE_NOT_FOUND");
        assertRefused(v1.api().patch("/v1.0/campaigns", "{}"), 404, "ROUTE_NOT_FOUND");
    }

    private static ObjectNode body(String field, Object value) {
        ObjectNode body = Api.object("name", "n", "type", "call");
        body.setAll(Api.object(field, value));
        return body;
    }

    private static JsonNode timeless(JsonNode campaign) {
        ObjectNode copy = campaign.deepCopy();
        return copy.without("tm_update");
    }
}
