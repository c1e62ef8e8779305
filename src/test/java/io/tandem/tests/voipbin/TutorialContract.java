package io.tandem.tests.voipbin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.tests.Api;
import io.tandem.tests.Database;
import org.junit.jupiter.api.Test;

/**
 * The tutorial of seed 004, call by call: its bodies are sent as they are printed there but for ids, which stand for
 * objects of one's own, and its token goes in the query. What it shows of a campaign is what comes back.
 */
abstract class TutorialContract extends DialledContract {

    private static final String OUTPLAN = "d5fb7357-7ddb-4f2d-87b5-8ccbfd6c039e";
    private static final String OUTDIAL = "40bea034-1d17-474d-a5de-da00d0861c69";
    private static final String QUEUE = "99bf739a-932f-433c-b1bf-103d33d7e9bb";

    private static final String CREATE = """
            {
                "name": "test campaign",
                "detail": "test campaign detail",
                "type": "call",
                "service_level": 100,
                "end_handle": "stop",
                "actions": [
                    {
                        "type": "talk",
                        "option": {
                            "text": "Hello. This is outbound campaign's test calling. Please wait until the agent answer the call. Thank you.",
                            "language": "en-US"
                        }
                    }
                ],
                "outplan_id": "d5fb7357-7ddb-4f2d-87b5-8ccbfd6c039e",
                "outdial_id": "40bea034-1d17-474d-a5de-da00d0861c69",
                "queue_id": "99bf739a-932f-433c-b1bf-103d33d7e9bb"
            }""";

    private static final String SHOWN = """
            {
                "type": "call",
                "name": "test campaign",
                "detail": "test campaign detail",
                "status": "stop",
                "service_level": 100,
                "end_handle": "stop",
                "actions": [
                    {
                        "id": "00000000-0000-0000-0000-000000000000",
                        "next_id": "00000000-0000-0000-0000-000000000000",
                        "type": "talk",
                        "option": {
                            "text": "Hello. This is outbound campaign's test calling. Please wait until the agent answer the call. Thank you.",
                            "language": "en-US"
                        }
                    }
                ],
                "outplan_id": "d5fb7357-7ddb-4f2d-87b5-8ccbfd6c039e",
                "outdial_id": "40bea034-1d17-474d-a5de-da00d0861c69",
                "queue_id": "99bf739a-932f-433c-b1bf-103d33d7e9bb",
                "next_campaign_id": "00000000-0000-0000-0000-000000000000",
                "tm_update": "9999-01-01 00:00:00.000000",
                "tm_delete": "9999-01-01 00:00:00.000000"
            }""";

    TutorialContract(Database database) {
        super(database);
    }

    @Test
    void theTutorialRunsAsPrinted() {
        V1 v1 = client();
        JsonNode keys = v1.tenant().keys().path("voipbin");
        Api.Answer login =
                login(keys.path("username").asText(), keys.path("password").asText());
        String token = "?token=" + login.text("/token");
        Api open = gateway.running().api();

        // The prerequisites, in its order: an outdial with a target, an outplan, a queue with an agent.
        String outdial = open.post("/v1.0/outdials" + token, Api.object("name", "test outdial"))
                .text("/id");
        open.post(
                "/v1.0/outdials/" + outdial + "/targets" + token,
                Api.object("name", "target", "destination_0", V1.tel(V1.number(7, "99001"))));
        String outplan = open.post("/v1.0/outplans" + token, Api.object("name", "test outplan", "max_try_count_0", 5))
                .text("/id");
        String queue = open.post("/v1.0/queues" + token, Api.object("name", "test queue"))
                .text("/id");
        v1.availableAgent();

        Api.Answer created = open.send(
                "POST",
                "/v1.0/campaigns" + token,
                CREATE.replace(OUTPLAN, outplan).replace(OUTDIAL, outdial).replace(QUEUE, queue));
        assertThat(created.status()).as("%s", created).isEqualTo(200);
        String campaign = created.text("/id");

        JsonNode list = open.get("/v1.0/campaigns" + token).json();
        JsonNode detail = open.get("/v1.0/campaigns/" + campaign + token).json();
        assertThat(detail).isEqualTo(created.json());
        assertThat(list.at("/result/0")).isEqualTo(detail);
        assertThat(list.path("next_page_token")).isEqualTo(detail.path("tm_create"));
        JsonNode printed = Api.parse(
                SHOWN.replace(OUTPLAN, outplan).replace(OUTDIAL, outdial).replace(QUEUE, queue));
        printed.properties()
                .forEach(field -> assertThat(detail.path(field.getKey()))
                        .as(field.getKey())
                        .isEqualTo(field.getValue()));

        // The hint: "You must explicitly set the status to running via PUT /campaigns/{id} to start dialing."
        Api.Answer running = open.put("/v1.0/campaigns/" + campaign + token, Api.object("status", "running"));
        assertThat(running.text("/status")).isEqualTo("run");

        eventually(10, () -> assertThat(v1.statusOf(campaign)).isEqualTo("stop"));
        assertThat(v1.calls(campaign))
                .singleElement()
                .satisfies(call -> assertThat(call.path("result").asText()).isEqualTo("success"));
    }
}
