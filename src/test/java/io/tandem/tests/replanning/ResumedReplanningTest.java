package io.tandem.tests.replanning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tandem.campaigns.model.DialPlan;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.ObjectStore;
import io.tandem.campaigns.ports.ReplanStore;
import io.tandem.campaigns.ports.Transactions;
import io.tandem.campaigns.service.CampaignStores;
import io.tandem.tests.Database;
import io.tandem.tests.GatewayUnderTest;
import io.tandem.tests.TenantUnderTest;
import io.tandem.tests.voipbin.V1;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a process left open when it died, the next one works off. */
class ResumedReplanningTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    @Test
    void takesUpWhatADeadProcessLeftOnH2() {
        takesUpWhatADeadProcessLeft(Database.h2File(folder));
    }

    @Test
    void takesUpWhatADeadProcessLeftOnPostgres() {
        takesUpWhatADeadProcessLeft(Database.POSTGRES.fresh());
    }

    private static void takesUpWhatADeadProcessLeft(Map<String, String> database) {
        String campaign;
        try (GatewayUnderTest dying = start(database)) {
            TenantUnderTest tenant = dying.tenant("a");
            V1 v1 = V1.of(tenant);
            String outplan = v1.outplan();
            campaign = v1.campaign(
                    "outplan_id", outplan, "outdial_id", v1.outdial(V1.number(1, "99100")), "end_handle", "continue");
            v1.status(campaign, "run");
            await().atMost(SOON).until(() -> targetsLeft(v1, campaign) == 0);

            commitAnEditAndDie(dying, tenant.id(), UUID.fromString(outplan), UUID.fromString(campaign));
        }

        try (GatewayUnderTest next = start(database)) {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(
                                    next.journal().of(UUID.fromString(campaign)).calls())
                            .hasSize(1));
        }
    }

    private static long targetsLeft(V1 v1, String campaign) {
        return v1.tenant()
                .autocall()
                .get("/gateway/campaigns/" + campaign + "/progress")
                .json()
                .at("/targets/left")
                .asLong(-1);
    }

    /** What an edit commits, without anyone being told of it. */
    private static void commitAnEditAndDie(GatewayUnderTest gateway, UUID tenant, UUID plan, UUID campaign) {
        var context = gateway.gateway().context();
        TenantId of = new TenantId(tenant);
        ObjectStore<DialPlan> plans = context.getBean(CampaignStores.class).plans();
        context.getBean(Transactions.class).inTenant(of, () -> {
            DialPlan current = plans.lock(of, plan).orElseThrow();
            plans.update(current.withAttempts(List.of(2, 0, 0, 0, 0)));
            context.getBean(ReplanStore.class).open(of, campaign);
        });
    }

    private static GatewayUnderTest start(Map<String, String> database) {
        return GatewayUnderTest.start(database, Map.of("TANDEM_SIM_SPEED", "10"));
    }
}
