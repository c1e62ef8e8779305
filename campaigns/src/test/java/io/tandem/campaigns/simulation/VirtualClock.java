package io.tandem.campaigns.simulation;

import io.tandem.campaigns.simulated.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;

/** Time that passes only when nothing is left to do, and the tasks that wait for it. */
final class VirtualClock implements InstantSource, Timer {

    private record Task(Instant at, long order, Runnable run) {}

    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparing(Task::at).thenComparingLong(Task::order));
    private Instant now;
    private long order;

    VirtualClock(Instant start) {
        now = start;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public void after(Duration delay, Runnable task) {
        tasks.add(new Task(now.plus(delay), order++, task));
    }

    Instant nextTask() {
        Task first = tasks.peek();
        return first == null ? Instant.MAX : first.at;
    }

    /** Moves on to {@code to} at the latest, running no task; never back. */
    void advance(Instant to) {
        now = to.isAfter(now) ? to : now;
    }

    /** Runs the tasks that are due. */
    void runDue() {
        Task first;
        while ((first = tasks.peek()) != null && !first.at.isAfter(now)) {
            tasks.poll();
            first.run.run();
        }
    }

    /** Forgets all tasks: the process that waited for them is dead. */
    void clear() {
        tasks.clear();
    }
}
