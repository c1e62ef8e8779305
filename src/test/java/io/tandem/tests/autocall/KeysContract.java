package io.tandem.tests.autocall;

import static io.tandem.tests.autocall.TestNumbers.number;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.tests.Api;
import io.tandem.tests.Database;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;

/** What was pressed in a call, from the lead's test number to its record. (autocall-v3.md, 1.7 and 1.8) */
abstract class KeysContract extends AutocallContract {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    KeysContract(Database database) {
        super(database);
    }

    /** Presses this digit so many seconds of simulated time after the answer. */
    private static String pressing(int key, int after) {
        return "97%d%02d".formatted(key, after);
    }

    /** A call to this number under these actions of v1.0, and its record. */
    private JsonNode recordOf(String number, String actions) {
        String campaign = v3.campaign("keys of " + number, "concurrent_call", 1, "recall_times", 0);
        v3.lead(v3.list(campaign), number);
        ObjectNode body = Api.object("actions", Api.parse(actions));
        assertOk(tenant.voipbin().put("/v1.0/campaigns/" + campaign + "/actions", body));
        return called(campaign);
    }

    private JsonNode called(String campaign) {
        v3.start(campaign);
        eventually(() -> v3.ended(campaign) == 1);
        JsonNode record =
                api.get("/v3/cdr?campaign_uuid=" + campaign).json().at("/data/0");
        assertThat(api.get("/v3/cdr/" + record.path("id").asText()).json()).isEqualTo(record);
        return record;
    }

    @Test
    void aGatheredKeyStandsInTheRecordWithItsTime() {
        JsonNode record = recordOf(
                number(0, pressing(7, 25)),
                "[{\"type\":\"answer\"},{\"type\":\"talk\",\"option\":{\"text\":\"Press a key.\"}},"
                        + "{\"type\":\"digits_receive\",\"option\":{\"duration\":60000,\"length\":1}}]");

        JsonNode keys = Api.parse(record.path("press_key").asText());
        assertThat(keys.fieldNames()).toIterable().containsExactly("7");
        assertThat(record.path("time_presskey").asText())
                .isEqualTo(keys.path("7").asText());
        assertThat(record.path("presskey_delay").asInt()).isEqualTo(2);
        LocalDateTime pressed = LocalDateTime.parse(record.path("time_presskey").asText(), TIME);
        assertThat(record.path("autocall_presskey_epoch").asText())
                .isEqualTo(Long.toString(pressed.atZone(ZONE).toEpochSecond()));
        assertThat(pressed)
                .isAfterOrEqualTo(LocalDateTime.parse(record.path("time_answered").asText(), TIME))
                .isBeforeOrEqualTo(LocalDateTime.parse(record.path("time_ended").asText(), TIME));

        JsonNode row = api.get("/v3/report/call/lead?campaign_uuid="
                        + record.path("campaign_uuid").asText())
                .json()
                .at("/data/0");
        assertThat(row.path("press_key")).isEqualTo(record.path("press_key"));
    }

    @Test
    void aBranchFollowsTheKey() {
        String one = "11111111-1111-4111-8111-111111111111";
        String other = "22222222-2222-4222-8222-222222222222";
        String actions = "[{\"type\":\"digits_receive\",\"option\":{\"duration\":60000,\"length\":1}},"
                + "{\"type\":\"branch\",\"option\":{\"default_target_id\":\"" + other + "\",\"target_ids\":{\"1\":\"" + one
                + "\"}}},{\"id\":\"" + one + "\",\"type\":\"hangup\"},"
                + "{\"id\":\"" + other + "\",\"type\":\"sleep\",\"option\":{\"duration\":20000}}]";

        JsonNode chosen = recordOf(number(1, pressing(1, 1)), actions);
        JsonNode otherwise = recordOf(number(2, pressing(2, 1)), actions);

        assertThat(chosen.path("press_key").asText()).startsWith("{\"1\":");
        assertThat(chosen.path("billsec").asInt()).isZero();
        assertThat(otherwise.path("press_key").asText()).startsWith("{\"2\":");
        assertThat(otherwise.path("billsec").asInt()).isEqualTo(2);
    }

    @Test
    void aKeyThatNobodyWaitsForIsNotKept() {
        JsonNode record = recordOf(
                number(3, pressing(1, 1)), "[{\"type\":\"talk\",\"option\":{\"text\":\"Nobody asks for a key.\"}}]");

        assertThat(record.path("press_key").asText()).isEqualTo("{}");
        assertThat(record.path("autocall_presskey_epoch").asText()).isEmpty();
        assertThat(record.path("time_presskey").asText()).isEmpty();
        assertThat(record.path("presskey_delay").asInt()).isZero();
    }
}
