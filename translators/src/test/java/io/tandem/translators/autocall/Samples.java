package io.tandem.translators.autocall;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.DialPlan;
import io.tandem.campaigns.model.Run;
import io.tandem.campaigns.model.Tenant;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.Ids;
import io.tandem.campaigns.rules.NetworkPrefixes;
import io.tandem.campaigns.service.CampaignEdit;
import io.tandem.campaigns.service.CampaignView;
import io.tandem.campaigns.service.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.assertj.core.api.Assertions;

/** What the tests of this package start from. */
final class Samples {

    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    static final Instant NOW = Instant.parse("2026-11-21T10:15:30.123456Z");
    static final UUID CAMPAIGN = UUID.fromString("c2da23c0-9739-4287-828a-7b15cf0fb19e");
    static final Tenant TENANT = new Tenant(
            TenantId.of("b6b796aa-370f-4f57-8f44-5c82414c652b"),
            "Test",
            ZoneId.of("Asia/Ho_Chi_Minh"),
            "VN",
            "2022-10",
            List.of(),
            Set.of("VN"),
            Tenant.Caps.DEFAULT,
            false,
            NOW,
            null);
    static final AutocallCampaigns CAMPAIGNS = new AutocallCampaigns(ids(), AutocallCampaigns.Settings.DEFAULT);
    static final AutocallLeads LEADS = new AutocallLeads(NetworkPrefixes.VIETNAM, ids());

    private Samples() {}

    /** Ids in counting order. */
    static Ids ids() {
        AtomicLong last = new AtomicLong();
        return () -> new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L + last.incrementAndGet());
    }

    /** A campaign fresh from a POST of name and type, under a known id. */
    static CampaignView fresh() {
        return fresh("autocall");
    }

    static CampaignView fresh(String type) {
        CampaignEdit made = CAMPAIGNS.create(
                object("{\"campaign_name\":\"AutocallAudio\",\"type\":\"" + type + "\"}"), TENANT, NOW);
        return new CampaignView(TENANT, made.campaign().withId(CAMPAIGN), made.plan(), null, null);
    }

    static CampaignView running(CampaignView view) {
        return with(view, campaign -> campaign.withRun(Run.running(new UUID(7, 7), List.of())));
    }

    static CampaignView with(CampaignView view, UnaryOperator<Campaign> change) {
        return new CampaignView(
                view.tenant(), change.apply(view.campaign()), view.plan(), view.template(), view.carrier());
    }

    static CampaignView withPlan(CampaignView view, UnaryOperator<DialPlan> change) {
        DialPlan plan = change.apply(Objects.requireNonNull(view.plan()));
        return new CampaignView(view.tenant(), view.campaign(), plan, view.template(), view.carrier());
    }

    /** What the campaign is after the edit was stored. */
    static CampaignView after(CampaignView view, CampaignEdit edit) {
        return new CampaignView(view.tenant(), edit.campaign(), edit.plan(), null, null);
    }

    static ObjectNode shown(CampaignView view) {
        return MAPPER.valueToTree(CAMPAIGNS.show(view));
    }

    /** A PUT of these members beside the required ones. */
    static CampaignEdit put(CampaignView view, String members) {
        ObjectNode sent = object("{\"campaign_name\":\"" + view.campaign().name() + "\",\"type\":"
                + shown(view).get("type") + "}");
        sent.setAll(object("{" + members + "}"));
        return CAMPAIGNS.merge(sent, view, NOW);
    }

    /** What a PUT of these members shows afterwards. */
    static ObjectNode shownAfter(CampaignView view, String members) {
        return shown(after(view, put(view, members)));
    }

    static ObjectNode object(String json) {
        return (ObjectNode) json(json);
    }

    static JsonNode json(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static ObjectNode resource(String name) {
        try (InputStream in = Samples.class.getResourceAsStream("/autocall/" + name)) {
            return (ObjectNode) MAPPER.readTree(Objects.requireNonNull(in, name));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The faults that a write is refused for, as {@code field: text}. */
    static List<String> faults(Runnable write) {
        Failure.Invalid failure = Assertions.catchThrowableOfType(Failure.Invalid.class, write::run);
        Assertions.assertThat(failure).as("the write is refused").isNotNull();
        return failure.violations().stream()
                .map(fault -> fault.field() + ": " + fault.text())
                .toList();
    }

    /** A seed for a random test, from {@code -Dseed=} if given; name it in every assertion. */
    static long seed() {
        return Long.getLong("seed", System.nanoTime());
    }
}
