package io.tandem.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.campaigns.model.Agent;
import io.tandem.campaigns.model.CallAttempt;
import io.tandem.campaigns.model.Disposition;
import io.tandem.campaigns.model.HangupCause;
import io.tandem.campaigns.model.KeyPress;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetState;
import io.tandem.campaigns.ports.ObjectStore;
import io.tandem.campaigns.ports.SchedulerStore.AgentCall;
import io.tandem.campaigns.ports.SchedulerStore.Answer;
import io.tandem.campaigns.ports.SchedulerStore.Committed;
import io.tandem.campaigns.ports.SchedulerStore.Outcome;
import io.tandem.campaigns.ports.SchedulerStore.Outcome.Queued;
import io.tandem.campaigns.ports.TallyStore;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

abstract class OutcomesContract extends SchedulerContract {

    OutcomesContract(TestDatabase database) {
        super(database);
    }

    @Test
    void anOutcomeEndsTheAttemptMovesTheTargetAndCounts() {
        Target target = stored(target(tenant, list));
        CallAttempt attempt = claimed(target);
        Target calling = read(target);

        commit(turn().outcome(busy(attempt, retry(60))));

        assertThat(read(attempt))
                .isEqualTo(attempt.with(it -> it.ringing(NOW.plusSeconds(2))
                        .ended(NOW.plusSeconds(5))
                        .cause(HangupCause.USER_BUSY)
                        .disposition(Disposition.BUSY)
                        .updated(NOW.plusSeconds(1))));
        assertThat(read(target))
                .isEqualTo(calling.with(it -> it.state(TargetState.RETRY)
                        .due(NOW.plusSeconds(60))
                        .attempt(null)
                        .lastDisposition(Disposition.BUSY)));
        assertThat(tally(campaign)).isEqualTo(Map.of("BUSY", 1L));
        assertThat(tally(list)).isEqualTo(Map.of("TOTAL", 1L));
    }

    @Test
    void aTargetThatEndsIsCountedOnItsList() {
        Target target = stored(target(tenant, list));
        CallAttempt attempt = claimed(target);

        commit(turn().outcome(answered(attempt)));

        assertThat(read(target).state()).isEqualTo(TargetState.DONE);
        assertThat(read(target).due()).isEqualTo(target.due());
        assertThat(read(attempt).reached()).isTrue();
        assertThat(read(attempt).talk()).hasSeconds(1);
        assertThat(tally(campaign)).isEqualTo(Map.of("ANSWERED", 1L));
        assertThat(tally(list)).isEqualTo(Map.of("TOTAL", 1L, "DONE", 1L));
    }

    @Test
    void anAttemptEndsOnce() {
        Target target = stored(target(tenant, list));
        CallAttempt attempt = claimed(target);
        commit(turn().outcome(answered(attempt)).outcome(busy(attempt, retry(1))));

        commit(turn().outcome(busy(attempt, retry(1))));
        commit(turn().outcome(answered(attempt)));

        assertThat(read(attempt).disposition()).isEqualTo(Disposition.ANSWERED);
        assertThat(read(target).state()).isEqualTo(TargetState.DONE);
        assertThat(tally(campaign)).isEqualTo(Map.of("ANSWERED", 1L));
        assertThat(tally(list)).isEqualTo(Map.of("TOTAL", 1L, "DONE", 1L));
    }

    @Test
    void aQueueCountsWhatBecameOfItsCallsOnceEach() {
        UUID queue = random.id();
        CallAttempt serviced = claimed(stored(target(tenant, list)));
        CallAttempt abandoned = claimed(stored(target(tenant, list)));
        CallAttempt another = claimed(stored(target(tenant, list)));
        Outcome first = answered(serviced, List.of(), new Queued(queue, true));

        commit(turn().outcome(first)
                .outcome(first)
                .outcome(answered(abandoned, List.of(), new Queued(queue, false)))
                .outcome(answered(another)));
        commit(turn().outcome(first));
        commit(new TurnBuilder(random.id(), NOW).outcome(answered(serviced, List.of(), new Queued(queue, false))));

        assertThat(tally(queue)).isEqualTo(Map.of(TallyStore.SERVICED, 1L, TallyStore.ABANDONED, 1L));
    }

