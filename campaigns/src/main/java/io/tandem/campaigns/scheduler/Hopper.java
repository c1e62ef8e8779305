package io.tandem.campaigns.scheduler;

import io.tandem.campaigns.model.Address;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetState;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.SchedulerStore;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Due targets of one campaign, read ahead, so that a freed slot rarely waits for a read.
 *
 * <p>One shelf a list and phase. A shelf knows when a read could next find something, so nothing is read in vain: now,
 * at the earliest due instant it was told of, or never until the tenant changes. The campaign's policy says whether due
 * retries go before fresh targets or after them.
 *
 * <p>Candidates whose number is in another call wait aside until that call ends.
 */
final class Hopper {

    /** A due target, and which of its numbers are on the do-not-call list. */
    record Candidate(Target target, Set<String> doNotCall) {}

    private static final class Shelf {
        final UUID list;
        final TargetState phase;
        final Deque<Candidate> rows = new ArrayDeque<>();
        Instant nextLook = Instant.MIN;

        Shelf(UUID list, TargetState phase) {
            this.list = list;
            this.phase = phase;
        }
    }

    private final TenantId tenant;
    private final List<Shelf> shelves = new ArrayList<>();
    private final Map<String, Deque<Candidate>> waiting = new HashMap<>();
    private final Set<UUID> waitingTargets = new HashSet<>();
    private final int readAhead;

    Hopper(TenantId tenant, List<UUID> lists, boolean retriesFirst, int readAhead) {
        this.tenant = tenant;
        this.readAhead = readAhead;
        List<TargetState> phases = retriesFirst
                ? List.of(TargetState.RETRY, TargetState.FRESH)
                : List.of(TargetState.FRESH, TargetState.RETRY);
        for (TargetState phase : phases) {
            for (UUID list : lists) {
                shelves.add(new Shelf(list, phase));
            }
        }
    }

    /**
     * Reads until {@code wanted} candidates are at hand or no due target is left. To be called before any is taken in a
     * turn: what a turn takes is not committed yet and would be read again.
     *
     * @param isUp targets that are in a call, whatever the store says
     */
    void fill(SchedulerStore store, Instant now, int wanted, Predicate<UUID> isUp) {
        int atHand = 0;
        for (Shelf shelf : shelves) {
            if (atHand >= wanted) {
                return;
            }
            if (shelf.rows.size() < wanted - atHand && !shelf.nextLook.isAfter(now)) {
                read(shelf, store, now, wanted - atHand, isUp);
            }
            atHand += shelf.rows.size();
        }
    }

    private void read(Shelf shelf, SchedulerStore store, Instant now, int wanted, Predicate<UUID> isUp) {
        int limit = wanted + readAhead + waitingTargets.size();
        List<Target> due = store.due(tenant, shelf.list, shelf.phase, now, limit);
        Instant nextLook = due.size() == limit
                ? now
                : store.nextDue(tenant, shelf.list, shelf.phase, now).orElse(Instant.MAX);
        Set<String> listed = store.doNotCall(tenant, numbersOf(due));
        shelf.rows.clear();
        for (Target target : due) {
            if (!isUp.test(target.id()) && !waitingTargets.contains(target.id())) {
                shelf.rows.add(new Candidate(target, listed));
            }
        }
        shelf.nextLook = nextLook;
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

    /** Takes the next candidate, null if none is at hand. */
    @Nullable
    Candidate take() {
        for (Shelf shelf : shelves) {
            Candidate candidate = shelf.rows.poll();
            if (candidate != null) {
                return candidate;
            }
        }
        return null;
    }

    /** Puts back a candidate just taken; it is the next again. */
    void putBack(Candidate candidate) {
        for (Shelf shelf : shelves) {
            if (shelf.list.equals(candidate.target().list())
                    && shelf.phase == candidate.target().state()) {
                shelf.rows.addFirst(candidate);
                return;
            }
        }
    }

    /** Lays a candidate aside until {@link #released} names its number. */
    void await(Candidate candidate, String number) {
        waiting.computeIfAbsent(number, n -> new ArrayDeque<>()).add(candidate);
        waitingTargets.add(candidate.target().id());
    }

    /** A number is in no call any more: who waited for it comes next. */
    void released(String number) {
        Deque<Candidate> waited = waiting.remove(number);
        if (waited != null) {
            for (Iterator<Candidate> last = waited.descendingIterator(); last.hasNext(); ) {
                Candidate candidate = last.next();
                waitingTargets.remove(candidate.target().id());
                putBack(candidate);
            }
        }
    }

    /** A target of a list will be due for a retry then. */
    void retryDue(UUID list, Instant due) {
        for (Shelf shelf : shelves) {
            if (shelf.list.equals(list) && shelf.phase == TargetState.RETRY && due.isBefore(shelf.nextLook)) {
                shelf.nextLook = due;
            }
        }
    }

    /** Whether nothing is at hand, nobody waits, and no target is known to become due. */
    boolean isExhausted() {
        return waitingTargets.isEmpty()
                && shelves.stream().allMatch(shelf -> shelf.rows.isEmpty() && shelf.nextLook.equals(Instant.MAX));
    }

    boolean hasCandidates() {
        return shelves.stream().anyMatch(shelf -> !shelf.rows.isEmpty());
    }

    /** When a read could next find something; {@link Instant#MAX} for never. */
    Instant nextLook() {
        Instant next = Instant.MAX;
        for (Shelf shelf : shelves) {
            if (shelf.nextLook.isBefore(next)) {
                next = shelf.nextLook;
            }
        }
        return next;
    }
}
