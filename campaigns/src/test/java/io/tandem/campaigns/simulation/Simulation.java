package io.tandem.campaigns.simulation;

import io.tandem.campaigns.model.Agent;
import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.CampaignState;
import io.tandem.campaigns.model.DialPlan;
import io.tandem.campaigns.model.Run;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.Tenant;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.Ids;
import io.tandem.campaigns.rules.Transitions;
import io.tandem.campaigns.scheduler.Inbox;
import io.tandem.campaigns.scheduler.Lease;
import io.tandem.campaigns.scheduler.Limits;
import io.tandem.campaigns.scheduler.Scheduler;
import io.tandem.campaigns.simulated.Journal;
import io.tandem.campaigns.simulated.SimulatedCarrier;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * One random life of a gateway: tenants, campaigns, edits, faults and crashes, all drawn from a seed. The same seed gives
 * the same life.
 */
final class Simulation {

    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final int EDITS = 25;

    /** What was done to the gateway, and how often: a kind that never happens proves nothing. */
    enum Happening {
        COMMIT_LOST,
        ANSWER_LOST,
        CRASH,
        STOP,
        PAUSE,
        START,
        DISABLE,
        CAP,
        PLAN,
        DO_NOT_CALL,
        DELETE_TARGET,
        NEW_TARGETS,
        AGENT_STATUS,
        IMPORT,
        SUSPEND,
        RESUMED,
        EXHAUSTED,
        CHAINED
    }

    private final SplittableRandom chance;
    private final VirtualClock clock = new VirtualClock(START);
    private final MemoryStore store;
    private final World world;
    private final Checkers checkers;
    private final Map<Happening, Integer> happened = new EnumMap<>(Happening.class);
    private final long seed;
    private long lastId;
    private boolean faulty;
    private Inbox inbox = new Inbox();
    private Scheduler scheduler;

    Simulation(long seed) {
        this.seed = seed;
        chance = new SplittableRandom(seed);
        faulty = chance.nextInt(3) == 0;
        store = new MemoryStore(this::fault);
        world = new World(chance, this::id, store);
        checkers = new Checkers(store);
        for (int i = 0; i < 1 + chance.nextInt(2); i++) {
            world.tenant(START);
        }
        scheduler = boot();
        for (Campaign campaign : List.copyOf(store.campaigns.values())) {
            if (chance.nextInt(4) > 0) {
                start(campaign);
            }
        }
    }

    private UUID id() {
        return new UUID(0x7000, ++lastId);
    }

    private MemoryStore.Fault fault() {
        if (!faulty || chance.nextInt(20) > 0) {
            return MemoryStore.Fault.NONE;
        }
        boolean lost = chance.nextBoolean();
        count(lost ? Happening.COMMIT_LOST : Happening.ANSWER_LOST);
        return lost ? MemoryStore.Fault.LOST : MemoryStore.Fault.ANSWER_LOST;
    }

    private void count(Happening happening) {
        happened.merge(happening, 1, Integer::sum);
    }

    private Scheduler boot() {
        inbox = new Inbox();
        Lease lease = new Lease(() -> 0);
        lease.extendForever();
        SimulatedCarrier carrier = new SimulatedCarrier(clock, clock, inbox, new Journal(checkers::journal), seed, 1);
        Ids ids = this::id;
        Scheduler booted = new Scheduler(
                clock,
                store,
                carrier,
                inbox,
                ids,
                new Random(seed),
                new Limits(Duration.ofSeconds(30), Duration.ofSeconds(5), 3 + chance.nextInt(20), 5, null),
                lease,
                tenant -> {});
        store.tenants.keySet().forEach(inbox::own);
        return booted;
    }

    /** Lives, then comes to rest; says what happened. */
    Map<Happening, Integer> run() {
        Instant wake = clock.instant();
        for (int edit = 0; edit <= EDITS; edit++) {
            Instant until = clock.instant().plusSeconds(1 + chance.nextInt(edit % 5 == 4 ? 20_000 : 120));
            wake = runUntil(until, wake);
            if (edit < EDITS && checkers.broken.isEmpty()) {
                edit();
                wake = clock.instant();
            }
        }
        faulty = false;
        if (!store.openImports.isEmpty()) {
            store.openImports.clear();
            store.tenants.keySet().forEach(inbox::changed);
        }
        for (Tenant tenant : List.copyOf(store.tenants.values())) {
            if (tenant.suspended()) {
                suspend(tenant);
            }
        }
        runUntil(clock.instant().plus(Duration.ofDays(3)), clock.instant());
        checkers.atEnd();
        return happened;
    }

    List<String> broken() {
        return checkers.broken;
    }

    int placed() {
        return checkers.placed;
    }

    private Instant runUntil(Instant until, Instant firstWake) {
        Instant wake = firstWake;
        int idle = 0;
        while (checkers.broken.isEmpty()) {
            clock.runDue();
            if (!inbox.isEmpty() || !wake.isAfter(clock.instant())) {
                wake = turn();
                if (++idle > 100_000) {
                    checkers.broken.add("the scheduler turns without end at " + clock.instant());
                }
                continue;
            }
            if (!faulty) {
                checkers.atRest(clock.instant());
            }
            idle = 0;
            Instant next = wake.isBefore(clock.nextTask()) ? wake : clock.nextTask();
            if (next.isAfter(until)) {
                clock.advance(until);
                return wake;
            }
            clock.advance(next);
        }
        return wake;
    }

