package io.tandem.tests.voipbin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.tests.Api;
import io.tandem.tests.Database;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What real clients send and the original refuses or mistakes. (section 3, last column) */
abstract class LiberalInputContract extends V1Contract {

    LiberalInputContract(Database database) {
        super(database);
    }

    @Test
    void freightIsTextAnObjectOrNothing() {
        V1 v1 = client();
        String outdial = v1.outdial();

        for (String path : List.of("/outdials", "/outdials/" + outdial + "/targets")) {
            JsonNode body = Api.object("name", "n", "destination_0", V1.tel(V1.number(1, "99001")));
            assertThat(freight(v1, path, body, "text")).isEqualTo("text");
            assertThat(freight(v1, path, body, Map.of())).isEqualTo("{}");
            assertThat(freight(v1, path, body, List.of(1, 2))).isEqualTo("[1,2]");
            assertThat(freight(v1, path, body, null)).isEmpty();
        }
        assertThat(v1.put("/outdials/" + outdial + "/data", "data", Map.of("k", true))
                        .path("data")
                        .asText())
                .isEqualTo("{\"k\":true}");
    }

    private static String freight(V1 v1, String path, JsonNode body, @org.jspecify.annotations.Nullable Object data) {
        JsonNode sent = body.deepCopy();
        ((com.fasterxml.jackson.databind.node.ObjectNode) sent).setAll(Api.object("data", data));
        return v1.post(path, sent).path("data").asText();
    }

    @Test
    void aMissingTypeOfAnAddressIsInferred() {
        V1 v1 = client();

        JsonNode target = v1.post(
                "/outdials/" + v1.outdial() + "/targets",
                Api.object(
                        "destination_0", Map.of("target", "+15559876543"),
                        "destination_1", Map.of("target", "sip:a@example.com", "type", "")));

        assertThat(target.at("/destination_0/type").asText()).isEqualTo("tel");
        assertThat(target.at("/destination_1/type").asText()).isEqualTo("sip");
    }

    @Test
    void partOfADialInfoChangesThatPart() {
        V1 v1 = client();
        String outplan = v1.outplan("try_interval", 7_000, "max_try_count_0", 2, "max_try_count_1", 3);

        JsonNode changed = v1.put("/outplans/" + outplan + "/dial_info", "max_try_count_1", 4, "source", null);

        assertThat(changed.path("max_try_count_0").asInt()).isEqualTo(2);
        assertThat(changed.path("max_try_count_1").asInt()).isEqualTo(4);
        assertThat(changed.path("try_interval").asInt()).isEqualTo(7_000);
        assertThat(changed.at("/source/target").asText()).isEqualTo(V1.SOURCE);
        assertThat(v1.post("/outplans", Api.object("name", "bare"))
                        .path("max_try_count_0")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void idsMayBeEmptyAndTheRestMayBeLeftOut() {
        V1 v1 = client();

        JsonNode bare = v1.post("/campaigns", Api.object("name", "n", "type", "call"));
        JsonNode empty = v1.post(
                "/campaigns",
                Api.object(
                        "name",
                        "n",
                        "type",
                        "call",
                        "outplan_id",
                        "",
                        "outdial_id",
                        V1.NIL,
                        "queue_id",
                        "",
                        "next_campaign_id",
                        null,
                        "end_handle",
                        "",
                        "flow_id",
                        "ignored",
                        "source",
                        Map.of()));

        for (JsonNode made : List.of(bare, empty)) {
            assertThat(made.path("service_level").asInt()).isEqualTo(100);
            assertThat(made.path("end_handle").asText()).isEqualTo("stop");
            for (String id : List.of("outplan_id", "outdial_id", "queue_id", "next_campaign_id")) {
                assertThat(made.path(id).asText()).isEqualTo(V1.NIL);
            }
        }
        assertThat(v1.post("/queues", Api.object("name", "q", "routing_method", ""))
                        .path("routing_method")
                        .asText())
                .isEqualTo("random");
        assertThat(v1.post("/queues", Api.object("name", "q", "routing_method", "ringall"))
                        .path("routing_method")
                        .asText())
                .isEqualTo("ringall");
    }

    @Test
    void aStatusIsHonouredInAWholeCampaignToo() {
        V1 v1 = client();
        String campaign = v1.campaign("outplan_id", v1.outplan(), "end_handle", "continue");

        assertThat(v1.put("/campaigns/" + campaign, "status", "run")
                        .path("status")
                        .asText())
                .isEqualTo("run");
        assertThat(v1.put("/campaigns/" + campaign, "name", "n", "status", "stop")
                        .path("status")
                        .asText())
                .isIn("stop", "stopping");
    }
}
