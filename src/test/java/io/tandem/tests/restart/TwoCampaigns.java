package io.tandem.tests.restart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.tests.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** One campaign of each dialect over test numbers of all outcomes; some numbers stand in both. */
record TwoCampaigns(UUID autocall, UUID list, UUID voipbin, UUID outdial) {

    static final int TARGETS = 300;
    static final int CAP = 20;
    static final int TRIES = 2;

    private static final int SHARED = 20;
    private static final int DAYS = 7;
    private static final long DAY_NANOS = 86_400_000_000_000L;

    private static final List<String> SCRIPTS = List.of(
            "99000", "99001", "99100", "98101", "99300", "99000", "99002", "99400", "98201", "99500", "99001", "99060",
            "99600", "98102", "99700", "99000", "99003", "99800", "98101", "99101", "99000", "99001", "99000", "99301",
            "98101", "99002", "99000", "99001", "99100", "99001");

    /** They ring out, or say nothing ever, and hold a line for seconds: a few, and early. */
    private static final List<String> SLOW = List.of("99200", "99900", "99205");

    private static final List<String> PREFIXES = List.of("090", "091", "096", "097", "098", "093");

    /** Makes both and starts them. */
    static TwoCampaigns start(Ways ways) {
        Api v3 = ways.autocall();
        String campaign = made(v3.post("/v3/campaign", Api.object("campaign_name", "restart", "type", "autocall")))
                .path("campaign_uuid")
                .asText();
        made(v3.put("/v3/campaign/" + campaign, plan()));
        String list = made(v3.post("/v3/list", Api.object("campaign_uuid", campaign, "list_name", "restart")))
                .path("list_uuid")
                .asText();
        ArrayNode leads = Api.JSON.createArrayNode();
        numbers(0).forEach(number -> leads.add(Api.object("phone_number", number)));
        made(v3.post("/v3/lead/multi", Api.object("list_uuid", list, "data", leads)));

        Api v1 = ways.voipbin();
        String outplan = made(v1.post(
                        "/v1.0/outplans",
                        Api.object("name", "p", "dial_timeout", 1000, "try_interval", 2000, "max_try_count_0", TRIES)))
                .path("id")
                .asText();
        String outdial = made(v1.post("/v1.0/outdials", Api.object("name", "o")))
                .path("id")
                .asText();
        for (String number : numbers(TARGETS - SHARED)) {
            ObjectNode destination = Api.object("type", "tel", "target", "+84" + number.substring(1));
            made(v1.post("/v1.0/outdials/" + outdial + "/targets", Api.object("destination_0", destination)));
        }
        String other = made(v1.post(
                        "/v1.0/campaigns",
                        Api.object(
                                "name",
                                "restart",
                                "type",
                                "call",
                                "end_handle",
                                "stop",
                                "outplan_id",
                                outplan,
                                "outdial_id",
                                outdial)))
                .path("id")
                .asText();

        made(v3.post("/v1/campaign/" + campaign + "/run/start", "{}"));
        made(v1.put("/v1.0/campaigns/" + other + "/status", Api.object("status", "run")));
        return new TwoCampaigns(
                UUID.fromString(campaign), UUID.fromString(list), UUID.fromString(other), UUID.fromString(outdial));
    }

    private static ObjectNode plan() {
        ObjectNode week = Api.JSON.createObjectNode();
        List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
                .subList(0, DAYS)
                .forEach(day -> week.put(day + "_start_time", 0L).put(day + "_end_time", DAY_NANOS));
        return Api.object(
                "campaign_name",
                "restart",
                "type",
                "autocall",
                "concurrent_call",
                CAP,
                "recall_times",
                TRIES - 1,
                "call_timeout",
                5,
                "recall_status",
                List.of(
                        "busy",
                        "failed",
                        "no-answered",
                        "not-available",
                        "voicemail",
                        "invalid-number",
                        "phone-block",
                        "congestion"),
                "schedules",
                List.of(week));
    }

    /** {@value #TARGETS} numbers, each another, beginning with the {@code first}th. */
    private static List<String> numbers(int first) {
        return IntStream.range(first, first + TARGETS)
                .mapToObj(n -> PREFIXES.get(n / 100) + String.format("%02d", n % 100) + script(n, first))
                .toList();
    }

    private static String script(int n, int first) {
        boolean isEarly = n - first >= SHARED && n - first < SHARED + SLOW.size();
        return isEarly ? SLOW.get(n - first - SHARED) : SCRIPTS.get(n % SCRIPTS.size());
    }

    private static JsonNode made(Api.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 201);
        return answer.json();
    }

    /** Whether the one has stopped and the other has nobody left to call. */
    boolean areFinished(Ways ways) {
        JsonNode progress = ways.autocall()
                .get("/gateway/campaigns/" + autocall + "/progress")
                .json();
        return progress.at("/targets/left").asInt(-1) == 0
                && progress.path("in_flight").asInt(-1) == 0
                && ways.voipbin()
                        .get("/v1.0/campaigns/" + voipbin)
                        .text("/status")
                        .equals("stop");
    }

    /** All rows of a v1.0 list, page by page. */
    static List<JsonNode> all(Api v1, String path) {
        List<JsonNode> rows = new ArrayList<>();
        String token = "";
        while (true) {
            JsonNode page = made(v1.get(path + "?page_size=100&page_token=" + token));
            if (page.path("result").isEmpty()) {
                return rows;
            }
            page.path("result").forEach(rows::add);
            token = page.path("next_page_token").asText().replace(" ", "%20");
        }
    }
}
