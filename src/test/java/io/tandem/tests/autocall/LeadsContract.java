package io.tandem.tests.autocall;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.tests.Api;
import io.tandem.tests.Database;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists and their leads. (autocall-v3.md, 1.5) */
abstract class LeadsContract extends AutocallContract {

    private static final String TOO_SHORT = "String length must be greater than or equal to ";
    private static final String PATTERN = "Does not match pattern '^(84|0[3|5|7|8|9])+([0-9]{8})$'";

    private String campaign = "";
    private String list = "";

    LeadsContract(Database database) {
        super(database);
    }

    @BeforeEach
    void makeList() {
        campaign = v3.campaign("a");
        list = v3.list(campaign, "l");
    }

    @Test
    void makesShowsAndSwitchesLists() {
        JsonNode shown = api.get("/v3/list/" + list).json();

        assertThat(shown.path("list_name").asText()).isEqualTo("l");
        assertThat(shown.path("campaign_uuid").asText()).isEqualTo(campaign);
        assertThat(shown.path("campaign_name").asText()).isEqualTo("a");
        assertThat(shown.path("active").asBoolean()).isTrue();
        assertThat(Objects.requireNonNull(shown.get("recall_status")).isNull()).isTrue();
        assertError(
                api.post("/v3/list", Api.object("campaign_uuid", campaign, "list_name", "l")),
                400,
                "list_name is exists");
        assertViolations(api.post("/v3/list", Api.object("list_name", "m")), "(root)", "campaign_uuid is required");
        JsonNode page = api.get("/v3/list").json();
        assertThat(page.path("total").asInt()).isEqualTo(1);
        assertThat(page.at("/data/0/list_uuid").asText()).isEqualTo(list);
        Api.Answer off = api.patch("/v3/list/" + list + "/active", Api.object("active", false));
        assertThat(off.json()).isEqualTo(Api.object("active", false, "list_uuid", list));
        assertThat(api.get("/v3/list/" + list).json().path("active").asBoolean(true))
                .isFalse();
    }

    @Test
    void aLeadCannotTakeANumberThatItsListHas() {
        v3.lead(list, "0349719999");
        String second = v3.lead(list, "0349719998");

        Api.Answer taken =
                api.put("/v3/lead/" + second, Api.object("lead_uuid", second, "phone_number", "84349719999"));
        Api.Answer own = api.put("/v3/lead/" + second, Api.object("lead_uuid", second, "phone_number", "84349719998"));

        assertError(taken, 400, "phone_number is existed");
        assertOk(own);
    }

    @Test
    void aFileThatIsATextIsNoFile() {
        Api.Answer answer =
                api.upload("/v3/lead/file", null, null, java.util.Map.of("list_uuid", list, "file", "0349719999"));

        assertError(answer, 400, "http: no such file");
    }

    @Test
    void deletesAListWithItsPendingLeads() {
        String lead = v3.lead(list, "0349719999");
        String other = v3.list(campaign, "m");
        v3.lead(other, "0349719999");

        Api.Answer deleted = api.delete("/v3/list/" + list);

        assertOk(deleted);
        assertThat(deleted.json()).isEqualTo(Api.object("list_uuid", list));
        assertError(api.delete("/v3/list/" + list), 404, NOT_FOUND);
        assertError(api.get("/v3/lead/" + lead), 404, NOT_FOUND);
        assertThat(api.get("/v3/list").json().path("total").asInt()).isEqualTo(1);
        assertThat(leads("limit=10").path("total").asInt()).isEqualTo(1);
        assertThat(leads("limit=10").path("data")).hasSize(1);
        assertViolations(post("0349719998"), "list_uuid", "list_uuid is not found");
        v3.list(campaign, "l");
    }

    @Test
    void readsEveryFormOfANumber_case75() {
        assertViolations(post(""), "phone_number", TOO_SHORT + 1, "phone_number", PATTERN);
        assertViolations(post("123"), "phone_number", PATTERN);
        assertViolations(post("+12025550123"), "phone_number", PATTERN);
        for (String number : List.of("0349719999", "84349719998", "+84349719997", "02873003586")) {
            Api.Answer made = post(number);
            assertThat(made.status()).as("%s: %s", number, made).isEqualTo(201);
            String id = made.text("/lead_uuid");
            assertThat(made.json()).isEqualTo(Api.object("created", true, "lead_uuid", id));
            assertThat(api.get("/v3/lead/" + id).text("/phone_number")).isEqualTo(number);
        }
    }

