package io.tandem.tests.autocall;

import static io.tandem.tests.autocall.TestNumbers.ANSWERED;
import static io.tandem.tests.autocall.TestNumbers.answered;
import static io.tandem.tests.autocall.TestNumbers.busyFirst;
import static io.tandem.tests.autocall.TestNumbers.dialled;
import static io.tandem.tests.autocall.TestNumbers.number;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.campaigns.model.Push;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.Tenant;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.TenantStore;
import io.tandem.campaigns.service.PushService;
import io.tandem.campaigns.service.PushService.Order;
import io.tandem.tests.Api;
import io.tandem.tests.Database;
import io.tandem.tests.Journal;
import io.tandem.tests.Journal.Call;
import io.tandem.translators.autocall.AutocallPushes;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What becomes of pushed calls, and what calls play, with the carrier's journal as witness. (autocall-v3.md, 1.6, D36) */
abstract class PushedCallsContract extends AutocallContract {

    private static final String IMPORT = "/v3/autocall/import";
    private static final String OTP = "/v3/autocall/otp";

    PushedCallsContract(Database database) {
        super(database);
    }

    private static ObjectNode push(String campaign, String number) {
        return Api.object("campaign_uuid", campaign, "phone_number", number, "param", Api.object("ten", "A"));
    }

    private static ObjectNode otp(String campaign, String number, String reference) {
        return Api.object(
                "campaign_uuid", campaign,
                "phone_number", number,
                "template", "otp",
                "code_otp", "1 2 3",
                "ref_id", reference);
    }

    private String template(String name, String content) {
        return api.post("/v3/template", Api.object("template_name", name, "voice_type", "tts", "content", content))
                .text("/template_uuid");
    }

    /** As a one-time code is pushed, but for how long it has. */
    private Push pushFor(Duration life, ObjectNode otp) {
        TenantId id = new TenantId(tenant.id());
        var beans = gateway.gateway().context();
        Tenant known = beans.getBean(TenantStore.class).find(id).orElseThrow();
        Order order = beans.getBean(AutocallPushes.class).readOtp(otp, known, now());
        Target target = beans.getBean(PushService.class)
                .push(
                        id,
                        new Order(
                                order.campaign(),
                                order.target(),
                                order.values(),
                                order.template(),
                                order.reference(),
                                life));
        return Objects.requireNonNull(target.push());
    }

    private Journal calls(String campaign) {
        return gateway.journal().of(UUID.fromString(campaign));
    }

    private JsonNode record(String call) {
        eventually(() -> api.get("/v3/cdr/" + call).status() == 200);
        return api.get("/v3/cdr/" + call).json();
    }

    private void assertNeverCalled(JsonNode record, String campaign) {
        assertThat(record.path("status").asText()).isEqualTo("failed");
        assertThat(record.path("campaign_uuid").asText()).isEqualTo(campaign);
        assertThat(record.path("billsec").asInt(-1)).isZero();
        assertThat(calls(campaign)
                        .where(call ->
                                call.id().toString().equals(record.path("id").asText()))
                        .calls())
                .isEmpty();
    }

    @Test
    void callsAPushBeforeAThousandLeadsThatWait() {
        String campaign = v3.campaign("busy", "concurrent_call", 2);
        String list = v3.list(campaign);
        v3.leads(
                list,
                IntStream.range(0, 1_000)
                        .mapToObj(i -> number(i % 500, answered(1 + i / 500)))
                        .toList());
        v3.start(campaign);
        eventually(() -> !calls(campaign).calls().isEmpty());

        Api.Answer first = api.post(IMPORT, push(campaign, number(600, answered(1))));
        Api.Answer second = api.post(IMPORT, push(campaign, number(601, answered(1))));
        Instant answered = now();
        record(first.text("/call_id"));
        record(second.text("/call_id"));

        List<Call> after = calls(campaign).calls().stream()
                .filter(call -> call.placed().isAfter(answered))
                .sorted(Comparator.comparing(Call::placed))
                .toList();
        Call last =
                calls(campaign).to(dialled(number(601, answered(1)))).calls().get(0);
        assertThat(last.id()).hasToString(second.text("/call_id"));
        assertThat(after.stream().takeWhile(call -> !call.id().equals(last.id())))
                .as("at most the calls that were claimed when the pushes came")
                .hasSizeLessThanOrEqualTo(2);
        assertOk(v3.edit(campaign, "status", "stop"));
    }

    @Test
    void endsAPushThatFoundNoFreeSlotInItsTime() {
        template("otp", "{{code_otp}}");
        String full = v3.campaign("full", "concurrent_call", 0);
        v3.start(full);

        Push push = pushFor(Duration.ofMillis(1_200), otp(full, number(40, ANSWERED), "r-full"));

        assertThat(api.get("/v3/autocall/log/r-full/ref_id").status()).isEqualTo(404);
        JsonNode record = record(push.call().toString());
        assertThat(now()).isAfterOrEqualTo(push.expires());
        assertNeverCalled(record, full);
        assertThat(api.get("/v3/autocall/log/r-full/ref_id").json()).isEqualTo(record);
        JsonNode lead = api.get("/v3/lead/" + record.path("lead_uuid").asText()).json();
        assertThat(lead.path("called_count").asInt()).isEqualTo(1);
        assertThat(lead.path("alt_status").asText()).isEqualTo("failed");
        assertThat(v3.progress(full).at("/targets/exhausted").asInt()).isEqualTo(1);
        assertThat(v3.progress(full).at("/attempts/failed").asInt()).isEqualTo(1);
        assertOk(v3.edit(full, "concurrent_call", 5));
        Api.Answer next = api.post(IMPORT, push(full, number(41, ANSWERED)));
        assertThat(record(next.text("/call_id")).path("status").asText()).isEqualTo("answered");
        assertThat(calls(full).calls()).hasSize(1);
    }

