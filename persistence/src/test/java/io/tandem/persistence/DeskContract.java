package io.tandem.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tandem.campaigns.model.Agent;
import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.Carrier;
import io.tandem.campaigns.model.DialPlan;
import io.tandem.campaigns.model.Queue;
import io.tandem.campaigns.model.Run;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetState;
import io.tandem.campaigns.ports.SchedulerStore;
import io.tandem.campaigns.ports.SchedulerStore.Desk;
import io.tandem.campaigns.ports.SchedulerStore.Line;
import io.tandem.campaigns.ports.SchedulerStore.Place;
import io.tandem.campaigns.ports.SchedulerStore.Shelf;
import io.tandem.campaigns.ports.TenantStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the scheduler reads. */
abstract class DeskContract extends SchedulerContract {

    DeskContract(TestDatabase database) {
        super(database);
    }

    @Test
    void loadsEverythingTheTenantsDeskNeedsAndNothingOfOthers() {
        DialPlan plan = stored(database.objects(DialPlan.class), random.dialPlan(tenant));
        DialPlan deletedPlan =
                stored(database.objects(DialPlan.class), random.dialPlan(tenant).withDeleted(NOW));
        UUID second = storedList(tenant).id();
        UUID disabled =
                stored(lists, random.targetList(tenant).withEnabled(false)).id();
        UUID deletedList = stored(
                        lists, random.targetList(tenant).withEnabled(true).withDeleted(NOW))
                .id();
        Run running = Run.running(random.id(), List.of());
        Campaign full = stored(
                campaigns,
                campaign(tenant, second, disabled, list, deletedList, second)
                        .with(it -> it.run(running).dialPlan(plan.id())));
        Campaign paused = stored(
                campaigns,
                campaign(tenant).with(it -> it.run(running.pausedUntil(NOW)).dialPlan(deletedPlan.id())));
        Campaign stopping = storedCampaign(tenant, Run.stopping());
        storedCampaign(tenant, Run.STOPPED);
        stored(campaigns, campaign(tenant).withRun(running).withDeleted(NOW));
        storedCampaign(other, running);
        Queue queue = stored(database.objects(Queue.class), random.queue(tenant));
        Agent agent = stored(database.objects(Agent.class), random.agent(tenant));
        Carrier carrier = stored(database.objects(Carrier.class), random.carrier(tenant));
        stored(database.objects(Queue.class), random.queue(tenant).withDeleted(NOW));
        stored(database.objects(Agent.class), random.agent(tenant).withDeleted(NOW));
        stored(database.objects(Carrier.class), random.carrier(other));

        Desk desk = scheduler.load(tenant);

        assertThat(desk.tenant())
                .isEqualTo(database.bean(TenantStore.class).find(tenant).orElseThrow());
        assertThat(desk.fence()).isEqualTo(fence);
        assertThat(desk.campaigns())
                .containsExactlyInAnyOrder(
                        new Line(full, plan, List.of(second, list)),
                        new Line(paused, null, List.of()),
                        new Line(stopping, null, List.of()));
        assertThat(desk.queues()).containsExactly(queue);
        assertThat(desk.agents()).containsExactly(agent);
        assertThat(desk.carriers()).containsExactly(carrier);
    }

    @Test
    void showsNoFenceToAProcessThatDoesNotOwnTheTenant() {
        Target target = stored(target(tenant, list));
        SchedulerStore replica = new JdbcSchedulerStore(
                database.bean(Database.class), database.bean(DeskReader.class), new ReplicaName(null));

        Desk desk = replica.load(tenant);

        assertThat(desk.fence()).isNotEqualTo(fence);
        assertThat(commit(turn().fence(tenant, desk.fence()).claim(target, attempt(target, campaign)))
                        .claimed())
                .isEmpty();
        replica.takeOver(tenant, NOW, AGAIN);
        assertThat(replica.load(tenant).fence()).isGreaterThan(fence);
        assertThat(scheduler.load(tenant).fence()).isEqualTo(desk.fence());
    }

    @Test
    void seesOneInstantWhateverIsCommittedMeanwhile() {
        DeskReader reader = database.bean(DeskReader.class);

        database.bean(Database.class).inSnapshot(tenant, connection -> {
            Desk before = reader.read(connection, tenant, random.id());
            Rivals.run(() -> storedCampaign(tenant, Run.running(random.id(), List.of())))
                    .join();

            assertThat(reader.read(connection, tenant, random.id())).isEqualTo(before);
            return before;
        });

        assertThat(scheduler.load(tenant).campaigns()).hasSize(1);
    }

