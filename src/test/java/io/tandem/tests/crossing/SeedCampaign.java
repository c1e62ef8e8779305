package io.tandem.tests.crossing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.context.ApplicationContext;
import io.micronaut.core.type.Argument;
import io.tandem.campaigns.model.Carried;
import io.tandem.campaigns.model.Carrier;
import io.tandem.campaigns.model.Template;
import io.tandem.campaigns.model.Tenant;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.TenantStore;
import io.tandem.campaigns.service.CampaignEdit;
import io.tandem.campaigns.service.CampaignService;
import io.tandem.campaigns.service.ObjectService;
import io.tandem.gateway.time.CampaignClock;
import io.tandem.tests.Api;
import io.tandem.tests.TenantUnderTest;
import io.tandem.translators.autocall.AutocallCampaigns;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** The campaign of seed 003 with the ids that the seed prints, which no client could choose. */
final class SeedCampaign {

    static final String ID = "c2da23c0-9739-4287-828a-7b15cf0fb19e";

    private static final UUID CARRIER = UUID.fromString("a18b400f-d487-4e17-b5e7-eba5fe6fa54f");
    private static final UUID TEMPLATE = UUID.fromString("5f427552-857e-4939-8edf-cbd0f1ef6842");
    private static final UUID AUDIO = UUID.fromString("0b7c6f0e-52a1-4a0e-8f3c-3f1d5a7c9e21");

    private final ApplicationContext beans;
    private final Tenant tenant;
    private final Instant now;

    private SeedCampaign(TenantUnderTest owner) {
        beans = owner.gateway().gateway().context();
        tenant = beans.getBean(TenantStore.class).find(new TenantId(owner.id())).orElseThrow();
        now = beans.getBean(CampaignClock.class).instant();
    }

    /** The body that the seed prints, to the letter. */
    static String body() {
        return resource("seed-003-put.json");
    }

    /** What v1.0 shows of it. */
    static ObjectNode inV1() {
        return (ObjectNode) Api.parse(resource("seed-003-in-v1.json"));
    }

    /** Gives a tenant the carrier, the audio template, and a fresh autocall campaign with the seed's ids. */
    static void makeFor(TenantUnderTest owner) {
        new SeedCampaign(owner).make();
    }

    private void make() {
        carriers().create(carrier());
        templates().create(template());
        CampaignEdit fresh = beans.getBean(AutocallCampaigns.class)
                .create(Api.object("campaign_name", "fresh", "type", "autocall"), tenant, now);
        beans.getBean(CampaignService.class)
                .create(new CampaignEdit(fresh.campaign().withId(UUID.fromString(ID)), fresh.plan(), null, List.of()));
    }

    private Carrier carrier() {
        return new Carrier(
                tenant.id(),
                CARRIER,
                "Viettel",
                List.of("02873003586"),
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
                tenant.id(), TEMPLATE, "Audio", Template.Voice.FILE, "", "", AUDIO, Carried.NONE, now, null, null);
    }

    @SuppressWarnings("unchecked")
    private ObjectService<Carrier> carriers() {
        return beans.getBean(Argument.of(ObjectService.class, Carrier.class));
    }

    @SuppressWarnings("unchecked")
    private ObjectService<Template> templates() {
        return beans.getBean(Argument.of(ObjectService.class, Template.class));
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(SeedCampaign.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
