package io.tandem.persistence;

import io.tandem.campaigns.model.CallAttempt;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetState;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.Refusal;
import io.tandem.campaigns.ports.SchedulerStore.AgentCall;
import io.tandem.campaigns.ports.SchedulerStore.Answer;
import io.tandem.campaigns.ports.SchedulerStore.CampaignMove;
import io.tandem.campaigns.ports.SchedulerStore.Claim;
import io.tandem.campaigns.ports.SchedulerStore.ClosedTarget;
import io.tandem.campaigns.ports.SchedulerStore.Expiry;
import io.tandem.campaigns.ports.SchedulerStore.InDoubt;
import io.tandem.campaigns.ports.SchedulerStore.Outcome;
import io.tandem.campaigns.ports.SchedulerStore.TakeBack;
import io.tandem.campaigns.ports.SchedulerStore.Turn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Puts a turn together. */
final class TurnBuilder {

    private final UUID batch;
    private final Instant now;
    private final Map<TenantId, Long> fences = new HashMap<>();
    private final List<InDoubt> cancelled = new ArrayList<>();
    private final List<Claim> claims = new ArrayList<>();
    private final List<TakeBack> takeBacks = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();
    private final List<Outcome> outcomes = new ArrayList<>();
    private final List<Expiry> expiries = new ArrayList<>();
    private final List<ClosedTarget> closed = new ArrayList<>();
    private final List<AgentCall> agentCalls = new ArrayList<>();
    private final List<CampaignMove> moves = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();

    TurnBuilder(UUID batch, Instant now) {
        this.batch = batch;
        this.now = now;
    }

    TurnBuilder fence(TenantId tenant, long fence) {
        fences.put(tenant, fence);
        return this;
    }

    TurnBuilder cancel(TenantId tenant, UUID lostBatch) {
        cancelled.add(new InDoubt(tenant, lostBatch));
        return this;
    }

    TurnBuilder claim(Target from, CallAttempt attempt) {
        claims.add(new Claim(from, attempt, attempt.placed().plusSeconds(4_000)));
        return this;
    }

    /** {@code claimedIn}: the batch of its claim. */
    TurnBuilder takeBack(Target from, CallAttempt attempt, UUID claimedIn) {
        takeBacks.add(new TakeBack(from, attempt.id(), claimedIn));
        return this;
    }

    TurnBuilder answer(Answer answer) {
        answers.add(answer);
        return this;
    }

    TurnBuilder outcome(Outcome outcome) {
        outcomes.add(outcome);
        return this;
    }

    TurnBuilder expire(Target from, CallAttempt record) {
        expiries.add(new Expiry(from, record));
        return this;
    }

    TurnBuilder close(Target from, TargetState to) {
        closed.add(new ClosedTarget(from, to));
        return this;
    }

    TurnBuilder refuse(Refusal refusal) {
        refusals.add(refusal);
        return this;
    }

    TurnBuilder agent(AgentCall call) {
        agentCalls.add(call);
        return this;
    }

    TurnBuilder move(CampaignMove move) {
        moves.add(move);
        return this;
    }

    Turn build() {
        return new Turn(
                batch,
                now,
                fences,
                cancelled,
                claims,
                takeBacks,
                answers,
                outcomes,
                expiries,
                closed,
                agentCalls,
                moves,
                refusals);
    }
}
