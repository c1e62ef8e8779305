package io.tandem.tests.autocall;

import static io.tandem.tests.autocall.TestNumbers.BUSY;
import static io.tandem.tests.autocall.TestNumbers.number;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.tests.Api;
import io.tandem.tests.Database;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody reads a number of a campaign that masks numbers, wherever it was written. (autocall-v3.md, 2.9) */
abstract class MaskingContract extends AutocallContract {

    private static final String NUMBER = number(40, BUSY);
    private static final String TAIL = NUMBER.substring(1);
    private static final String OTHER = "0981218888";

    private String campaign = "";
    private String list = "";

    MaskingContract(Database database) {
        super(database);
    }

    @BeforeEach
    void makeList() {
        campaign = v3.campaign("masked", "concurrent_call", 1);
        list = v3.list(campaign);
    }

    private static ObjectNode talkative() {
        String spaced = TAIL.substring(0, 3) + " " + TAIL.substring(3);
        return Api.object(
                "phone_number",
                NUMBER,
                "lead_name",
                "Ngà " + NUMBER,
                "lead_code",
                "L" + NUMBER,
                "contract_number",
                "HD " + NUMBER,
                "address",
                "call +84 " + spaced + " first",
                "comment",
                OTHER,
                "color",
                "red " + NUMBER,
                "additional",
                Api.object("sdt", OTHER, NUMBER, "own", "list", List.of(NUMBER, 10410000)));
    }

    private void mask(boolean masks) {
        assertOk(v3.edit(campaign, "enable_encrypt", masks));
    }

    private static void assertMasked(Api.Answer answer) {
        assertOk(answer);
        assertThat(answer.body().replaceAll("[ .()-]", "")).doesNotContain(TAIL).doesNotContain(OTHER.substring(1));
    }

    @Test
    void noReadOfALeadShowsANumber() {
        String lead = api.post("/v3/lead", talkative().put("list_uuid", list)).text("/lead_uuid");
        v3.start(campaign);
        eventually(() -> v3.ended(campaign) == 1);

        mask(true);

        for (String path : List.of(
                "/v3/lead/" + lead,
                "/v3/lead?list_uuid=" + list,
                "/v3/cdr",
                "/v3/report/call/lead",
                "/v3/report/call/campaign")) {
            assertMasked(api.get(path));
        }
        Api v1 = tenant.voipbin();
        for (String path : List.of(
                "/v1.0/outdials/" + list + "/targets",
                "/v1.0/outdials/" + list + "/targets/" + lead,
                "/v1.0/campaigncalls")) {
            assertMasked(v1.get(path));
        }
        Api.Answer shown = api.get("/v3/lead/" + lead);
        assertThat(shown.text("/lead_name")).isEqualTo("Ngà " + NUMBER.substring(0, 3) + "*****00");
        assertThat(shown.text("/color")).startsWith("red").doesNotContain(TAIL);
        assertThat(Api.parse(shown.text("/additional")).fieldNames())
                .toIterable()
                .containsExactly("sdt", NUMBER.substring(0, 3) + "*****00", "list");
        assertThat(shown.text("/additional")).contains("10410000");
    }

    @Test
    void whatComesBackMaskedStaysWhatItIs() {
        String lead = api.post("/v3/lead", talkative().put("list_uuid", list)).text("/lead_uuid");
        ObjectNode clear = (ObjectNode) api.get("/v3/lead/" + lead).json();
        mask(true);
        ObjectNode masked = (ObjectNode) api.get("/v3/lead/" + lead).json();

        assertOk(api.put("/v3/lead/" + lead, masked));
        mask(false);
        assertThat(api.get("/v3/lead/" + lead).json().get("additional")).isEqualTo(clear.get("additional"));
        mask(true);
        masked.put("lead_name", masked.path("lead_name").asText().replace("Ngà", "Nga"))
                .put("color", masked.path("color").asText().replace("red", "blue"))
                .put("additional", masked.path("additional").asText().replace("own", "mine"));
        assertOk(api.put("/v3/lead/" + lead, masked));

        mask(false);
        ObjectNode edited = (ObjectNode) api.get("/v3/lead/" + lead).json();
        clear.put("lead_name", "Nga " + NUMBER)
                .put("color", "blue " + NUMBER)
                .put("additional", clear.path("additional").asText().replace("own", "mine"));
        edited.remove("updated_at");
        clear.remove("updated_at");
        assertThat(edited).isEqualTo(clear);
    }

