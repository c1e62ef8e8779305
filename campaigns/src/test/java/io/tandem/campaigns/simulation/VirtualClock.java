package io.tandem.campaigns.simulation;

import io.tandem.campaigns.simulated.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;

/** Time that passes only when told to, and the tasks that wait for it, each one its owner's. */
final class VirtualClock implements InstantSource {

    private record Task(Instant at, long order, Object owner, Runnable run) {}

    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparing(Task::at).thenComparingLong(Task::order));
    private final Instant start;
    private Instant now;
    private long order;

    VirtualClock(Instant start) {
        this.start = start;
        now = start;
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** The same time as a monotonic clock has it. */
    long nanos() {
        return nanosAt(now);
    }

    long nanosAt(Instant at) {
        return Duration.between(start, at).toNanos();
    }

    /** A timer whose tasks die with their owner. */
    Timer timerOf(Object owner) {
        return (delay, task) -> tasks.add(new Task(now.plus(delay), order++, owner, task));
    }

    Instant nextTask() {
        Task first = tasks.peek();
        return first == null ? Instant.MAX : first.at;
    }

    /** Moves on to {@code to}, running each task at its own time on the way; never back. */
    void advance(Instant to) {
        Task first;
        while ((first = tasks.peek()) != null && !first.at.isAfter(to)) {
            tasks.poll();
            now = first.at.isAfter(now) ? first.at : now;
            first.run.run();
        }
        now = to.isAfter(now) ? to : now;
    }

    /** The owner is dead, and with it what it waited for. */
    void forget(Object owner) {
        tasks.removeIf(task -> task.owner == owner);
    }
}
