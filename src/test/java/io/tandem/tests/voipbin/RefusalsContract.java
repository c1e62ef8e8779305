package io.tandem.tests.voipbin;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.tests.Api;
import io.tandem.tests.Database;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is refused is refused in one sentence a fault, which names the field and nothing of our insides. */
abstract class RefusalsContract extends V1Contract {

    RefusalsContract(Database database) {
        super(database);
    }

    @Test
    void aTextIsNoLongerThanItsFieldHolds() {
        V1 v1 = client();
        String outdial = v1.outdial();
        Map<String, Object> bodies = Map.of(
                "/campaigns",
                Api.object("type", "call", "name", "x".repeat(256)),
                "/outplans",
                Api.object("name", "p", "detail", "x".repeat(4_097)),
                "/outdials",
                Api.object("name", "o", "data", "x".repeat(65_537)),
                "/outdials/" + outdial + "/targets",
                Api.object("destination_0", Map.of("target", "x".repeat(256))),
                "/agents",
                agent(username(), 16).put("password", "x".repeat(1_025)),
                "/tags",
                Api.object("name", "x".repeat(256)),
                "/queues",
                Api.object("name", "x".repeat(256)),
                "/flows",
                Api.object("name", "x".repeat(256)),
                "/accesskeys",
                Api.object("name", "x".repeat(256), "expire", 86_400));

        bodies.forEach((path, body) -> {
            Api.Answer refused = v1.api().post("/v1.0" + path, body);
            assertRefused(refused, 400, "INVALID_ARGUMENT");
            assertThat(refused.text("/error/message")).contains("must not be longer than");
        });

        v1.post(
                "/outdials",
                Api.object("name", "x".repeat(255), "detail", "y".repeat(4_096), "data", "z".repeat(65_536)));
    }

    @Test
    void brokenJsonIsToldInOurWords() {
        V1 v1 = client();

        for (String body : List.of("{", "{\"name\":}", "[".repeat(2_000), "{\"a\":1,\"a\":2}", "nul", "{} {}", "")) {
            Api.Answer refused = v1.api().send("POST", "/v1.0/tags", body);
            assertRefused(refused, 400, "INVALID_JSON_BODY");
            assertThat(refused.text("/error/message"))
                    .startsWith("The body cannot be read: ")
                    .doesNotContain("Unexpected", "Source", "ObjectNode", "Stream", "FAIL_ON", "token", "REDACTED");
        }
        assertThat(v1.api().send("POST", "/v1.0/tags", "{\n  \"name\": ,").text("/error/message"))
                .contains("line 2");
    }

    @Test
    void aBodyThatIsNotWhatItsEncodingSaysIsRefused() {
        V1 v1 = client();
        String outdial = v1.outdial();

        for (String encoding : List.of("gzip", "deflate")) {
            Api encoded = v1.api().withHeader("Content-Encoding", encoding);
            byte[] plain = "{\"name\":\"e\"}".getBytes(StandardCharsets.UTF_8);
            assertRefused(encoded.send("POST", "/v1.0/tags", plain, "application/json"), 400, "INVALID_JSON_BODY");
            assertRefused(
                    encoded.send("POST", "/v1.0/outdials/" + outdial + "/targets/import", plain, "text/csv"),
                    400,
                    "INVALID_JSON_BODY");
        }
    }

    @Test
    void anotherSchemeThanBearerShowsNoToken() {
        V1 v1 = client();
        Api basic = new Api(v1.api().base(), Map.of("Authorization", "Basic dTpw"));
        Api blank = new Api(v1.api().base(), Map.of("Authorization", "Bearer "));

        assertRefused(basic.get("/v1.0/campaigns"), 401, "AUTHENTICATION_REQUIRED");
        assertRefused(blank.get("/v1.0/campaigns"), 401, "AUTHENTICATION_REQUIRED");
        assertThat(basic.get("/v1.0/campaigns?accesskey="
                                + v1.tenant()
                                        .keys()
                                        .path("voipbin")
                                        .path("accesskey")
                                        .asText())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aCampaignThatNeverDialsIsNoNextOne() {
        V1 v1 = client();
        String inbound = v1.tenant()
                .autocall()
                .post("/v3/campaign", Api.object("campaign_name", "in", "type", "inbound"))
                .text("/campaign_uuid");
        String campaign = v1.campaign();

        Api.Answer refused = v1.api()
                .put("/v1.0/campaigns/" + campaign + "/next_campaign_id", Api.object("next_campaign_id", inbound));

        assertRefused(refused, 400, "INVALID_ARGUMENT");
        assertThat(refused.text("/error/details/0/field")).isEqualTo("next_campaign_id");
    }

    @Test
    void aKeysLifeIsRefusedOnce() {
        V1 v1 = client();

        for (Object body : List.of(
                Api.object(),
                Api.object("expire", null),
                Api.object("expire", 0),
                Api.object("expire", 86_399),
                Api.object("expire", 99_999_999_999L))) {
            Api.Answer refused = v1.api().post("/v1.0/accesskeys", body);
            assertRefused(refused, 400, "INVALID_ARGUMENT");
            assertThat(refused.json().at("/error/details")).hasSize(1);
            assertThat(refused.text("/error/details/0/field")).isEqualTo("expire");
        }
    }

    @Test
    void aReferenceToNothingNamesItsField() {
        V1 v1 = client();
        String campaign = v1.campaign();
        String queue = v1.post("/queues", Api.object("name", "q")).path("id").asText();
        String agent = v1.availableAgent();
        String outdial = v1.outdial();

        assertMissing(v1, "/campaigns/" + campaign + "/next_campaign_id", "next_campaign_id");
        for (String field : List.of("outplan_id", "outdial_id", "queue_id", "next_campaign_id")) {
            assertMissing(v1, "/campaigns/" + campaign + "/resource_info", field);
        }
        assertMissing(v1, "/outdials/" + outdial + "/campaign_id", "campaign_id");
        assertMissing(v1, "/queues/" + queue + "/tag_ids", "tag_ids");
        assertMissing(v1, "/agents/" + agent + "/tag_ids", "tag_ids");
    }

    private static void assertMissing(V1 v1, String path, String field) {
        String id = UUID.randomUUID().toString();
        Object value = field.equals("tag_ids") ? List.of(id) : id;

        Api.Answer refused = v1.api().put("/v1.0" + path, Api.object(field, value));

        assertRefused(refused, 400, "INVALID_ARGUMENT");
        assertThat(refused.text("/error/details/0/field")).isEqualTo(field);
        assertThat(refused.text("/error/message")).contains(field, id);
    }
}
