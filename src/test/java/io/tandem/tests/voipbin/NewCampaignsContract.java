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

/** Making and reading campaigns: section 6, numbers 11 to 19 and 73. */
abstract class NewCampaignsContract extends V1Contract {

    private static final String HELLO = "Hello. This is outbound campaign's test calling. Please wait until the agent"
            + " answer the call. Thank you.";

    NewCampaignsContract(Database database) {
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
                        "name",
                        "test campaign",
                        "detail",
                        "test campaign detail",
                        "type",
                        "call",
                        "service_level",
                        100,
                        "end_handle",
                        "stop",
                        "actions",
                        List.of(Map.of("type", "talk", "option", Map.of("text", HELLO, "language", "en-US"))),
                        "outplan_id",
                        outplan,
                        "outdial_id",
                        outdial,
                        "queue_id",
                        queue));

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
                "outplan_id",
                outplan,
                "outdial_id",
                id,
                "queue_id",
                "",
                "next_campaign_id",
                "");

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
            Api.Answer refused = v1.api()
                    .post("/v1.0/campaigns", body(field, UUID.randomUUID().toString()));
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
}
