package io.tandem.tests.autocall;

import static io.tandem.tests.autocall.TestNumbers.BUSY;
import static io.tandem.tests.autocall.TestNumbers.answered;
import static io.tandem.tests.autocall.TestNumbers.number;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.tests.Api;
import io.tandem.tests.Database;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Small things that the contract says, one test each. (autocall-v3.md) */
abstract class FinePrintContract extends AutocallContract {

    private static final String PATTERN = "Does not match pattern '^(84|0[3|5|7|8|9])+([0-9]{8})$'";

    FinePrintContract(Database database) {
        super(database);
    }

    private void call(String campaign) {
        v3.start(campaign);
        eventually(() -> v3.ended(campaign) == 1);
    }

    /** Section 1.4. */
    @Test
    void anAutodialerKeepsTheQueueThatItIsMadeWith() {
        ObjectNode sent = Api.object("campaign_name", "q", "type", "autodialer");
        Api.Answer own = api.post("/v3/campaign", sent);
        String queue = own.text("/call_center_queue_uuid");

        sent.put("campaign_name", "r").put("call_center_queue_uuid", queue);
        Api.Answer named = api.post("/v3/campaign", sent);

        assertThat(queue).hasSize(36);
        assertThat(own.text("/dialplan_uuid")).hasSize(36);
        assertThat(named.status()).as(named.toString()).isEqualTo(201);
        assertThat(named.text("/call_center_queue_uuid")).isEqualTo(queue);
        assertThat(v3.shown(named.text("/campaign_uuid"))
                        .path("call_center_queue_uuid")
                        .asText())
                .isEqualTo(queue);
        sent.put("campaign_name", "s").put("call_center_queue_uuid", UNKNOWN_ID);
        assertNames(api.post("/v3/campaign", sent), "call_center_queue_uuid");
    }

    /** Section 1.4. */
    @Test
    void assignsExtensionsAsUsers() {
        String campaign = v3.campaign("a");
        String path = "/v3/campaign/" + campaign + "/assign_extension";

        Api.Answer assigned = api.put(path, Api.object("extensions", List.of("101", "102")));

        assertOk(assigned);
        JsonNode users =
                Api.parse("[{\"extension\":\"101\",\"user_uuid\":\"\"},{\"extension\":\"102\",\"user_uuid\":\"\"}]");
        assertThat(assigned.json()).isEqualTo(Api.object("campaign_uuid", campaign, "users", users));
        assertThat(v3.shown(campaign).path("users")).isEqualTo(users);
        assertOk(api.put("/v3/campaign/" + campaign, v3.shown(campaign)));
        assertThat(v3.shown(campaign).path("users")).isEqualTo(users);
        assertViolations(
                api.put(path, "{\"extensions\":null}"), "extensions", "Invalid type. Expected: array, given: null");
        assertViolations(api.put(path, "{}"), "(root)", "extensions is required");
        assertViolations(
                api.put(path, "{\"extensions\":[5]}"),
                "extensions.0",
                "Invalid type. Expected: string, given: integer");
        assertError(
                api.put("/v3/campaign/" + UNKNOWN_ID + "/assign_extension", Api.object("extensions", List.of())),
                404,
                NOT_FOUND);
    }

    /** D37: what a single lead is refused for, a row is. */
    @Test
    void refusesRowsThatNoSingleLeadCouldHave() {
        String list = v3.list(v3.campaign("a"));
        String fits = "ă".repeat(1024);
        String csv = "phone_number,lead_name,comment\n0349719990," + fits + "," + fits + "\n0349719991," + fits
                + "x,\n0349719992,," + fits + "x\n0084349719993,,\n8400349719,,\n840349719994,,\n";

        JsonNode report = report(list, csv.getBytes(StandardCharsets.UTF_8));

        assertThat(report.path("good").asInt()).isEqualTo(1);
        assertThat(report.path("rows").findValues("line").stream().map(JsonNode::asInt))
                .containsExactly(3, 4, 5, 6, 7);
        assertThat(report.at("/rows/0/reason").asText())
                .isEqualTo("the cell under \"lead_name\" is longer than 1024 characters");
        assertThat(report.at("/rows/1/reason").asText()).contains("comment");
    }

    private JsonNode report(String list, byte[] file) {
        Api.Answer taken = api.upload("/v3/lead/file", "leads.csv", file, Map.of("list_uuid", list));
        assertOk(taken);
        String path = taken.header("Location");
        eventually(() -> !api.get(path).text("/state").equals("running"));
        return api.get(path).json();
    }