    @Test
    void aLateOutcomeDoesNotMoveATargetThatIsInAnotherAttempt() {
        Target target = stored(target(tenant, list));
        CallAttempt first = claimed(target);
        scheduler.takeOver(tenant, NOW, AGAIN);
        long newFence = scheduler.load(tenant).fence();
        Target again = read(target);
        CallAttempt second = attempt(again, campaign);
        commit(turn().fence(tenant, newFence).claim(again, second));

        commit(turn().outcome(answered(first)));

        assertThat(read(first).disposition()).isEqualTo(Disposition.INTERRUPTED);
        assertThat(read(target).attempt()).isEqualTo(second.id());
        assertThat(read(target).state()).isEqualTo(TargetState.CALLING);
    }

    @Test
    void outcomesNeedNoFence() {
        CallAttempt attempt = claimed(stored(target(tenant, list)));

        commit(new TurnBuilder(random.id(), NOW).outcome(answered(attempt)));

        assertThat(read(attempt).disposition()).isEqualTo(Disposition.ANSWERED);
    }

    @Test
    void anotherTenantsAttemptDoesNotEnd() {
        CallAttempt attempt = claimed(stored(target(tenant, list)));

        commit(new TurnBuilder(random.id(), NOW).outcome(answered(attempt.withTenant(other))));

        assertThat(read(attempt)).isEqualTo(attempt);
        assertThat(in(other, () -> tallies.of(other, campaign))).isEmpty();
    }

    @Test
    void aCallThatOutlivesItsDeletedTargetKeepsItsRecordAndIsNotCountedOnTheList() {
        Target target = stored(target(tenant, list));
        CallAttempt attempt = claimed(target);
        Target deleted = read(target).withDeleted(NOW);
        in(tenant, () -> targets.delete(deleted));

        commit(turn().outcome(answered(attempt)));

        assertThat(read(attempt).disposition()).isEqualTo(Disposition.ANSWERED);
        assertThat(read(target))
                .isEqualTo(deleted.with(
                        it -> it.state(TargetState.DONE).attempt(null).lastDisposition(Disposition.ANSWERED)));
        assertThat(tally(campaign)).isEqualTo(Map.of("ANSWERED", 1L));
        assertThat(tally(list)).isEqualTo(Map.of("TOTAL", 0L));
    }

    @Test
    void theFreedTargetMayBeClaimedInTheSameTurn() {
        Target target = stored(target(tenant, list));
        CallAttempt first = claimed(target);
        Target next = target.withState(TargetState.RETRY);
        CallAttempt second = attempt(next, campaign);

        Committed committed = commit(turn().outcome(busy(first, retry(0))).claim(next, second));

        assertThat(committed.claimed()).containsExactly(second.id());
        assertThat(read(target).calledCount()).isEqualTo(2);
    }

    @Test
    void anAnswerIsWrittenAndMayComeAgainWithAnAgent() {
        CallAttempt attempt = claimed(stored(target(tenant, list)));
        UUID agent = random.id();

        commit(turn().answer(new Answer(tenant, attempt.id(), NOW.plusSeconds(2), NOW.plusSeconds(4), null)));
        commit(turn().answer(new Answer(tenant, attempt.id(), null, NOW.plusSeconds(4), agent)));

        assertThat(read(attempt))
                .isEqualTo(attempt.with(it -> it.ringing(NOW.plusSeconds(2))
                        .answered(NOW.plusSeconds(4))
                        .agent(agent)
                        .updated(NOW.plusSeconds(1))));
    }

    @Test
    void anOutcomeKeepsWhatTheAnswerSaid() {
        CallAttempt attempt = claimed(stored(target(tenant, list)));
        UUID agent = random.id();
        commit(turn().answer(new Answer(tenant, attempt.id(), NOW.plusSeconds(2), NOW.plusSeconds(4), agent)));

        Outcome late = busy(attempt, retry(1));
        commit(turn().outcome(late));

        assertThat(read(attempt).answered()).isEqualTo(NOW.plusSeconds(4));
        assertThat(read(attempt).agent()).isEqualTo(agent);
    }

