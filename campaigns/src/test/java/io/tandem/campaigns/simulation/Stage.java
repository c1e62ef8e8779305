package io.tandem.campaigns.simulation;

import io.tandem.campaigns.model.Address;
import io.tandem.campaigns.model.AgentPacing;
import io.tandem.campaigns.model.Callbacks;
import io.tandem.campaigns.model.CallingHours;
import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.CampaignKind;
import io.tandem.campaigns.model.Carried;
import io.tandem.campaigns.model.Carrier;
import io.tandem.campaigns.model.Destination;
import io.tandem.campaigns.model.DialPlan;
import io.tandem.campaigns.model.Pacing;
import io.tandem.campaigns.model.RetryPolicy;
import io.tandem.campaigns.model.Run;
import io.tandem.campaigns.model.Script;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetList;
import io.tandem.campaigns.model.TargetState;
import io.tandem.campaigns.model.Tenant;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.SchedulerStore;
import io.tandem.campaigns.ports.SchedulerStore.Committed;
import io.tandem.campaigns.ports.SchedulerStore.Turn;
import io.tandem.campaigns.ports.StoreUnavailable;
import io.tandem.campaigns.scheduler.Inbox;
import io.tandem.campaigns.scheduler.Lease;
import io.tandem.campaigns.scheduler.Limits;
import io.tandem.campaigns.scheduler.Scheduler;
import io.tandem.campaigns.simulated.Journal;
import io.tandem.campaigns.simulated.SimulatedCarrier;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** One process and one tenant in virtual time, for a life that a test tells step by step. */
final class Stage {

    /** What becomes of a commit; returns what the scheduler is told. */
    interface Commits {
        Committed commit(Turn turn);
    }

    final VirtualClock clock = new VirtualClock(Instant.parse("2026-03-02T00:00:00Z"));
    final MemoryStore store = new MemoryStore(new Registry(clock, () -> Duration.ZERO));
    final TenantId tenant = new TenantId(id());
    final Inbox inbox = new Inbox();
    private final Name self = new Name(id());
    private final Scheduler scheduler;
    private Commits commits = this::commit;
    private long lastId;

    Stage() {
        Instant now = clock.instant();
        store.tenants.put(
                tenant,
                new Tenant(
                        tenant,
                        "t",
                        World.ZONE,
                        "VN",
                        "2022-10",
                        List.of(),
                        Set.of("VN"),
                        Tenant.Caps.DEFAULT,
                        false,
                        now,
                        null));
        Carrier carrier =
                new Carrier(tenant, id(), "c", List.of(), 1000, Map.of(), null, true, Carried.NONE, now, null, null);
        store.carriers.put(carrier.id(), carrier);
        store.registry.tenant(tenant);
        Lease lease = new Lease(() -> 0, () -> 0);
        lease.extendAlone();
        SimulatedCarrier phones =
                new SimulatedCarrier(clock, clock.timerOf(this), inbox::on, Journal.NONE, Sleeps.PLAYBACK, 1, 1);
        scheduler = new Scheduler(
                clock,
                fated(),
                phones,
                inbox,
                this::id,
                new Random(1),
                Limits.DEFAULT,
                lease,
                takenIn -> {},
                target -> Map.of());
        inbox.own(tenant);
    }

    private UUID id() {
        return new UUID(0x7000, ++lastId);
    }

    private SchedulerStore fated() {
        ReplicaStore replica = new ReplicaStore(store, self);
        return (SchedulerStore) Proxy.newProxyInstance(
                Stage.class.getClassLoader(), new Class<?>[] {SchedulerStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("commit")) {
                        return commits.commit((Turn) arguments[0]);
                    }
                    try {
                        return method.invoke(replica, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }

    /** As the store does it. */
    Committed commit(Turn turn) {
        return store.commit(turn, self.id(), MemoryStore.Fault.NONE);
    }

    /** The caller is told nothing; the commit lands before the next one that needs its rows. */
    StoreUnavailable commitLate(Turn turn) {
        store.commitLate(turn, self.id(), true);
        return new StoreUnavailable("under way", new IllegalStateException());
    }

    void commitsAre(Commits newCommits) {
        commits = newCommits;
    }

    /** Turns until nothing is left to do. */
    void live() {
        Instant wake = clock.instant();
        while (true) {
            if (!inbox.isEmpty() || !wake.isAfter(clock.instant())) {
                wake = scheduler.turn();
                continue;
            }
            Instant next = wake.isBefore(clock.nextTask()) ? wake : clock.nextTask();
            if (next.equals(Instant.MAX)) {
                return;
            }
            clock.advance(next);
        }
    }

    DialPlan plan(int attempts) {
        DialPlan plan = new DialPlan(
                tenant,
                id(),
                "p",
                "",
                null,
                Duration.ofSeconds(30),
                Duration.ofSeconds(10),
                List.of(attempts, 0, 0, 0, 0),
                Carried.NONE,
                clock.instant(),
                null,
                null);
        store.plans.put(plan.id(), plan);
        return plan;
    }

    /** Stopped, with a list that has one target. */
    Campaign campaign(DialPlan plan, String number) {
        UUID id = id();
        Instant now = clock.instant();
        TargetList list = new TargetList(tenant, id(), "l", "", "", id, true, Carried.NONE, now, null, null);
        store.lists.put(list.id(), list);
        Target target = new Target(
                tenant,
                list.id(),
                id(),
                "",
                "",
                "",
                Arrays.asList(Address.of(new Destination.PhoneNumber(number)), null, null, null, null),
                Networks.of(number),
                TargetState.FRESH,
                now,
                Target.NO_TRIES,
                null,
                null,
                null,
                Carried.NONE,
                now,
                null,
                null);
        store.targets.put(target.id(), target);
        Campaign campaign = new Campaign(
                tenant,
                id,
                "campaign",
                null,
                "",
                CampaignKind.AUTOMATED,
                true,
                Run.STOPPED,
                new Pacing(10, Pacing.ChannelMode.DIRECT, Map.of(), new AgentPacing(100, AgentPacing.Rule.DEPLOYED)),
                plan.id(),
                CallingHours.ALWAYS,
                RetryPolicy.EVERY_NON_ANSWER,
                Script.EMPTY,
                List.of(list.id()),
                null,
                null,
                Callbacks.NONE,
                Campaign.WhenExhausted.STOP,
                null,
                null,
                false,
                Carried.NONE,
                1,
                now,
                null,
                null);
        store.campaigns.put(id, campaign);
        return campaign;
    }

    void run(Campaign campaign) {
        store.campaigns.put(campaign.id(), campaign.withRun(Run.running(id(), List.of())));
    }
}
