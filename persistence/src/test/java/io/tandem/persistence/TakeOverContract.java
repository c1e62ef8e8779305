package io.tandem.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tandem.campaigns.model.Agent;
import io.tandem.campaigns.model.CallAttempt;
import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.DialPlan;
import io.tandem.campaigns.model.Disposition;
import io.tandem.campaigns.model.Run;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetState;
import io.tandem.campaigns.ports.ObjectStore;
import io.tandem.campaigns.ports.SchedulerStore;
import io.tandem.campaigns.ports.SchedulerStore.Answer;
import io.tandem.campaigns.ports.SchedulerStore.NextState;
import io.tandem.campaigns.ports.TallyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

abstract class TakeOverContract extends SchedulerContract {

    TakeOverContract(TestDatabase database) {
        super(database);
    }

    @Test
    void countsForItsQueueACallThatAnAgentHadTaken() {
        UUID queue = random.id();
        for (UUID agent : Arrays.asList(random.id(), null)) {
            Target target = stored(target(tenant, list));
            CallAttempt attempt = attempt(target, campaign).withQueue(queue);
            commit(turn().claim(target, attempt));
            commit(turn().answer(new Answer(tenant, attempt.id(), null, NOW.plusSeconds(3), agent)));
        }

        scheduler.takeOver(tenant, NOW.plusSeconds(10), AGAIN);

        assertThat(tally(queue)).isEqualTo(Map.of(TallyStore.SERVICED, 1L));
    }

    @Test
    void closesOpenAttemptsAsInterruptedAndMovesTheirTargetsByTheRule() {
        Target again = stored(target(tenant, list));
        Target over = stored(target(tenant, list));
        CallAttempt ringing = claimed(again);
        CallAttempt talking = claimed(over);
        commit(turn().answer(new Answer(tenant, talking.id(), NOW.plusSeconds(1), NOW.plusSeconds(3), null)));
        Target wasCalling = read(again);

        scheduler.takeOver(
                tenant,
                NOW.plusSeconds(10),
                (target, attempt, plan, now) -> target.id().equals(again.id())
                        ? new NextState(TargetState.RETRY, now.plusSeconds(60))
                        : new NextState(TargetState.EXHAUSTED, now));

        assertThat(read(ringing))
                .isEqualTo(ringing.with(it -> it.ended(NOW.plusSeconds(10))
                        .disposition(Disposition.INTERRUPTED)
                        .updated(NOW.plusSeconds(10))));
        assertThat(read(talking).talk()).isEqualTo(Duration.ofSeconds(7));
        assertThat(read(again))
                .isEqualTo(wasCalling.with(it -> it.state(TargetState.RETRY)
                        .due(NOW.plusSeconds(70))
                        .attempt(null)
                        .lastDisposition(Disposition.INTERRUPTED)));
        assertThat(read(over).state()).isEqualTo(TargetState.EXHAUSTED);
        assertThat(tally(campaign)).isEqualTo(Map.of("INTERRUPTED", 2L));
        assertThat(tally(list)).isEqualTo(Map.of("TOTAL", 2L, "EXHAUSTED", 1L));
    }

    @Test
    void givesTheRuleTheTargetTheAttemptAndThePlan() {
        ObjectStore<DialPlan> plans = database.objects(DialPlan.class);
        DialPlan plan = stored(plans, random.dialPlan(tenant));
        DialPlan deleted = stored(plans, random.dialPlan(tenant).withDeleted(NOW));
        Campaign planned = stored(campaigns, campaign(tenant, list).withDialPlan(plan.id()));
        Campaign planless = storedCampaign(tenant, Run.STOPPED, list);
        Campaign orphaned = stored(campaigns, campaign(tenant, list).withDialPlan(deleted.id()));
        List<Object> seen = new ArrayList<>();
        for (Campaign of : List.of(planned, planless, orphaned)) {
            Target target = stored(target(tenant, list));
            commit(turn().claim(target, attempt(target, of.id())));
        }

        scheduler.takeOver(tenant, NOW, (target, attempt, found, now) -> {
            assertThat(target).isEqualTo(read(target));
            assertThat(attempt).isEqualTo(read(attempt));
            assertThat(found).isEqualTo(attempt.campaign().equals(planned.id()) ? plan : null);
            assertThat(now).isEqualTo(NOW);
            seen.add(attempt.campaign());
            return new NextState(TargetState.EXHAUSTED, now);
        });

        assertThat(seen).containsExactlyInAnyOrder(planned.id(), planless.id(), orphaned.id());
    }

    @Test
    void closesMoreThanOneBatchHolds() {
        List<CallAttempt> open = new ArrayList<>();
        TurnBuilder turn = turn();
        List<Target> many = new ArrayList<>();
        for (int i = 0; i < 1_201; i++) {
            many.add(target(tenant, list));
        }
        in(tenant, () -> targets.insertAll(tenant, many));
        many.forEach(target -> {
            CallAttempt attempt = attempt(target, campaign);
            open.add(attempt);
            turn.claim(target, attempt);
        });
        commit(turn);

        scheduler.takeOver(tenant, NOW, AGAIN);

        assertThat(tally(campaign)).isEqualTo(Map.of("INTERRUPTED", 1_201L));
        assertThat(open).allSatisfy(attempt -> assertThat(read(attempt).ended()).isEqualTo(NOW));
    }

    @Test
    void leavesEndedAttemptsAndOtherTenantsAlone() {
        CallAttempt ended = claimed(stored(target(tenant, list)));
        commit(turn().outcome(answered(ended)));
        long otherFence = own(other);
        Target theirTarget = stored(target(other, list));
        CallAttempt theirs = attempt(theirTarget, campaign);
        commit(new TurnBuilder(random.id(), NOW).fence(other, otherFence).claim(theirTarget, theirs));

        scheduler.takeOver(tenant, NOW, AGAIN);

        assertThat(read(ended).disposition()).isEqualTo(Disposition.ANSWERED);
        assertThat(read(theirs)).isEqualTo(theirs);
        assertThat(scheduler.load(other).fence()).isEqualTo(otherFence);
    }

    @Test
    void aDeletedTargetOfAnInterruptedCallStaysDeleted() {
        Target target = stored(target(tenant, list));
        CallAttempt attempt = claimed(target);
        in(tenant, () -> targets.delete(read(target).withDeleted(NOW)));

        scheduler.takeOver(tenant, NOW, AGAIN);

        assertThat(read(attempt).disposition()).isEqualTo(Disposition.INTERRUPTED);
        assertThat(read(target).deleted()).isEqualTo(NOW);
        assertThat(scheduler.due(
                        new SchedulerStore.Shelf(tenant, list, TargetState.RETRY, null), NOW.plusSeconds(999), 9))
                .isEmpty();
        assertThat(tally(list)).isEqualTo(Map.of("TOTAL", 0L));
    }

    @Test
    void freesTheTenantsAgents() {
        ObjectStore<Agent> agents = database.objects(Agent.class);
        Agent busy = stored(agents, random.agent(tenant).withCall(random.id()));
        Agent theirs = stored(agents, random.agent(other).withCall(random.id()));

        scheduler.takeOver(tenant, NOW, AGAIN);

        UUID id = busy.id();
        assertThat(in(tenant, () -> agents.find(tenant, id))).contains(busy.withCall(null));
        assertThat(in(other, () -> agents.find(other, theirs.id()))).contains(theirs);
    }

    @Test
    void refusesATenantThatDoesNotExist() {
        assertThatThrownBy(() -> scheduler.takeOver(random.tenantId(), NOW, AGAIN))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
