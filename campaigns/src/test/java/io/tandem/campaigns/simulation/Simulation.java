package io.tandem.campaigns.simulation;

import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.Tenant;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.rules.NetworkPrefixes;
import io.tandem.campaigns.scheduler.Inbox;
import io.tandem.campaigns.scheduler.Lease;
import io.tandem.campaigns.scheduler.Limits;
import io.tandem.campaigns.scheduler.Scheduler;
import io.tandem.campaigns.simulated.Journal;
import io.tandem.campaigns.simulated.Playback;
import io.tandem.campaigns.simulated.SimulatedCarrier;
import io.tandem.campaigns.simulated.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;

/**
 * One random life of a gateway: tenants, campaigns, edits, faults and crashes, all drawn from a seed. The same seed gives
 * the same life.
 */
final class Simulation implements Clients.Gateway {

    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final Duration LONGEST_TALK = Duration.ofSeconds(30);
    private static final Duration GRACE = Duration.ofSeconds(5);
    /** As long as the scheduler may wait after a failure of its store, and a little. */
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(6);

    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(100);
    private static final int EDITS = 25;
    private static final int MOST_TURNS_AT_AN_INSTANT = 2_000;

    private final SplittableRandom chance;
    private final VirtualClock clock = new VirtualClock(START);
    private final EventHash hash = new EventHash();
    private final Verdict verdict = new Verdict();
    private final MemoryStore store = new MemoryStore();
    private final Fate fate;
    private final Clients clients;
    private final Promises promises;
    private final Map<Happening, Integer> happened = new EnumMap<>(Happening.class);
    private final long seed;
    private long lastId;
    private Instant settledFrom = Instant.MIN;
    private Instant wake = START;
    private Inbox inbox = new Inbox();
    private Scheduler scheduler;

    Simulation(long seed) {
        this.seed = seed;
        chance = new SplittableRandom(seed);
        boolean rough = chance.nextBoolean();
        World world = new World(chance, this::id, store);
        promises = new Promises(store, verdict, !rough, LONGEST_TALK, GRACE);
        clients = new Clients(chance, clock, store, world, promises.laws, this, promises, this::count, this::id);
        fate = new Fate(chance, clock, this::count, clients, this::trouble, rough);
        for (int i = 0; i < 1 + chance.nextInt(2); i++) {
            world.tenant(START);
        }
        store.tenants.keySet().forEach(promises.laws::written);
        store.tell(promises.moves);
        scheduler = boot();
        for (Campaign campaign : List.copyOf(store.campaigns.values())) {
            if (chance.nextInt(4) > 0) {
                clients.start(campaign);
            }
        }
    }

    private UUID id() {
        return new UUID(0x7000, ++lastId);
    }

    private void count(Happening happening) {
        happened.merge(happening, 1, Integer::sum);
        hash.add(clock.instant() + " " + happening);
    }

    /** As the gateway does: asks until the tenant's owner has taken the write in. */
    @Override
    public void forbade(TenantId tenant, Runnable answered) {
        Inbox asked = inbox;
        asked.forbade(tenant).thenAccept(takenIn -> {
            if (asked != inbox || fate.isDead()) {
                return;
            }
            if (takenIn) {
                answered.run();
            } else {
                clock.timerOf(asked).after(BETWEEN_QUESTIONS, () -> forbade(tenant, answered));
            }
        });
    }

    @Override
    public void changed(TenantId tenant) {
        inbox.changed(tenant);
    }

