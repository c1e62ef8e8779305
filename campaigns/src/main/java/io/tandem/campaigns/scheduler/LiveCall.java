package io.tandem.campaigns.scheduler;

import io.tandem.campaigns.model.CallAttempt;
import io.tandem.campaigns.model.DialPlan;
import io.tandem.campaigns.model.KeyPress;
import io.tandem.campaigns.model.RetryPolicy;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.ports.SchedulerStore.Claim;
import io.tandem.campaigns.ports.SchedulerStore.OpenCall;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One call attempt in memory, from its claim to its end. The scheduler's thread only. */
final class LiveCall {

    /** By deadline; both must have one. */
    static final Comparator<LiveCall> BY_DEADLINE = Comparator.<LiveCall, Instant>comparing(
                    call -> Objects.requireNonNull(call.deadline))
            .thenComparing(LiveCall::id);

    /** What the next deadline means. */
    enum Stage {
        /** Claimed, not handed to the dialer yet. */
        INTENT,
        /** At its deadline it is cancelled. */
        DIALING,
        /** Answered and hearing what comes before its queue; at its deadline it is hung up. */
        SCRIPT,
        /** Answered and waiting for an agent; at its deadline it is given up. */
        WAITING,
        /** At its deadline it is hung up. */
        TALKING,
        /** We cancelled or hung up; at its deadline it is closed whatever the carrier says. */
        ENDING,
        /** Another replica placed it and speaks for it; at its deadline it is closed here. */
        ELSEWHERE
    }

    final Claim claim;
    final CallAttempt attempt;
    /** What its campaign went by when it was claimed; decides if the campaign is gone when it ends. */
    final DialPlan plan;

    final RetryPolicy policy;
    final Duration ringTimeout;
    /** When the opening it was claimed in closes, or its target's time is over; it is not placed from then on. */
    final Instant placeBy;
    /** When the lease it was claimed under ends; likewise. */
    final long leaseUntil;

    /** The network of the number that is called. */
    final String network;
    /** What it hears, before its queue takes it if it has one. */
    final Played played;
    /** The script of its campaign runs by itself: no phone rings. */
    final boolean runsWithoutCall;

    Stage stage = Stage.INTENT;

    @Nullable
    Instant ringing;

    @Nullable
    Instant answered;

    /** When it came to its queue. */
    @Nullable
    Instant joined;

    @Nullable
    UUID agent;

    /** What was pressed, by its number: word of it may come twice and out of order. */
    private final NavigableMap<Integer, KeyPress> pressed = new TreeMap<>();

    @Nullable
    Instant deadline;
    /** We gave up its ringing at the ring timeout, not for another reason. */
    boolean rangOut;

    LiveCall(
            Claim claim,
            DialPlan plan,
            RetryPolicy policy,
            Played played,
            boolean runsWithoutCall,
            String network,
            Instant placeBy,
            long leaseUntil) {
        this.played = played;
        this.runsWithoutCall = runsWithoutCall;
        this.network = network;
        this.plan = plan;
        this.policy = policy;
        this.claim = claim;
        this.attempt = claim.attempt();
        this.ringTimeout = plan.ringTimeout();
        this.placeBy = placeBy;
        this.leaseUntil = leaseUntil;
    }

    /** A call that another replica placed. */
    static LiveCall elsewhere(OpenCall open, String network) {
        CallAttempt attempt = open.attempt();
        LiveCall call = new LiveCall(
                new Claim(open.target(), attempt, open.deadline()),
                open.plan(),
                open.policy(),
                Played.NOTHING,
                attempt.carrier() == null,
                network,
                Instant.MIN,
                0);
        call.stage = Stage.ELSEWHERE;
        call.answered = attempt.answered();
        call.agent = attempt.agent();
        return call;
    }

    UUID id() {
        return attempt.id();
    }

    /** What may be in only one call at a time: the destination's text; a target whose script runs without a call. */
    String number() {
        return runsWithoutCall
                ? attempt.target().toString()
                : attempt.to().destination().text();
    }

    /** Whether this is news. */
    boolean pressed(int number, KeyPress press) {
        return pressed.size() < KeyPress.MOST && pressed.putIfAbsent(number, press) == null;
    }

    List<KeyPress> pressed() {
        return List.copyOf(pressed.values());
    }

    boolean isDialing() {
        return answered == null;
    }

    /** Whether it hears something before its queue takes it. */
    boolean hearsScriptFirst() {
        return attempt.queue() != null && !played.script().actions().isEmpty();
    }

    boolean hasJoined() {
        return joined != null;
    }

    /** Whether an agent may still have to take it. */
    boolean mayNeedAgent() {
        boolean talksOrEnds = stage == Stage.TALKING || stage == Stage.ENDING || stage == Stage.ELSEWHERE;
        return attempt.queue() != null && !talksOrEnds;
    }

    /** The target with this attempt counted, as the store has it while the call is up. */
    Target target() {
        List<Integer> tries = new ArrayList<>(claim.from().tries());
        tries.set(attempt.index(), attempt.tryNumber());
        return claim.from().withTries(tries);
    }
}
