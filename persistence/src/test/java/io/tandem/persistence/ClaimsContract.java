package io.tandem.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.campaigns.model.CallAttempt;
import io.tandem.campaigns.model.CallAttemptBuilder;
import io.tandem.campaigns.model.Disposition;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetState;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.SchedulerStore.Committed;
import io.tandem.campaigns.ports.SchedulerStore.TakenOver;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

abstract class ClaimsContract extends SchedulerContract {

    ClaimsContract(TestDatabase database) {
        super(database);
    }

    @Test
    void aClaimTakesTheTargetAndWritesTheAttempt() {
        Target target = stored(random.target(tenant, list)
                .with(it -> it.state(TargetState.RETRY).attempt(null)));
        CallAttempt attempt = CallAttemptBuilder.builder(random.attempt(target))
                .index(3)
                .ended(null)
                .build();

        Committed committed = commit(turn().claim(target, attempt));

        assertThat(committed.claimed()).containsExactly(attempt.id());
        assertThat(read(attempt)).isEqualTo(attempt);
        List<Integer> tries = new ArrayList<>(target.tries());
        tries.set(3, tries.get(3) + 1);
        assertThat(read(target))
                .isEqualTo(target.with(it -> it.state(TargetState.CALLING)
                        .attempt(attempt.id())
                        .tries(tries)
                        .lastCalled(attempt.placed())));
    }

    @Test
    void oneTurnClaimsForManyTenantsAndTellsWhichHeld() {
        long otherFence = own(other);
        Set<UUID> expected = new HashSet<>();
        TurnBuilder turn = turn().fence(other, otherFence);
        for (int i = 0; i < 300; i++) {
            TenantId of = i % 2 == 0 ? tenant : other;
            Target target = stored(target(of, list));
            CallAttempt attempt = attempt(target, campaign);
            if (i % 3 == 0) {
                turn.claim(target.withState(TargetState.RETRY), attempt);
            } else {
                turn.claim(target, attempt);
                expected.add(attempt.id());
            }
        }

        Committed committed = commit(turn);

        assertThat(committed.claimed()).isEqualTo(expected);
    }

    @Test
    void aTargetThatMovedOnIsNotClaimed() {
        Target target = stored(target(tenant, list));
        CallAttempt first = claimed(target);
        CallAttempt second = attempt(target, campaign);

        Committed committed = commit(turn().claim(target, second));

        assertThat(committed.claimed()).isEmpty();
        assertThat(in(tenant, () -> attempts.find(tenant, second.id()))).isEmpty();
        assertThat(read(target).attempt()).isEqualTo(first.id());
        assertThat(read(target).calledCount()).isEqualTo(1);
    }

    @Test
    void twoClaimsOfOneTargetInOneTurnAreOne() {
        Target target = stored(target(tenant, list));
        CallAttempt first = attempt(target, campaign);
        CallAttempt second = attempt(target, campaign);

        Committed committed = commit(turn().claim(target, first).claim(target, second));

        assertThat(committed.claimed()).containsExactly(first.id());
        assertThat(in(tenant, () -> attempts.find(tenant, second.id()))).isEmpty();
    }

    @Test
    void aDeletedTargetIsNotClaimed() {
        Target target = stored(target(tenant, list));
        in(tenant, () -> targets.delete(target.withDeleted(NOW)));

        CallAttempt attempt = attempt(target, campaign);

        assertThat(commit(turn().claim(target, attempt)).claimed()).isEmpty();
        assertThat(read(target)).isEqualTo(target.withDeleted(NOW));
    }

    @Test
    void aClaimOrClosingUnderAnotherFenceIsRefused() {
        Target target = stored(target(tenant, list));
        Target closed = stored(target(tenant, list));
        CallAttempt attempt = attempt(target, campaign);

        Committed stale =
                commit(turn().fence(tenant, fence - 1).claim(target, attempt).close(closed, TargetState.EXHAUSTED));
        Committed unnamed = scheduler.commit(
                new TurnBuilder(random.id(), NOW).claim(target, attempt).build());

        assertThat(stale.claimed()).isEmpty();
        assertThat(unnamed.claimed()).isEmpty();
        assertThat(read(target)).isEqualTo(target);
        assertThat(read(closed)).isEqualTo(closed);
    }

    @Test
    void anotherTenantsTargetIsNotClaimed() {
        Target target = stored(target(other, list));
        CallAttempt attempt = attempt(target, campaign).withTenant(tenant);

        assertThat(commit(turn().claim(target, attempt)).claimed()).isEmpty();
        assertThat(read(target)).isEqualTo(target);
    }

    @Test
    void anEarlierOwnerClaimsNothingAfterATakeOver() {
        Target target = stored(target(tenant, list));
        long newFence = own(tenant);

        assertThat(newFence).isGreaterThan(fence);
        assertThat(commit(turn().claim(target, attempt(target, campaign))).claimed())
                .isEmpty();
    }

