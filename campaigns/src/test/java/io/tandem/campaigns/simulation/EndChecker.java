package io.tandem.campaigns.simulation;

import io.tandem.campaigns.model.CallAttempt;
import io.tandem.campaigns.model.Queue;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetState;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
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

    /** The scheduler ends a call: at its ring timeout, at its longest talk, or because no agent came; never before. */
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
            earliest = answered.plus(queue.waitTimeout());
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
