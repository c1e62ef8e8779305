package io.tandem.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.core.type.Argument;
import io.tandem.campaigns.model.Carried;
import io.tandem.campaigns.model.Carrier;
import io.tandem.campaigns.model.Template;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.service.ObjectService;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** One object of each kind that a tenant can have. */
public final class Belongings {

    private static final AtomicInteger NAMES = new AtomicInteger();
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    private final TenantUnderTest tenant;
    private final Map<String, String> ids = new LinkedHashMap<>();

    private Belongings(TenantUnderTest tenant) {
        this.tenant = tenant;
    }

    /** Makes them, with names that nothing else has. */
    public static Belongings madeFor(TenantUnderTest tenant) {
        Belongings made = new Belongings(tenant);
        made.autocall();
        made.voipbin();
        made.stored();
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

    /** Kinds that are only named by others. */
    private void stored() {
        TenantId owner = new TenantId(tenant.id());
        Carrier carrier = new Carrier(
                owner,
                UUID.randomUUID(),
                name(),
                List.of("02873003586"),
                10,
                Map.of(),
                null,
                false,
                Carried.NONE,
                LONG_AGO,
                null,
                null);
        Template template = new Template(
                owner,
                UUID.randomUUID(),
                name(),
                Template.Voice.SPEECH,
                "north-f-01",
                "hello",
                null,
                Carried.NONE,
                LONG_AGO,
                null,
                null);
        ids.put("carrier", service(Carrier.class).create(carrier).id().toString());
        ids.put("template", service(Template.class).create(template).id().toString());
    }

    @SuppressWarnings("unchecked") // The kind is what the bean is asked for by.
    private <T extends io.tandem.campaigns.model.Stored> ObjectService<T> service(Class<T> kind) {
        return tenant.gateway().gateway().context().getBean(Argument.of(ObjectService.class, kind));
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

    /** All ids by kind. */
    public Map<String, String> ids() {
        return Map.copyOf(ids);
    }
}
