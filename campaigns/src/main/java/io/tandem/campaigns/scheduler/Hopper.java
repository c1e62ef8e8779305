package io.tandem.campaigns.scheduler;

import io.tandem.campaigns.model.Address;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetState;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.SchedulerStore;
import io.tandem.campaigns.ports.SchedulerStore.Place;
import io.tandem.campaigns.ports.SchedulerStore.Shelf;
import io.tandem.campaigns.rules.EarliestDay.Held;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Due targets of one campaign, read ahead, so that a freed slot rarely waits for a read.
 *
 * <p>One row of a shelf each for lists and phases, and for networks if the campaign has channels for them, so that the
 * targets of a full network cost nothing. A shelf knows when a read could next find something, so nothing is read in
 * vain: now, at the earliest due instant it was told of, or never until the tenant changes. Pushed targets go first, in
 * the order in which they were pushed; the campaign's policy says whether due retries go before fresh targets or after
 * them.
 *
 * <p>Candidates that must wait for the end of a call wait aside: for their number, or a channel of their network. A call
 * that ends makes room for one of them. What was read is not read again, so that however many wait, reads cost what they
 * find.
 */
final class Hopper {

    /**
     * A due target, and which of its numbers are on the do-not-call list.
     *
     * @param waitedFor what a call's end gave to it, which it may use or pass on; null for nothing
     */
    record Candidate(
            Target target, Set<String> doNotCall, @Nullable String waitedFor) {

        Candidate waited(@Nullable String what) {
            return new Candidate(target, doNotCall, what);
        }
    }

    private static final class Row {
        final Shelf shelf;
        final Deque<Candidate> candidates = new ArrayDeque<>();
        Instant nextLook = Instant.MIN;
        /** All due targets up to there were read; null for none. */
        @Nullable
        Place readUpTo;

        Row(Shelf shelf) {
            this.shelf = shelf;
        }

        /** Whether it is as good as the other: then whoever waits longest goes first. */
        boolean isLevelWith(Row other) {
            return shelf.pushed() == other.shelf.pushed()
                    && (shelf.pushed()
                            || (shelf.list().equals(other.shelf.list()) && shelf.phase() == other.shelf.phase()));
        }

        /** Whether targets wait in it for their day: who was called before, or pushed, waits for none. */
        boolean mayHold() {
            return shelf.phase() == TargetState.FRESH && !shelf.pushed();
        }

        Target first() {
            return candidates.getFirst().target();
        }

        void add(Candidate candidate) {
            if (shelf.pushed()) {
                putBack(candidate);
            } else {
                candidates.add(candidate);
            }
        }

        void putBack(Candidate candidate) {
            Deque<Candidate> before = new ArrayDeque<>();
            while (shelf.pushed() && !candidates.isEmpty() && FIRST_PUSHED.compare(first(), candidate.target()) < 0) {
                before.push(candidates.remove());
            }
            candidates.addFirst(candidate);
            before.forEach(candidates::addFirst);
        }

        /** A target falls due then, maybe before others that were read already: they are read again. */
        void fallsDue(Instant due) {
            if (due.isBefore(nextLook)) {
                nextLook = due;
            }
            if (shelf.pushed()) {
                // Its place is that at which it was pushed, before where the shelf was read up to.
                readUpTo = null;
                return;
            }
            if (readUpTo != null && !due.isAfter(readUpTo.due())) {
                readUpTo = new Place(due, NIL);
                candidates.removeIf(candidate -> candidate.waitedFor() == null
                        && !candidate.target().due().isBefore(due));
            }
        }

        boolean hasAtHand(Target target) {
            return candidates.stream()
                    .anyMatch(candidate -> candidate.target().id().equals(target.id()));
        }

        /** Whether its next candidate may be called: what a call's end gave it need not be of the shelf's network. */
        boolean isServed(Predicate<@Nullable String> hasRoom) {
            return !candidates.isEmpty()
                    && (hasRoom.test(shelf.network()) || candidates.getFirst().waitedFor() != null);
        }
    }

    /** Both were pushed. */
    private static final Comparator<Target> FIRST_PUSHED = Comparator.comparing((Target target) ->
                    Objects.requireNonNull(Objects.requireNonNull(target.push()).at()))
            .thenComparing(Target::id);

    private static final UUID NIL = new UUID(0, 0);
    /** As fine as stores keep time. */
    private static final Duration INSTANT = Duration.ofNanos(1_000);