    @Test
    void whatWasPressedIsWrittenAsItComesAndKeptByWhoeverEndsTheCall() {
        CallAttempt attempt = claimed(stored(target(tenant, list)));
        List<KeyPress> first = List.of(new KeyPress("9", NOW.plusSeconds(6)));
        List<KeyPress> both = List.of(first.get(0), new KeyPress("12#", NOW.plusSeconds(8)));

        commit(turn().answer(new Answer(tenant, attempt.id(), null, NOW.plusSeconds(4), null, first)));
        assertThat(read(attempt).pressed()).isEqualTo(first);
        commit(turn().answer(new Answer(tenant, attempt.id(), null, NOW.plusSeconds(4), null, both)));
        commit(turn().answer(new Answer(tenant, attempt.id(), null, NOW.plusSeconds(4), random.id())));
        commit(turn().outcome(answered(attempt)));

        assertThat(read(attempt).pressed()).isEqualTo(both);
    }

    @Test
    void whatWasPressedInTheLastTurnEndsWithTheCall() {
        CallAttempt attempt = claimed(stored(target(tenant, list)));
        List<KeyPress> pressed = List.of(new KeyPress("*", NOW.plusSeconds(5)));

        Answer answer = new Answer(tenant, attempt.id(), null, NOW.plusSeconds(4), null, pressed);
        commit(turn().answer(answer).outcome(answered(attempt, pressed)));

        assertThat(read(attempt).pressed()).isEqualTo(pressed);
    }

    @Test
    void anEndedAttemptIsNotAnswered() {
        CallAttempt attempt = claimed(stored(target(tenant, list)));
        commit(turn().outcome(busy(attempt, retry(1))));

        commit(turn().answer(new Answer(tenant, attempt.id(), null, NOW, null)));

        assertThat(read(attempt).answered()).isNull();
    }

    @Test
    void aClosedTargetEndsWithoutACallOnce() {
        Target target = stored(target(tenant, list));

        commit(turn().close(target, TargetState.DO_NOT_CALL).close(target, TargetState.DO_NOT_CALL));
        commit(turn().close(target, TargetState.EXHAUSTED));

        assertThat(read(target)).isEqualTo(target.withState(TargetState.DO_NOT_CALL));
        assertThat(tally(list)).isEqualTo(Map.of("TOTAL", 1L, "DO_NOT_CALL", 1L));
    }

    @Test
    void aDeletedOrForeignTargetIsNotClosed() {
        Target deleted = stored(target(tenant, list));
        in(tenant, () -> targets.delete(deleted.withDeleted(NOW)));
        Target foreign = stored(target(other, list));

        commit(turn().close(deleted, TargetState.EXHAUSTED).close(foreign.withTenant(tenant), TargetState.EXHAUSTED));

        assertThat(read(deleted).state()).isEqualTo(TargetState.FRESH);
        assertThat(read(foreign).state()).isEqualTo(TargetState.FRESH);
        assertThat(tally(list)).isEqualTo(Map.of("TOTAL", 0L));
    }

    @Test
    void anAgentIsOnTheCallThatTheTurnSays() {
        ObjectStore<Agent> agents = database.objects(Agent.class);
        Agent mine = stored(agents, random.agent(tenant).withCall(null));
        Agent theirs = stored(agents, random.agent(other));
        UUID call = random.id();

        commit(turn().agent(new AgentCall(tenant, mine.id(), call, true))
                .agent(new AgentCall(tenant, theirs.id(), call, true)));
        assertThat(in(tenant, () -> agents.find(tenant, mine.id()))).contains(mine.withCall(call));
        assertThat(in(other, () -> agents.find(other, theirs.id()))).contains(theirs);

        commit(turn().agent(new AgentCall(tenant, mine.id(), call, false)));
        assertThat(in(tenant, () -> agents.find(tenant, mine.id()))).contains(mine);
    }

    @Test
    void anEmptyTurnWritesNothing() {
        Committed committed = commit(turn());

        assertThat(committed.claimed()).isEmpty();
        assertThat(committed.moved()).isEmpty();
        assertThat(committed.started()).isEmpty();
    }

    @Test
    void aTurnIsAllOrNothing() {
        Target target = stored(target(tenant, list));
        CallAttempt attempt = claimed(target);
        Target another = stored(target(tenant, list));
        CallAttempt sameId = attempt(another, campaign).withId(attempt.id());

        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> commit(turn().outcome(answered(attempt)).claim(another, sameId)))
                .isInstanceOf(RuntimeException.class);

        assertThat(read(attempt)).isEqualTo(attempt);
        assertThat(read(another)).isEqualTo(another);
        assertThat(tally(campaign)).isEmpty();
    }
}
