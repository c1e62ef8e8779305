package io.tandem.campaigns.simulation;

import io.tandem.campaigns.model.Agent;
import io.tandem.campaigns.model.AgentPacing;
import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.CampaignState;
import io.tandem.campaigns.model.Carrier;
import io.tandem.campaigns.model.Run;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.Tenant;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.rules.Transitions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What clients of both dialects write, at random, as the services do: to the store, then a word to the scheduler. */
final class Clients {

    /** How a write reaches the scheduler. */
    interface Gateway {

        /** Whether anybody takes requests. */
        boolean isThere();

        /**
         * Runs {@code answered} when a write that may forbid calls is taken in, or {@code unanswered} when that could not
         * be had; neither if the only process dies before.
         */
        void forbade(TenantId tenant, Runnable answered, Runnable unanswered);

        void changed(TenantId tenant);
    }

    /** Those who want to know what clients asked for. */
    interface Observer {

        void newRunByClient(UUID campaign);

        void delayChanged(UUID campaign, Duration delay);
    }

    private final SplittableRandom chance;
    private final VirtualClock clock;
    private final MemoryStore store;
    private final World world;
    private final Laws laws;
    private final Gateway gateway;
    private final Observer observer;
    private final Consumer<Happening> count;
    private final Supplier<UUID> ids;

    Clients(
            SplittableRandom chance,
            VirtualClock clock,
            MemoryStore store,
            World world,
            Laws laws,
            Gateway gateway,
            Observer observer,
            Consumer<Happening> count,
            Supplier<UUID> ids) {
        this.chance = chance;
        this.clock = clock;
        this.store = store;
        this.world = world;
        this.laws = laws;
        this.gateway = gateway;
        this.observer = observer;
        this.count = count;
        this.ids = ids;
    }

    /** The time until some campaign's hours change next, a day if none does. */
    Duration untilAnHoursChange() {
        Instant now = clock.instant();
        List<Campaign> all = List.copyOf(store.campaigns.values());
        Campaign campaign = all.get(chance.nextInt(all.size()));
        Instant change = campaign.hours()
                .closesAt(now, World.ZONE)
                .or(() -> campaign.hours().nextOpening(now, World.ZONE))
                .orElse(Instant.MAX);
        Instant quiet = now.plus(Quiet.untilChange(
                Objects.requireNonNull(store.tenants.get(campaign.tenant())).policy(), now, World.ZONE));
        return Duration.between(now, change.isBefore(quiet) ? change : quiet);
    }

    void edit() {
        if (!gateway.isThere()) {
            return;
        }
        List<Campaign> all = List.copyOf(store.campaigns.values());
        Campaign campaign = all.get(chance.nextInt(all.size()));
        TenantId tenant = campaign.tenant();
        switch (chance.nextInt(29)) {
            case 0 -> write(Happening.STOP, campaign.withRun(Transitions.stop(campaign.run())));
            case 1 -> pause(campaign);
            case 2, 3, 4, 5, 6 -> start(campaign);
            case 7 ->
                write(
                        Happening.DISABLE,
                        campaign.withEnabled(!campaign.enabled()).withRun(Transitions.stop(campaign.run())));
            case 8 -> write(Happening.CAP, campaign.withPacing(campaign.pacing().withMaxConcurrent(chance.nextInt(6))));
            case 9 -> carrierCap(campaign);
            case 10 -> tenantCap(tenant);
            case 11 -> serviceLevel(campaign);
            case 12 -> write(Happening.HOURS, campaign.withHours(world.hours(clock.instant())));
            case 13, 14 -> plan(campaign);
            case 15 -> doNotCall(tenant);
            case 16 -> deleteTarget(tenant);
            case 17, 18 -> newTargets(campaign);
            case 19 -> agentStatus(tenant);
            case 20 -> suspend(Objects.requireNonNull(store.tenants.get(tenant)));
            case 21, 22 -> replan(1 + chance.nextInt(5));
            case 23 -> channels(campaign);
            case 24 -> policy(tenant);
            case 25 -> importStartsOrEnds(campaign);
            default -> push(campaign);
        }
    }

