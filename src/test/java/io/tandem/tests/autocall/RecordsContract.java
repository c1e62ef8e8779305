package io.tandem.tests.autocall;

import static io.tandem.tests.autocall.TestNumbers.BUSY;
import static io.tandem.tests.autocall.TestNumbers.answered;
import static io.tandem.tests.autocall.TestNumbers.number;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.tests.Api;
import io.tandem.tests.Database;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Call records and reports. (autocall-v3.md, 1.8) */
abstract class RecordsContract extends AutocallContract {

    private static final String CALLED = number(20, answered(25));
    private static final String ENGAGED = number(21, BUSY);

    private String campaign = "";
    private String list = "";
    private String calledLead = "";
    private String engagedLead = "";

    RecordsContract(Database database) {
        super(database);
    }

    /** One answered call of two and a half seconds, and two that were busy. */
    @BeforeEach
    void call() {
        campaign = v3.campaign("AutocallTTS", "concurrent_call", 1, "recall_times", 0);
        list = v3.list(campaign, "ListAutocall01");
        calledLead = lead(CALLED, Api.object("ten", "Đỗ Thị Ngà", "sdt", "0981218888", "phone_number", CALLED));
        engagedLead = lead(ENGAGED, Api.object());
        v3.start(campaign);
        eventually(() -> v3.ended(campaign) == 2);
        api.post("/v3/list/" + list + "/reset", Api.object("type", "fail"));
        eventually(() -> cdrs("").path("total").asInt() == 3);
    }

    private String lead(String number, ObjectNode additional) {
        Api.Answer made = api.post(
                "/v3/lead",
                Api.object(
                        "list_uuid",
                        list,
                        "phone_number",
                        number,
                        "lead_name",
                        "Ngà",
                        "lead_code",
                        "L1",
                        "contract_number",
                        "C1",
                        "additional",
                        additional));
        return made.text("/lead_uuid");
    }

    private JsonNode cdrs(String query) {
        Api.Answer answer = api.get("/v3/cdr" + query);
        assertOk(answer);
        return answer.json();
    }

