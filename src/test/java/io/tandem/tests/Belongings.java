package io.tandem.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** One object of each kind that a tenant can have. */
public final class Belongings {

    private static final AtomicInteger NAMES = new AtomicInteger();
    private static final byte[] WAVE = "RIFF....WAVEfmt ".getBytes(StandardCharsets.US_ASCII);

    private final TenantUnderTest tenant;
    private final Map<String, String> ids = new LinkedHashMap<>();
    private String templateName = "";

    private Belongings(TenantUnderTest tenant) {
        this.tenant = tenant;
    }

    /** Makes them, with names that nothing else has. */
    public static Belongings madeFor(TenantUnderTest tenant) {
        Belongings made = new Belongings(tenant);
        made.autocall();
        made.voipbin();
        made.carriers();
        made.pushed();
        return made;
    }

    private void autocall() {
        Api v3 = tenant.autocall();
        make(
                "campaign",
                "/campaign_uuid",
                v3.post("/v3/campaign", Api.object("campaign_name", name(), "type", "autocall")));
        make(
                "list",
                "/list_uuid",
                v3.post("/v3/list", Api.object("campaign_uuid", id("campaign"), "list_name", name())));
        make(
                "lead",
                "/lead_uuid",
                v3.post("/v3/lead", Api.object("list_uuid", id("list"), "phone_number", "0903199000")));
        Api.Answer upload = v3.upload(
                "/v3/lead/file",
                "leads.csv",
                "phone\n0903299000\n".getBytes(StandardCharsets.UTF_8),
                Map.of("list_uuid", id("list")));
        String report = upload.header("Location");
        ids.put("import", report.substring(report.lastIndexOf('/') + 1));
        make("audio", "/id", v3.upload("/v3/audio", name() + ".wav", WAVE, Map.of()));
        make("event", "/id", v3.post("/v1/event", Api.object("callback_url", "https://a.example/", "event", "cdr")));
        String number = "0906" + String.format("%06d", NAMES.incrementAndGet());
        make(
                "blacklisted",
                "/message",
                v3.post("/v1/blacklist", Api.object("blacklist", List.of(Api.object("phone_number", number)))));
        ids.remove("blacklisted");
        make("blacklist", "/id", v3.get("/v1/blacklist/" + number));
    }

    private void voipbin() {
        Api v1 = tenant.voipbin();
        make("tag", "/id", v1.post("/v1.0/tags", Api.object("name", name())));
        make("flow", "/id", v1.post("/v1.0/flows", Api.object("name", name())));
        make("queue", "/id", v1.post("/v1.0/queues", Api.object("name", name(), "tag_ids", List.of(id("tag")))));
        make("outplan", "/id", v1.post("/v1.0/outplans", Api.object("name", name())));
        make("outdial", "/id", v1.post("/v1.0/outdials", Api.object("name", name())));
        make(
                "target",
                "/id",
                v1.post(
                        "/v1.0/outdials/" + id("outdial") + "/targets",
                        Api.object("destination_0", Api.object("type", "tel", "target", "+84903399000"))));
        make(
                "called",
                "/id",
                v1.post(
                        "/v1.0/campaigns",
                        Api.object(
                                "name",
                                name(),
                                "type",
                                "call",
                                "end_handle",
                                "stop",
                                "outplan_id",
                                id("outplan"),
                                "outdial_id",
                                id("outdial"))));
        make("accesskey", "/id", v1.post("/v1.0/accesskeys", Api.object("name", name(), "expire", 86_400)));
        make(
                "agent",
                "/id",
                v1.post(
                        "/v1.0/agents",
                        Api.object(
                                "username",
                                name() + "@example.com",
                                "password",
                                "a-password",
                                "name",
                                name(),
                                "ring_method",
                                "ringall",
                                "permission",
                                16,
                                "tag_ids",
                                List.of(id("tag")),
                                "addresses",
                                List.of(Api.object("type", "extension", "target", "1001")))));
        String calls = "/v1.0/campaigns/" + id("called") + "/campaigncalls";
        v1.put("/v1.0/campaigns/" + id("called") + "/status", Api.object("status", "run"));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> v1.get("/v1.0/campaigns/" + id("called"))
                        .text("/status")
                        .equals("stop"));
        JsonNode call = v1.get(calls).json().at("/result/0");
        ids.put("campaigncall", call.path("id").asText());
    }

    private void carriers() {
        Api v3 = tenant.autocall();
        String way = v3.get("/v3/gateway").text("/data/0/gateway_uuid");
        make(
                "carrier",
                "/carrier_uuid",
                v3.post(
                        "/v3/carrier",
                        Api.object(
                                "carrier_name",
                                name(),
                                "gateway_uuid",
                                way,
                                "dial_type",
                                "sip_one_for_all",
                                "concurrent_call",
                                10,
                                "caller_id",
                                "02873003586")));
        String named = name();
        make(
                "template",
                "/template_uuid",
                v3.post("/v3/template", Api.object("template_name", named, "content", "hello {{code_otp}}")));
        templateName = named;
    }

    /** A call that was pushed under a reference, and the campaign that goes on waiting for more. */
    private void pushed() {
        Api v3 = tenant.autocall();
        ObjectNode always = Api.object();
        for (DayOfWeek day : DayOfWeek.values()) {
            String name = day.name().toLowerCase(Locale.ROOT);
            always.put(name + "_start_time", 0L)
                    .put(name + "_end_time", Duration.ofDays(1).toNanos());
        }
        String name = name();
        make(
                "pushed",
                "/campaign_uuid",
                v3.post("/v3/campaign", Api.object("campaign_name", name, "type", "autocall")));
        v3.put(
                "/v3/campaign/" + id("pushed"),
                Api.object("campaign_name", name, "type", "autocall", "schedules", List.of(always)));
        v3.post("/v3/campaign/" + id("pushed") + "/run/start", "{}");
        String reference = UUID.randomUUID().toString();
        Api.Answer answer = v3.post(
                "/v3/autocall/otp",
                Api.object(
                        "campaign_uuid",
                        id("pushed"),
                        "phone_number",
                        "0903399000",
                        "template",
                        templateName,
                        "code_otp",
                        "1234",
                        "ref_id",
                        reference));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> v3.get("/v3/autocall/log/" + reference + "/ref_id").status() == 200);
        ids.put("reference", reference);
    }

    private void make(String kind, String pointer, Api.Answer answer) {
        assertThat(answer.status()).as("%s: %s", kind, answer).isBetween(200, 201);
        ids.put(kind, answer.text(pointer));
    }

    /** A name that nothing has yet. */
    public static String name() {
        return "n" + NAMES.incrementAndGet();
    }

    public TenantUnderTest tenant() {
        return tenant;
    }

    /** The id of the object of that kind: campaign, list, lead, import, tag, queue, outplan … */
    public String id(String kind) {
        String id = ids.get(kind);
        if (id == null) {
            throw new IllegalArgumentException("no " + kind);
        }
        return id;
    }

    /** The template's name, by which pushes of one-time codes name it. */
    public String templateName() {
        return templateName;
    }

    /** All ids by kind. */
    public Map<String, String> ids() {
        return Map.copyOf(ids);
    }
}
