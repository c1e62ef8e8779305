package io.tandem.gateway.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.ApplicationContext;
import io.micronaut.core.type.Argument;
import io.tandem.campaigns.model.Address;
import io.tandem.campaigns.model.Agent;
import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.Carried;
import io.tandem.campaigns.model.Carrier;
import io.tandem.campaigns.model.Destination.PhoneNumber;
import io.tandem.campaigns.model.DialPlan;
import io.tandem.campaigns.model.Queue;
import io.tandem.campaigns.model.Stored;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetList;
import io.tandem.campaigns.model.Template;
import io.tandem.campaigns.model.Tenant;
import io.tandem.campaigns.model.Tenant.Caps;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.Ids;
import io.tandem.campaigns.service.CampaignEdit;
import io.tandem.campaigns.service.CampaignService;
import io.tandem.campaigns.service.ObjectService;
import io.tandem.campaigns.service.TargetService;
import io.tandem.campaigns.service.TargetService.Repeats;
import io.tandem.gateway.admin.NewTenant;
import io.tandem.gateway.admin.TenantKeys;
import io.tandem.gateway.admin.Tenants;
import io.tandem.gateway.time.CampaignClock;
import io.tandem.translators.autocall.AutocallCampaigns;
import io.tandem.translators.voipbin.Creation;
import io.tandem.translators.voipbin.VoipbinCampaigns;
import io.tandem.translators.voipbin.VoipbinTargets;
import io.tandem.translators.voipbin.WireVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * The demo's tenant: whatever the seed documents name by its id is there, standing stopped, so that each of their
 * examples works as printed. (seeds 000, 003, 004)
 */
final class DemoTenant {

    static final String API_KEY = "demo-api-key";
    static final String USERNAME = "demo@tandem.example";
    static final String PASSWORD = "demo-password";
    static final String ACCESS_KEY = "demo-accesskey";

    private static final UUID CARRIER = UUID.fromString("a18b400f-d487-4e17-b5e7-eba5fe6fa54f");
    private static final UUID TEMPLATE = UUID.fromString("5f427552-857e-4939-8edf-cbd0f1ef6842");
    private static final UUID AUDIO = UUID.fromString("0d2b3c1e-6f0a-4e53-9b9c-5d8f4f1a7c20");
    private static final UUID AUTOCALL_CAMPAIGN = UUID.fromString("c2da23c0-9739-4287-828a-7b15cf0fb19e");
    private static final UUID OUTPLAN = UUID.fromString("d5fb7357-7ddb-4f2d-87b5-8ccbfd6c039e");
    private static final UUID OUTDIAL = UUID.fromString("40bea034-1d17-474d-a5de-da00d0861c69");
    private static final UUID QUEUE = UUID.fromString("99bf739a-932f-433c-b1bf-103d33d7e9bb");
    private static final UUID VOIPBIN_CAMPAIGN = UUID.fromString("183c0d5c-691e-42f3-af2b-9bffc2740f83");
    private static final String TRUNK_NUMBER = "+842873003586";
    private static final int AGENTS = 5;
    private static final int TARGETS = 5;

    private final ApplicationContext beans;
    private final Ids ids;
    private final Instant now;
    private final TenantId tenant = TenantId.of("7c4d2f3a-1b8e-4f5c-9a6d-3e2f1a0b4c5d");

    private DemoTenant(ApplicationContext beans) {
        this.beans = beans;
        this.ids = beans.getBean(Ids.class);
        this.now = beans.getBean(CampaignClock.class).instant();
    }

    static void create(ApplicationContext beans) {
        new DemoTenant(beans).create();
    }

    private void create() {
        Tenant owner = beans.getBean(Tenants.class)
                .create(
                        new NewTenant(
                                "demo",
                                ZoneId.of("Asia/Ho_Chi_Minh"),
                                "VN",
                                WireVersion.DEFAULT.text(),
                                List.of("127.0.0.0/8"),
                                Set.of("VN", "KR", "US"),
                                new Caps(Caps.DEFAULT.calls(), null, Caps.DEFAULT.leads(), null)),
                        new TenantKeys(
                                tenant,
                                ids.next(),
                                ids.next(),
                                API_KEY,
                                USERNAME,
                                PASSWORD,
                                USERNAME,
                                PASSWORD,
                                ACCESS_KEY));
        objects(Carrier.class).create(carrier());
        objects(Template.class).create(template());
        objects(DialPlan.class).create(outplan());
        objects(Queue.class).create(queue());
        for (int number = 1; number <= AGENTS; number++) {
            objects(Agent.class).create(agent(number));
        }
        objects(TargetList.class).create(outdial());
        targets(owner);
        campaigns(owner);
    }