    /** D24: one number, however it is written. */
    @Test
    void refusesANumberThatTheListHas_case75() {
        assertThat(post("0349719999").status()).isEqualTo(201);

        assertError(post("0349719999"), 400, "phone_number is existed");
        assertError(post("84349719999"), 400, "phone_number is existed");
        assertError(post("+84349719999"), 400, "phone_number is existed");
        String other = v3.list(campaign, "m");
        v3.lead(other, "0349719999");
    }

    @Test
    void wantsAWholeListId_case76() {
        assertViolations(
                api.post("/v3/lead", Api.object("list_uuid", "x", "phone_number", "0349719999")),
                "list_uuid",
                TOO_SHORT + 36);
        assertViolations(
                api.post("/v3/lead", Api.object("list_uuid", UNKNOWN_ID, "phone_number", "0349719999")),
                "list_uuid",
                "list_uuid is not found");
        assertViolations(api.post("/v3/lead", Api.object("list_uuid", list)), "(root)", "phone_number is required");
    }

    @Test
    void keepsAndShowsALead() {
        ObjectNode additional = Api.object("ten", "Đỗ Thị Ngà");
        String id = api.post(
                        "/v3/lead",
                        Api.object(
                                "list_uuid",
                                list,
                                "phone_number",
                                "0981218888",
                                "lead_name",
                                "Ngà",
                                "contract_number",
                                "HD1",
                                "additional",
                                additional))
                .text("/lead_uuid");

        JsonNode shown = api.get("/v3/lead/" + id).json();

        assertThat(shown.path("lead_name").asText()).isEqualTo("Ngà");
        assertThat(shown.path("contract_number").asText()).isEqualTo("HD1");
        assertThat(Api.parse(shown.path("additional").textValue())).isEqualTo(additional);
        assertThat(shown.path("status").asText()).isEqualTo("NEW");
        assertThat(shown.path("alt_status").asText()).isEqualTo("new");
        assertThat(shown.path("called_count").asInt(-1)).isZero();
        assertThat(shown.path("last_call_time").asText()).isEqualTo("1970-01-01T08:00:01+08:00");
        assertThat(shown.path("network").asText()).isEqualTo("viettel");
        assertThat(shown.path("list_uuid").asText()).isEqualTo(list);
    }

    @Test
    void changesAndDeletesALead() {
        String id = v3.lead(list, "0349719999");

        assertViolations(api.put("/v3/lead/" + id, Api.object("lead_uuid", id)), "(root)", "phone_number is required");
        assertError(
                api.put("/v3/lead/" + id, Api.object("lead_uuid", UNKNOWN_ID, "phone_number", "0349719999")),
                400,
                "lead_uuid is invalid");
        Api.Answer put = api.put(
                "/v3/lead/" + id, Api.object("lead_uuid", id, "phone_number", "0981218888", "lead_name", "Ngà"));

        assertOk(put);
        assertThat(put.json()).isEqualTo(Api.object("lead_uuid", id));
        assertThat(api.get("/v3/lead/" + id).text("/phone_number")).isEqualTo("0981218888");
        assertThat(api.delete("/v3/lead/" + id).json()).isEqualTo(Api.object("lead_uuid", id));
        assertError(api.delete("/v3/lead/" + id), 404, NOT_FOUND);
        assertError(api.get("/v3/lead/" + id), 404, NOT_FOUND);
    }

    @Test
    void freesTheNumbersOfDeletedAndChangedLeads() {
        String first = v3.lead(list, "0349719999");
        String second = v3.lead(list, "0349719998");

        assertOk(api.delete("/v3/lead/" + first));
        assertOk(api.put("/v3/lead/" + second, Api.object("phone_number", "0349719997")));

        v3.lead(list, "0349719999");
        v3.lead(list, "0349719998");
        assertError(post("0349719997"), 400, "phone_number is existed");
    }