    @Test
    void noTakeOverSlipsBetweenTheFenceAndTheClaims() throws Exception {
        Target target = stored(target(tenant, list));
        CallAttempt attempt = attempt(target, campaign);
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch waiting = new CountDownLatch(1);
        Database inside = database.bean(Database.class);
        TurnBuilder turn = turn().claim(target, attempt);

        CompletableFuture<Void> claimer = Rivals.run(() -> inside.in(Set.of(tenant), connection -> {
            Claims.owned(connection, turn.build().fences(), Set.of());
            held.countDown();
            await(waiting);
            return TurnWriter.write(connection, turn.build(), random.id());
        }));
        await(held);
        CompletableFuture<Void> taker = Rivals.run(() -> {
            waiting.countDown();
            while (scheduler.takeOver(tenant, NOW, AGAIN) == TakenOver.BUSY) {
                Thread.onSpinWait();
            }
        });
        CompletableFuture.allOf(claimer, taker).get(30, TimeUnit.SECONDS);

        assertThat(read(attempt).disposition()).isEqualTo(Disposition.INTERRUPTED);
        assertThat(read(target).state()).isEqualTo(TargetState.RETRY);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aTakenBackClaimLeavesNoTrace() {
        Target target = stored(random.target(tenant, list)
                .with(it -> it.state(TargetState.RETRY).attempt(null)));
        CallAttempt attempt = claimed(target);

        commit(turn().takeBack(target, attempt, batchOf(attempt)));

        assertThat(read(target)).isEqualTo(target);
        assertThat(in(tenant, () -> attempts.find(tenant, attempt.id()))).isEmpty();
        commit(turn().takeBack(target, attempt, batchOf(attempt)));
        assertThat(read(target)).isEqualTo(target);
    }

    @Test
    void aTakeBackOfADeletedTargetLeavesItDeleted() {
        Target target = stored(target(tenant, list));
        CallAttempt attempt = claimed(target);
        in(tenant, () -> targets.delete(read(target).withDeleted(NOW)));

        commit(turn().takeBack(target, attempt, batchOf(attempt)));

        assertThat(read(target)).isEqualTo(target.withDeleted(NOW));
        assertThat(commit(turn().claim(target, attempt(target, campaign))).claimed())
                .isEmpty();
    }

    @Test
    void aTakeBackKeepsWhatAClientEditedMeanwhile() {
        Target target = stored(target(tenant, list));
        CallAttempt attempt = claimed(target);
        Target edited =
                read(target).with(it -> it.name("new").due(NOW.plusSeconds(999)).updated(NOW));
        in(tenant, () -> targets.update(edited));

        commit(turn().takeBack(target, attempt, batchOf(attempt)));

        assertThat(read(target))
                .isEqualTo(target.with(
                        it -> it.name("new").due(NOW.plusSeconds(999)).updated(NOW)));
    }

    @Test
    void anEndedAttemptIsNotTakenBack() {
        Target target = stored(target(tenant, list));
        CallAttempt attempt = claimed(target);
        commit(turn().outcome(busy(attempt, retry(60))));

        commit(turn().takeBack(target, attempt, batchOf(attempt)));

        assertThat(read(attempt).disposition()).isEqualTo(Disposition.BUSY);
        assertThat(read(target).state()).isEqualTo(TargetState.RETRY);
        assertThat(read(target).calledCount()).isEqualTo(1);
    }

    @Test
    void anotherTenantsAttemptIsNotTakenBack() {
        Target target = stored(target(tenant, list));
        CallAttempt attempt = claimed(target);
        own(other);

        commit(new TurnBuilder(random.id(), NOW).takeBack(target.withTenant(other), attempt, batchOf(attempt)));

        assertThat(read(attempt)).isEqualTo(attempt);
    }

    @Test
    void aCancelledBatchIsPutBackWhicheverTenantsItWasOf() {
        long otherFence = own(other);
        Target fresh = stored(target(tenant, list));
        Target retried = stored(random.target(other, list)
                .with(it -> it.state(TargetState.RETRY).attempt(null).tries(List.of(2, 1, 0, 0, 0))));
        Target bystander = stored(target(tenant, list));
        UUID lost = random.id();
        CallAttempt one = attempt(fresh, campaign);
        CallAttempt two = attempt(retried, campaign).withIndex(1);
        CallAttempt three = attempt(bystander, campaign);
        commit(new TurnBuilder(lost, NOW)
                .fence(tenant, fence)
                .fence(other, otherFence)
                .claim(fresh, one)
                .claim(retried, two));
        commit(turn().claim(bystander, three));

        commit(new TurnBuilder(random.id(), NOW).cancel(tenant, lost).cancel(other, lost));

        assertThat(read(fresh)).isEqualTo(fresh);
        assertThat(read(retried)).isEqualTo(retried);
        assertThat(in(tenant, () -> attempts.find(tenant, one.id()))).isEmpty();
        assertThat(in(other, () -> attempts.find(other, two.id()))).isEmpty();
        assertThat(read(three)).isEqualTo(three);
        commit(new TurnBuilder(random.id(), NOW).cancel(tenant, lost).cancel(tenant, random.id()));
        assertThat(read(fresh)).isEqualTo(fresh);
    }

    @Test
    void aCancelledBatchAndNewClaimsOfItsTargetsFitInOneTurn() {
        Target target = stored(target(tenant, list));
        UUID lost = random.id();
        CallAttempt first = attempt(target, campaign);
        CallAttempt second = attempt(target, campaign);
        commit(new TurnBuilder(lost, NOW).fence(tenant, fence).claim(target, first));

        Committed committed = commit(turn().cancel(tenant, lost).claim(target, second));

        assertThat(committed.claimed()).containsExactly(second.id());
        assertThat(read(target).attempt()).isEqualTo(second.id());
        assertThat(read(target).calledCount()).isEqualTo(1);
    }

    @Test
    void whatOfACancelledBatchHasEndedStaysARecord() {
        Target target = stored(target(tenant, list));
        UUID lost = random.id();
        CallAttempt attempt = attempt(target, campaign);
        commit(new TurnBuilder(lost, NOW).fence(tenant, fence).claim(target, attempt));
        scheduler.takeOver(tenant, NOW, AGAIN);

        commit(new TurnBuilder(random.id(), NOW).cancel(tenant, lost));

        assertThat(read(attempt).disposition()).isEqualTo(Disposition.INTERRUPTED);
        assertThat(read(target).calledCount()).isEqualTo(1);
    }
}
