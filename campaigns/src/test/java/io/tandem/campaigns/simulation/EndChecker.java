package io.tandem.campaigns.simulation;

import io.tandem.campaigns.model.CallAttempt;
import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.DialPlan;
import io.tandem.campaigns.model.Queue;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetState;
import io.tandem.campaigns.ports.ReplanStore.LastAttempt;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** What must hold when a call is ended (promise 10), and of all calls in the end (6, 7 and 12). */
final class EndChecker {

    private final MemoryStore store;
    private final Verdict verdict;
    private final CarrierView carrier;

    EndChecker(MemoryStore store, Verdict verdict, CarrierView carrier) {
        this.store = store;
        this.verdict = verdict;
        this.carrier = carrier;
    }

    /** The scheduler ends a call: at its ring timeout, at its longest talk, or because no agent came to it; never before. */
    void hungUp(SeenCall call, Instant at, Duration longestTalk) {
        CallAttempt attempt = Objects.requireNonNull(store.attempts.get(call.id));
        Instant answered = call.answered;
        Instant earliest;
        if (answered == null) {
            earliest = call.placed.plus(call.ringTimeout);
        } else if (call.queue == null || attempt.agent() != null) {
            earliest = answered.plus(longestTalk);
        } else {
            Queue queue = Objects.requireNonNull(store.queues.get(call.queue));
            Instant talkedOut = answered.plus(longestTalk);
            earliest = JoinChecker.joins(call, store)
                    .map(joined -> joined.plus(queue.waitTimeout()))
                    .filter(talkedOut::isAfter)
                    .orElse(talkedOut);
        }
        if (at.isBefore(earliest)) {
            verdict.broken(10, "call " + call.id + " is ended at " + at + ", not at " + earliest);
        }
    }

    /** When all is quiet for good. */
    void atEnd() {
        for (CallAttempt attempt : store.attempts.values()) {
            int records = store.records.getOrDefault(attempt.id(), 0);
            if (attempt.ended() == null) {
                verdict.broken(7, "attempt " + attempt.id() + " never ended");
            } else if (records != 1) {
                verdict.broken(7, "attempt " + attempt.id() + " has " + records + " records");
            }
        }
        for (UUID call : carrier.seen()) {
            if (!store.attempts.containsKey(call)) {
                verdict.broken(7, "call " + call + " lost its record");
            }
        }
        for (Target target : store.targets.values()) {
            if (target.state() == TargetState.CALLING) {
                verdict.broken(6, "target " + target.id() + " is forgotten in a call");
            }
        }
        triesAreAttempts();
    }

    /**
     * When all is quiet: however its campaign's plan was edited, whoever ran its list before, and whenever its owner wrote
     * how the last call ended, nobody is given up who has tries left and is to be called again by the plan of who ran the
     * list last.
     */
    void nobodyIsGivenUp(MoveChecker moves) {
        for (Campaign campaign : store.campaigns.values()) {
            DialPlan plan = Objects.requireNonNull(store.plans.get(campaign.dialPlan()));
            for (Target target : store.targets.values()) {
                if (target.state() == TargetState.EXHAUSTED
                        && target.deleted() == null
                        && (target.push() == null || target.push().expires() == null)
                        && !carrier.endedElsewhere(target.id())
                        && !store.openReplans.contains(campaign.id())
                        && (isOnlyOf(campaign, target) || moves.ranLast(campaign, target.list()))
                        && MoveChecker.hasTriesLeft(target, plan, Set.of())
                        && isCalledAgain(target, campaign)) {
                    verdict.broken(6, "target " + target.id() + " is given up with tries left under the plan as it is");
                }
            }
        }
    }

    private boolean isOnlyOf(Campaign campaign, Target target) {
        return campaign.lists().contains(target.list())
                && store.campaigns.values().stream()
                        .noneMatch(other -> !other.id().equals(campaign.id())
                                && other.lists().contains(target.list()));
    }

    private boolean isCalledAgain(Target target, Campaign campaign) {
        LastAttempt last = store.lastAttempt(target.id());
        return last == null || MoveChecker.isWanted(campaign.retry(), last.disposition(), last.talk());
    }

    /** The tries that a target shows are the attempts that were made, no more and no fewer. */
    private void triesAreAttempts() {
        Map<UUID, int[]> made = new HashMap<>();
        for (CallAttempt attempt : store.attempts.values()) {
            made.computeIfAbsent(attempt.target(), id -> new int[Target.DESTINATIONS])[attempt.index()]++;
        }
        for (Target target : store.targets.values()) {
            int[] attempts = made.getOrDefault(target.id(), new int[Target.DESTINATIONS]);
            for (int index = 0; index < Target.DESTINATIONS; index++) {
                if (target.tries().get(index) != attempts[index]) {
                    verdict.broken(
                            12,
                            "target " + target.id() + " shows tries " + target.tries() + " and has " + attempts[index]
                                    + " attempts at destination " + index);
                }
            }
        }
    }
}
