package io.tandem.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.Carrier;
import io.tandem.campaigns.model.DialPlan;
import io.tandem.campaigns.model.Disposition;
import io.tandem.campaigns.model.Queue;
import io.tandem.campaigns.model.RetryPolicy;
import io.tandem.campaigns.model.Run;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetState;
import io.tandem.campaigns.model.Template;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.Owner;
import io.tandem.campaigns.ports.ReplanStore;
import io.tandem.campaigns.ports.ReplanStore.Replan;
import io.tandem.campaigns.ports.SchedulerStore;
import io.tandem.campaigns.ports.TenantStore;
import io.tandem.campaigns.service.CampaignStores;
import io.tandem.campaigns.service.Replanner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Re-plannings worked off in batches on a real database, broken off and gone on with. */
abstract class ReplannerContract extends SchedulerContract {

    private static final int MANY = 2_300;

    private final ReplanStore replans;
    private final CampaignStores stores;
    private final DialPlan plan;

    ReplannerContract(TestDatabase database) {
        super(database);
        replans = database.bean(ReplanStore.class);
        stores = new CampaignStores(
                database.bean(TenantStore.class),
                campaigns,
                database.objects(DialPlan.class),
                lists,
                database.objects(Template.class),
                database.objects(Carrier.class),
                database.objects(Queue.class),
                targets,
                attempts,
                tallies,
                replans);
        plan = stored(
                stores.plans(),
                random.dialPlan(tenant)
                        .withDeleted(null)
                        .withAttempts(List.of(3, 0, 0, 0, 0))
                        .withRetryDelay(Duration.ofSeconds(30)));
    }

    private static final class ToldOwner implements Owner {

        int changed;
        int forbade;
        boolean dies;

        @Override
        public void created(TenantId tenant) {}

        @Override
        public void changed(TenantId tenant) {
            changed++;
            if (dies) {
                throw new ArithmeticException("the process dies");
            }
        }

        @Override
        public void forbade(TenantId tenant) {
            forbade++;
        }
    }

    private final ToldOwner owner = new ToldOwner();

    private void run(Campaign campaign) {
        new Replanner(stores, transactions, owner).run(new Replan(tenant, campaign.id(), null));
    }

    private Campaign dialling(Run run, UUID... lists) {
        return stored(
                campaigns,
                campaign(tenant, lists)
                        .withDialPlan(plan.id())
                        .withRetry(RetryPolicy.EVERY_NON_ANSWER)
                        .withRun(run));
    }

    /** Targets that were busy once, under a plan with one try. */
    private void exhausted(UUID list, int count) {
        List<Target> many = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            many.add(target(tenant, list)
                    .withState(TargetState.EXHAUSTED)
                    .withTries(List.of(1, 0, 0, 0, 0))
                    .withLastDisposition(Disposition.BUSY)
                    .withLastCalled(NOW));
        }
        in(tenant, () -> targets.insertAll(tenant, many));
    }

    private int retries(UUID list) {
        return scheduler
                .due(new SchedulerStore.Shelf(tenant, list, TargetState.RETRY, null), NOW.plusSeconds(3_600), 10_000)
                .size();
    }

    @Test
    void reopensEveryExhaustedTargetOfEveryList() {
        UUID second = storedList(tenant).id();
        exhausted(list, MANY);
        exhausted(second, 3);
        Campaign campaign = dialling(Run.STOPPED, list, second);
        in(tenant, () -> replans.open(tenant, campaign.id()));

        run(campaign);

        assertThat(retries(list)).isEqualTo(MANY);
        assertThat(retries(second)).isEqualTo(3);
        assertThat(tally(list)).containsEntry("EXHAUSTED", 0L);
        assertThat(in(tenant, () -> replans.open(tenant))).isEmpty();
        assertThat(owner.forbade).isEqualTo(1);
        assertThat(owner.changed).as("a batch, a batch, …").isGreaterThanOrEqualTo(4);
    }

    @Test
    void goesOnWhereItWasBrokenOff() {
        exhausted(list, MANY);
        Campaign campaign = dialling(Run.STOPPED, list);
        in(tenant, () -> replans.open(tenant, campaign.id()));
        owner.dies = true;
        assertThatThrownBy(() -> run(campaign)).isInstanceOf(ArithmeticException.class);
        assertThat(retries(list)).isEqualTo(1_000);
        assertThat(in(tenant, () -> replans.open(tenant)))
                .singleElement()
                .satisfies(open -> assertThat(open.next()).isNotNull());

        owner.dies = false;
        run(campaign);

        assertThat(retries(list)).isEqualTo(MANY);
        assertThat(tally(list)).containsEntry("EXHAUSTED", 0L);
        assertThat(in(tenant, () -> replans.open(tenant))).isEmpty();
    }

    @Test
    void aNewerEditIsFollowedFromTheBeginning() {
        exhausted(list, MANY);
        Campaign campaign = dialling(Run.STOPPED, list);
        in(tenant, () -> replans.open(tenant, campaign.id()));
        owner.dies = true;
        assertThatThrownBy(() -> run(campaign)).isInstanceOf(ArithmeticException.class);

        owner.dies = false;
        in(tenant, () -> {
            stores.plans().update(plan.withAttempts(List.of(1, 0, 0, 0, 0)));
            replans.open(tenant, campaign.id());
        });
        run(campaign);

        assertThat(retries(list)).isZero();
        assertThat(tally(list)).containsEntry("EXHAUSTED", (long) MANY);
    }

    @Test
    void leavesAListToTheCampaignThatRunsIt() {
        UUID own = storedList(tenant).id();
        exhausted(list, 2);
        exhausted(own, 2);
        Campaign edited = dialling(Run.STOPPED, list, own);
        dialling(Run.running(random.id(), List.of()), list);
        in(tenant, () -> replans.open(tenant, edited.id()));

        run(edited);

        assertThat(retries(list)).isZero();
        assertThat(retries(own)).isEqualTo(2);
        assertThat(in(tenant, () -> replans.open(tenant))).isEmpty();
    }

    @Test
    void leavesAListToTheCampaignThatRanItLast() {
        exhausted(list, 2);
        Campaign edited = dialling(Run.STOPPED, list);
        Campaign last = dialling(Run.STOPPED, list);
        in(tenant, () -> replans.takeUp(tenant, last.id()));
        in(tenant, () -> replans.open(tenant, edited.id()));

        run(edited);
        assertThat(retries(list)).isZero();

        assertThat(in(tenant, () -> replans.takeUp(tenant, edited.id()))).isTrue();
        run(edited);
        assertThat(retries(list)).isEqualTo(2);
    }

    @Test
    void endsWithACampaignThatHasNoPlanAnyMore() {
        exhausted(list, 2);
        Campaign campaign = dialling(Run.STOPPED, list);
        in(tenant, () -> {
            stores.plans().update(plan.withDeleted(NOW));
            replans.open(tenant, campaign.id());
        });

        run(campaign);

        assertThat(retries(list)).isZero();
        assertThat(in(tenant, () -> replans.open(tenant))).isEmpty();
    }
}
