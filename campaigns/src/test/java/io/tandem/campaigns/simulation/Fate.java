package io.tandem.campaigns.simulation;

import io.tandem.campaigns.ports.SchedulerStore.Turn;
import io.tandem.campaigns.ports.StoreUnavailable;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * What may happen to the gateway between any two of its steps; calm lives have none of it. A step is a call to the store
 * or to the carrier: the scheduler meets the world nowhere else.
 */
final class Fate {

    /**
     * The process is dead from here on. Not an exception, for those are caught; and whoever catches even this one meets it
     * again at the next step.
     */
    static final class Crash extends Error {
        private static final long serialVersionUID = 1;

        Crash() {
            super("simulated", null, false, false);
        }
    }

    private static final int STEPS_PER_EVENT = 60;

    private final SplittableRandom chance;
    private final VirtualClock clock;
    private final Consumer<Happening> count;
    private final Clients clients;
    private final Runnable delayed;
    private boolean rough;
    private boolean dead;

    /** @param delayed is run when time passes between two steps: what was due meanwhile comes late */
    Fate(
            SplittableRandom chance,
            VirtualClock clock,
            Consumer<Happening> count,
            Clients clients,
            Runnable delayed,
            boolean rough) {
        this.chance = chance;
        this.clock = clock;
        this.count = count;
        this.clients = clients;
        this.delayed = delayed;
        this.rough = rough;
    }

    boolean isDead() {
        return dead;
    }

    /** A new process. */
    void born() {
        dead = false;
    }

    /** A dead process takes no step. */
    void mustLive() {
        if (dead) {
            throw new Crash();
        }
    }

    /** Nothing happens any more. */
    void calm() {
        rough = false;
    }

    boolean strikes(int oneIn) {
        return rough && chance.nextInt(oneIn) == 0;
    }

    int nextInt(int bound) {
        return chance.nextInt(bound);
    }

    /** Between two steps: the process may freeze or die, or a client may write. */
    void betweenSteps() {
        mustLive();
        if (strikes(STEPS_PER_EVENT)) {
            switch (chance.nextInt(8)) {
                case 0 -> crash(Happening.CRASH_WITHIN_TURN);
                case 1 -> pass(Happening.FROZEN, 40_000);
                default -> {
                    count.accept(Happening.EDIT_WITHIN_TURN);
                    clients.edit();
                }
            }
        }
    }

    void crash(Happening where) {
        count.accept(where);
        dead = true;
        throw new Crash();
    }

    void pass(Happening how, int mostMillis) {
        count.accept(how);
        pass(Duration.ofMillis(1 + chance.nextInt(mostMillis)));
    }

    private void pass(Duration time) {
        clock.pass(time);
        delayed.run();
    }

    /** A read fails or is slow, or something happens around it. */
    void beforeRead() {
        betweenSteps();
        if (strikes(2 * STEPS_PER_EVENT)) {
            count.accept(Happening.READ_FAILED);
            throw new StoreUnavailable("simulated: read failed", new IllegalStateException());
        }
    }

    MemoryStore.Fault onCommit(Turn turn) {
        betweenSteps();
        if (!turn.claims().isEmpty() && strikes(30)) {
            count.accept(Happening.DELETE_TARGET_BEING_CLAIMED);
            clients.delete(turn.claims()
                    .get(chance.nextInt(turn.claims().size()))
                    .from()
                    .id());
        }
        if (strikes(20)) {
            slowCommit();
        }
        if (!strikes(20)) {
            return MemoryStore.Fault.NONE;
        }
        boolean lost = chance.nextBoolean();
        count.accept(lost ? Happening.COMMIT_LOST : Happening.COMMIT_ANSWER_LOST);
        return lost ? MemoryStore.Fault.LOST : MemoryStore.Fault.ANSWER_LOST;
    }

    private void slowCommit() {
        Duration untilChange = clients.untilAnHoursChange();
        if (chance.nextBoolean() && untilChange.compareTo(Duration.ofMinutes(30)) < 0) {
            count.accept(Happening.COMMIT_SLOW_UNTIL_HOURS_CHANGE);
            pass(untilChange);
        } else {
            pass(Happening.COMMIT_SLOW, 3_000);
        }
    }
}
