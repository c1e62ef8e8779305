package io.tandem.campaigns.simulation;

import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;

/**
 * One random life of a gateway: tenants, campaigns, one replica or several, edits, faults and crashes, all drawn from a
 * seed. The same seed gives the same life.
 */
final class Simulation {

    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    /** Every tenth life begins in the small hours of the tenants' zone, with the day of UTC about to end. */
    private static final Instant EARLY = START.minus(Duration.ofHours(4));

    private static final Duration UNTIL_ALL_ARE_UP = Duration.ofMinutes(3);
    private static final int LATEST_NOTICE_MILLIS = 8_000;
    private static final int EDITS = 25;

    private final SplittableRandom chance;
    private final VirtualClock clock;
    private final EventHash hash = new EventHash();
    private final Verdict verdict = new Verdict();
    private final MemoryStore store;
    private final Fleet fleet;
    private final Clients clients;
    private final Promises promises;
    private final Map<Happening, Integer> happened = new EnumMap<>(Happening.class);
    private final long seed;
    private final boolean shared;
    private boolean rough;
    private long lastId;

    Simulation(long seed) {
        this.seed = seed;
        clock = new VirtualClock(seed % 10 == 9 ? EARLY : START);
        chance = new SplittableRandom(seed);
        rough = chance.nextBoolean();
        shared = chance.nextBoolean();
        Registry registry = new Registry(clock, this::lateness);
        store = new MemoryStore(registry);
        World world = new World(chance, new SplittableRandom(-seed), this::id, store);
        promises = new Promises(store, clock, verdict, shared, !rough, Fleet.LONGEST_TALK, Fleet.GRACE);
        fleet = new Fleet(chance, clock, registry, store, verdict, hash, this::id, this::count, seed, shared, rough);
        clients = new Clients(chance, clock, store, world, promises.laws, fleet, promises, this::count, this::id);
        for (int i = 0; i < 1 + chance.nextInt(2); i++) {
            world.tenant(clock.instant());
        }
        store.tenants.keySet().forEach(registry::tenant);
        store.tenants.keySet().forEach(promises.laws::written);
        store.tell(promises.moves);
        store.tell(promises.owners);
        store.tell(promises.policies);
        store.tell(promises.pushes);
        store.tell(promises.joins);
        registry.tell(promises.owners, fleet::hasSessions);
        promises.owners.by(fleet);
        fleet.begin(promises, clients, shared ? 1 + chance.nextInt(4) : 1);
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

    private Duration lateness() {
        if (!rough || chance.nextInt(20) > 0) {
            return Duration.ZERO;
        }
        count(Happening.NOTICE_LATE);
        Duration late = Duration.ofMillis(1 + chance.nextInt(LATEST_NOTICE_MILLIS));
        fleet.trouble(late);
        return late;
    }

    /** Lives, then comes to rest. */
    Lives.Life run() {
        for (int edit = 0; edit <= EDITS && verdict.isSound(); edit++) {
            fleet.runUntil(nextEdit(edit));
            if (edit < EDITS) {
                editOrFault();
            }
        }
        comeToRest();
        for (int hour = 0; hour < 3 * 24; hour++) {
            fleet.runUntil(clock.instant().plus(Duration.ofHours(1)));
            if (!store.openReplans.isEmpty() && fleet.isThere()) {
                // Campaigns of a chain take up each other's lists to the end.
                clients.replan(Integer.MAX_VALUE);
            }
        }
        if (verdict.isSound()) {
            promises.atEnd();
        }
        promises.countMoves(happened);
        Map<String, Integer> counts = new TreeMap<>();
        happened.forEach((happening, times) -> counts.put(happening.name(), times));
        return new Lives.Life(seed, hash.toString(), promises.placed(), counts, List.copyOf(verdict.broken));
    }

    private void comeToRest() {
        rough = false;
        fleet.calm();
        fleet.runUntil(clock.instant().plus(UNTIL_ALL_ARE_UP));
        store.openImports.clear();
        if (fleet.isThere()) {
            clients.replan(Integer.MAX_VALUE);
            store.tenants.keySet().forEach(fleet::changed);
            for (Tenant tenant : List.copyOf(store.tenants.values())) {
                if (tenant.suspended()) {
                    clients.suspend(tenant);
                }
            }
        } else {
            verdict.broken(14, "no replica is up at the end");
        }
    }

    private Instant nextEdit(int edit) {
        if (chance.nextInt(4) == 0) {
            count(Happening.EDIT_AT_HOURS_CHANGE);
            return clock.instant().plus(clients.untilAnHoursChange());
        }
        return clock.instant().plusMillis(1 + chance.nextInt(edit % 5 == 4 ? 20_000_000 : 120_000));
    }

    private void editOrFault() {
        if (chance.nextInt(25) == 0) {
            fleet.crash();
        } else if (shared && chance.nextInt(6) == 0) {
            if (rough) {
                fleet.misfortune();
            } else {
                fleet.leave();
            }
        } else {
            clients.edit();
        }
    }
}
