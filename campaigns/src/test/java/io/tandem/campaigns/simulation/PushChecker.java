package io.tandem.campaigns.simulation;

import io.tandem.campaigns.model.Address;
import io.tandem.campaigns.model.CallAttempt;
import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.Disposition;
import io.tandem.campaigns.model.Pacing;
import io.tandem.campaigns.model.Push;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetState;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a client that pushed a call was promised (15): it is called before everybody else, under the id that was answered
 * and under that one once, never after its time; and if it was not called in time there is one record that says so.
 */
final class PushChecker implements MemoryStore.Witness {

    private final MemoryStore store;
    private final Verdict verdict;
    private final CarrierView carrier;
    private final VirtualClock clock;
    private final boolean calm;
    private final Map<Happening, Integer> happened = new EnumMap<>(Happening.class);

    PushChecker(MemoryStore store, Verdict verdict, CarrierView carrier, VirtualClock clock, boolean calm) {
        this.store = store;
        this.verdict = verdict;
        this.carrier = carrier;
        this.clock = clock;
        this.calm = calm;
    }

    void count(Map<Happening, Integer> counts) {
        counts.putAll(happened);
    }

    // ---- when the carrier is given a call

    void placed(SeenCall call) {
        Target target = Objects.requireNonNull(store.targets.get(call.target));
        Push push = target.push();
        boolean first = !wasTriedBut(call.id, target);
        if (push != null) {
            happened.merge(first ? Happening.PUSH_CALLED : Happening.PUSH_CALLED_AGAIN, 1, Integer::sum);
            if (isOver(push, call.placed) && !call.frozenBefore) {
                broken("target " + target.id() + " is called at " + call.placed + ", its time ended " + push.expires());
            }
            if (first != call.id.equals(push.call())) {
                broken("call " + call.id + " of target " + target.id() + ", pushed as " + push.call() + ", is "
                        + (first ? "its first" : "not its first"));
            }
        }
        if (calm) {
            nobodyPushedWaits(call, first ? push : null, target);
        }
    }

    private boolean wasTriedBut(UUID call, Target target) {
        return store.attempts.values().stream()
                .anyMatch(attempt ->
                        attempt.target().equals(target.id()) && !attempt.id().equals(call));
    }

    /** A push that came at this very instant may not be known yet; one that the policy put off waits for its day. */
    private void nobodyPushedWaits(SeenCall call, @Nullable Push called, Target target) {
        Campaign campaign = Objects.requireNonNull(store.campaigns.get(call.campaign));
        List<UUID> lists = store.enabledLists(campaign);
        Set<String> up = new HashSet<>();
        store.open().forEach(attempt -> up.add(attempt.to().destination().text()));
        for (Target other : store.targets.values()) {
            Push push = other.push();
            if (push != null
                    && other.state() == TargetState.FRESH
                    && other.deleted() == null
                    && !other.due().isAfter(call.placed)
                    && lists.contains(other.list())
                    && Objects.requireNonNull(push.at()).isBefore(call.placed)
                    && !up.contains(number(other))
                    && usesTheSame(campaign, call, target, other)
                    && (called == null || goesBefore(push, other, called, target))) {
                broken("target " + other.id() + ", pushed at " + push.at() + ", waits while " + target.id()
                        + " is called at " + call.placed);
            }
        }
    }

    /** Over channels a push waits for one of its own network, whoever else is called. */
    private static boolean usesTheSame(Campaign campaign, SeenCall call, Target called, Target other) {
        return campaign.pacing().channelMode() == Pacing.ChannelMode.DIRECT
                || (call.index == 0 && other.network().equals(called.network()));
    }

    private static boolean goesBefore(Push one, Target first, Push other, Target second) {
        int order = Objects.requireNonNull(one.at()).compareTo(Objects.requireNonNull(other.at()));
        return order < 0 || (order == 0 && first.id().compareTo(second.id()) < 0);
    }

    private static String number(Target target) {
        Address to = Objects.requireNonNull(target.destinations().get(0));
        return to.destination().text();
    }

    private static boolean isOver(Push push, Instant now) {
        Instant end = push.expires();
        return end != null && end.compareTo(now) <= 0;
    }

    // ---- when something is written

    @Override
    public void ended(CallAttempt attempt, Target target, TargetState next) {
        Push push = target.push();
        if (push == null || push.expires() == null || !attempt.placed().equals(push.expires())) {
            return;
        }
        happened.merge(Happening.PUSH_EXPIRED, 1, Integer::sum);
        boolean asTold = attempt.id().equals(push.call())
                && attempt.disposition() == Disposition.FAILED
                && next == TargetState.EXHAUSTED;
        if (!asTold || carrier.seen(attempt.id()) != null || wasTriedBut(attempt.id(), target)) {
            broken("target " + target.id() + ", pushed as " + push.call() + ", ends at its time with " + attempt);
        }
        if (clock.instant().isBefore(push.expires())) {
            broken("target " + target.id() + " ends at " + clock.instant() + ", before " + push.expires());
        }
    }

    /** Who has no record yet gets one when his time is over, and is not just closed; a slow commit may have begun before. */
    @Override
    public void closed(Target target, TargetState to) {
        Push push = target.push();
        if (calm
                && push != null
                && to == TargetState.EXHAUSTED
                && isOver(push, clock.instant())
                && target.state() == TargetState.FRESH) {
            broken("target " + target.id() + ", pushed as " + push.call() + ", is closed without its record");
        }
    }

    // ---- when there is nothing to do

    /** @param changesHands whether a target's tenant may be between two owners */
    void atRest(Instant now, Predicate<Target> changesHands) {
        for (Target target : store.targets.values()) {
            Push push = target.push();
            boolean waits = target.state() == TargetState.FRESH || target.state() == TargetState.RETRY;
            if (push != null && waits && target.deleted() == null && isOver(push, now) && !changesHands.test(target)) {
                broken("target " + target.id() + " is " + target.state() + " at " + now + ", its time ended "
                        + push.expires());
            }
        }
    }

    void atEnd() {
        for (Target target : store.targets.values()) {
            Push push = target.push();
            if (push == null) {
                continue;
            }
            List<CallAttempt> attempts = store.attempts.values().stream()
                    .filter(attempt -> attempt.target().equals(target.id()))
                    .toList();
            if (!attempts.isEmpty() && !attempts.get(0).id().equals(push.call())) {
                broken("the first attempt of target " + target.id() + ", pushed as " + push.call() + ", is "
                        + attempts.get(0).id());
            }
            boolean told = push.expires() == null
                    || target.deleted() != null
                    || !attempts.isEmpty()
                    || target.state() == TargetState.DO_NOT_CALL
                    || target.state() == TargetState.EXHAUSTED;
            if (!told) {
                broken("nobody is told what became of target " + target.id() + ", pushed as " + push.call());
            }
        }
    }

    private void broken(String how) {
        verdict.broken(15, how);
    }
}
