package io.tandem.campaigns.scheduler;

import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.SchedulerStore.AgentCall;
import io.tandem.campaigns.ports.SchedulerStore.Answer;
import io.tandem.campaigns.ports.SchedulerStore.CampaignMove;
import io.tandem.campaigns.ports.SchedulerStore.ClosedTarget;
import io.tandem.campaigns.ports.SchedulerStore.Outcome;
import io.tandem.campaigns.ports.SchedulerStore.TakeBack;
import io.tandem.campaigns.ports.SchedulerStore.Turn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The writes of the turn that is being decided. What has happened already (outcomes, answers, take-backs, agents' calls)
 * is kept until a commit holds; what was only decided (claims, moves, closings) is decided anew after a failure.
 */
final class Draft {

    final List<TakeBack> takeBacks = new ArrayList<>();
    final List<Answer> answers = new ArrayList<>();
    final List<Outcome> outcomes = new ArrayList<>();
    final List<AgentCall> agentCalls = new ArrayList<>();

    final List<LiveCall> claims = new ArrayList<>();
    final List<ClosedTarget> closed = new ArrayList<>();
    final List<CampaignMove> moves = new ArrayList<>();

    private final List<UUID> batchesInDoubt = new ArrayList<>();
    private final Map<TenantId, Long> fences = new HashMap<>();

    void fence(TenantId tenant, long fence) {
        fences.put(tenant, fence);
    }

    /** Whether something that has happened is still to be written. */
    boolean hasUnwritten() {
        return !takeBacks.isEmpty()
                || !answers.isEmpty()
                || !outcomes.isEmpty()
                || !agentCalls.isEmpty()
                || !batchesInDoubt.isEmpty();
    }

    Turn turn(UUID batch, Instant now) {
        return new Turn(
                batch,
                now,
                Map.copyOf(fences),
                List.copyOf(batchesInDoubt),
                claims.stream().map(call -> call.claim).toList(),
                List.copyOf(takeBacks),
                List.copyOf(answers),
                List.copyOf(outcomes),
                List.copyOf(closed),
                List.copyOf(agentCalls),
                List.copyOf(moves));
    }

    void committed() {
        takeBacks.clear();
        answers.clear();
        outcomes.clear();
        agentCalls.clear();
        batchesInDoubt.clear();
        forgetDecisions();
    }

    /** It is unknown whether the turn held: its claims must never be dialled, and are cancelled by the next commit. */
    void inDoubt(UUID batch) {
        if (!claims.isEmpty()) {
            batchesInDoubt.add(batch);
        }
        forgetDecisions();
    }

    private void forgetDecisions() {
        claims.clear();
        closed.clear();
        moves.clear();
        fences.clear();
    }
}