    private void write(Happening happening, Campaign changed) {
        write(happening, changed.tenant(), () -> store.campaigns.put(changed.id(), changed));
    }

    /** Writes what may forbid calls; its answer leaves when the scheduler has taken it in. */
    private void write(Happening happening, TenantId tenant, Runnable change) {
        count.accept(happening);
        change.run();
        tell(tenant);
    }

    /** Who gets no answer writes the same again. */
    private void tell(TenantId tenant) {
        Law law = laws.written(tenant);
        gateway.forbade(tenant, () -> laws.answered(tenant, law), () -> tell(tenant));
    }

    private void pause(Campaign campaign) {
        newRunIfNone(campaign);
        Run paused = Transitions.pause(campaign.run(), campaign.hours(), World.ZONE, clock.instant(), ids::get);
        write(Happening.PAUSE, campaign.withRun(paused));
    }

    void start(Campaign campaign) {
        boolean listRuns = store.campaigns.values().stream()
                .anyMatch(other -> !other.id().equals(campaign.id())
                        && other.state() == CampaignState.RUNNING
                        && other.lists().stream().anyMatch(campaign.lists()::contains));
        if (campaign.enabled() && !listRuns) {
            newRunIfNone(campaign);
            write(Happening.START, campaign.withRun(Transitions.start(campaign.run(), ids::get)));
        }
    }

    private void newRunIfNone(Campaign campaign) {
        if (campaign.run().id() == null) {
            observer.newRunByClient(campaign.id());
        }
    }

    private void carrierCap(Campaign campaign) {
        Carrier carrier = Objects.requireNonNull(store.carrierOf(campaign));
        write(
                Happening.CARRIER_CAP,
                campaign.tenant(),
                () -> store.carriers.put(carrier.id(), carrier.withMaxConcurrent(chance.nextInt(8))));
    }

    private void channels(Campaign campaign) {
        Carrier carrier = Objects.requireNonNull(store.carrierOf(campaign));
        if (chance.nextBoolean()) {
            write(
                    Happening.CHANNELS,
                    campaign.tenant(),
                    () -> store.carriers.put(carrier.id(), carrier.withChannels(Networks.channels(chance))));
        } else {
            write(
                    Happening.CHANNELS,
                    campaign.withPacing(campaign.pacing()
                            .withChannels(Networks.channels(chance))
                            .withChannelMode(
                                    chance.nextInt(4) == 0
                                            ? Networks.mode(chance)
                                            : campaign.pacing().channelMode())));
        }
    }

    private void tenantCap(TenantId id) {
        Tenant tenant = Objects.requireNonNull(store.tenants.get(id));
        Tenant.Caps old = tenant.caps();
        Tenant.Caps caps = new Tenant.Caps(chance.nextInt(12), old.cps(), old.leads(), old.apiRps());
        write(Happening.TENANT_CAP, id, () -> store.tenants.put(id, tenant.withCaps(caps)));
    }

    private void policy(TenantId id) {
        Tenant tenant = Objects.requireNonNull(store.tenants.get(id));
        Instant now = clock.instant();
        Tenant changed = tenant.withPolicy(world.policy(now)).withUpdated(now);
        write(Happening.POLICY, id, () -> store.tenants.put(id, changed));
    }

    private void serviceLevel(Campaign campaign) {
        AgentPacing old = campaign.pacing().agents();
        AgentPacing agents = new AgentPacing(50 * chance.nextInt(5), old.rule());
        write(Happening.SERVICE_LEVEL, campaign.withPacing(campaign.pacing().withAgents(agents)));
    }

    private void plan(Campaign campaign) {
        store.openReplans.add(campaign.id());
        write(
                Happening.PLAN,
                campaign.tenant(),
                () -> store.plans.computeIfPresent(
                        Objects.requireNonNull(campaign.dialPlan()),
                        (id, plan) -> plan.withAttempts(List.of(chance.nextInt(4), chance.nextInt(2), 0, 0, 1))
                                .withRetryDelay(Duration.ofSeconds(chance.nextInt(120)))
                                .withRingTimeout(Duration.ofSeconds(5 + chance.nextInt(20)))));
        observer.delayChanged(
                campaign.id(),
                Objects.requireNonNull(store.plans.get(campaign.dialPlan())).retryDelay());
    }

