package io.tandem.tests.autocall;

import static io.tandem.tests.autocall.TestNumbers.ANSWERED;
import static io.tandem.tests.autocall.TestNumbers.number;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.campaigns.model.Push;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.service.TargetService;
import io.tandem.tests.Api;
import io.tandem.tests.Database;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Calls that a client pushes. (autocall-v3.md, 1.6 and D36) */
abstract class PushesContract extends AutocallContract {

    private static final String IMPORT = "/v3/autocall/import";
    private static final String OTP = "/v3/autocall/otp";
    private static final ObjectNode PARAM = Api.object("ten", "Nguyễn Văn A", "sdt", "0331111111");

    PushesContract(Database database) {
        super(database);
    }

    private String started() {
        String campaign = v3.campaign("pushed to");
        v3.start(campaign);
        return campaign;
    }

    private static ObjectNode push(String campaign, String number) {
        return Api.object("campaign_uuid", campaign, "phone_number", number, "param", PARAM);
    }

    private ObjectNode otp(String campaign, String number, String reference) {
        return Api.object(
                "campaign_uuid", campaign,
                "phone_number", number,
                "template", template("otp", "Mã của bạn là {{code_otp}}"),
                "code_otp", "1 2 3 4",
                "ref_id", reference);
    }

    /** Makes the template if there is none of the name yet, and gives the name. */
    private String template(String name, String content) {
        api.post("/v3/template", Api.object("template_name", name, "voice_type", "tts", "content", content));
        return name;
    }

    private Target target(String lead) {
        return gateway.gateway()
                .context()
                .getBean(TargetService.class)
                .find(new TenantId(tenant.id()), UUID.fromString(lead))
                .orElseThrow();
    }

    @Test
    void namesWhatIsMissing_case79() {
        ObjectNode whole = push(UNKNOWN_ID, "0331111111");

        for (String field : List.of("campaign_uuid", "phone_number", "param")) {
            assertViolations(api.post(IMPORT, whole.deepCopy().without(field)), "(root)", field + " is required");
        }
        assertViolations(
                api.post(IMPORT, "{}"),
                "(root)",
                "campaign_uuid is required",
                "(root)",
                "phone_number is required",
                "(root)",
                "param is required");
        assertViolations(
                api.post(OTP, "{}"),
                "(root)",
                "campaign_uuid is required",
                "(root)",
                "phone_number is required",
                "(root)",
                "template is required",
                "(root)",
                "code_otp is required");
    }

    @Test
    void namesWhatIsWrong() {
        String campaign = started();

        assertViolations(
                api.post(IMPORT, push("x", "1").put("param", "p")),
                "campaign_uuid",
                "String length must be greater than or equal to 36",
                "phone_number",
                "Does not match pattern '^(84|0[3|5|7|8|9])+([0-9]{8})$'",
                "param",
                "Invalid type. Expected: object, given: string");
        assertViolations(
                api.post(IMPORT, push(UNKNOWN_ID, "0331111111")), "campaign_uuid", "campaign_uuid is not found");
        String foreign = new Autocall(gateway.tenant("b").autocall()).campaign("theirs");
        assertViolations(api.post(IMPORT, push(foreign, "0331111111")), "campaign_uuid", "campaign_uuid is not found");
        assertViolations(
                api.post(OTP, otp(campaign, "0331111111", "r").put("code_otp", 1)),
                "code_otp",
                "Invalid type. Expected: string, given: integer");
        assertError(api.post(OTP, otp(campaign, "0331111111", "r").put("template", "none")), 400, "template not found");
    }

    @Test
    void storesNothingForACampaignThatDoesNotCallNow_D36() {
        String stopped = v3.campaign("stopped");
        String inactive = v3.campaign("inactive", "active", false);
        String closed = v3.campaign("closed");
        assertOk(v3.edit(closed, "schedules", List.of(Api.object("monday_start_time", 0, "monday_end_time", 1))));
        v3.start(closed);
        String started = v3.campaign("started");
        v3.start(started);
        api.post(
                "/v1/blacklist",
                Api.object("blacklist", List.of(Api.object("phone_number", "0331111111", "description", ""))));

        assertError(api.post(IMPORT, push(stopped, "0332222222")), 400, "campaign is not started");
        assertError(api.post(IMPORT, push(inactive, "0332222222")), 400, "campaign is deactive");
        assertError(api.post(IMPORT, push(closed, "0332222222")), 400, "campaign is outside its schedules");
        assertError(api.post(IMPORT, push(started, "84331111111")), 400, "phone_number is in blacklist");

        assertThat(api.get("/v3/lead").json().path("total").asInt()).isZero();
        assertThat(api.get("/v3/list").json().path("total").asInt()).isZero();
    }

