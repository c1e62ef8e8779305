package io.tandem.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** One campaign of each dialect over test numbers of all outcomes; some numbers stand in both. */
public record TwoCampaigns(Size size, UUID autocall, UUID list, UUID voipbin, UUID outdial) {

    /** Tries that a target has in either. */
    public static final int TRIES = 2;

    /** Numbers that stand in both. */
    private static final int SHARED = 20;
    /** Targets that the VoIPbin one is given one by one, as its clients do; the rest come in one request. */
    private static final int ONE_BY_ONE = 30;

    private static final int PER_PREFIX = 100;
    private static final long DAY_NANOS = 86_400_000_000_000L;

    private static final List<String> SCRIPTS = List.of(
            "99000", "99001", "99100", "98101", "99300", "99000", "99002", "99400", "98201", "99500", "99001", "99060",
            "99600", "98102", "99700", "99000", "99003", "99800", "98101", "99101", "99000", "99001", "99000", "99301",
            "98101", "99002", "99000", "99001", "99100", "99001");

    /** They ring out, or say nothing ever, and hold a line for seconds: a few, and early. */
    private static final List<String> SLOW = List.of("99200", "99900", "99205");

    /** Of numbers that can be; two digits and a script follow. */
    public static final List<String> PREFIXES = List.of(
            "090", "091", "096", "097", "098", "093", "032", "033", "034", "035", "036", "037", "038", "039", "070",
            "076", "077", "078", "079", "081", "082", "083", "084", "085", "086", "088", "089", "092", "094", "099");

    /**
     * How much there is to do.
     *
     * @param targets of each campaign
     * @param cap of the autocall one; the other has its carrier's and its tenant's only
     */
    public record Size(int targets, int cap) {}

    /** Makes both and starts them. */
    public static TwoCampaigns start(Ways ways, Size size) {
        TwoCampaigns made = make(ways, size);
        made.start(ways);
        return made;
    }

    /** Makes both; they stand stopped. */
    public static TwoCampaigns make(Ways ways, Size size) {
        Api v3 = ways.autocall();
        String campaign = made(v3.post("/v3/campaign", Api.object("campaign_name", "restart", "type", "autocall")))
                .path("campaign_uuid")
                .asText();
        made(v3.put("/v3/campaign/" + campaign, plan(size)));
        String list = made(v3.post("/v3/list", Api.object("campaign_uuid", campaign, "list_name", "restart")))
                .path("list_uuid")
                .asText();
        addAll(v3, list, numbers(0, size.targets));

        Api v1 = ways.voipbin();
        String outplan = made(v1.post(
                        "/v1.0/outplans",
                        Api.object("name", "p", "dial_timeout", 1000, "try_interval", 2000, "max_try_count_0", TRIES)))
                .path("id")
                .asText();
        String outdial = made(v1.post("/v1.0/outdials", Api.object("name", "o")))
                .path("id")
                .asText();
        List<String> numbers = numbers(size.targets - SHARED, size.targets);
        for (String number : numbers.subList(0, ONE_BY_ONE)) {
            ObjectNode destination = Api.object("type", "tel", "target", "+84" + number.substring(1));
            made(v1.post("/v1.0/outdials/" + outdial + "/targets", Api.object("destination_0", destination)));
        }
        addAll(v3, outdial, numbers.subList(ONE_BY_ONE, size.targets));
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
        return new TwoCampaigns(
                size,
                UUID.fromString(campaign),
                UUID.fromString(list),
                UUID.fromString(other),
                UUID.fromString(outdial));
    }

    private static void addAll(Api v3, String list, List<String> numbers) {
        ArrayNode leads = Api.JSON.createArrayNode();
        numbers.forEach(number -> leads.add(Api.object("phone_number", number)));
        JsonNode added = made(v3.post("/v3/lead/multi", Api.object("list_uuid", list, "data", leads)));
        assertThat(added.path("total_insert").asInt()).as(added.toString()).isEqualTo(numbers.size());
    }

    public void start(Ways ways) {
        made(ways.autocall().post("/v1/campaign/" + autocall + "/run/start", "{}"));
        made(ways.voipbin().put("/v1.0/campaigns/" + voipbin + "/status", Api.object("status", "run")));
    }

    private static ObjectNode plan(Size size) {
        ObjectNode week = Api.JSON.createObjectNode();
        List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
                .forEach(day -> week.put(day + "_start_time", 0L).put(day + "_end_time", DAY_NANOS));
        return Api.object(
                "campaign_name",
                "restart",
                "type",
                "autocall",
                "concurrent_call",
                size.cap,
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

    /** {@code count} numbers, each another, beginning with the {@code first}th. */
    private static List<String> numbers(int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(n -> PREFIXES.get(n / PER_PREFIX) + String.format("%02d", n % PER_PREFIX) + script(n, first))
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

    /** Whether the one has stopped and the other has nobody left to call; false while nobody can say. */
    public boolean areFinished(Ways ways) {
        Api.Answer progress = ways.autocall().get("/gateway/campaigns/" + autocall + "/progress");
        return progress.status() == 200
                && progress.json().at("/targets/left").asInt(-1) == 0
                && progress.json().path("in_flight").asInt(-1) == 0
                && ways.voipbin()
                        .get("/v1.0/campaigns/" + voipbin)
                        .text("/status")
                        .equals("stop");
    }

    /** The calls of both, as campaigncalls; the tenant has no others, and no campaign lists one twice. */
    public List<JsonNode> records(Ways ways) {
        Api v1 = ways.voipbin();
        List<JsonNode> rows = new ArrayList<>(all(v1, "/v1.0/campaigns/" + autocall + "/campaigncalls"));
        rows.addAll(all(v1, "/v1.0/campaigns/" + voipbin + "/campaigncalls"));
        assertThat(all(v1, "/v1.0/campaigncalls")).hasSameSizeAs(rows);
        return rows;
    }

    /** All targets of the VoIPbin one. */
    public List<JsonNode> targets(Ways ways) {
        return all(ways.voipbin(), "/v1.0/outdials/" + outdial + "/targets");
    }

    /** All leads of the autocall one. */
    public List<JsonNode> leads(Ways ways) {
        List<JsonNode> leads = new ArrayList<>();
        JsonNode page;
        do {
            page = made(ways.autocall().get("/v3/lead?limit=1000&offset=" + leads.size() + "&list_uuid=" + list))
                    .path("data");
            page.forEach(leads::add);
        } while (!page.isEmpty());
        return leads;
    }

    /** All rows of a v1.0 list, page by page. */
    public static List<JsonNode> all(Api v1, String path) {
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