    /** As the worker does: once the owner has taken the edits in, a batch of targets follows each. */
    void replan(int batch) {
        for (UUID id : List.copyOf(store.openReplans)) {
            TenantId tenant = Objects.requireNonNull(store.campaigns.get(id)).tenant();
            gateway.forbade(tenant, () -> replan(id, batch), () -> replan(batch));
        }
    }

    private void replan(UUID id, int batch) {
        if (store.openReplans.contains(id) && store.replan(id, batch) > 0) {
            count.accept(Happening.REPLANNED);
        }
        gateway.changed(Objects.requireNonNull(store.campaigns.get(id)).tenant());
    }

    private void doNotCall(TenantId tenant) {
        write(
                Happening.DO_NOT_CALL,
                tenant,
                () -> store.doNotCall
                        .computeIfAbsent(tenant, t -> new HashSet<>())
                        .add(someNumber(tenant)));
    }

    /** Rather one that is about to be called. */
    private String someNumber(TenantId tenant) {
        List<String> numbers = new ArrayList<>();
        for (Target target : store.targets.values()) {
            var first = target.destinations().get(0);
            if (target.tenant().equals(tenant) && !target.state().hasEnded() && first != null) {
                numbers.add(first.destination().text());
            }
        }
        return numbers.isEmpty() ? world.number() : numbers.get(chance.nextInt(numbers.size()));
    }

    private void deleteTarget(TenantId tenant) {
        List<Target> all = store.targets.values().stream()
                .filter(target -> target.tenant().equals(tenant)
                        && target.deleted() == null
                        && !target.state().hasEnded())
                .toList();
        if (!all.isEmpty()) {
            Target target = all.get(chance.nextInt(Math.min(5, all.size())));
            delete(target.id());
        }
    }

    void delete(UUID target) {
        Target old = Objects.requireNonNull(store.targets.get(target));
        write(Happening.DELETE_TARGET, old.tenant(), () -> store.targets.put(target, old.withDeleted(clock.instant())));
    }

    private void newTargets(Campaign campaign) {
        count.accept(Happening.NEW_TARGETS);
        world.targets(campaign.tenant(), campaign.lists().get(0), 1 + chance.nextInt(10), clock.instant());
        gateway.changed(campaign.tenant());
    }

    /** As the service does it: only what would be called now is taken. */
    private void push(Campaign campaign) {
        Instant now = clock.instant();
        List<UUID> lists = store.enabledLists(campaign);
        boolean open = campaign.hours()
                .nextOpening(now, World.ZONE)
                .filter(now::equals)
                .isPresent();
        if (campaign.state() == CampaignState.RUNNING && campaign.enabled() && open && !lists.isEmpty()) {
            count.accept(Happening.PUSH);
            UUID list = lists.get(chance.nextInt(lists.size()));
            world.pushes(campaign.tenant(), list, 1 + chance.nextInt(5), now);
            gateway.changed(campaign.tenant());
        }
    }

    private void agentStatus(TenantId tenant) {
        List<Agent> all = store.agents.values().stream()
                .filter(agent -> agent.tenant().equals(tenant))
                .toList();
        if (!all.isEmpty()) {
            write(
                    Happening.AGENT_STATUS,
                    tenant,
                    () -> all.forEach(agent -> {
                        boolean away = chance.nextInt(3) == 0;
                        store.agents.put(
                                agent.id(), agent.withStatus(away ? Agent.Status.AWAY : Agent.Status.AVAILABLE));
                    }));
        }
    }

    void suspend(Tenant tenant) {
        write(
                Happening.SUSPEND,
                tenant.id(),
                () -> store.tenants.put(tenant.id(), tenant.withSuspended(!tenant.suspended())));
    }

    private void importStartsOrEnds(Campaign campaign) {
        count.accept(Happening.IMPORT);
        UUID list = campaign.lists().get(0);
        if (!store.openImports.remove(list)) {
            store.openImports.add(list);
        }
        gateway.changed(campaign.tenant());
    }
}
