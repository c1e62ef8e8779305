package io.tandem.campaigns.simulation;

import io.tandem.campaigns.model.CallAttempt;
import io.tandem.campaigns.model.HangupCause;
import io.tandem.campaigns.oracle.Wish;
import io.tandem.campaigns.oracle.Wish.Fate;
import io.tandem.campaigns.oracle.Wish.Lead;
import io.tandem.campaigns.ports.Dialer;
import io.tandem.campaigns.scheduler.Inbox;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.UUID;

/** Does with each call what the {@link Wish} says, counting the tries of a number for itself. */
final class ScriptedNetwork implements Dialer {

    private record Up(OutboundCall call, Fate fate) {}

    private record Later(Instant at, long order, Runnable run) {}

    private final PriorityQueue<Later> later =
            new PriorityQueue<>(Comparator.comparing(Later::at).thenComparingLong(Later::order));
    private long order;
    private final InstantSource clock;
    private final Inbox inbox;
    private final MemoryStore store;
    private final Map<String, Lead> leads = new HashMap<>();
    private final Map<String, Integer> tries = new HashMap<>();
    private final Map<UUID, Up> up = new HashMap<>();
    final List<String> odd = new ArrayList<>();
    int placed;

    ScriptedNetwork(Wish wish, InstantSource clock, Inbox inbox, MemoryStore store) {
        this.clock = clock;
        this.inbox = inbox;
        this.store = store;
        for (Lead lead : wish.leads()) {
            for (String to : lead.destinations()) {
                if (to != null) {
                    leads.put(to, lead);
                }
            }
        }
    }

    @Override
    public void place(OutboundCall call) {
        placed++;
        String to = call.to().text();
        CallAttempt attempt = store.attempts.get(call.attempt());
        if (attempt == null || !attempt.placed().equals(clock.instant()) || attempt.ended() != null) {
            odd.add(to + " is called at " + clock.instant() + ", its record is " + attempt);
        }
        Lead lead = Objects.requireNonNull(leads.get(to));
        Fate fate = lead.fate(lead.destinations().indexOf(to), tries.merge(to, 1, Integer::sum));
        if (fate.kind() == Fate.Kind.REFUSED) {
            throw new IllegalStateException("the script refuses this call");
        }
        up.put(call.attempt(), new Up(call, fate));
        if (fate.rings()) {
            inbox.on(new Event.Ringing(call.tenant(), call.attempt(), clock.instant()));
        }
        switch (fate.kind()) {
            case ANSWERED -> after(fate.after(), () -> answered(call, fate));
            case ENDED -> after(fate.after(), () -> end(call.attempt(), new HangupCause(fate.cause()), false));
            case MAILBOX -> after(fate.after(), () -> end(call.attempt(), HangupCause.NORMAL_CLEARING, true));
            default -> {}
        }
    }

    private void after(long nanos, Runnable task) {
        later.add(new Later(clock.instant().plusNanos(nanos), order++, task));
    }

    /** When something happens next; {@link Instant#MAX} for never. */
    Instant next() {
        Later first = later.peek();
        return first == null ? Instant.MAX : first.at;
    }

    /** Lets happen what is due. */
    void runDue() {
        while (!next().isAfter(clock.instant())) {
            later.remove().run.run();
        }
    }

    private void answered(OutboundCall call, Fate fate) {
        if (up.containsKey(call.attempt())) {
            inbox.on(new Event.Answered(call.tenant(), call.attempt(), clock.instant()));
            after(fate.talk(), () -> end(call.attempt(), HangupCause.NORMAL_CLEARING, false));
        }
    }

    private void end(UUID attempt, HangupCause cause, boolean machine) {
        Up was = up.remove(attempt);
        if (was != null) {
            inbox.on(new Event.Ended(was.call.tenant(), attempt, clock.instant(), cause, machine));
        }
    }

    @Override
    public void hangUp(UUID attempt, HangupCause cause) {
        Up call = up.get(attempt);
        if (call != null && call.fate.kind() != Fate.Kind.MUTE) {
            end(attempt, cause, false);
        }
    }

    /** Calls of which nobody was told an end. */
    boolean isQuiet() {
        return up.values().stream().allMatch(call -> call.fate.kind() == Fate.Kind.MUTE);
    }
}