    private final List<Row> rows = new ArrayList<>();
    private final Map<String, Deque<Candidate>> waiting = new HashMap<>();
    private final Set<UUID> waitingTargets = new HashSet<>();
    private final NumberCap numberCap;
    private final int readAhead;
    private @Nullable Held held;

    /**
     * @param withPushes lists in which pushed targets wait
     * @param networks those with channels; null if calls go out whatever their network
     */
    Hopper(
            TenantId tenant,
            List<UUID> lists,
            Set<UUID> withPushes,
            @Nullable Collection<String> networks,
            boolean retriesFirst,
            NumberCap numberCap,
            int readAhead) {
        this.numberCap = numberCap;
        this.readAhead = readAhead;
        List<TargetState> phases = retriesFirst
                ? List.of(TargetState.RETRY, TargetState.FRESH)
                : List.of(TargetState.FRESH, TargetState.RETRY);
        Collection<@Nullable String> each = networks == null ? Collections.singleton(null) : List.copyOf(networks);
        for (UUID list : lists) {
            if (withPushes.contains(list)) {
                for (String network : each) {
                    rows.add(new Row(new Shelf(tenant, list, TargetState.FRESH, network, true)));
                }
            }
        }
        for (TargetState phase : phases) {
            for (UUID list : lists) {
                for (String network : each) {
                    rows.add(new Row(new Shelf(tenant, list, phase, network)));
                }
            }
        }
    }

    /**
     * Reads until {@code wanted} candidates are at hand or no due target is left. To be called before any is taken in a
     * turn: what a turn takes is not committed yet and would be read again.
     *
     * @param hasRoom networks that have a free channel
     * @param isUp targets that are in a call, whatever the store says
     */
    void fill(
            SchedulerStore store, Instant now, int wanted, Predicate<@Nullable String> hasRoom, Predicate<UUID> isUp) {
        int atHand = 0;
        for (Row row : rows) {
            // Of pushed targets the first may be in any of the lists.
            int missing = row.shelf.pushed() ? wanted : wanted - atHand;
            if (missing <= 0) {
                return;
            }
            if (!hasRoom.test(row.shelf.network())) {
                continue;
            }
            if (row.candidates.size() < missing && !row.nextLook.isAfter(now)) {
                read(row, store, now, missing, isUp);
            }
            atHand += row.candidates.size();
        }
    }

    private void read(Row row, SchedulerStore store, Instant now, int wanted, Predicate<UUID> isUp) {
        int limit = wanted + readAhead;
        List<Target> due = due(row, store, now, limit);
        Instant nextLook = due.size() == limit ? now : nextLook(row, store, now);
        Set<String> numbers = numbersOf(due);
        Set<String> listed = store.doNotCall(row.shelf.tenant(), numbers);
        numberCap.read(store, numbers);
        for (Target target : due) {
            if (!isUp.test(target.id()) && !waitingTargets.contains(target.id()) && !row.hasAtHand(target)) {
                row.add(new Candidate(target, listed, null));
            }
            row.readUpTo = row.shelf.placeOf(target);
        }
        row.nextLook = nextLook;
    }

    /** Passes over those who are held, which all have the same place in time. */
    private List<Target> due(Row row, SchedulerStore store, Instant now, int limit) {
        Held passed = held;
        if (passed == null || !row.mayHold()) {
            return store.due(row.shelf, row.readUpTo, now, limit);
        }
        Place behind = row.readUpTo;
        List<Target> due = new ArrayList<>();
        if (behind == null || behind.due().isBefore(passed.due())) {
            due.addAll(store.due(row.shelf, behind, passed.due().minus(INSTANT), limit));
            behind = new Place(passed.due().plus(INSTANT), NIL);
        }
        if (due.size() < limit) {
            due.addAll(store.due(row.shelf, behind, now, limit - due.size()));
        }
        return due;
    }

    private Instant nextLook(Row row, SchedulerStore store, Instant now) {
        Instant next = store.nextDue(row.shelf, now).orElse(Instant.MAX);
        Held passed = held;
        if (passed == null || !row.mayHold() || !passed.until().isBefore(next)) {
            return next;
        }
        Place first = new Place(passed.due(), NIL);
        return store.due(row.shelf, first, passed.due(), 1).isEmpty() ? next : passed.until();
    }