    @Test
    void v10ShowsNoNumberInATargetsOtherTexts() {
        mask(true);
        Api v1 = tenant.voipbin();

        Api.Answer made = v1.post(
                "/v1.0/outdials/" + list + "/targets",
                Api.object(
                        "name",
                        "Nga " + NUMBER,
                        "detail",
                        "second: " + OTHER,
                        "data",
                        Api.object(NUMBER, OTHER).toString(),
                        "weight",
                        Api.object("of", NUMBER),
                        "destination_0",
                        Api.object("type", "tel", "target", "+84" + TAIL, "name", "at " + NUMBER)));

        assertMasked(made);
        assertMasked(v1.get("/v1.0/outdials/" + list + "/targets/" + made.text("/id")));
        assertMasked(v1.get("/v1.0/outdials/" + list + "/targets"));
        assertMasked(api.get("/v3/lead/" + made.text("/id")));
    }

    @Test
    void aListIsMaskedForWhicheverCampaignDialsIt() {
        String lead = v3.lead(list, NUMBER);
        String other = v3.campaign("other", "enable_encrypt", true);
        assertOk(tenant.voipbin().put("/v1.0/campaigns/" + other + "/resource_info", Api.object("outdial_id", list)));

        assertMasked(api.get("/v3/lead/" + lead));
        assertMasked(api.get("/v3/report/call/lead"));
    }

    @Test
    void recordsAreMaskedForWhicheverCampaignDialsTheList() {
        v3.lead(list, NUMBER);
        v3.start(campaign);
        eventually(() -> v3.ended(campaign) == 1);
        Api v1 = tenant.voipbin();
        String cdr = api.get("/v3/cdr").text("/data/0/id");
        assertThat(api.get("/v3/cdr").body()).contains(TAIL);

        String other = v3.campaign("other", "enable_encrypt", true);
        assertOk(v1.put("/v1.0/campaigns/" + other + "/resource_info", Api.object("outdial_id", list)));

        assertMasked(api.get("/v3/cdr"));
        assertMasked(api.get("/v3/cdr/" + cdr));
        for (String path : List.of("/v1.0/campaigncalls", "/v1.0/campaigns/" + campaign + "/campaigncalls")) {
            assertMasked(v1.get(path));
        }
        assertMasked(v1.get("/v1.0/campaigncalls/" + cdr));
    }

    @Test
    void whatLooksMaskedIsStoredAsSentWhereNothingIsMasked() {
        String lead = api.post("/v3/lead", talkative().put("list_uuid", list)).text("/lead_uuid");
        String stars = NUMBER.substring(0, 3) + "*****00";

        assertOk(api.put(
                "/v3/lead/" + lead,
                Api.object("phone_number", NUMBER, "lead_name", "Ngà " + stars, "color", "red " + stars)));

        Api.Answer shown = api.get("/v3/lead/" + lead);
        assertThat(shown.text("/lead_name")).isEqualTo("Ngà " + stars);
        assertThat(shown.text("/color")).isEqualTo("red " + stars);
    }

    @Test
    void theOwnNumberIsMaskedHoweverItIsWritten() {
        String first = NUMBER.substring(0, 4);
        String middle = NUMBER.substring(4, 7);
        String last = NUMBER.substring(7);
        List<String> forms = Stream.of(" - ", "\t", "\n", "\u2009", "\u200b", "\u2013", "/", "_", ",", "][")
                .map(between -> "[" + first + between + middle + between + last + "]")
                .toList();
        mask(true);

        Api.Answer made = api.post(
                "/v3/lead",
                Api.object(
                        "list_uuid",
                        list,
                        "phone_number",
                        NUMBER,
                        "comment",
                        String.join(" or ", forms),
                        "additional",
                        Api.object("notes", forms)));

        Api.Answer shown = api.get("/v3/lead/" + made.text("/lead_uuid"));
        assertThat(shown.text("/comment")).contains(" or [090*").doesNotContain(middle);
        assertThat(shown.text("/additional")).contains("[090*").doesNotContain(middle);
    }

    @Test
    void theReportOfAnImportShowsNoNumber() {
        mask(true);
        String csv = "phone_number\n" + NUMBER + "1\n840" + TAIL.substring(1) + "99\n";
        Api.Answer taken = api.upload(
                "/v3/lead/file", "leads.csv", csv.getBytes(StandardCharsets.UTF_8), Map.of("list_uuid", list));
        String report = taken.header("Location");
        eventually(() -> api.get(report).text("/state").equals("finished"));

        Api.Answer shown = api.get(report);

        assertThat(shown.json().path("rows")).as(shown.toString()).hasSize(2);
        assertThat(shown.body()).doesNotContain(TAIL).doesNotContain(TAIL.substring(1));
        assertThat(shown.text("/rows/0/reason")).contains("*****").contains("is not a number that can be called");
    }
}