    @Test
    void refusesATenantThatDoesNotExist() {
        assertThatThrownBy(() -> scheduler.load(random.tenantId())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void findsDueTargetsOldestFirstThenById() {
        List<Target> due = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            due.add(stored(target(tenant, list).withDue(NOW.minusSeconds(i / 3))));
        }
        due.sort(Comparator.comparing(Target::due)
                .thenComparing(target -> target.id().toString()));
        stored(target(tenant, list).withDue(NOW.plusNanos(1_000)));
        stored(target(tenant, list).withState(TargetState.RETRY));
        stored(target(tenant, list).withState(TargetState.CALLING));
        stored(target(tenant, list).withState(TargetState.DONE));
        stored(target(tenant, list).withDeleted(NOW));
        stored(target(tenant, storedList(tenant).id()));
        stored(target(other, list));

        assertThat(scheduler.due(new Shelf(tenant, list, TargetState.FRESH, null), NOW, 100))
                .isEqualTo(due);
        assertThat(scheduler.due(new Shelf(tenant, list, TargetState.FRESH, null), NOW, 5))
                .isEqualTo(due.subList(0, 5));
        assertThat(scheduler.due(new Shelf(tenant, list, TargetState.RETRY, null), NOW, 100))
                .hasSize(1);
        assertThat(scheduler.due(new Shelf(other, list, TargetState.FRESH, null), NOW, 100))
                .isEmpty();
    }

    @Test
    void nothingOfADisabledOrDeletedListIsDue() {
        UUID disabled =
                stored(lists, random.targetList(tenant).withEnabled(false)).id();
        UUID deleted = stored(lists, random.targetList(tenant).withEnabled(true).withDeleted(NOW))
                .id();
        stored(target(tenant, disabled));
        stored(target(tenant, deleted));

        assertThat(scheduler.due(new Shelf(tenant, disabled, TargetState.FRESH, null), NOW, 9))
                .isEmpty();
        assertThat(scheduler.due(new Shelf(tenant, deleted, TargetState.FRESH, null), NOW, 9))
                .isEmpty();
    }

    @Test
    void knowsWhenTheNextTargetFallsDue() {
        stored(target(tenant, list).withDue(NOW));
        stored(target(tenant, list).withDue(NOW.plusSeconds(20)));
        stored(target(tenant, list).withDue(NOW.plusSeconds(10)));
        stored(target(tenant, list).withDue(NOW.plusSeconds(5)).withDeleted(NOW));
        stored(target(tenant, list).withDue(NOW.plusSeconds(4)).withState(TargetState.RETRY));

        assertThat(scheduler.nextDue(new Shelf(tenant, list, TargetState.FRESH, null), NOW))
                .contains(NOW.plusSeconds(10));
        assertThat(scheduler.nextDue(new Shelf(tenant, list, TargetState.RETRY, null), NOW))
                .contains(NOW.plusSeconds(4));
        assertThat(scheduler.nextDue(new Shelf(tenant, list, TargetState.FRESH, null), NOW.plusSeconds(20)))
                .isEmpty();
        assertThat(scheduler.nextDue(new Shelf(other, list, TargetState.FRESH, null), NOW))
                .isEmpty();
    }

    @Test
    void findsTheTargetsOfOneNetwork() {
        Target mobi = stored(target(tenant, list).with(it -> it.network("mobi").due(NOW.minusSeconds(5))));
        stored(target(tenant, list).with(it -> it.network("vina").due(NOW.minusSeconds(9))));
        stored(target(tenant, list).with(it -> it.network("mobi").due(NOW.plusSeconds(9))));
        stored(target(tenant, list).with(it -> it.network("vina").due(NOW.plusSeconds(5))));
        Shelf shelf = new Shelf(tenant, list, TargetState.FRESH, "mobi");

        assertThat(scheduler.due(shelf, NOW, 9)).containsExactly(mobi);
        assertThat(scheduler.nextDue(shelf, NOW)).contains(NOW.plusSeconds(9));
    }

    @Test
    void readsOnBehindAPlace() {
        List<Target> all = new ArrayList<>();
        for (int seconds : List.of(9, 5, 5, 5, 1)) {
            all.add(stored(target(tenant, list).withDue(NOW.minusSeconds(seconds))));
        }
        all.sort(Comparator.comparing(Target::due)
                .thenComparing(target -> target.id().toString()));
        stored(target(tenant, list).withDue(NOW.plusSeconds(1)));
        Shelf shelf = new Shelf(tenant, list, TargetState.FRESH, null);

        for (int read = 0; read < all.size(); read++) {
            Place place = new Place(all.get(read).due(), all.get(read).id());
            List<Target> behind = all.subList(read + 1, all.size());

            assertThat(scheduler.due(shelf, place, NOW, 9)).containsExactlyElementsOf(behind);
            assertThat(scheduler.due(shelf, place, NOW, 2))
                    .containsExactlyElementsOf(behind.subList(0, Math.min(2, behind.size())));
        }
        Place beforeTheEqual = new Place(NOW.minusSeconds(5), new UUID(0, 0));
        assertThat(scheduler.due(shelf, beforeTheEqual, NOW, 9)).containsExactlyElementsOf(all.subList(1, 5));
        assertThat(scheduler.due(shelf, null, NOW, 9)).containsExactlyElementsOf(all);
    }

    @Test
    void onlyFreshAndRetryFallDue() {
        assertThatThrownBy(() -> scheduler.due(new Shelf(tenant, list, TargetState.DONE, null), NOW, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
