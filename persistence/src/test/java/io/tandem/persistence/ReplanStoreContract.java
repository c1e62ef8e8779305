package io.tandem.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.Disposition;
import io.tandem.campaigns.model.Run;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetState;
import io.tandem.campaigns.ports.ReplanStore;
import io.tandem.campaigns.ports.ReplanStore.Idle;
import io.tandem.campaigns.ports.ReplanStore.Moved;
import io.tandem.campaigns.ports.ReplanStore.Position;
import io.tandem.campaigns.ports.ReplanStore.Replan;
import io.tandem.campaigns.ports.SchedulerStore;
import io.tandem.campaigns.ports.SchedulerStore.CampaignMove;
import io.tandem.campaigns.ports.SchedulerStore.NextState;
import io.tandem.campaigns.ports.TallyStore;
import io.tandem.campaigns.ports.TenantStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

abstract class ReplanStoreContract extends SchedulerContract {

    private final ReplanStore replans;

    ReplanStoreContract(TestDatabase database) {
        super(database);
        replans = database.bean(ReplanStore.class);
    }

    private Replan opened(UUID of) {
        in(tenant, () -> replans.open(tenant, of));
        return new Replan(tenant, of, null);
    }

    private List<Idle> idle(Position from, int limit) {
        return in(tenant, () -> replans.from(tenant, from, limit));
    }

    private int move(Target from, NextState to) {
        return in(tenant, () -> replans.move(tenant, List.of(new Moved(from, to))));
    }

    private Target exhausted(Instant due) {
        return stored(target(tenant, list).withState(TargetState.EXHAUSTED).withDue(due));
    }

    @Test
    void keepsHowFarAReplanningIsUntilItIsClosed() {
        Replan replan = opened(campaign);
        Replan further =
                new Replan(tenant, campaign, new Position(list, TargetState.EXHAUSTED, NOW, UUID.randomUUID()));

        assertThat(in(tenant, () -> replans.take(tenant, campaign))).contains(replan);
        in(tenant, () -> replans.progress(further));
        assertThat(in(tenant, () -> replans.take(tenant, campaign))).contains(further);
        in(tenant, () -> replans.close(further));
        assertThat(in(tenant, () -> replans.take(tenant, campaign))).isEmpty();
    }

    @Test
    void aNewerEditBeginsItAnew() {
        Replan replan = opened(campaign);
        in(tenant, () -> replans.progress(new Replan(tenant, campaign, Position.startOf(list))));

        opened(campaign);

        assertThat(in(tenant, () -> replans.take(tenant, campaign))).contains(replan);
        assertThat(in(tenant, () -> replans.open(tenant))).containsExactly(replan);
    }

    @Test
    void oneProcessAtATimeHasIt() throws InterruptedException {
        opened(campaign);
        List<Boolean> second = new ArrayList<>();

        in(tenant, () -> {
            assertThat(replans.take(tenant, campaign)).isPresent();
            Thread rival = new Thread(() ->
                    second.add(in(tenant, () -> replans.take(tenant, campaign)).isPresent()));
            rival.start();
            join(rival);
        });

        assertThat(second).containsExactly(false);
        assertThat(in(tenant, () -> replans.take(tenant, campaign))).isPresent();
    }