    private int total(String query) {
        return cdrs(query).path("total").asInt();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void showsRecordsNewestFirstInTheTenantsTime_case82() {
        JsonNode page = cdrs("?limit=2&offset=0");

        assertThat(page.path("data")).hasSize(2);
        assertThat(page.path("limit").asInt()).isEqualTo(2);
        assertThat(page.path("offset").asInt()).isZero();
        assertThat(page.path("total").asInt()).isEqualTo(3);
        assertThat(page.findValuesAsText("time_started"))
                .isSortedAccordingTo(java.util.Comparator.reverseOrder())
                .allMatch(time -> time.matches("2030-03-\\d\\d \\d\\d:\\d\\d:\\d\\d"));
        String utc = now().atZone(java.time.ZoneId.of("Asia/Ho_Chi_Minh")).toString();
        assertThat(page.at("/data/0/time_ended").asText().substring(0, 13))
                .isEqualTo(utc.substring(0, 13).replace('T', ' '));
        assertThat(cdrs("").path("limit").asInt()).isEqualTo(10);
        assertThat(cdrs("?offset=2").path("data")).hasSize(1);
    }

    @Test
    void showsOneRecordWithEveryFieldOfTheDocuments() {
        JsonNode row = cdrs("?status=ANSWERED").at("/data/0");
        ObjectNode golden = (ObjectNode) Api.parse(resource("get-cdr.json"));

        JsonNode cdr = api.get("/v3/cdr/" + row.path("id").asText()).json();

        assertThat(cdr).isEqualTo(row);
        assertThat(cdr.fieldNames()).toIterable().containsExactlyElementsOf(() -> golden.fieldNames());
        golden.properties()
                .forEach(field -> assertThat(cdr.get(field.getKey()).getNodeType())
                        .as(field.getKey())
                        .isEqualTo(field.getValue().getNodeType()));
        Map.of(
                        "cause", "NORMAL_CLEARING",
                        "direction", "outbound",
                        "to_number", CALLED,
                        "status", "answered",
                        "app", "autocall",
                        "press_key", "{}",
                        "sip_hangup_disposition", "recv_bye",
                        "campaign_uuid", campaign,
                        "lead_uuid", calledLead,
                        "parent_id", cdr.path("id").asText())
                .forEach((field, value) ->
                        assertThat(cdr.path(field).asText()).as(field).isEqualTo(value));
        assertThat(cdr.path("billsec").asInt()).isEqualTo(2);
        assertThat(cdr.path("duration").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(cdr.path("time_answered").asText()).isNotEmpty();
        assertThat(cdr.path("additional").path("ten").asText()).isEqualTo("Đỗ Thị Ngà");
    }

    @Test
    void showsABusyCallAsThePlatformDoes() {
        JsonNode cdr = cdrs("?status=busy").at("/data/0");

        assertThat(cdr.path("cause").asText()).isEqualTo("USER_BUSY");
        assertThat(cdr.path("sip_hangup_disposition").asText()).isEqualTo("recv_refuse");
        assertThat(cdr.path("time_answered")).isEqualTo(Api.parse("\"\""));
        assertThat(cdr.path("billsec").asInt()).isZero();
        assertThat(cdr.path("additional")).isEqualTo(Api.object());
    }

    @Test
    void findsRecordsByEveryFilter() {
        assertThat(total("?campaign_uuid=" + campaign)).isEqualTo(3);
        assertThat(total("?campaign_uuid=" + UNKNOWN_ID)).isZero();
        assertThat(total("?campaign_uuid=x")).isZero();
        assertThat(total("?status=BUSY")).isEqualTo(2);
        assertThat(total("?status=no_answered")).isZero();
        assertThat(total("?status=fine")).isZero();
        assertThat(total("?phone=" + encoded("+84" + CALLED.substring(1)))).isEqualTo(1);
        assertThat(total("?phone=" + ENGAGED)).isEqualTo(2);
        assertThat(total("?phone=x%00")).isZero();
        assertThat(total("?hotline=02873003586")).isZero();
        assertThat(total("?direction=outbound")).isEqualTo(3);
        assertThat(total("?direction=inbound")).isZero();
        assertThat(total("?extension=101")).isZero();
        JsonNode newest = cdrs("").at("/data/0");
        String started = newest.path("time_started").asText();
        String day = started.substring(0, 10);
        assertThat(total("?start_date=" + day + "&end_date=" + day)).isEqualTo(3);
        assertThat(total("?start_date=" + encoded(started))).isPositive();
        assertThat(total("?end_date=" + encoded(started))).isEqualTo(3);
        assertThat(total("?end_date=2029-01-01")).isZero();
        assertThat(total("?start_date=2031-01-01")).isZero();
        assertThat(total("?start_date_ended=" + day)).isEqualTo(3);
        assertThat(total("?end_date_ended=2029-01-01")).isZero();
        assertViolations(api.get("/v3/cdr?start_date=2030-02-30"), "start_date", "Does not match format 'date-time'");
        assertNames(api.get("/v3/cdr?end_date_ended=yesterday"), "end_date_ended");
    }

    @Test
    void findsACallersNumber() {
        String gatewayId = api.get("/v3/gateway").text("/data/0/gateway_uuid");
        String carrier = api.post(
                        "/v3/carrier",
                        ((ObjectNode) Api.parse(resource("post-carrier.json"))).put("gateway_uuid", gatewayId))
                .text("/carrier_uuid");
        String other = v3.campaign("with a caller", "carrier_uuid", carrier);
        v3.lead(v3.list(other), number(22, BUSY));
        v3.start(other);
        eventually(() -> v3.ended(other) == 1);

        JsonNode found = cdrs("?hotline=02873003586");

        assertThat(found.path("total").asInt()).isEqualTo(1);
        assertThat(found.at("/data/0/from_number").asText()).isEqualTo("02873003586");
        assertThat(total("?phone=02873003586")).isEqualTo(1);
    }

    @Test
    void hidesRecordsFromOthers() {
        Api stranger = gateway.tenant("b").autocall();
        String id = cdrs("").at("/data/0/id").asText();

        assertError(stranger.get("/v3/cdr/" + id), 404, NOT_FOUND);
        assertError(api.get("/v3/cdr/" + UNKNOWN_ID), 404, NOT_FOUND);
        assertThat(stranger.get("/v3/cdr").json().path("total").asInt()).isZero();
        assertThat(stranger.get("/v3/report/call/campaign").json().path("data")).isEmpty();
    }

    @Test
    void masksNumbersInRecordsAndReports() {
        assertOk(v3.edit(campaign, "enable_encrypt", true));

        String records = cdrs("").toString();
        String leads = api.get("/v3/report/call/lead").body();
        String lead = api.get("/v3/lead/" + calledLead).body();

        for (String body : List.of(records, leads, lead)) {
            assertThat(body)
                    .doesNotContain(CALLED)
                    .doesNotContain(CALLED.substring(1))
                    .doesNotContain("0981218888")
                    .contains(calledLead);
        }
    }

    @Test
    void reportsCampaigns() {
        String idle = v3.campaign("Idle");

        Api.Answer answer = api.get("/v3/report/call/campaign");

        assertOk(answer);
        ObjectNode golden = (ObjectNode) Api.parse(resource("get-campaign-report.json"));
        golden.put("campaign_uuid", campaign);
        assertThat(answer.json().path("data")).hasSize(2);
        assertThat(answer.text("/data/0/campaign_uuid")).isEqualTo(idle);
        assertThat(answer.json().at("/data/0/total").asInt()).isZero();
        assertThat(answer.json().at("/data/1")).isEqualTo(golden);
        String one = "/v3/report/call/campaign?campaign_uuid=" + campaign;
        assertThat(api.get(one).json().at("/data/0")).isEqualTo(golden);
        assertThat(api.get(one + "&start_time=2030-01-01").json().at("/data/0")).isEqualTo(golden);
        assertThat(api.get(one + "&list_uuid=" + list).json().at("/data/0")).isEqualTo(golden);
        assertThat(api.get(one + "&end_time=" + encoded("2029-01-01 00:00:00"))
                        .json()
                        .at("/data/0/total")
                        .asInt())
                .isZero();
        assertError(api.get("/v3/report/call/campaign?campaign_uuid=" + UNKNOWN_ID), 404, "campaign is not found");
        assertError(api.get("/v3/report/call/campaign?campaign_uuid=x"), 400, "campaign_uuid is invalid");
        assertNames(api.get(one + "&start_time=x"), "start_time");
    }

    @Test
    void reportsLeads() {
        Api.Answer answer = api.get("/v3/report/call/lead?campaign_uuid=" + campaign);

        assertOk(answer);
        assertThat(answer.json().path("total").asInt()).isEqualTo(2);
        JsonNode busy = answer.json().at("/data/0");
        JsonNode called = answer.json().at("/data/1");
        ObjectNode golden = (ObjectNode) Api.parse(resource("get-lead-report.json"));
        assertThat(called.fieldNames()).toIterable().containsExactlyElementsOf(() -> golden.fieldNames());
        assertThat(busy.path("lead_uuid").asText()).isEqualTo(engagedLead);
        assertThat(busy.path("status").asText()).isEqualTo("busy");
        assertThat(busy.path("called_count").asInt()).isEqualTo(1);
        JsonNode cdr = cdrs("?status=answered").at("/data/0");
        assertThat(called.path("cdr_uuid")).isEqualTo(cdr.path("id"));
        assertThat(called.path("billsec")).isEqualTo(cdr.path("billsec"));
        assertThat(called.path("start_stamp")).isEqualTo(cdr.path("time_started"));
        assertThat(called.path("end_stamp")).isEqualTo(cdr.path("time_ended"));
        assertThat(called.path("answer_stamp")).isEqualTo(cdr.path("time_answered"));
        assertThat(called.path("additional")).isEqualTo(cdr.path("additional"));
        assertThat(called.path("list_name").asText()).isEqualTo("ListAutocall01");
        assertThat(called.path("lead_code").asText()).isEqualTo("L1");
        assertThat(called.path("last_call_time").asText())
                .startsWith(cdr.path("time_started").asText().replace(' ', 'T'))
                .endsWith("+07:00");
        String one = "/v3/report/call/lead?list_uuid=" + list;
        assertThat(api.get(one + "&start_time=2030-01-01").json().path("total").asInt())
                .isEqualTo(2);
        assertThat(api.get(one + "&end_time=2029-01-01").json().path("total").asInt())
                .isZero();
        assertThat(api.get("/v3/report/call/lead?list_uuid=x")
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
    }
}