    @Test
    void endsAPushOfACampaignThatWasStopped() {
        template("otp", "{{code_otp}}");
        String campaign = v3.campaign("stopped", "concurrent_call", 0);
        v3.start(campaign);
        Push push = pushFor(Duration.ofSeconds(2), otp(campaign, number(42, ANSWERED), "r-stopped"));

        assertOk(v3.edit(campaign, "status", "stop"));

        assertNeverCalled(record(push.call().toString()), campaign);
        assertThat(api.get("/v3/autocall/log/r-stopped/ref_id").text("/status")).isEqualTo("failed");
        assertThat(api.get("/v3/cdr?campaign_uuid=" + campaign + "&limit=5&offset=0")
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(1);
        assertOk(tenant.voipbin().get("/v1.0/campaigncalls/" + push.call()));
    }

    @Test
    void playsThePushsOwnTemplateInEveryCallOfIt() {
        template("otp", "{{code_otp}}");
        String campaign = v3.campaign(
                "otp", "template_uuid", template("other", "{{khac}}"), "recall_times", 1, "schedule_recall", "after");
        recallAfter(campaign, Duration.ofMillis(100));
        v3.start(campaign);

        Api.Answer pushed = api.post(OTP, otp(campaign, number(43, busyFirst(1)), "r-again"));

        assertThat(record(pushed.text("/call_id")).path("status").asText()).isEqualTo("busy");
        eventually(() -> v3.ended(campaign) == 1);
        assertThat(calls(campaign).calls()).hasSize(2);
        assertThat(api.get("/v3/lead/" + pushed.text("/lead_uuid")).text("/alt_status"))
                .isEqualTo("answered");
        assertThat(api.get("/v3/autocall/log/r-again/ref_id").text("/status")).isEqualTo("busy");
    }

    private void recallAfter(String campaign, Duration delay) {
        Api v1 = tenant.voipbin();
        String plan = v1.get("/v1.0/campaigns/" + campaign).text("/outplan_id");
        assertOk(v1.put("/v1.0/outplans/" + plan + "/dial_info", Api.object("try_interval", delay.toMillis())));
    }

    @Test
    void failsALeadThatHasNoValueForAPlaceholderWithoutACall() {
        String campaign =
                v3.campaign("spoken", "template_uuid", template("greeting", "Chào {{ten}}, [[phone_number]]"));
        String list = v3.list(campaign);
        String without = v3.lead(list, number(44, ANSWERED));
        String with = api.post(
                        "/v3/lead",
                        Api.object(
                                "list_uuid", list,
                                "phone_number", number(45, ANSWERED),
                                "additional", Api.object("ten", "A")))
                .text("/lead_uuid");

        v3.start(campaign);

        eventually(() -> v3.ended(campaign) == 2);
        assertThat(calls(campaign).calls()).extracting(Call::to).containsExactly(dialled(number(45, ANSWERED)));
        assertThat(api.get("/v3/lead/" + with).text("/alt_status")).isEqualTo("answered");
        JsonNode failed = api.get("/v3/lead/" + without).json();
        assertThat(failed.path("alt_status").asText()).isEqualTo("failed");
        assertThat(failed.path("called_count").asInt()).isEqualTo(1);
        assertThat(v3.progress(campaign).at("/attempts/failed").asInt()).isEqualTo(1);
    }

    @Test
    void failsAPushWhoseTemplateWasBrokenOrDeletedSince() {
        template("otp", "{{code_otp}}");
        String campaign = v3.campaign("waits", "concurrent_call", 0);
        v3.start(campaign);
        Api.Answer broken = api.post(OTP, otp(campaign, number(46, ANSWERED), "r-broken"));
        String gone = template("gone", "{{code_otp}}");
        Api.Answer deleted =
                api.post(OTP, otp(campaign, number(47, ANSWERED), "r-gone").put("template", "gone"));
        String id = api.get("/v3/template?template_name=otp").text("/data/0/template_uuid");
        assertOk(api.put(
                "/v3/template/" + id,
                Api.object("template_name", "otp", "voice_type", "tts", "content", "{{code_otp}} {{khac}}")));
        assertOk(api.delete("/v3/template/" + gone));

        assertOk(v3.edit(campaign, "concurrent_call", 5));

        assertNeverCalled(record(broken.text("/call_id")), campaign);
        assertNeverCalled(record(deleted.text("/call_id")), campaign);
        assertThat(calls(campaign).calls()).isEmpty();
    }
}
