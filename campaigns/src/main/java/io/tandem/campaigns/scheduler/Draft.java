package io.tandem.campaigns.scheduler;

import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.Refusal;
import io.tandem.campaigns.ports.SchedulerStore.AgentCall;
import io.tandem.campaigns.ports.SchedulerStore.Answer;
import io.tandem.campaigns.ports.SchedulerStore.CampaignMove;
import io.tandem.campaigns.ports.SchedulerStore.ClosedTarget;
import io.tandem.campaigns.ports.SchedulerStore.Expiry;
import io.tandem.campaigns.ports.SchedulerStore.InDoubt;
import io.tandem.campaigns.ports.SchedulerStore.Outcome;
import io.tandem.campaigns.ports.SchedulerStore.TakeBack;
import io.tandem.campaigns.ports.SchedulerStore.Turn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * A tenant's writes of the turn that is being decided. What has happened already (outcomes, answers, take-backs, agents' calls)
 * is kept until a commit holds; what was only decided (claims, moves, closings, expiries) is decided anew after a failure.
 */
final class Draft {

    final List<TakeBack> takeBacks = new ArrayList<>();
    final List<Answer> answers = new ArrayList<>();
    final List<EndedCall> ended = new ArrayList<>();
    final List<AgentCall> agentCalls = new ArrayList<>();

    final List<LiveCall> claims = new ArrayList<>();
    final List<Expiry> expiries = new ArrayList<>();
    final List<ClosedTarget> closed = new ArrayList<>();
    final List<CampaignMove> moves = new ArrayList<>();
    final List<Refusal> refusals = new ArrayList<>();

    private final TenantId tenant;
    private final List<InDoubt> inDoubt = new ArrayList<>();
    private long fence;
    private List<Outcome> outcomes = List.of();
    private boolean doubtful;

    Draft(TenantId tenant) {
        this.tenant = tenant;
    }

    /** What was decided holds only under this fence. */
    void fence(long held) {
        fence = held;
    }

    /** Decides what becomes of the targets whose calls have ended, anew for every turn. */
    void judge(View view) {
        outcomes = ended.stream().map(call -> call.judged(view)).toList();
    }

    /**
     * Whether it is unknown if the last turn was written. What it judged by may be outdated and land all the same, but
     * not after the next turn that is written.
     */
    boolean isDoubtful() {
        return doubtful;
    }

    /** Whether something that has happened is still to be written. */
    boolean hasUnwritten() {
        return !takeBacks.isEmpty()
                || !answers.isEmpty()
                || !ended.isEmpty()
                || !agentCalls.isEmpty()
                || !inDoubt.isEmpty();
    }

    boolean isEmpty() {
        return !hasUnwritten() && !hasDecisions();
    }

    private boolean hasDecisions() {
        return !claims.isEmpty() || !expiries.isEmpty() || !closed.isEmpty() || !moves.isEmpty() || !refusals.isEmpty();
    }

    boolean hasTakenBack() {
        return !takeBacks.isEmpty() || !inDoubt.isEmpty();
    }

    /** One turn of what several tenants write. */
    static Turn turn(UUID batch, Instant now, Collection<Draft> drafts) {
        Map<TenantId, Long> fences = new HashMap<>();
        for (Draft draft : drafts) {
            if (draft.hasDecisions()) {
                fences.put(draft.tenant, draft.fence);
            }
        }
        return new Turn(
                batch,
                now,
                fences,
                all(drafts, draft -> draft.inDoubt),
                all(drafts, draft -> draft.claims).stream()
                        .map(call -> call.claim)
                        .toList(),
                all(drafts, draft -> draft.takeBacks),
                all(drafts, draft -> draft.answers),
                all(drafts, draft -> draft.outcomes),
                all(drafts, draft -> draft.expiries),
                all(drafts, draft -> draft.closed),
                all(drafts, draft -> draft.agentCalls),
                all(drafts, draft -> draft.moves),
                all(drafts, draft -> draft.refusals));
    }

    private static <T> List<T> all(Collection<Draft> drafts, Function<Draft, List<T>> part) {
        return drafts.stream().flatMap(draft -> part.apply(draft).stream()).toList();
    }

    void committed() {
        takeBacks.clear();
        answers.clear();
        ended.clear();
        outcomes = List.of();
        doubtful = false;
        agentCalls.clear();
        inDoubt.clear();
        forgetDecisions();
    }

    /**
     * It is unknown whether the turn held: its claims must never be dialled, and are cancelled by the next commit.
     *
     * @param mayLand whether it may be written after all; else somebody else's part of it was at fault, or its own
     */
    void inDoubt(UUID batch, boolean mayLand) {
        doubtful |= mayLand && !isEmpty();
        if (!claims.isEmpty()) {
            inDoubt.add(new InDoubt(tenant, batch));
        }
        forgetDecisions();
    }

    /** What was decided is decided anew. */
    void forgetDecisions() {
        claims.clear();
        expiries.clear();
        closed.clear();
        moves.clear();
        refusals.clear();
    }
}