    private Instant turn() {
        Map<UUID, Campaign> before = new LinkedHashMap<>(store.campaigns);
        Instant wake = scheduler.turn();
        checkers.between();
        for (Campaign campaign : store.campaigns.values()) {
            CampaignState was = before.get(campaign.id()).state();
            if (was == CampaignState.RUNNING && campaign.state() == CampaignState.STOPPED) {
                count(Happening.EXHAUSTED);
                checkers.stoppedByItself(campaign);
            }
            if (was == CampaignState.PAUSED && campaign.state() == CampaignState.RUNNING) {
                count(Happening.RESUMED);
            }
            if (was == CampaignState.STOPPED && campaign.state() == CampaignState.RUNNING) {
                count(Happening.CHAINED);
            }
        }
        return wake;
    }

    // ---- what clients and fate do

    private void edit() {
        List<Campaign> all = new ArrayList<>(store.campaigns.values());
        Campaign campaign = all.get(chance.nextInt(all.size()));
        switch (chance.nextInt(14)) {
            case 0 -> change(Happening.STOP, campaign.withRun(Transitions.stop(campaign.run())));
            case 1 -> pause(campaign);
            case 2, 3, 4 -> start(campaign);
            case 5 ->
                change(
                        Happening.DISABLE,
                        campaign.withEnabled(!campaign.enabled()).withRun(Transitions.stop(campaign.run())));
            case 6 ->
                change(Happening.CAP, campaign.withPacing(campaign.pacing().withMaxConcurrent(chance.nextInt(6))));
            case 7 -> plan(campaign);
            case 8 -> doNotCall(campaign.tenant());
            case 9 -> deleteTarget(campaign);
            case 10 -> newTargets(campaign);
            case 11 -> agentStatus(campaign.tenant());
            case 12 -> suspend(store.tenants.get(campaign.tenant()));
            default -> crashOrImport(campaign);
        }
    }

    private void change(Happening happening, Campaign changed) {
        count(happening);
        store.campaigns.put(changed.id(), changed);
        var acknowledged = inbox.forbade(changed.tenant()).toCompletableFuture();
        clock.runDue();
        turn();
        if (!acknowledged.isDone()) {
            checkers.broken.add("2: a forbidding write was not acknowledged");
        }
    }

    private void pause(Campaign campaign) {
        Run paused = Transitions.pause(campaign.run(), campaign.hours(), World.ZONE, clock.instant(), this::id);
        change(Happening.PAUSE, campaign.withRun(paused));
    }

    private void start(Campaign campaign) {
        boolean listRuns = store.campaigns.values().stream()
                .anyMatch(other -> !other.id().equals(campaign.id())
                        && other.state() == CampaignState.RUNNING
                        && other.lists().stream().anyMatch(campaign.lists()::contains));
        if (campaign.enabled() && !listRuns) {
            change(Happening.START, campaign.withRun(Transitions.start(campaign.run(), this::id)));
        }
    }

    private void plan(Campaign campaign) {
        count(Happening.PLAN);
        store.plans.computeIfPresent(
                campaign.dialPlan(),
                (id, plan) -> plan.withAttempts(List.of(chance.nextInt(4), chance.nextInt(2), 0, 0, 1)));
        DialPlan changed = store.plans.get(campaign.dialPlan());
        inbox.forbade(changed.tenant());
        turn();
    }

    private void doNotCall(TenantId tenant) {
        count(Happening.DO_NOT_CALL);
        store.doNotCall.computeIfAbsent(tenant, t -> new HashSet<>()).add(world.number());
        inbox.forbade(tenant);
        turn();
    }

    private void deleteTarget(Campaign campaign) {
        List<Target> all = store.targets.values().stream()
                .filter(target -> target.tenant().equals(campaign.tenant()) && target.deleted() == null)
                .toList();
        if (!all.isEmpty()) {
            count(Happening.DELETE_TARGET);
            Target target = all.get(chance.nextInt(all.size()));
            store.targets.put(target.id(), target.withDeleted(clock.instant()));
            inbox.forbade(campaign.tenant());
            turn();
        }
    }

    private void suspend(Tenant tenant) {
        count(Happening.SUSPEND);
        store.tenants.put(tenant.id(), tenant.withSuspended(!tenant.suspended()));
        inbox.forbade(tenant.id());
        turn();
    }

    private void newTargets(Campaign campaign) {
        count(Happening.NEW_TARGETS);
        world.targets(campaign.tenant(), campaign.lists().get(0), 1 + chance.nextInt(10), clock.instant());
        inbox.changed(campaign.tenant());
    }

    private void agentStatus(TenantId tenant) {
        for (Agent agent : List.copyOf(store.agents.values())) {
            if (agent.tenant().equals(tenant)) {
                count(Happening.AGENT_STATUS);
                boolean away = chance.nextBoolean();
                store.agents.put(agent.id(), agent.withStatus(away ? Agent.Status.AWAY : Agent.Status.AVAILABLE));
            }
        }
        inbox.forbade(tenant);
        turn();
    }

    private void crashOrImport(Campaign campaign) {
        if (chance.nextBoolean()) {
            count(Happening.IMPORT);
            UUID list = campaign.lists().get(0);
            if (!store.openImports.remove(list)) {
                store.openImports.add(list);
            }
            inbox.changed(campaign.tenant());
        } else {
            count(Happening.CRASH);
            clock.clear();
            checkers.carrierDied(clock.instant());
            clock.advance(clock.instant().plusSeconds(chance.nextInt(60)));
            scheduler = boot();
        }
    }
}
