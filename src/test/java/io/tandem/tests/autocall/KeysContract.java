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
        JsonNode record = api.get("/v3/cdr?campaign_uuid=" + campaign).json().at("/data/0");
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
                .isAfterOrEqualTo(
                        LocalDateTime.parse(record.path("time_answered").asText(), TIME))
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
                + "{\"type\":\"branch\",\"option\":{\"default_target_id\":\"" + other + "\",\"target_ids\":{\"1\":\""
                + one
                + "\"}}},{\"id\":\"" + one + "\",\"type\":\"hangup\"},"
                + "{\"id\":\"" + other + "\",\"type\":\"sleep\",\"option\":{\"duration\":20000}}]";

        JsonNode chosen = recordOf(number(1, pressing(1, 1)), actions);
        JsonNode otherwise = recordOf(number(2, pressing(2, 1)), actions);

        assertThat(chosen.path("press_key").asText()).startsWith("{\"1\":");
        assertThat(chosen.path("billsec").asInt()).isZero();
        assertThat(otherwise.path("press_key").asText()).startsWith("{\"2\":");
        assertThat(otherwise.path("billsec").asInt()).isEqualTo(2);
    }

    /** 30 seconds of content, then 10 of the option's or the invalid sound, then 10 of the exit sound. */
    @Test
    void aTemplatesMenuTakesTheKey() {
        String template = template("menu", 0);

        JsonNode chosen = called(playing(template, number(4, pressing(1, 10))));
        JsonNode wrong = called(playing(template, number(5, pressing(9, 10))));

        assertThat(chosen.path("press_key").asText()).startsWith("{\"1\":");
        assertThat(wrong.path("press_key").asText()).startsWith("{\"9\":");
        // 10 + 10 + 10 seconds at ten times the speed; the wrong key is the only round.
        assertThat(chosen.path("billsec").asInt()).isEqualTo(3);
        assertThat(wrong.path("billsec").asInt()).isEqualTo(3);
    }

    private String template(String name, int repeats) {
        String tenSeconds = "{{lead_name}} " + "word ".repeat(24);
        ObjectNode sound = Api.object("enable", true, "voice_type", "tts", "content", tenSeconds);
        Api.Answer made = api.post(
                "/v3/template",
                Api.object(
                        "template_name",
                        name,
                        "voice_type",
                        "tts",
                        "voice_tts",
                        "south-m-03",
                        "content",
                        tenSeconds + "word ".repeat(50),
                        "enable_option",
                        true,
                        "exit_sound",
                        sound,
                        "invalid_sound",
                        sound,
                        "press_options",
                        Api.parse("[{\"press_num\":\"1\",\"voice_type\":\"tts\",\"content\":\"" + tenSeconds + "\"}]"),
                        "press_timeout",
                        5,
                        "max_timeout",
                        repeats,
                        "inter_digit_timeout",
                        2));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return made.text("/template_uuid");
    }

    private String playing(String template, String number) {
        String campaign =
                v3.campaign("plays to " + number, "concurrent_call", 1, "recall_times", 0, "template_uuid", template);
        Api.Answer made = api.post(
                "/v3/lead",
                Api.object("list_uuid", v3.list(campaign), "phone_number", number, "lead_name", "somebody"));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return campaign;
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
