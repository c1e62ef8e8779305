package io.tandem.tests.crossing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.core.type.Argument;
import io.tandem.campaigns.model.TargetList;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.ObjectStore;
import io.tandem.campaigns.ports.Transactions;
import io.tandem.tests.Api;
import io.tandem.tests.Database;
import io.tandem.tests.voipbin.V1;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What one dialect deletes is gone from the other, with all that hangs on it. (mapping.md, row deletion; D30) */
abstract class DeletionContract extends Crossing {

    DeletionContract(Database database) {
        super(database);
    }

    @Test
    void anOutdialGoesWithWhatWaitsInIt() {
        Both both = client();
        V1 v1 = both.v1();
        String outdial = v1.outdial(V1.number(1, "99000"), V1.number(2, "99000"));
        String campaign = v1.campaign("outplan_id", v1.outplan(), "outdial_id", outdial);

        JsonNode gone = v1.delete("/outdials/" + outdial);

        assertThat(gone.path("id").asText()).isEqualTo(outdial);
        assertThat(gone.path("tm_delete").asText()).isNotEqualTo(V1.NEVER);
        assertThat(v1.get("/outdials/" + outdial)).isEqualTo(gone);
        assertThat(v1.get("/campaigns/" + campaign).path("outdial_id").asText()).isEqualTo(V1.NIL);
        assertThat(both.v3().get("/v3/lead?list_uuid=" + outdial).path("total").asInt())
                .isZero();
        assertThat(both.v3()
                        .api()
                        .get("/gateway/campaigns/" + campaign + "/progress")
                        .json()
                        .at("/targets/left")
                        .asInt())
                .isZero();
    }

    @Test
    void aDeletedOutdialGivesItsLeadsBack() {
        V1 v1 = V1.of(gateway.running().tenant(Api.object("name", "leads", "caps", Map.of("leads", 2))));
        String outdial = v1.outdial(V1.number(1, "99000"), V1.number(2, "99000"));
        String other = v1.outdial();

        v1.delete("/outdials/" + outdial);

        v1.target(other, V1.number(1, "99000"));
        v1.target(other, V1.number(2, "99000"));
        assertThat(v1.list("/outdials/" + other + "/targets")).hasSize(2);
    }

    @Test
    void anOutdialThatIsDialledStays() {
        V1 v1 = client().v1();
        String outdial = v1.outdial();
        String campaign = v1.campaign("outplan_id", v1.outplan(), "outdial_id", outdial, "end_handle", "continue");
        v1.status(campaign, "run");

        Api.Answer refused = v1.api().delete("/v1.0/outdials/" + outdial);

        assertThat(refused.status()).as("%s", refused).isEqualTo(409);
        assertThat(refused.text("/error/reason")).isEqualTo("STATE_INVALID");
        assertThat(v1.api().delete("/v1.0/outdials/" + UUID.randomUUID()).status())
                .isEqualTo(404);
    }

    @Test
    void aDeletedOutdialBesideTheShownOneKeepsNobodyFromStarting() {
        Both both = client();
        V1 v1 = both.v1();
        String campaign = both.v3().campaign("two lists");
        String first = both.v3().list(campaign);
        String second = v1.post("/outdials", Api.object("name", "o", "campaign_id", campaign))
                .path("id")
                .asText();
        v1.target(first, V1.number(1, "99000"));

        v1.delete("/outdials/" + second);
        both.v3().run(campaign, "start");

        eventually(() -> assertThat(v1.journal(campaign).calls()).hasSize(1));
    }

    /** As earlier versions left it. */
    @Test
    void aDeletedListThatACampaignStillNamesIsPassedOver() {
        Both both = client();
        V1 v1 = both.v1();
        String campaign = both.v3().campaign("one of two");
        String first = both.v3().list(campaign);
        String second = v1.post("/outdials", Api.object("name", "o", "campaign_id", campaign))
                .path("id")
                .asText();
        v1.target(first, V1.number(1, "99000"));
        deleteAlone(v1, second);

        both.v3().run(campaign, "start");

        eventually(() -> assertThat(v1.journal(campaign).calls()).hasSize(1));
    }

    /** It shows in v1.0, and can be replaced there. */
    @Test
    void aStartNamesTheOnlyListIfItWasDeleted() {
        V1 v1 = client().v1();
        String outdial = v1.outdial();
        String campaign = v1.campaign("outplan_id", v1.outplan(), "outdial_id", outdial);
        deleteAlone(v1, outdial);

        Api.Answer refused = v1.api().put("/v1.0/campaigns/" + campaign + "/status", Api.object("status", "run"));

        assertThat(refused.status()).as("%s", refused).isBetween(400, 409);
        assertThat(refused.text("/error/message")).contains(outdial);
        v1.put("/campaigns/" + campaign + "/resource_info", "outdial_id", v1.outdial());
        v1.status(campaign, "run");
    }

    private void deleteAlone(V1 v1, String list) {
        var beans = gateway.running().gateway().context();
        @SuppressWarnings("unchecked")
        ObjectStore<TargetList> lists = beans.getBean(Argument.of(ObjectStore.class, TargetList.class));
        TenantId tenant = new TenantId(
                UUID.fromString(v1.get("/outdials/" + list).path("customer_id").asText()));
        beans.getBean(Transactions.class).inTenant(tenant, () -> {
            TargetList found = lists.findLiving(tenant, UUID.fromString(list)).orElseThrow();
            lists.update(found.withDeleted(Instant.now()));
        });
    }

    @Test
    void whatV1ShowsAsStoppedCanBeDeletedThere() {
        Both both = client();
        V1 v1 = both.v1();
        String campaign = v1.campaign("outplan_id", v1.outplan(), "end_handle", "continue");
        v1.status(campaign, "run");
        both.v3().run(campaign, "pause");
        assertThat(v1.statusOf(campaign)).isEqualTo("stop");

        JsonNode gone = v1.delete("/campaigns/" + campaign);

        assertThat(gone.path("status").asText()).isEqualTo("stop");
        assertThat(gone.path("tm_delete").asText()).isNotEqualTo(V1.NEVER);
        assertThat(both.v3().api().get("/v3/campaign/" + campaign).status()).isEqualTo(404);
    }

    @Test
    void aPausedCampaignWithACallUpIsNotStopped() {
        Both both = client();
        V1 v1 = both.v1();
        String outdial = v1.outdial(V1.number(1, "99090"));
        String campaign = v1.campaign("outplan_id", v1.outplan(), "outdial_id", outdial, "end_handle", "continue");
        v1.status(campaign, "run");
        eventually(() -> assertThat(v1.journal(campaign).calls()).hasSize(1));
        both.v3().run(campaign, "pause");
        assertThat(v1.statusOf(campaign)).isEqualTo("stopping");

        assertThat(v1.api().delete("/v1.0/campaigns/" + campaign).status()).isEqualTo(409);
    }
}
