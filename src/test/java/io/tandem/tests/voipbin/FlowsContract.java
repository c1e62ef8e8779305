package io.tandem.tests.voipbin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.tests.Api;
import io.tandem.tests.Database;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Flows, and the actions that they and campaigns have. (1.1 "Action", 1.9) */
abstract class FlowsContract extends V1Contract {

    FlowsContract(Database database) {
        super(database);
    }

    @Test
    void aFlowIsMadeReadChangedAndDeleted() {
        V1 v1 = client();
        JsonNode made =
                v1.post("/flows", Api.object("name", "f", "detail", "d", "actions", List.of(Map.of("type", "answer"))));
        String path = "/flows/" + made.path("id").asText();

        assertThat(made.path("type").asText()).isEqualTo("flow");
        assertThat(made.path("on_complete_flow_id").asText()).isEqualTo(V1.NIL);
        assertThat(v1.get(path)).isEqualTo(made);
        assertThat(v1.list("/flows")).containsExactly(made);

        JsonNode changed = v1.put(
                path, "detail", "other", "on_complete_flow_id", made.path("id").asText());

        assertThat(changed.path("name").asText()).isEqualTo("f");
        assertThat(changed.path("detail").asText()).isEqualTo("other");
        assertThat(changed.path("actions")).isEqualTo(made.path("actions"));
        assertThat(changed.path("on_complete_flow_id")).isEqualTo(made.path("id"));
        assertThat(v1.put(path, "on_complete_flow_id", "")
                        .path("on_complete_flow_id")
                        .asText())
                .isEqualTo(V1.NIL);

        JsonNode gone = v1.delete(path);

        assertThat(gone.path("tm_delete").asText()).isNotEqualTo(V1.NEVER);
        assertThat(v1.list("/flows")).isEmpty();
        assertThat(v1.get(path)).isEqualTo(gone);
        assertRefused(v1.api().delete("/v1.0" + path), 404, "RESOURCE_NOT_FOUND");
        assertRefused(client().api().get("/v1.0" + path), 404, "RESOURCE_NOT_FOUND");
    }

    @Test
    void actionsComeBackAsTheyWereSent() {
        V1 v1 = client();
        JsonNode actions = Api.parse("""
                [{"type":"answer"},
                 {"id":"9f1c7a52-0d1e-4c7b-8a55-6d2f3b1e0c11","type":"talk","option":{"text":"Hi","gender":"female","rate":1.50}},
                 {"type":"sleep","option":{"duration":1500}},
                 {"type":"branch","option":{"target_ids":{"1":"9f1c7a52-0d1e-4c7b-8a55-6d2f3b1e0c11"}},
                  "next_id":"9f1c7a52-0d1e-4c7b-8a55-6d2f3b1e0c11"}]""");
        String campaign = v1.campaign();

        for (JsonNode shown : List.of(
                v1.post("/flows", Api.object("actions", actions)).path("actions"),
                v1.put("/campaigns/" + campaign + "/actions", "actions", actions)
                        .path("actions"))) {
            assertThat(shown).hasSize(4);
            assertThat(shown.at("/0/id").asText()).isEqualTo(V1.NIL);
            assertThat(shown.at("/1/id")).isEqualTo(actions.at("/1/id"));
            assertThat(shown.at("/1/option").toString())
                    .isEqualTo(actions.at("/1/option").toString());
            assertThat(shown.at("/2/option")).isEqualTo(actions.at("/2/option"));
            assertThat(shown.at("/3/next_id")).isEqualTo(actions.at("/3/next_id"));
        }
        assertThat(v1.put("/campaigns/" + campaign + "/actions", "actions", List.of())
                        .path("actions"))
                .isEmpty();
    }

    @Test
    void anActionOfNoKnownTypeIsRefusedWithItsName() {
        V1 v1 = client();
        String campaign = v1.campaign();

        for (Object body :
                List.of(actions("dance"), actions(""), Api.object("actions", List.of(Map.of("option", Map.of()))))) {
            assertRefused(v1.api().put("/v1.0/campaigns/" + campaign + "/actions", body), 400, "INVALID_ARGUMENT");
            assertRefused(v1.api().post("/v1.0/flows", body), 400, "INVALID_ARGUMENT");
        }
        Api.Answer named = v1.api().post("/v1.0/flows", actions("dance"));
        assertThat(named.text("/error/message")).contains("dance", "actions[0].type");
        Api.Answer sleep = v1.api()
                .post(
                        "/v1.0/flows",
                        Api.object("actions", List.of(Map.of("type", "sleep", "option", Map.of("duration", -1)))));
        assertRefused(sleep, 400, "INVALID_ARGUMENT");
        assertThat(sleep.text("/error/message")).contains("duration");
        assertThat(v1.list("/flows")).isEmpty();
    }

    @Test
    void aQueueWaitsWithAFlowThatIsThere() {
        V1 v1 = client();
        String flow = v1.post("/flows", Api.object("name", "wait")).path("id").asText();

        JsonNode queue = v1.post("/queues", Api.object("name", "q", "wait_flow_id", flow));

        String path = "/queues/" + queue.path("id").asText();
        assertThat(queue.path("wait_flow_id").asText()).isEqualTo(flow);
        for (String missing : List.of(
                UUID.randomUUID().toString(),
                client().post("/flows", Api.object("name", "x")).path("id").asText())) {
            Api.Answer refused = v1.api().put("/v1.0" + path, Api.object("wait_flow_id", missing));
            assertRefused(refused, 400, "INVALID_ARGUMENT");
            assertThat(refused.text("/error/details/0/field")).isEqualTo("wait_flow_id");
        }
        v1.delete("/flows/" + flow);
        assertThat(v1.put(path, "wait_flow_id", flow, "detail", "an echo")
                        .path("wait_flow_id")
                        .asText())
                .isEqualTo(flow);
        assertThat(v1.put(path, "wait_flow_id", "").path("wait_flow_id").asText())
                .isEqualTo(V1.NIL);
    }

    private static JsonNode actions(String type) {
        return Api.object("actions", List.of(Map.of("type", type)));
    }
}