    @SuppressWarnings("unchecked")
    private <T extends Stored> ObjectService<T> objects(Class<T> type) {
        return (ObjectService<T>) beans.getBean(Argument.of(ObjectService.class, type));
    }

    private void campaigns(Tenant owner) {
        CampaignService campaigns = beans.getBean(CampaignService.class);
        CampaignEdit autocall =
                beans.getBean(AutocallCampaigns.class).create(document("campaign-autocall.json"), owner, now);
        campaigns.create(withId(autocall, AUTOCALL_CAMPAIGN));
        CampaignEdit voipbin = VoipbinCampaigns.create(
                document("campaign-voipbin.json"), new Creation(owner, WireVersion.DEFAULT, ids, now));
        campaigns.create(withId(voipbin, VOIPBIN_CAMPAIGN));
    }

    private static CampaignEdit withId(CampaignEdit edit, UUID id) {
        Campaign campaign = edit.campaign().withId(id);
        return new CampaignEdit(campaign, edit.plan(), null, edit.notes());
    }

    private static JsonNode document(String name) {
        try (InputStream file = DemoTenant.class.getResourceAsStream("/demo/" + name)) {
            return new ObjectMapper().readTree(Objects.requireNonNull(file, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Carrier carrier() {
        return new Carrier(
                tenant,
                CARRIER,
                "demo trunk",
                List.of(TRUNK_NUMBER),
                100,
                Map.of(),
                null,
                false,
                Carried.NONE,
                now,
                null,
                null);
    }

    private Template template() {
        return new Template(
                tenant, TEMPLATE, "AutocallAudio", Template.Voice.FILE, "", "", AUDIO, Carried.NONE, now, null, null);
    }

    private DialPlan outplan() {
        return new DialPlan(
                tenant,
                OUTPLAN,
                "test outplan",
                "test outplan detail",
                Address.of(new PhoneNumber("+821021656521")),
                Duration.ofSeconds(30),
                Duration.ofSeconds(60),
                List.of(5, 5, 5, 5, 5),
                Carried.NONE,
                now,
                null,
                null);
    }

    private Queue queue() {
        return new Queue(
                tenant,
                QUEUE,
                "test queue",
                "test queue detail",
                "random",
                List.of(),
                Duration.ofSeconds(100),
                Duration.ofSeconds(10_000),
                Carried.NONE,
                now,
                null,
                null);
    }

    private Agent agent(int number) {
        return new Agent(
                tenant,
                ids.next(),
                "agent" + number + "@tandem.example",
                null,
                "Agent " + number,
                "",
                "ringall",
                Agent.Status.AVAILABLE,
                null,
                16,
                List.of(),
                List.of(),
                Carried.NONE,
                now,
                null,
                null);
    }

    private TargetList outdial() {
        return new TargetList(
                tenant, OUTDIAL, "test outdial", "test outdial detail", "", null, true, Carried.NONE, now, null, null);
    }

    /** Test numbers that answer and talk for a few seconds. */
    private void targets(Tenant owner) {
        VoipbinTargets documents = beans.getBean(VoipbinTargets.class);
        List<Target> targets = new ArrayList<>();
        for (int i = 0; i < TARGETS; i++) {
            JsonNode body = new ObjectMapper()
                    .createObjectNode()
                    .put("name", "test target " + (i + 1))
                    .set("destination_0", new ObjectMapper().createObjectNode().put("target", "+84903" + i + "99005"));
            targets.add(documents.create(body, OUTDIAL, new Creation(owner, WireVersion.DEFAULT, ids, now)));
        }
        beans.getBean(TargetService.class).add(tenant, OUTDIAL, targets, Repeats.ADDED);
    }
}
