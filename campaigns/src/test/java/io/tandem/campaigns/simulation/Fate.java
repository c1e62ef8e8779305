package io.tandem.campaigns.simulation;

import io.tandem.campaigns.ports.SchedulerStore.Turn;
import io.tandem.campaigns.ports.StoreUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * What may happen to one process between any two of its steps; calm lives have none of it. A step is a call to the store,
 * to the other replicas or to the carrier: a process meets the world nowhere else.
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

    /** What fate has power over. */
    interface Process {

        boolean isDead();

        /** Whether other replicas share the database. */
        boolean isShared();

        void die();

        /** One of its threads waits; everything else goes on. */
        void wait(Duration time);

        /** None of its threads takes a step; the world goes on. */
        void freeze(Duration time);

        /** Something befalls a replica, this or another one. */
        void misfortune();

        /** For as long what is said of a settled world need not hold. */
        void trouble(Duration time);
    }

    /** As long as the scheduler may wait after a failure of its store, and a little. */
    static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(6);
    /** Until even word that got lost is found, at the latest. */
    static final Duration SAFETY = Registry.BEAT.multipliedBy(18);

    /** Until a commit that its caller gave up has landed, or never will. */
    static final Duration LATEST_LANDING = Duration.ofSeconds(20);

    private static final int STEPS_PER_EVENT = 60;
    /** Heartbeats and looks are many, and would have a fault a minute. */
    private static final int LINK_STEPS_PER_EVENT = 1_000;

    private final SplittableRandom chance;
    private final VirtualClock clock;
    private final Consumer<Happening> count;
    private final Clients clients;
    private final Process process;
    private boolean rough;
    private Instant cutOffUntil = Instant.MIN;
    private boolean thawedInDoubt;

    Fate(
            SplittableRandom chance,
            VirtualClock clock,
            Consumer<Happening> count,
            Clients clients,
            Process process,
            boolean rough) {
        this.chance = chance;
        this.clock = clock;
        this.count = count;
        this.clients = clients;
        this.process = process;
        this.rough = rough;
    }

    /** A dead process takes no step. */
    void mustLive() {
        if (process.isDead()) {
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

    /** The process does not reach the database until then. */
    void cutOff(Duration time) {
        cutOffUntil = clock.instant().plus(time);
        process.trouble(time);
    }

    boolean isCutOff() {
        return clock.instant().isBefore(cutOffUntil);
    }

    /** Between two steps: the process may freeze or die, a client may write, or something befalls another replica. */
    void betweenSteps() {
        betweenSteps(STEPS_PER_EVENT);
    }

    private void betweenSteps(int stepsPerEvent) {
        mustLive();
        if (strikes(stepsPerEvent)) {
            switch (chance.nextInt(8)) {
                case 0 -> crash(Happening.CRASH_WITHIN_TURN);
                case 1 -> freeze(Happening.FROZEN);
                case 2 -> elsewhere();
                default -> edit();
            }
        }
    }

    private void elsewhere() {
        if (process.isShared()) {
            process.misfortune();
            process.wait(Duration.ZERO);
            mustLive();
        } else {
            edit();
        }
    }

    private void edit() {
        count.accept(Happening.EDIT_WITHIN_TURN);
        clients.edit();
    }

    void crash(Happening where) {
        count.accept(where);
        process.die();
        throw new Crash();
    }

    /** Shorter than the lease, or longer. */
    Duration freezeTime() {
        boolean shorter = !process.isShared() || chance.nextBoolean();
        return shorter
                ? Duration.ofMillis(1 + chance.nextInt(process.isShared() ? 8_000 : 40_000))
                : Registry.LEASE.plusMillis(chance.nextInt(50_000));
    }

    void freeze(Happening where) {
        count.accept(where);
        process.freeze(freezeTime());
        mustLive();
    }

    void pass(Happening how, int mostMillis) {
        count.accept(how);
        pass(Duration.ofMillis(1 + chance.nextInt(mostMillis)));
    }

    private void pass(Duration time) {
        process.wait(time);
        mustLive();
    }

    /** A read fails or is slow, or something happens around it. */
    void beforeRead() {
        beforeRead(STEPS_PER_EVENT);
    }

    /** A word with the other replicas by the way of the database. */
    void beforeWord() {
        beforeRead(LINK_STEPS_PER_EVENT);
    }

    private void beforeRead(int stepsPerEvent) {
        betweenSteps(stepsPerEvent);
        mustReach();
        if (strikes(2 * stepsPerEvent)) {
            count.accept(Happening.READ_FAILED);
            process.trouble(LONGEST_BACK_OFF);
            throw new StoreUnavailable("simulated: read failed", new IllegalStateException());
        }
    }

    private void mustReach() {
        if (isCutOff()) {
            process.trouble(LONGEST_BACK_OFF);
            throw new StoreUnavailable("simulated: cut off", new IllegalStateException());
        }
    }

    /** Word to another replica: if it gets lost, it is found by safety only. */
    void beforeTelling() {
        try {
            beforeRead();
        } catch (StoreUnavailable lost) {
            process.trouble(SAFETY);
            throw lost;
        }
    }

    /** A step of a session, which may break. */
    void onLink(Session session) {
        betweenSteps(LINK_STEPS_PER_EVENT);
        if (isCutOff()) {
            session.breakOff();
        } else if (strikes(2 * LINK_STEPS_PER_EVENT)) {
            count.accept(Happening.LINK_LOST);
            session.breakOff();
        }
    }

    void expelled() {
        count.accept(Happening.EXPELLED);
        process.trouble(LONGEST_BACK_OFF);
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
        mustReach();
        boolean first = thawedInDoubt;
        thawedInDoubt = false;
        if (first && strikes(2)) {
            process.trouble(LONGEST_BACK_OFF);
            return fault(Happening.COMMIT_LOST_AFTER_DOUBT, MemoryStore.Fault.LOST);
        }
        if (!strikes(20)) {
            return MemoryStore.Fault.NONE;
        }
        process.trouble(LONGEST_BACK_OFF);
        return switch (chance.nextInt(3)) {
            case 0 -> fault(Happening.COMMIT_LOST, MemoryStore.Fault.LOST);
            case 1 -> fault(Happening.COMMIT_ANSWER_LOST, MemoryStore.Fault.ANSWER_LOST);
            default -> {
                // Until it has landed, whoever comes to own the tenant finds its rows held.
                process.trouble(LATEST_LANDING.plus(LONGEST_BACK_OFF));
                yield fault(Happening.COMMIT_LATE, MemoryStore.Fault.LATE);
            }
        };
    }

    private MemoryStore.Fault fault(Happening happening, MemoryStore.Fault fault) {
        count.accept(happening);
        return fault;
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

    /** Whether a freeze comes between a last look and the call. */
    boolean gapStrikes() {
        return process.isShared() && strikes(120);
    }

    /** A call is placed, and the next of the same turn not looked at yet. */
    void beforeNextLook() {
        if (process.isShared() && strikes(100)) {
            freeze(Happening.FROZEN_BEFORE_LAST_LOOK);
        }
    }

    /** It is unknown whether a commit held; the next one, which is to undo it, may get lost, too. */
    void inDoubt() {
        if (process.isShared() && strikes(4)) {
            freeze(Happening.FROZEN_IN_DOUBT);
            thawedInDoubt = true;
        }
    }

    /** Claims are written and not placed yet. */
    void claimed() {
        if (process.isShared() && strikes(40)) {
            edit();
            freeze(Happening.FROZEN_CLAIMED);
        }
    }
}