    @Test
    void saysInPlainWordsWhyAnImportWasGivenUp() {
        String campaign = v3.campaign("a");
        String list = v3.list(campaign);
        StringBuilder csv = new StringBuilder("phone_number\n");
        IntStream.range(0, 60_000)
                .forEach(i -> csv.append("0349").append(100_000 + i).append('\n'));
        Api.Answer taken = api.upload(
                "/v3/lead/file",
                "leads.csv",
                csv.toString().getBytes(StandardCharsets.UTF_8),
                Map.of("list_uuid", list));
        assertOk(api.delete("/v3/list/" + list));
        String path = taken.header("Location");
        eventually(() -> !api.get(path).text("/state").equals("running"));

        assertThat(api.get(path).text("/failure")).matches("(the list was deleted|the list [0-9a-f-]+ does not exist)");
    }

    /** D30. */
    @Test
    void leadsOfADeletedListAreGoneThoughTheyWereCalled() {
        String campaign = v3.campaign("a", "concurrent_call", 1, "recall_times", 0);
        String list = v3.list(campaign);
        String lead = v3.lead(list, number(60, BUSY));
        call(campaign);
        String cdr = api.get("/v3/cdr").text("/data/0/id");
        assertOk(v3.edit(campaign, "status", "stop"));
        eventually(() -> api.delete("/v3/list/" + list).status() == 200);

        assertGone(lead, list);
        assertThat(api.get("/v3/cdr/" + cdr).text("/lead_uuid")).isEqualTo(lead);
        assertThat(api.get("/v3/cdr").json().path("total").asInt()).isEqualTo(1);
    }