    @Test
    void keepsAPushToBeCalledFirst() {
        String campaign = started();

        Api.Answer answer = api.post(IMPORT, push(campaign, number(30, ANSWERED)));
        Api.Answer again = api.post(IMPORT, push(campaign, number(30, ANSWERED)));

        assertOk(answer);
        String lead = answer.text("/lead_uuid");
        assertThat(answer.json())
                .isEqualTo(Api.object("call_id", answer.text("/call_id"), "lead_uuid", lead, "message", "success"));
        assertOk(again);
        JsonNode shown = api.get("/v3/lead/" + lead).json();
        assertThat(shown.path("phone_number").asText()).isEqualTo(number(30, ANSWERED));
        assertThat(shown.path("campaign_uuid").asText()).isEqualTo(campaign);
        assertThat(Api.parse(shown.path("additional").asText())).isEqualTo(PARAM);
        Push push = Objects.requireNonNull(target(lead).push());
        assertThat(push.call()).hasToString(answer.text("/call_id"));
        assertThat(push.expires()).isNull();
        assertThat(push.template()).isNull();
        assertThat(push.at())
                .isBefore(
                        Objects.requireNonNull(target(again.text("/lead_uuid")).push())
                                .at());
        assertThat(api.get("/v3/list").json().path("total").asInt()).isEqualTo(1);
        eventually(() -> api.get("/v3/lead/" + lead).text("/status").equals("ANSWERED"));
    }

    @Test
    void keepsAOneTimeCodeWithItsEndAndReference() {
        String campaign = started();

        Api.Answer answer = api.post(OTP, otp(campaign, number(31, ANSWERED), "ref/1 é"));

        assertOk(answer);
        assertThat(answer.json().fieldNames())
                .toIterable()
                .containsExactly("call_id", "lead_uuid", "message", "ref_id");
        assertThat(answer.text("/ref_id")).isEqualTo("ref/1 é");
        Push push = Objects.requireNonNull(target(answer.text("/lead_uuid")).push());
        assertThat(push.call()).hasToString(answer.text("/call_id"));
        assertThat(push.expires()).isEqualTo(Objects.requireNonNull(push.at()).plus(Duration.ofSeconds(60)));
        assertThat(push.template())
                .hasToString(api.get("/v3/template?template_name=otp").text("/data/0/template_uuid"));
        assertThat(api.get("/v3/lead/" + answer.text("/lead_uuid")).text("/ref_id"))
                .isEqualTo("ref/1 é");
        assertError(api.post(OTP, otp(campaign, number(32, ANSWERED), "ref/1 é")), 400, "ref_id is existed");
        Api.Answer without =
                api.post(OTP, otp(campaign, number(32, ANSWERED), "").without("ref_id"));
        assertThat(without.text("/message")).isEqualTo("success");
        assertThat(without.json().path("ref_id")).isEqualTo(Api.parse("\"\""));
    }

    @Test
    void wantsAValueForEveryPlaceholder() {
        String campaign = v3.campaign("spoken");
        Api.Answer made = api.post(
                "/v3/template",
                Api.object("template_name", "greeting", "voice_type", "tts", "content", "Chào {{ten}}, [[no]]"));
        assertOk(v3.edit(campaign, "template_uuid", made.text("/template_uuid")));
        v3.start(campaign);

        assertError(api.post(IMPORT, push(campaign, number(33, ANSWERED))), 400, "missing tts key");
        ObjectNode whole = push(campaign, number(33, ANSWERED));
        whole.set("param", PARAM.deepCopy().put("no", 15));
        assertOk(api.post(IMPORT, whole));
    }

    @Test
    void findsTheRecordUnderTheAnsweredCallId_case80() {
        String campaign = started();
        Api.Answer pushed = api.post(IMPORT, push(campaign, number(35, ANSWERED)));
        String cdr = "/v3/cdr/" + pushed.text("/call_id");

        eventually(() -> api.get(cdr).status() == 200);

        JsonNode record = api.get(cdr).json();
        assertThat(record.path("lead_uuid").asText()).isEqualTo(pushed.text("/lead_uuid"));
        assertThat(record.path("additional")).isEqualTo(PARAM);
    }

    @Test
    void findsTheRecordByItsReference_case81() {
        String campaign = started();
        Api.Answer pushed = api.post(OTP, otp(campaign, number(34, ANSWERED), "r-81"));
        String log = "/v3/autocall/log/r-81/ref_id";

        eventually(() -> api.get(log).status() == 200);

        JsonNode cdr = api.get(log).json();
        assertThat(cdr.path("id").asText()).isEqualTo(pushed.text("/call_id"));
        assertThat(cdr.path("lead_uuid").asText()).isEqualTo(pushed.text("/lead_uuid"));
        assertThat(cdr.path("status").asText()).isEqualTo("answered");
        assertThat(cdr.path("additional")).isEqualTo(Api.object("code_otp", "1 2 3 4"));
        assertError(gateway.tenant("b").autocall().get(log), 404, NOT_FOUND);
        assertError(api.get("/v3/autocall/log/other/ref_id"), 404, NOT_FOUND);
        assertError(api.get("/v3/autocall/log/%00/ref_id"), 404, NOT_FOUND);
    }
}