    private Scheduler boot() {
        inbox = new Inbox();
        Inbox mine = inbox;
        fate.born();
        Lease lease = new Lease(() -> 0, () -> 0);
        lease.extendAlone();
        Timer timer = clock.timerOf(mine);
        SimulatedCarrier carrier = new SimulatedCarrier(
                clock,
                timer,
                new FatedEvents(mine, fate, timer, hash, this::count),
                new Journal(this::journal),
                Playback.INSTANT,
                seed,
                1);
        Scheduler booted = new Scheduler(
                clock,
                new FatedStore(store, fate, hash, this::count, this::trouble),
                new FatedDialer(carrier, fate, timer, this::count, call -> promises.hungUp(call, clock.instant())),
                mine,
                this::id,
                new Random(seed),
                new Limits(
                        LONGEST_TALK, GRACE, 3 + chance.nextInt(20), chance.nextInt(6), null, NetworkPrefixes.VIETNAM),
                lease,
                tenant -> {});
        store.tenants.keySet().forEach(inbox::own);
        wake = clock.instant();
        return booted;
    }

    /** Called from within the scheduler, which takes whatever the carrier throws for a refusal. */
    private void journal(String line) {
        hash.add(line);
        try {
            promises.carrier.journal(line);
        } catch (RuntimeException ours) {
            verdict.failed(ours);
        }
    }

    private void trouble() {
        settledFrom = clock.instant().plus(LONGEST_BACK_OFF);
    }

    /** Lives, then comes to rest. */
    Lives.Life run() {
        for (int edit = 0; edit <= EDITS && verdict.isSound(); edit++) {
            runUntil(nextEdit(edit));
            if (edit < EDITS) {
                editOrCrash();
            }
        }
        fate.calm();
        store.openImports.clear();
        clients.replan(Integer.MAX_VALUE);
        store.tenants.keySet().forEach(this::changed);
        for (Tenant tenant : List.copyOf(store.tenants.values())) {
            if (tenant.suspended()) {
                clients.suspend(tenant);
            }
        }
        runUntil(clock.instant().plus(Duration.ofDays(3)));
        if (verdict.isSound()) {
            promises.atEnd();
        }
        promises.countMoves(happened);
        Map<String, Integer> counts = new TreeMap<>();
        happened.forEach((happening, times) -> counts.put(happening.name(), times));
        return new Lives.Life(seed, hash.toString(), promises.placed(), counts, List.copyOf(verdict.broken));
    }

    private Instant nextEdit(int edit) {
        if (chance.nextInt(4) == 0) {
            count(Happening.EDIT_AT_HOURS_CHANGE);
            return clock.instant().plus(clients.untilAnHoursChange());
        }
        return clock.instant().plusMillis(1 + chance.nextInt(edit % 5 == 4 ? 20_000_000 : 120_000));
    }

    private void editOrCrash() {
        if (chance.nextInt(25) == 0) {
            crash(Happening.CRASH_BETWEEN_TURNS);
        } else {
            clients.edit();
        }
    }

    private void runUntil(Instant until) {
        int turnsNow = 0;
        while (verdict.isSound()) {
            clock.advance(clock.instant());
            if (!inbox.isEmpty() || !wake.isAfter(clock.instant())) {
                turn();
                if (++turnsNow > MOST_TURNS_AT_AN_INSTANT) {
                    verdict.broken(10, "the scheduler turns without end at " + clock.instant());
                }
                continue;
            }
            if (!clock.instant().isBefore(settledFrom)) {
                promises.atRest(clock.instant());
            }
            turnsNow = 0;
            Instant next = wake.isBefore(clock.nextTask()) ? wake : clock.nextTask();
            if (next.isAfter(until)) {
                clock.advance(until);
                return;
            }
            clock.advance(next);
        }
    }

    private void turn() {
        try {
            wake = scheduler.turn();
        } catch (Fate.Crash crash) {
            // Seen below, as is one that was caught.
        } catch (RuntimeException failure) {
            verdict.broken(10, "the scheduler failed: " + failure);
        }
        if (fate.isDead()) {
            die();
        }
        promises.betweenTurns();
    }

    private void crash(Happening how) {
        count(how);
        die();
    }

    /** The process and its calls are gone; a new one comes up after a while. */
    private void die() {
        promises.died(clock.instant());
        clock.forget(inbox);
        clock.pass(Duration.ofSeconds(chance.nextInt(60)));
        scheduler = boot();
    }
}
