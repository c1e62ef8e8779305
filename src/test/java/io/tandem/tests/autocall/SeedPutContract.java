package io.tandem.tests.autocall;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.context.ApplicationContext;
import io.micronaut.core.type.Argument;
import io.tandem.campaigns.model.Carried;
import io.tandem.campaigns.model.Carrier;
import io.tandem.campaigns.model.Stored;
import io.tandem.campaigns.model.Template;
import io.tandem.campaigns.model.Tenant;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.TenantStore;
import io.tandem.campaigns.service.CampaignEdit;
import io.tandem.campaigns.service.CampaignService;
import io.tandem.campaigns.service.ObjectService;
import io.tandem.tests.Api;
import io.tandem.tests.Database;
import io.tandem.translators.autocall.AutocallCampaigns;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The two bodies of the seed, byte for byte, against objects of the seed's own ids. */
abstract class SeedPutContract extends AutocallContract {

    private static final String CAMPAIGN = "c2da23c0-9739-4287-828a-7b15cf0fb19e";
    private static final UUID CARRIER = UUID.fromString("a18b400f-d487-4e17-b5e7-eba5fe6fa54f");
    private static final UUID TEMPLATE = UUID.fromString("5f427552-857e-4939-8edf-cbd0f1ef6842");
    private static final Set<String> READ_ONLY =
            Set.of("created_at", "updated_at", "template_name", "carrier_name", "domain_name", "run_id");

    SeedPutContract(Database database) {
        super(database);
    }

    @BeforeEach
    void makeWhatTheSeedNames() {
        ApplicationContext beans = gateway.gateway().context();
        TenantId id = new TenantId(tenant.id());
        Instant now = now();
        objects(Carrier.class)
                .create(new Carrier(
                        id,
                        CARRIER,
                        "viettel",
                        List.of("02873003586"),
                        10,
                        Map.of(),
                        null,
                        false,
                        Carried.NONE,
                        now,
                        null,
                        null));
        objects(Template.class)
                .create(new Template(
                        id, TEMPLATE, "greeting", Template.Voice.FILE, "", "", null, Carried.NONE, now, null, null));
        Tenant owner = beans.getBean(TenantStore.class).find(id).orElseThrow();
        CampaignEdit made = beans.getBean(AutocallCampaigns.class)
                .create(Api.object("campaign_name", "before", "type", "autocall"), owner, now);
        beans.getBean(CampaignService.class)
                .create(new CampaignEdit(
                        made.campaign().withId(UUID.fromString(CAMPAIGN)), made.plan(), made.command(), made.notes()));
    }

    @SuppressWarnings("unchecked")
    private <T extends Stored> ObjectService<T> objects(Class<T> kind) {
        return (ObjectService<T>)
                gateway.gateway().context().getBean(Argument.of(ObjectService.class, kind));
    }

    @ParameterizedTest
    @ValueSource(strings = {"seed-put.json", "seed-put-sample.json"})
    void keepsEveryWritableFieldAsSent_case13(String file) {
        String body = resource(file);

        Api.Answer answer = api.put("/v3/campaign/" + CAMPAIGN, body);

        assertOk(answer);
        assertThat(answer.json()).isEqualTo(Api.object("campaign_uuid", CAMPAIGN));
        ObjectNode shown = v3.shown(CAMPAIGN);
        Api.parse(body).properties().forEach(sent -> {
            String field = sent.getKey();
            if (field.equals("schedules")) {
                assertSchedules(sent.getValue(), shown.path(field));
            } else if (!READ_ONLY.contains(field)) {
                assertThat(shown.path(field)).as(field).isEqualTo(sent.getValue());
            }
        });
        assertThat(shown.path("template_name").asText()).isEqualTo("greeting");
        assertThat(shown.path("carrier_name").asText()).isEqualTo("viettel");
        assertThat(shown.path("run_id").asText()).isEmpty();
    }

    private static void assertSchedules(JsonNode sent, JsonNode shown) {
        assertThat(shown).hasSameSizeAs(sent);
        for (int i = 0; i < sent.size(); i++) {
            JsonNode row = shown.path(i);
            assertThat(row.path("campaign_uuid").asText()).isEqualTo(CAMPAIGN);
            assertThat(row.has("id") && row.has("domain_uuid")).isTrue();
            sent.path(i)
                    .properties()
                    .forEach(time -> assertThat(row.path(time.getKey())).isEqualTo(time.getValue()));
        }
    }

    @Test
    void answersTheSameToASecondPut_case14() {
        Api.Answer first = api.put("/v3/campaign/" + CAMPAIGN, resource("seed-put.json"));
        ObjectNode before = v3.shown(CAMPAIGN);

        Api.Answer second = api.put("/v3/campaign/" + CAMPAIGN, resource("seed-put.json"));
        ObjectNode after = v3.shown(CAMPAIGN);

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(updated(after)).isAfter(updated(before));
        before.remove("updated_at");
        after.remove("updated_at");
        assertThat(after).isEqualTo(before);
    }

    @Test
    void takesBackWhatItShowed() {
        api.put("/v3/campaign/" + CAMPAIGN, resource("seed-put.json"));
        ObjectNode before = v3.shown(CAMPAIGN);

        Api.Answer answer = api.put("/v3/campaign/" + CAMPAIGN, before);
        ObjectNode after = v3.shown(CAMPAIGN);

        assertOk(answer);
        before.remove("updated_at");
        after.remove("updated_at");
        assertThat(after).isEqualTo(before);
    }

    @Test
    void refusesANameThatIsTakenInTheSeedsWords_case19() {
        v3.campaign("AutocallAudio");

        Api.Answer answer = api.put("/v3/campaign/" + CAMPAIGN, resource("seed-put.json"));

        assertError(answer, 400, "campaign_name is already taken");
        assertThat(v3.shown(CAMPAIGN).path("campaign_name").asText()).isEqualTo("before");
    }

    @Test
    void refusesTheCarrierOfAnotherTenantAsAnUnknownOne_case35() {
        Autocall other = new Autocall(gateway.tenant("b").autocall());
        String others = other.campaign("b");
        String campaign = v3.campaign("c");

        Api.Answer foreign = other.edit(others, "carrier_uuid", CARRIER);
        Api.Answer unknown = v3.edit(campaign, "carrier_uuid", UNKNOWN_ID);

        assertViolations(foreign, "carrier_uuid", "carrier_uuid is not found");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.body()).isEqualTo(foreign.body());
        assertViolations(other.edit(others, "template_uuid", TEMPLATE), "template_uuid", "template_uuid is not found");
    }

    private static Instant updated(ObjectNode campaign) {
        return OffsetDateTime.parse(campaign.path("updated_at").asText()).toInstant();
    }
}