    private static void join(Thread rival) {
        try {
            rival.join(10_000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void isRolledBackWithItsEdit() {
        try {
            in(tenant, () -> {
                replans.open(tenant, campaign);
                throw new ArithmeticException("the edit fails");
            });
        } catch (ArithmeticException expected) {
            assertThat(expected).hasMessage("the edit fails");
        }

        assertThat(in(tenant, () -> replans.open(tenant))).isEmpty();
    }

    @Test
    void findsWhatIsOpenOfAllLivingTenants() {
        Replan mine = opened(campaign);
        in(other, () -> replans.open(other, campaign));
        var leaving = newTenant();
        in(leaving, () -> replans.open(leaving, campaign));
        database.bean(TenantStore.class).delete(leaving, NOW);

        assertThat(replans.open())
                .contains(mine, new Replan(other, campaign, null))
                .doesNotContain(new Replan(leaving, campaign, null));
        assertThat(in(tenant, () -> replans.open(tenant))).containsExactly(mine);
    }

    @Test
    void anotherTenantsLooksUnknown() {
        opened(campaign);

        assertThat(in(other, () -> replans.take(other, campaign))).isEmpty();
        assertThat(in(other, () -> replans.from(other, Position.startOf(list), 9)))
                .isEmpty();
    }

    @Test
    void tellsHowTheLastAttemptEnded() {
        Target target = stored(target(tenant, list));
        var busy = busy(claimed(target), retry(60));
        commit(turn().outcome(busy));

        List<Idle> idle = idle(Position.startOf(list), 9);

        assertThat(idle).hasSize(1);
        assertThat(idle.get(0).target()).isEqualTo(read(target));
        assertThat(idle.get(0).last())
                .isEqualTo(new ReplanStore.LastAttempt(Disposition.BUSY, busy.talk(), busy.ended()));
    }

    @Test
    void aTargetThatWasNeverCalledHasNoLastAttempt() {
        exhausted(NOW);

        assertThat(idle(new Position(list, TargetState.EXHAUSTED, null, null), 9))
                .extracting(Idle::last)
                .containsOnlyNulls();
    }

    /** Many targets of one import share their due instant. */
    @ParameterizedTest
    @EnumSource(names = {"RETRY", "EXHAUSTED"})
    void goesThroughAllOfAPhaseOnceHoweverManyAreDueTogether(TargetState phase) {
        List<UUID> all = new ArrayList<>();
        List<Target> many = new ArrayList<>();
        for (int i = 0; i < 23; i++) {
            many.add(target(tenant, list).withState(phase).withDue(NOW.plusSeconds(i / 10)));
            all.add(many.get(i).id());
        }
        for (TargetState state : TargetState.values()) {
            many.add(target(tenant, list).withState(state == phase ? TargetState.DONE : state));
        }
        many.add(target(tenant, list).withState(phase).withDeleted(NOW));
        in(tenant, () -> targets.insertAll(tenant, many));

        List<UUID> met = new ArrayList<>();
        Position at = new Position(list, phase, null, null);
        List<Idle> batch;
        do {
            batch = idle(at, 4);
            for (Idle each : batch) {
                met.add(each.target().id());
                at = new Position(
                        list, phase, each.target().due(), each.target().id());
            }
        } while (batch.size() == 4);

        assertThat(met).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void movesATargetAndTheListsTalliesWithIt() {
        Target target = exhausted(NOW);
        NextState again = new NextState(TargetState.RETRY, NOW.plusSeconds(9));

        int held = move(target, again);

        Target after = read(target);
        assertThat(held).isEqualTo(1);
        assertThat(after).isEqualTo(target.withState(TargetState.RETRY).withDue(again.due()));
        assertThat(tally(list)).containsEntry("EXHAUSTED", 0L).containsEntry(TallyStore.TOTAL, 1L);
        assertThat(scheduler.due(new SchedulerStore.Shelf(tenant, list, TargetState.RETRY, null), again.due(), 9))
                .containsExactly(after);

        move(after, new NextState(TargetState.DONE, NOW));

        assertThat(read(target).state()).isEqualTo(TargetState.DONE);
        assertThat(tally(list)).containsEntry("DONE", 1L).containsEntry("EXHAUSTED", 0L);
    }

    @Test
    void aTargetThatWentOnMeanwhileStaysWhereItIs() {
        Target waiting = stored(target(tenant, list).withState(TargetState.RETRY));
        Target calling = waiting;
        claimed(waiting);
        Target deleted = stored(target(tenant, list).withState(TargetState.RETRY));
        in(tenant, () -> targets.delete(deleted.withDeleted(NOW)));
        Target calledAgain = stored(target(tenant, list).withState(TargetState.RETRY));
        commit(turn().outcome(busy(claimed(calledAgain), new NextState(TargetState.RETRY, calledAgain.due()))));

        for (Target stale : List.of(calling, deleted, calledAgain)) {
            assertThat(move(stale, new NextState(TargetState.EXHAUSTED, NOW))).isZero();
        }

        assertThat(read(calling).state()).isEqualTo(TargetState.CALLING);
        assertThat(tally(list)).doesNotContainKey("EXHAUSTED");
    }

    private boolean takenUp(Campaign by) {
        return in(tenant, () -> replans.takeUp(tenant, by.id()));
    }

    @Test
    void aListThatNobodyRanIsTakenUpWithoutAReplanning() {
        Campaign first = storedCampaign(tenant, Run.STOPPED, list);

        assertThat(in(tenant, () -> replans.judge(tenant, list))).isEmpty();
        assertThat(takenUp(first)).isFalse();

        assertThat(in(tenant, () -> replans.judge(tenant, list))).contains(first.id());
        assertThat(in(tenant, () -> replans.open(tenant))).isEmpty();
        in(tenant, () -> lists.update(in(tenant, () -> lists.find(tenant, list)).orElseThrow()));
        assertThat(in(tenant, () -> replans.judge(tenant, list))).contains(first.id());
        assertThat(takenUp(first)).isFalse();
        assertThat(in(other, () -> replans.judge(other, list))).isEmpty();
    }

    @Test
    void aListThatChangesHandsIsReplannedOnce() {
        Campaign first = storedCampaign(tenant, Run.STOPPED, list);
        UUID own = storedList(tenant).id();
        Campaign second = storedCampaign(tenant, Run.STOPPED, own, list);
        takenUp(first);

        assertThat(takenUp(second)).isTrue();

        assertThat(in(tenant, () -> replans.judge(tenant, list))).contains(second.id());
        assertThat(in(tenant, () -> replans.judge(tenant, own))).contains(second.id());
        assertThat(in(tenant, () -> replans.open(tenant))).containsExactly(new Replan(tenant, second.id(), null));
        assertThat(takenUp(second)).isFalse();
    }

    /** What a batch that is under way moves by the plan before is met by the re-planning that follows. */
    @Test
    void aListChangesHandsBetweenTwoBatches() throws InterruptedException {
        Campaign first = storedCampaign(tenant, Run.STOPPED, list);
        Campaign second = storedCampaign(tenant, Run.STOPPED, list);
        takenUp(first);
        opened(first.id());
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        Thread start = new Thread(() -> {
            takenUp(second);
            order.add("taken up");
        });

        in(tenant, () -> {
            assertThat(replans.take(tenant, first.id())).isPresent();
            start.start();
            awaitBlocked(start);
            order.add("batch");
        });
        start.join(10_000);

        assertThat(order).containsExactly("batch", "taken up");
    }

    private static void awaitBlocked(Thread thread) {
        try {
            thread.join(300);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aCampaignIsNotExhaustedWhileItIsReplanned() {
        Run running = Run.running(random.id(), List.of());
        Campaign done = storedCampaign(tenant, running, list);
        Replan replan = opened(done.id());
        CampaignMove stop = new CampaignMove(tenant, done.id(), running, Run.STOPPED, true, null, null);

        assertThat(commit(turn().move(stop)).moved()).isEmpty();

        in(tenant, () -> replans.close(replan));
        assertThat(commit(turn().move(stop)).moved()).containsExactly(done.id());
    }
}