    /** D30. */
    @Test
    void leadsAndListsOfADeletedCampaignAreGone() {
        String campaign = v3.campaign("a", "concurrent_call", 1, "recall_times", 0);
        String list = v3.list(campaign);
        String lead = v3.lead(list, number(61, BUSY));
        call(campaign);
        assertOk(api.patch("/v3/campaign/" + campaign + "/active", Api.object("active", false)));

        assertOk(api.delete("/v3/campaign/" + campaign));

        assertGone(lead, list);
        assertThat(api.get("/v3/cdr").json().path("total").asInt()).isEqualTo(1);
        assertThat(api.get("/v3/lead?campaign_uuid=" + campaign)
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
    }

    private void assertGone(String lead, String list) {
        assertError(api.get("/v3/list/" + list), 404, NOT_FOUND);
        assertError(api.get("/v3/lead/" + lead), 404, NOT_FOUND);
        assertError(api.put("/v3/lead/" + lead, Api.object("phone_number", "0349719999")), 404, NOT_FOUND);
        assertError(api.delete("/v3/lead/" + lead), 404, NOT_FOUND);
        JsonNode leads = api.get("/v3/lead").json();
        assertThat(leads.path("total").asInt()).isZero();
        assertThat(leads.path("data")).isEmpty();
        assertThat(api.get("/v3/lead?list_uuid=" + list).json().path("total").asInt())
                .isZero();
    }

    /** Section 1.6: a reference is the client's own text. */
    @Test
    void findsAReferenceHoweverItIsEscaped() {
        String campaign = v3.campaign("a", "concurrent_call", 1);
        v3.start(campaign);
        assertOk(api.post(
                "/v3/autocall/import",
                Api.object(
                        "campaign_uuid",
                        campaign,
                        "phone_number",
                        number(62, BUSY),
                        "param",
                        Api.object(),
                        "ref_id",
                        "a+b&c;d=1,é")));
        eventually(() -> api.get("/v3/cdr").json().path("total").asInt() == 1);

        for (String path : List.of("a+b&c;d=1,%C3%A9", "a%2Bb%26c%3Bd%3D1%2C%C3%A9")) {
            assertOk(api.get("/v3/autocall/log/" + path + "/ref_id"));
        }
        assertError(api.get("/v3/autocall/log/a%20b&c;d=1,%C3%A9/ref_id"), 404, NOT_FOUND);
    }

    /** Section 1.6, the v1 twin of a push. */
    @Test
    void pushesManyAtOnce() {
        String campaign = v3.campaign("a", "concurrent_call", 1);
        String good = number(67, BUSY);
        String listed = number(68, BUSY);
        api.post("/v1/blacklist", Api.object("blacklist", List.of(Api.object("phone_number", listed))));
        ObjectNode sent = Api.object(
                "campaign_uuid",
                campaign,
                "carrier",
                api.get("/v3/carrier").text("/data/0/carrier_name"),
                "template",
                "",
                "concurrent_call",
                2,
                "customers",
                List.of(
                        Api.object("phone_number", "12", "params", Api.object()),
                        Api.object("phone_number", listed),
                        Api.object("phone_number", good, "params", Api.object("ten", "Ngà"))));
        assertError(api.post("/v1/autocall/campaign", sent), 400, "campaign is not started");
        assertThat(v3.shown(campaign).path("concurrent_call").asInt()).isEqualTo(1);
        assertThat(v3.shown(campaign).path("carrier_uuid").asText()).isEmpty();
        v3.start(campaign);

        Api.Answer answer = api.post("/v1/autocall/campaign", sent);

        assertOk(answer);
        assertThat(answer.json())
                .isEqualTo(Api.object(
                        "fail",
                        List.of(Api.object("12", "Wrong Format"), Api.object(listed, "Blacklist")),
                        "message",
                        "success",
                        "success",
                        List.of(good)));
        eventually(() -> api.get("/v3/cdr").json().path("total").asInt() == 1);
        assertThat(api.get("/v3/cdr").text("/data/0/additional/ten")).isEqualTo("Ngà");
        assertThat(v3.shown(campaign).path("concurrent_call").asInt()).isEqualTo(2);
        assertThat(v3.shown(campaign).path("carrier_uuid").asText()).hasSize(36);
        assertError(
                api.post("/v1/autocall/campaign", sent.put("carrier", "nobody's")), 400, "carrier_name is not exists");
        sent.put("campaign_uuid", UNKNOWN_ID).put("carrier", "");
        assertError(api.post("/v1/autocall/campaign", sent), 404, "campaign is not found");
        assertViolations(
                api.post("/v1/autocall/campaign", "{}"),
                "(root)",
                "campaign_uuid is required",
                "(root)",
                "customers is required");
    }

    /** Section 1.5: a list belongs to a campaign, and so does its name; of N at once one wins. */
    @Test
    void aListsNameIsItsOwnAmongItsCampaigns() {
        String campaign = v3.campaign("a");
        String other = v3.campaign("b");

        List<Api.Answer> rivals = race(
                8,
                i -> api.post(
                        "/v3/list",
                        Api.object("campaign_uuid", campaign, "list_name", i % 2 == 0 ? "wanted" : " wanted ")));

        assertThat(rivals.stream().filter(answer -> answer.status() == 201)).hasSize(1);
        rivals.stream()
                .filter(answer -> answer.status() != 201)
                .forEach(answer -> assertError(answer, 400, "list_name is exists"));
        v3.list(campaign, "Wanted");
        v3.list(other, "wanted");
    }

    @Test
    void findsABlacklistedNumberByItsPlus() {
        api.post(
                "/v1/blacklist",
                Api.object("blacklist", List.of(Api.object("phone_number", "0899990988", "description", ""))));

        assertOk(api.get("/v1/blacklist/+84899990988"));
        assertOk(api.get("/v1/blacklist/%2B84899990988"));
    }

    /** D6. */
    @Test
    void refusesContentTypesThatAreNone() {
        for (String type : List.of("nonsense", "application", "a/b/c", "text/json;", "application/xml", "json")) {
            Api.Answer answer =
                    api.withHeader("Content-Type", type).send("POST", "/v3/campaign", "{\"campaign_name\":\"x\"}");
            assertError(answer, 415, "Unsupported Media Type");
        }
    }

    /** D6, D34. */
    @Test
    void answersATargetThatIsTooLongInTheShapeOfItsPath() {
        for (int length : new int[] {9_000, 100_000}) {
            String tail = "x".repeat(length);

            assertError(api.get("/v3/campaign?type=" + tail), 414, "Request-URI Too Long");
            assertError(api.get("/v3/lead/" + tail), 414, "Request-URI Too Long");
            Api.Answer v1 = tenant.voipbin().get("/v1.0/campaigns?page_token=" + tail);
            assertThat(v1.status()).isEqualTo(414);
            assertThat(v1.text("/error/status")).as(v1.toString()).isNotEmpty();
            Api.Answer own = api.get("/gateway/imports?list_id=" + tail);
            assertThat(own.status()).isEqualTo(414);
            assertThat(own.header("Content-Type")).startsWith("application/problem+json");
        }
    }

    /** D26. */
    @Test
    void takesLimitsOfAnyLength() {
        for (String number : List.of("1000000000", "9".repeat(20), "9".repeat(500))) {
            JsonNode page = api.get("/v3/campaign?limit=" + number).json();
            assertThat(page.path("limit").asInt()).isEqualTo(1000);
            assertOk(api.get("/v3/cdr?offset=" + number));
            assertThat(api.get("/v3/lead?offset=" + number).json().path("data")).isEmpty();
        }
        assertThat(api.get("/v3/campaign?offset=" + "0".repeat(40) + "1")
                        .json()
                        .path("offset")
                        .asInt())
                .isEqualTo(1);
        assertThat(api.get("/v3/campaign?limit=-9999999999")
                        .json()
                        .path("limit")
                        .asInt())
                .isEqualTo(10);
    }

    @Test
    void refusesFormsThatAreNotUtf8() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(
                "--x\r\nContent-Disposition: form-data; name=\"audio_name\"\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        body.writeBytes(new byte[] {'n', (byte) 0xE9, 'e'});
        body.writeBytes(("\r\n--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.mp3\"\r\n"
                        + "Content-Type: audio/mpeg\r\n\r\nID3\r\n--x--\r\n")
                .getBytes(StandardCharsets.UTF_8));

        assertError(
                api.send("POST", "/v3/audio", body.toByteArray(), "multipart/form-data; boundary=x"),
                400,
                "Bad Request");
        assertThat(api.get("/v3/audio").json().path("total").asInt()).isZero();
    }

    /** Section 1.7: curl adds its boundary to the one in the documents' example. */
    @Test
    void takesASoundAsTheDocumentsSendIt() {
        String own = "------------------------d74496d66958873e";
        String body =
                "--" + own + "\r\nContent-Disposition: form-data; name=\"audio_name\"\r\n\r\nAudioExample.wav\r\n--"
                        + own + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x.wav\"\r\n"
                        + "Content-Type: audio/wav\r\n\r\nRIFF0000WAVE\r\n--" + own + "--\r\n";
        String type = "multipart/form-data; boundary=----WebKitFormBoundaryWs5jqbZFs4Dxlt6q; boundary=" + own;

        Api.Answer made = api.send("POST", "/v3/audio", body.getBytes(StandardCharsets.UTF_8), type);

        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        assertThat(api.get("/v3/audio").text("/data/0/audio_name")).isEqualTo("AudioExample.wav");
    }

    /** D23. */
    @Test
    void refusesNumbersWithAPrefixTooMany() {
        String list = v3.list(v3.campaign("a"));

        for (String number :
                List.of("0084349719999", "840349719999", "84 0349719999", "+840349719999", "+0084349719999")) {
            assertViolations(
                    api.post("/v3/lead", Api.object("list_uuid", list, "phone_number", number)),
                    "phone_number",
                    PATTERN);
        }
    }

    /** D43. */
    @Test
    void aLeadThatMustNotBeCalledIsOpenAgainUnderAnotherNumber() {
        String refused = number(63, BUSY);
        String campaign = v3.campaign("a", "concurrent_call", 1, "recall_times", 0);
        String list = v3.list(campaign);
        String lead = v3.lead(list, refused);
        api.post("/v1/blacklist", Api.object("blacklist", List.of(Api.object("phone_number", refused))));
        call(campaign);
        assertThat(api.get("/v3/lead/" + lead).text("/status")).isEqualTo("DNC");

        assertOk(api.put("/v3/lead/" + lead, Api.object("phone_number", "+84" + refused.substring(1))));
        assertThat(api.get("/v3/lead/" + lead).text("/status")).isEqualTo("DNC");
        assertOk(api.put("/v3/lead/" + lead, Api.object("phone_number", number(64, BUSY))));

        eventually(() -> api.get("/v3/lead/" + lead).text("/alt_status").equals("busy"));
        assertThat(v3.ended(campaign)).isEqualTo(1);
        assertThat(api.get("/v3/cdr").json().path("total").asInt()).isEqualTo(1);
    }

    @Test
    void showsTheFirstThousandOfRowsThatFail() {
        String list = v3.list(v3.campaign("a"));
        List<ObjectNode> rows = IntStream.range(0, 1_200)
                .mapToObj(i -> Api.object("phone_number", i == 0 ? "0349719999" : "12"))
                .toList();

        Api.Answer answer = api.post("/v3/lead/multi", Api.object("list_uuid", list, "data", rows));

        assertOk(answer);
        assertThat(answer.json().path("fail")).hasSize(1_000);
        assertThat(answer.json().path("total_fail").asInt()).isEqualTo(1_199);
        assertThat(answer.json().path("total_insert").asInt()).isEqualTo(1);
        JsonNode shown = api.get("/v3/list/" + list).json();
        assertThat(shown.path("total_success").asInt()).isEqualTo(1);
        assertThat(shown.path("total_upload").asInt()).isZero();
        assertThat(shown.path("total_leads").asInt()).isEqualTo(1);
    }

    @Test
    void saysWhereATemplateNamesAnUnknownSound() {
        ObjectNode sent = Api.object("template_name", "t");
        sent.set("exit_sound", Api.object("enable", true, "voice_type", "audio_file", "audio_file", UNKNOWN_ID));

        assertViolations(api.post("/v3/template", sent), "exit_sound.audio_file", "exit_sound.audio_file is not found");
        assertViolations(
                api.post(
                        "/v3/template",
                        Api.object("template_name", "t", "voice_type", "audio_file", "audio_file", UNKNOWN_ID)),
                "audio_file",
                "audio_file is not found");
    }

    @Test
    void findsLeadsOfListsThatACampaignDialsOfLate() {
        String own = v3.campaign("own");
        String list = v3.list(own);
        String lead = v3.lead(list, "0349719999");
        String other = v3.campaign("other");
        assertOk(tenant.voipbin().put("/v1.0/campaigns/" + other + "/resource_info", Api.object("outdial_id", list)));

        for (String campaign : List.of(own, other)) {
            Api.Answer found = api.get("/v3/lead?campaign_uuid=" + campaign);
            assertThat(found.json().path("total").asInt()).as(found.toString()).isEqualTo(1);
            assertThat(found.text("/data/0/lead_uuid")).isEqualTo(lead);
        }
    }

    @Test
    void pagesTheReportOfCampaigns() {
        List<String> campaigns =
                IntStream.range(0, 3).mapToObj(i -> v3.campaign("c" + i)).toList();

        JsonNode second = api.get("/v3/report/call/campaign?limit=1&offset=1").json();

        assertThat(second.path("data")).hasSize(1);
        assertThat(second.at("/data/0/campaign_uuid").asText()).isEqualTo(campaigns.get(1));
        assertThat(api.get("/v3/report/call/campaign").json().path("data")).hasSize(3);
    }

    /** Section 1.8; mapping.md, row deletion. */
    @Test
    void aRemovedRecordIsInNoReport() {
        String campaign = v3.campaign("a", "concurrent_call", 1, "recall_times", 0);
        v3.lead(v3.list(campaign), number(65, answered(15)));
        call(campaign);
        JsonNode cdr = api.get("/v3/cdr").json().at("/data/0");
        assertThat(cdr.path("billsec").asInt()).isEqualTo(1);
        assertThat(reported(campaign)).isEqualTo(1);

        assertOk(tenant.voipbin().delete("/v1.0/campaigncalls/" + cdr.path("id").asText()));
        assertOk(tenant.voipbin().delete("/v1.0/campaigncalls/" + cdr.path("id").asText()));

        assertThat(reported(campaign)).isZero();
        JsonNode lead =
                api.get("/v3/report/call/lead?campaign_uuid=" + campaign).json().at("/data/0");
        assertThat(lead.path("status").asText()).isEmpty();
        assertThat(lead.path("start_stamp").asText()).isEmpty();
        assertThat(lead.path("billsec").asInt()).isZero();
        assertThat(api.get("/v3/report/call/campaign?start_time=2030-01-01&campaign_uuid=" + campaign)
                        .json()
                        .at("/data/0/total")
                        .asInt())
                .isZero();
        assertThat(api.get("/v3/cdr").json().path("total").asInt()).isZero();
    }

    private int reported(String campaign) {
        return api.get("/v3/report/call/campaign?campaign_uuid=" + campaign)
                .json()
                .at("/data/0/total")
                .asInt();
    }

    /** Section 1.8: {@code from_number} as the documents show it. */
    @Test
    void showsTheCallingNumberAsItIsDialledAtHome() {
        String campaign = v3.campaign("a", "concurrent_call", 1, "recall_times", 0);
        Api v1 = tenant.voipbin();
        String plan = v1.get("/v1.0/campaigns/" + campaign).text("/outplan_id");
        ObjectNode outplan = (ObjectNode) v1.get("/v1.0/outplans/" + plan).json();
        outplan.set("source", Api.object("type", "tel", "target", "+842873003586"));
        assertOk(v1.put("/v1.0/outplans/" + plan, outplan));
        assertOk(v1.put("/v1.0/outplans/" + plan + "/dial_info", outplan));
        v3.lead(v3.list(campaign), number(66, BUSY));
        call(campaign);

        JsonNode cdr = api.get("/v3/cdr?hotline=02873003586").json().at("/data/0");

        assertThat(cdr.path("from_number").asText()).isEqualTo("02873003586");
        assertThat(api.get("/v3/cdr?hotline=842873003586").json().path("total").asInt())
                .isEqualTo(1);
    }
}