    /** From now on these are not to be called though they are due, and those before are. */
    void hold(@Nullable Held now) {
        Held before = held;
        held = now;
        if (before != null && !before.equals(now)) {
            rows.stream().filter(Row::mayHold).forEach(row -> row.fallsDue(before.due()));
        }
    }

    private static Set<String> numbersOf(List<Target> targets) {
        Set<String> numbers = new HashSet<>();
        for (Target target : targets) {
            for (Address address : target.destinations()) {
                if (address != null) {
                    numbers.add(address.destination().text());
                }
            }
        }
        return numbers;
    }

    /**
     * Takes the next candidate, null if none is at hand. Of networks with a free channel, the one whose target is due
     * longest goes first; of pushed targets that which was pushed first, whatever its list.
     */
    @Nullable
    Candidate take(Predicate<@Nullable String> hasRoom) {
        Row best = null;
        for (Row row : rows) {
            if (best != null && !row.isLevelWith(best)) {
                break;
            }
            if (row.isServed(hasRoom) && (best == null || isSooner(row, best))) {
                best = row;
            }
        }
        return best == null ? null : best.candidates.poll();
    }

    private static boolean isSooner(Row row, Row other) {
        return row.shelf.pushed()
                ? FIRST_PUSHED.compare(row.first(), other.first()) < 0
                : row.first().due().isBefore(other.first().due());
    }

    /** Puts back a candidate just taken; it is the next again, or stands among the pushed where it stood. */
    void putBack(Candidate candidate) {
        for (Row row : rows) {
            if (row.shelf.isOf(candidate.target())) {
                row.putBack(candidate);
                return;
            }
        }
    }

    /** Lays a candidate aside until {@link #released} names what it waits for. */
    void await(Candidate candidate, String what) {
        Deque<Candidate> waiters = waiting.computeIfAbsent(what, n -> new ArrayDeque<>());
        waitingTargets.add(candidate.target().id());
        if (what.equals(candidate.waitedFor())) {
            waiters.addFirst(candidate.waited(null));
        } else {
            waiters.addLast(candidate.waited(null));
            passOn(candidate, Set.of());
        }
    }

    /** A number is in no call any more, or a channel is free: of those who wait for it one comes next. */
    void released(String what) {
        Deque<Candidate> waiters = waiting.get(what);
        Candidate first = waiters == null ? null : waiters.poll();
        if (first == null) {
            waiting.remove(what);
        } else {
            waitingTargets.remove(first.target().id());
            putBack(first.waited(what));
        }
    }

    /** A candidate just taken is done with, and uses only this: what else it waited for is another's. */
    void passOn(Candidate candidate, Set<String> used) {
        String given = candidate.waitedFor();
        if (given != null && !used.contains(given)) {
            released(given);
        }
    }

    /** A target of a list will be due for a retry then. */
    void retryDue(UUID list, Instant due) {
        dueAgain(list, TargetState.RETRY, due);
    }

    /** A target of a list will be due then, in this phase. */
    void dueAgain(UUID list, TargetState phase, Instant due) {
        for (Row row : rows) {
            if (row.shelf.list().equals(list) && row.shelf.phase() == phase) {
                row.fallsDue(due);
            }
        }
    }

    /** Adds the numbers of all candidates that it holds. */
    void numbersAtHand(Set<String> numbers) {
        for (Row row : rows) {
            addNumbersOf(row.candidates, numbers);
        }
        waiting.values().forEach(candidates -> addNumbersOf(candidates, numbers));
    }

    private static void addNumbersOf(Collection<Candidate> candidates, Set<String> numbers) {
        candidates.forEach(candidate -> numbers.addAll(numbersOf(List.of(candidate.target()))));
    }

    /** Whether nothing is at hand, nobody waits, and no target is known to become due. */
    boolean isExhausted() {
        return waitingTargets.isEmpty()
                && rows.stream().allMatch(row -> row.candidates.isEmpty() && row.nextLook.equals(Instant.MAX));
    }

    boolean hasCandidates(Predicate<@Nullable String> hasRoom) {
        return rows.stream().anyMatch(row -> row.isServed(hasRoom));
    }

    /** When a read could next find something; {@link Instant#MAX} for never. */
    Instant nextLook(Predicate<@Nullable String> hasRoom) {
        Instant next = Instant.MAX;
        for (Row row : rows) {
            if (row.nextLook.isBefore(next) && hasRoom.test(row.shelf.network())) {
                next = row.nextLook;
            }
        }
        return next;
    }
}
