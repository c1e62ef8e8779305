package io.tandem.campaigns.simulation;

import io.tandem.campaigns.model.CallAttempt;
import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.Disposition;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When answered calls come to their queue, and what that means (promise 8): an agent takes nobody who still hears the
 * script, and abandoned is only who waited for one. (voipbin-v1.md, 1.4: the queue comes after the actions)
 */
final class JoinChecker implements MemoryStore.Witness {

    private static final Duration JOURNAL_UNIT = Duration.ofNanos(1_000);

    private final MemoryStore store;
    private final Verdict verdict;
    private final CarrierView carrier;
    private final boolean calm;
    private final Map<Happening, Integer> happened = new EnumMap<>(Happening.class);

    JoinChecker(MemoryStore store, Verdict verdict, CarrierView carrier, boolean calm) {
        this.store = store;
        this.verdict = verdict;
        this.carrier = carrier;
        this.calm = calm;
    }

    /** When the call comes to its queue if it lasts so long; empty if never, or if it is not answered. */
    static Optional<Instant> joins(SeenCall call, MemoryStore store) {
        Instant answered = call.answered;
        Campaign campaign = Objects.requireNonNull(store.campaigns.get(call.campaign));
        return call.queue == null || answered == null
                ? Optional.empty()
                : Sleeps.joinsAfter(campaign.script()).map(answered::plus);
    }

    /** Whether it waits for an agent then, whoever knows of it. */
    static boolean hasJoined(SeenCall call, MemoryStore store, Instant now) {
        return joins(call, store)
                .filter(joins -> joins.plus(JOURNAL_UNIT).isBefore(now))
                .isPresent();
    }

    void betweenTurns(Instant now) {
        for (CallAttempt attempt : store.open()) {
            if (attempt.agent() != null) {
                agentHas(attempt, now);
            }
        }
    }

    @Override
    public void recorded(CallAttempt attempt, UUID placer, Instant deadline, @Nullable UUID closer) {
        SeenCall call = attempt.queue() == null ? null : carrier.seen(attempt.id());
        Instant ended = attempt.ended();
        if (call == null || ended == null) {
            return;
        }
        if (attempt.agent() != null) {
            agentHas(attempt, ended);
        }
        Instant joins = joins(call, store).orElse(Instant.MAX);
        if (attempt.disposition() == Disposition.ABANDONED && ended.isBefore(joins)) {
            verdict.broken(8, "call " + call.id + " is abandoned at " + ended + ", comes to its queue at " + joins);
        }
        boolean waited = attempt.agent() == null && ended.isAfter(plusUnit(joins));
        if (calm && waited && attempt.disposition() == Disposition.ANSWERED) {
            verdict.broken(
                    8, "call " + call.id + " waited for an agent from " + joins + " in vain, and is not abandoned");
        }
        count(attempt, call);
    }

    private static Instant plusUnit(Instant at) {
        return at.equals(Instant.MAX) ? at : at.plus(JOURNAL_UNIT);
    }

    private void agentHas(CallAttempt attempt, Instant now) {
        SeenCall call = carrier.seen(attempt.id());
        Instant joins = call == null ? Instant.MAX : joins(call, store).orElse(Instant.MAX);
        if (now.isBefore(joins)) {
            verdict.broken(
                    8,
                    "agent " + attempt.agent() + " has call " + attempt.id() + " at " + now
                            + ", which comes to its queue at " + joins);
        }
    }

    private void count(CallAttempt attempt, SeenCall call) {
        boolean hears = !Objects.requireNonNull(store.campaigns.get(call.campaign))
                .script()
                .actions()
                .isEmpty();
        if (!hears) {
            return;
        }
        if (attempt.agent() != null) {
            happened.merge(Happening.AGENT_AFTER_SCRIPT, 1, Integer::sum);
        } else if (attempt.disposition() == Disposition.ABANDONED) {
            happened.merge(Happening.ABANDONED_AFTER_SCRIPT, 1, Integer::sum);
        } else if (attempt.disposition() == Disposition.ANSWERED) {
            happened.merge(Happening.ENDED_IN_SCRIPT, 1, Integer::sum);
        }
    }

    void count(Map<Happening, Integer> counts) {
        counts.putAll(happened);
    }
}
