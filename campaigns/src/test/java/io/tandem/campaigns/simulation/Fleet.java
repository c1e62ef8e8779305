package io.tandem.campaigns.simulation;

import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.Dialer.Events;
import io.tandem.campaigns.ports.Dialer.OutboundCall;
import io.tandem.campaigns.ports.StoreUnavailable;
import io.tandem.campaigns.rules.NetworkPrefixes;
import io.tandem.campaigns.scheduler.Limits;
import io.tandem.campaigns.scheduler.Scheduler;
import io.tandem.campaigns.simulated.Journal;
import io.tandem.campaigns.simulated.SimulatedCarrier;
import io.tandem.campaigns.simulated.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The processes that serve one database, and the time they live in. While one of them waits or is frozen in the middle of
 * a step, all others go on.
 */
final class Fleet implements Clients.Gateway, OwnerChecker.Pulse {

    static final Duration LONGEST_TALK = Duration.ofSeconds(30);
    static final Duration GRACE = Duration.ofSeconds(5);

    private static final int MOST_STEPS_AT_AN_INSTANT = 2_000;
    private static final int LONGEST_SHUTDOWN_GRACE_MILLIS = 10_000;
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);
    /** In which a process without faults writes what it could not before. */
    private static final Duration OWED = Duration.ofSeconds(20);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final Duration ONE_CLIENTS_REST = Duration.ofSeconds(1);
    /** Until a dead owner is replaced. */
    private static final Duration TAKEOVER = Registry.LEASE.multipliedBy(2).plus(Registry.BEAT);
    /**
     * Until a tenant has changed hands after that: who gives it up waits for calls that may need its agents, as they may
     * from their first ringing to the end of a long script.
     */
    private static final Duration HANDOVER =
            Duration.ofSeconds(24).plus(LONGEST_TALK).plusSeconds(1);

    final Registry registry;
    private final SplittableRandom chance;
    private final VirtualClock clock;
    private final MemoryStore store;
    private final Verdict verdict;
    private final EventHash hash;
    private final Supplier<UUID> ids;
    private final Consumer<Happening> count;
    private final long seed;
    private final boolean shared;
    private final Requests requests;
    private final List<Replica> replicas = new ArrayList<>();
    private boolean rough;
    private @Nullable Promises promises;
    private @Nullable Clients clients;
    private Instant settledFrom = Instant.MIN;
    private Instant lastFault = Instant.MIN;
    private int depth;
    private int booted;

    /** @param shared the database is shared, or could be; else there is one process, which takes that for granted */
    Fleet(
            SplittableRandom chance,
            VirtualClock clock,
            Registry registry,
            MemoryStore store,
            Verdict verdict,
            EventHash hash,
            Supplier<UUID> ids,
            Consumer<Happening> count,
            long seed,
            boolean shared,
            boolean rough) {
        this.chance = chance;
        this.clock = clock;
        this.registry = registry;
        this.store = store;
        this.verdict = verdict;
        this.hash = hash;
        this.ids = ids;
        this.count = count;
        this.seed = seed;
        this.shared = shared;
        this.rough = rough;
        this.requests = new Requests(clock, this);
    }

    void begin(Promises newPromises, Clients newClients, int size) {
        promises = newPromises;
        clients = newClients;
        for (int i = 0; i < size; i++) {
            boot();
        }
    }

    void count(Happening happening) {
        count.accept(happening);
    }

    // ---- their births and deaths

    private void boot() {
        Name name = new Name(ids.get());
        Replica replica = new Replica(
                ++booted,
                name,
                this,
                clock,
                shared,
                process -> new Fate(chance, clock, count, clients, process, rough));
        Timer timer = clock.timerOf(replica.inbox);
        Fate fate = replica.fate;
        SimulatedCarrier carrier = new SimulatedCarrier(
                clock,
                timer,
                eventsTo(replica, timer),
                new Journal(line -> journal(replica, line)),
                Sleeps.PLAYBACK,
                seed,
                1);
        SessionPool others = new SessionPool(registry, name, fate, clock, ids);
        Scheduler scheduler = new Scheduler(
                clock,
                new FatedStore(store, name, fate, clock, hash, count, tenant -> takenOver(replica, tenant)),
                new FatedDialer(carrier, fate, timer, count, new LastLooks(name)),
                replica.inbox,
                ids::get,
                new Random(seed),
                new Limits(
                        LONGEST_TALK, GRACE, 3 + chance.nextInt(20), chance.nextInt(6), null, NetworkPrefixes.VIETNAM),
                replica.lease,
                shared ? others::changed : tenant -> {},
                target -> Map.of());
        if (shared) {
            replica.among(scheduler, others, requests);
        } else {
            registry.enter(name);
            replica.alone(scheduler, store.tenants.keySet());
        }
        replicas.add(replica);
        fault();
        trouble(Fate.LONGEST_BACK_OFF);
    }

    /** Keys are pressed in every fourth life: they make so many turns that other things would happen less often. */
    private Events eventsTo(Replica replica, Timer timer) {
        Events way = new FatedEvents(replica.inbox, replica.fate, timer, hash, count);
        return seed % 4 == 3 ? promises.keys.pressingOn(timer, way) : way;
    }

    private void takenOver(Replica replica, TenantId tenant) {
        count(Happening.TAKEN_OVER);
        hash.add(replica.number + " owns " + tenant);
    }

    /** The process and its calls are gone; a new one comes up after a while. */
    void died(Replica replica) {
        fault();
        replicas.remove(replica);
        promises.died(replica.number, clock.instant());
        clock.forget(replica.inbox);
        if (!shared) {
            registry.forget(replica.name.id());
            promises.laws.onlyTheLast();
        }
        requests.died(replica);
        clock.timerOf(this).after(Duration.ofSeconds(chance.nextInt(60)), this::boot);
        trouble(shared ? TAKEOVER.plus(Fate.LONGEST_BACK_OFF) : Fate.LONGEST_BACK_OFF);
    }

    /** Something befalls one of them. */
    void misfortune() {
        Replica victim = replicas.isEmpty() ? null : replicas.get(chance.nextInt(replicas.size()));
        if (victim == null) {
            return;
        }
        switch (chance.nextInt(12)) {
            case 0, 1 -> crash(victim);
            case 2, 3, 4 -> {
                count(Happening.FROZEN_BETWEEN_TURNS);
                victim.beFrozen(victim.fate.freezeTime());
            }
            case 5, 6 -> {
                count(Happening.LINK_LOST);
                victim.breakLink();
            }
            case 7, 8 -> {
                count(Happening.CUT_OFF);
                victim.fate.cutOff(Duration.ofMillis(1 + chance.nextInt(40_000)));
                victim.breakLink();
            }
            case 9 -> {
                count(Happening.DATABASE_RESTARTED);
                registry.restart();
            }
            default -> leave();
        }
        fault();
        trouble(Fate.LONGEST_BACK_OFF);
    }

    void crash() {
        if (!replicas.isEmpty()) {
            crash(replicas.get(chance.nextInt(replicas.size())));
        }
    }

    @Override
    public boolean hasBeenWell(UUID name) {
        return lastFault.plus(OWED).isBefore(clock.instant())
                && replicas.stream().anyMatch(replica -> replica.name.id().equals(name) && replica.isWell());
    }

    @Override
    public boolean holdsLock(UUID name) {
        return replicas.stream().anyMatch(replica -> replica.name.id().equals(name) && replica.holdsLock());
    }

    /** A process that reaches the database keeps some sessions, frozen or not. */
    boolean hasSessions(UUID name) {
        return replicas.stream().anyMatch(replica -> replica.name.id().equals(name) && !replica.fate.isCutOff());
    }

    private void crash(Replica victim) {
        count(Happening.CRASH_BETWEEN_TURNS);
        victim.die();
    }

    // ---- their gentle ends

    /** One of them is told to end, rather one that has calls up. */
    void leave() {
        List<Replica> busy = replicas.stream()
                .filter(replica -> replica.scheduler().inFlight() > 0)
                .toList();
        List<Replica> some = busy.isEmpty() ? replicas : busy;
        if (!some.isEmpty()) {
            leave(some.get(chance.nextInt(some.size())));
        }
    }

    private void leave(Replica replica) {
        if (replica.isLeaving()) {
            return;
        }
        count(Happening.LEAVING);
        replica.leave();
        trouble(Duration.ZERO);
        // What ends calls before their time is no part of a calm life.
        Instant grace = rough ? clock.instant().plusMillis(chance.nextInt(LONGEST_SHUTDOWN_GRACE_MILLIS)) : Instant.MAX;
        clock.timerOf(replica.inbox).after(BETWEEN_LOOKS, () -> watch(replica, grace));
    }

    private void watch(Replica replica, Instant grace) {
        Instant now = clock.instant();
        boolean frozen = replica.isFrozen();
        if (!frozen && replica.scheduler().inFlight() == 0 && replica.isIdle()) {
            replica.errand(() -> sayGoodbye(replica));
        } else if (!frozen && !now.isBefore(grace) && now.isAfter(grace.plus(LAST_WORDS))) {
            count(Happening.ENDED_AT_GRACE);
            replica.die();
        } else {
            if (!frozen && !now.isBefore(grace)) {
                replica.scheduler().endAllCalls();
            }
            clock.timerOf(replica.inbox).after(BETWEEN_LOOKS, () -> watch(replica, grace));
        }
    }

    private void sayGoodbye(Replica replica) {
        try {
            replica.others().forget();
            count(Happening.LEFT);
        } catch (StoreUnavailable untold) {
            // They find out by its lease.
        }
        replica.die();
    }

    // ---- what clients tell them

    @Override
    public boolean isThere() {
        return replicas.stream().anyMatch(Replica::serves);
    }

    private @Nullable Replica any() {
        List<Replica> serving = replicas.stream().filter(Replica::serves).toList();
        return serving.isEmpty() ? null : serving.get(chance.nextInt(serving.size()));
    }

    @Override
    public void forbade(TenantId tenant, Runnable answered, Runnable unanswered) {
        Replica by = any();
        if (by == null) {
            whenThere(unanswered);
            return;
        }
        registry.raiseEpoch(tenant, by.name.id());
        requests.ask(
                tenant, by, answered, () -> clock.timerOf(this).after(ONE_CLIENTS_REST, () -> whenThere(unanswered)));
    }

    private void whenThere(Runnable task) {
        if (isThere()) {
            task.run();
        } else {
            clock.timerOf(this).after(ONE_CLIENTS_REST, () -> whenThere(task));
        }
    }

    @Override
    public void changed(TenantId tenant) {
        Replica by = any();
        if (by == null) {
            whenThere(() -> changed(tenant));
            return;
        }
        by.inbox.changed(tenant);
        if (shared && !by.scheduler().owns(tenant)) {
            registry.sendChanged(by.name.id(), tenant);
        }
    }

    void notAnswered(TenantId tenant, Instant since) {
        count(Happening.WRITE_NOT_ANSWERED_IN_TIME);
        if (since.isAfter(lastFault) && allAreWell()) {
            verdict.broken(
                    2,
                    "a forbidding write of tenant " + tenant + " of " + since + " is not answered at "
                            + clock.instant());
        }
    }

    // ---- what the carrier says

    /** Called from within the scheduler, which takes whatever the carrier throws for a refusal. */
    private void journal(Replica replica, String line) {
        hash.add(replica.number + " " + line);
        try {
            promises.carrier.journal(replica.number, line);
        } catch (RuntimeException ours) {
            verdict.failed(ours);
        }
    }

    /** Tells a call that a freeze after its last look made late from one that is placed against the rules. */
    private final class LastLooks implements FatedDialer.Witness {

        private final Name name;
        private Instant trustedUntil = Instant.MAX;

        LastLooks(Name name) {
            this.name = name;
        }

        @Override
        public void looked(OutboundCall call) {
            trustedUntil = shared ? registry.trustedUntil(name.id()) : Instant.MAX;
        }

        @Override
        public void frozen(OutboundCall call) {
            boolean late =
                    !clock.instant().isBefore(trustedUntil) || !name.id().equals(registry.ownerOf(call.tenant()));
            if (late) {
                count(Happening.PLACED_AFTER_LEASE);
            }
            promises.carrier.frozenBefore(call.attempt(), late);
        }

        @Override
        public void hungUp(UUID attempt) {
            promises.hungUp(attempt, clock.instant());
        }
    }

    // ---- the time they live in

    void calm() {
        rough = false;
        replicas.forEach(replica -> replica.fate.calm());
    }

    /** Something is wrong for so long; then it takes its time until all is well. */
    void trouble(Duration time) {
        Instant over = clock.instant().plus(time);
        Instant settled = shared && rough ? over.plus(TAKEOVER).plus(HANDOVER) : over;
        settledFrom = settled.isAfter(settledFrom) ? settled : settledFrom;
    }

    void fault() {
        lastFault = clock.instant();
    }

    void failed(String what, RuntimeException failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        verdict.broken(10, what + ": " + failure + (trace.length == 0 ? "" : " at " + trace[0]));
    }

    /** A life ends with the first broken promise. */
    boolean goesOn() {
        return verdict.isSound();
    }

    void turned() {
        promises.betweenTurns();
    }

    /** One of them waits; it is not asked for a step before. */
    void pass(Duration time) {
        fault();
        depth++;
        runUntil(clock.instant().plus(time));
        depth--;
        fault();
        trouble(Fate.LONGEST_BACK_OFF);
    }

    void runUntil(Instant until) {
        int stepsNow = 0;
        while (verdict.isSound()) {
            clock.advance(clock.instant());
            if (step()) {
                if (++stepsNow > MOST_STEPS_AT_AN_INSTANT) {
                    verdict.broken(10, "the scheduler turns without end at " + clock.instant());
                }
                continue;
            }
            idle();
            stepsNow = 0;
            Instant next = next(until);
            clock.advance(next.isBefore(until) ? next : until);
            if (!next.isBefore(until)) {
                return;
            }
        }
    }

    private boolean step() {
        List<Runnable> ready = new ArrayList<>();
        replicas.forEach(replica -> replica.addReady(ready));
        if (ready.isEmpty()) {
            return false;
        }
        ready.get(ready.size() == 1 ? 0 : chance.nextInt(ready.size())).run();
        return true;
    }

    private Instant next(Instant until) {
        Instant next = clock.nextTask();
        for (Replica replica : replicas) {
            next = earlier(next, replica.nextStep());
        }
        if (shared && isQuiet()) {
            Instant skipped = earlier(next, until);
            replicas.forEach(replica -> replica.skipBeats(skipped));
        } else {
            for (Replica replica : replicas) {
                next = earlier(next, replica.nextBeat());
            }
        }
        return next;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** Whether no heartbeat has anything to tell, nor will have. */
    private boolean isQuiet() {
        return isSettled()
                && replicas.size() == registry.rows().size()
                && replicas.stream().allMatch(Replica::isInTouch);
    }

    private boolean allAreWell() {
        return replicas.stream().allMatch(Replica::isWell);
    }

    private boolean isSettled() {
        return !clock.instant().isBefore(settledFrom);
    }

    /** Nobody has anything to do at this instant. */
    private void idle() {
        Instant now = clock.instant();
        if (shared && allAreWell()) {
            Instant from = earlier(lastFault, now).plus(TAKEOVER).plus(Fate.LONGEST_BACK_OFF);
            promises.owners.tenantsAreOwned(now, from, replicas);
        }
        if (depth == 0 && isSettled() && !replicas.isEmpty()) {
            promises.atRest(now, replicas);
        }
    }
}