    /** D24 and D25. */
    @Test
    void insertsTheGoodRowsOfMany() {
        v3.lead(list, "0349719990");
        List<ObjectNode> rows = List.of(
                Api.object("lead_name", "a", "phone_number", "0349719991"),
                Api.object("lead_name", "b", "phone_number", "123"),
                Api.object("lead_name", "c", "phone_number", "84349719991"),
                Api.object("lead_name", "d", "phone_number", "0349719990"),
                Api.object("lead_name", "e"),
                Api.object("lead_name", "f", "phone_number", "0349719992", "after_day", 1));

        Api.Answer answer = api.post("/v3/lead/multi", Api.object("list_uuid", list, "data", rows));

        assertOk(answer);
        assertThat(answer.text("/message")).isEqualTo("success");
        assertThat(answer.json().path("total_insert").asInt()).isEqualTo(2);
        assertThat(answer.json().path("fail")).hasSize(2);
        assertThat(answer.json().at("/fail/0/index").asInt()).isEqualTo(1);
        assertThat(answer.json().at("/fail/0/error").asText()).contains(PATTERN);
        assertThat(answer.json().at("/fail/1/index").asInt()).isEqualTo(4);
        assertThat(leads("list_uuid=" + list).path("total").asInt()).isEqualTo(3);
        assertError(api.post("/v3/lead/multi", Api.object("data", rows)), 400, "list_uuid is missing");
        assertViolations(
                api.post("/v3/lead/multi", Api.object("list_uuid", UNKNOWN_ID, "data", rows)),
                "list_uuid",
                "list_uuid is not found");
    }

    @Test
    void answersAsDocumentedWhenEveryRowIsGood() {
        List<ObjectNode> rows =
                List.of(Api.object("phone_number", "0349719991"), Api.object("phone_number", "0349719992"));

        Api.Answer answer = api.post("/v3/lead/multi", Api.object("list_uuid", list, "data", rows));

        assertThat(answer.json()).isEqualTo(Api.object("message", "success", "total_insert", 2));
    }

    @Test
    void findsLeadsByListCampaignAndNumber() {
        v3.leads(
                list, IntStream.range(0, 12).mapToObj("03497199%02d"::formatted).toList());
        String other = v3.list(v3.campaign("b"));
        String lead = v3.lead(other, "0349719900");

        assertThat(leads("limit=3").path("total").asInt()).isEqualTo(13);
        assertThat(leads("limit=3").path("data")).hasSize(3);
        assertThat(leads("list_uuid=" + list).path("total").asInt()).isEqualTo(12);
        assertThat(leads("list_uuid=" + list).path("data")).hasSize(10);
        assertThat(leads("campaign_uuid=" + campaign).path("total").asInt()).isEqualTo(12);
        assertThat(leads("phone_number=84349719900").path("total").asInt()).isEqualTo(2);
        assertThat(leads("phone_number=0349719900&list_uuid=" + other)
                        .at("/data/0/lead_uuid")
                        .asText())
                .isEqualTo(lead);
        assertThat(leads("list_uuid=" + UNKNOWN_ID).path("total").asInt(-1)).isZero();
        assertThat(leads("list_uuid=xyz").path("total").asInt(-1)).isZero();
        assertThat(api.get("/v3/list/" + list).json().path("total_leads").asInt())
                .isEqualTo(12);
    }

    @Test
    void showsNothingOfAnotherTenant() {
        String lead = v3.lead(list, "0349719999");
        Api other = gateway.tenant("b").autocall();

        assertThat(other.get("/v3/lead").json().path("total").asInt(-1)).isZero();
        assertThat(other.get("/v3/lead?list_uuid=" + list).json().path("total").asInt(-1))
                .isZero();
        assertThat(other.get("/v3/list").json().path("total").asInt(-1)).isZero();
        assertError(other.get("/v3/lead/" + lead), 404, NOT_FOUND);
        assertError(other.delete("/v3/lead/" + lead), 404, NOT_FOUND);
        assertError(other.get("/v3/list/" + list), 404, NOT_FOUND);
        assertViolations(
                other.post("/v3/lead", Api.object("list_uuid", list, "phone_number", "0349719998")),
                "list_uuid",
                "list_uuid is not found");
        assertViolations(
                other.post("/v3/list", Api.object("list_name", "l", "campaign_uuid", campaign)),
                "campaign_uuid",
                "campaign_uuid is not found");
    }

    private Api.Answer post(String number) {
        return api.post("/v3/lead", Api.object("list_uuid", list, "phone_number", number));
    }

    private JsonNode leads(String query) {
        return api.get("/v3/lead?" + query).json();
    }
}
