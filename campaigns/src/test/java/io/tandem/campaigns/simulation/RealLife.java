package io.tandem.campaigns.simulation;

import io.tandem.campaigns.model.Address;
import io.tandem.campaigns.model.AgentPacing;
import io.tandem.campaigns.model.CallAttempt;
import io.tandem.campaigns.model.Callbacks;
import io.tandem.campaigns.model.CallingHours;
import io.tandem.campaigns.model.CallingHours.Opening;
import io.tandem.campaigns.model.CallingHours.Week;
import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.CampaignKind;
import io.tandem.campaigns.model.CampaignState;
import io.tandem.campaigns.model.Carried;
import io.tandem.campaigns.model.Carrier;
import io.tandem.campaigns.model.Destination;
import io.tandem.campaigns.model.DialPlan;
import io.tandem.campaigns.model.Disposition;
import io.tandem.campaigns.model.Pacing;
import io.tandem.campaigns.model.RetryPolicy;
import io.tandem.campaigns.model.Run;
import io.tandem.campaigns.model.Script;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetList;
import io.tandem.campaigns.model.TargetState;
import io.tandem.campaigns.model.Tenant;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.oracle.Story;
import io.tandem.campaigns.oracle.Story.LeadStory;
import io.tandem.campaigns.oracle.Story.Try;
import io.tandem.campaigns.oracle.Wish;
import io.tandem.campaigns.oracle.Wish.AutocallPlan;
import io.tandem.campaigns.oracle.Wish.Lead;
import io.tandem.campaigns.oracle.Wish.Outplan;
import io.tandem.campaigns.rules.NetworkPrefixes;
import io.tandem.campaigns.scheduler.Inbox;
import io.tandem.campaigns.scheduler.Lease;
import io.tandem.campaigns.scheduler.Limits;
import io.tandem.campaigns.scheduler.Scheduler;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lets the real scheduler live a {@link Wish} in virtual time, and tells the {@link Story} of it. */
final class RealLife {

    static final Duration LONGEST_TALK = Duration.ofMinutes(10);
    static final Duration GRACE = Duration.ofSeconds(5);

    private static final Instant MONDAY = Instant.parse("2026-03-01T17:00:00Z");
    private static final Map<String, Disposition> WORDS = Map.of(
            "answered", Disposition.ANSWERED,
            "busy", Disposition.BUSY,
            "failed", Disposition.FAILED,
            "no-answered", Disposition.NO_ANSWER,
            "not-available", Disposition.NOT_AVAILABLE,
            "voicemail", Disposition.VOICEMAIL,
            "invalid-number", Disposition.INVALID_NUMBER,
            "phone-block", Disposition.BLOCKED,
            "congestion", Disposition.CONGESTION);

    private final Wish wish;
    private final MemoryStore store = new MemoryStore(new Registry(this::now, () -> Duration.ZERO));
    private final ReplicaStore replica = new ReplicaStore(store, new Name(new UUID(0x7000, 0)));
    private final TenantId tenant = new TenantId(id());
    private final List<UUID> leads = new ArrayList<>();
    private final UUID campaign;
    private long lastId;
    private Instant now;

    RealLife(Wish wish) {
        this.wish = wish;
        this.now = instant(wish.start());
        this.campaign = store();
    }

    private Instant now() {
        return now;
    }

    /** Lives it to its end. */
    Story live() {
        Inbox inbox = new Inbox();
        ScriptedNetwork network = new ScriptedNetwork(wish, () -> now, inbox, store);
        Limits limits = new Limits(
                LONGEST_TALK, GRACE, 1 + leads.size() % 3, 1 + leads.size() % 2, null, NetworkPrefixes.VIETNAM);
        Lease lease = new Lease(() -> 0, () -> 0);
        lease.extendAlone();
        Scheduler scheduler = new Scheduler(
                this::now,
                replica,
                network,
                inbox,
                this::id,
                new Random(1),
                limits,
                lease,
                tenantTakenIn -> {},
                target -> Map.of());
        store.registry.tenant(tenant);
        inbox.own(tenant);
        Instant wake = now;
        int turns = 0;
        while (true) {
            network.runDue();
            if (!inbox.isEmpty() || !wake.isAfter(now)) {
                wake = scheduler.turn();
                if (++turns > 100_000) {
                    throw new IllegalStateException("the scheduler turns without end");
                }
                continue;
            }
            now = wake.isBefore(network.next()) ? wake : network.next();
            if (now.equals(Instant.MAX)) {
                return story(network);
            }
        }
    }

    int targetsRead() {
        return replica.targetsRead();
    }

    private Story story(ScriptedNetwork network) {
        if (!network.odd.isEmpty() || !network.isQuiet()) {
            throw new IllegalStateException("calls and records differ: " + network.odd);
        }
        long dialled = store.attempts.values().stream()
                .filter(attempt -> attempt.to().destination().isDialable())
                .count();
        if (dialled != network.placed) {
            throw new IllegalStateException(dialled + " records of " + network.placed + " calls");
        }
        boolean stopped = Objects.requireNonNull(store.campaigns.get(campaign)).state() == CampaignState.STOPPED;
        return new Story(
                stopped ? "stop" : "start", leads.stream().map(this::story).toList());
    }

    private LeadStory story(UUID lead) {
        List<Try> tries = store.attempts.values().stream()
                .filter(attempt -> attempt.target().equals(lead))
                .map(this::story)
                .toList();
        TargetState state = Objects.requireNonNull(store.targets.get(lead)).state();
        return new LeadStory(
                switch (state) {
                    case FRESH -> "fresh";
                    case RETRY -> "waiting";
                    case CALLING -> "calling";
                    case DONE -> "done";
                    case EXHAUSTED -> "exhausted";
                    case DO_NOT_CALL -> "dnc";
                },
                tries);
    }

    private Try story(CallAttempt attempt) {
        Disposition disposition = Objects.requireNonNull(attempt.disposition(), () -> "no end: " + attempt);
        String word = WORDS.entrySet().stream()
                .filter(entry -> entry.getValue() == disposition)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(disposition.name().toLowerCase(Locale.ROOT));
        return new Try(
                attempt.index(),
                attempt.tryNumber(),
                nanos(attempt.placed()),
                nanos(Objects.requireNonNull(attempt.ended())),
                word,
                attempt.talk().toNanos(),
                attempt.reached());
    }

    // ---- the wish as the hub has it (mapping.md)

    private UUID id() {
        return new UUID(0x7000, ++lastId);
    }

    private static Instant instant(long nanos) {
        return MONDAY.plusNanos(nanos);
    }

    private static long nanos(Instant at) {
        return Duration.between(MONDAY, at).toNanos();
    }

    private UUID store() {
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
        store.doNotCall.put(tenant, wish.doNotCall());
        Carrier carrier =
                new Carrier(tenant, id(), "c", List.of(), 1000, Map.of(), null, true, Carried.NONE, now, null, null);
        store.carriers.put(carrier.id(), carrier);
        DialPlan plan = plan(now);
        store.plans.put(plan.id(), plan);
        UUID id = id();
        TargetList list = new TargetList(tenant, id(), "l", "", "", id, true, Carried.NONE, now, null, null);
        store.lists.put(list.id(), list);
        for (Lead lead : wish.leads()) {
            leads.add(target(lead, list.id(), now));
        }
        store.campaigns.put(id, campaign(id, plan.id(), list.id(), now));
        return id;
    }

    private DialPlan plan(Instant now) {
        List<Integer> attempts;
        Duration ring;
        Duration delay;
        if (wish.plan() instanceof AutocallPlan v3) {
            attempts = List.of(v3.recallTimes() + 1, 0, 0, 0, 0);
            ring = Duration.ofSeconds(v3.callTimeoutSeconds());
            delay = v3.scheduleRecall().equals("after") ? Duration.ofSeconds(10) : Duration.ofMinutes(v3.minutes());
        } else {
            Outplan v1 = (Outplan) wish.plan();
            attempts = v1.maxTryCount();
            ring = Duration.ofMillis(v1.dialTimeout());
            delay = Duration.ofMillis(v1.tryInterval());
        }
        return new DialPlan(tenant, id(), "p", "", null, ring, delay, attempts, Carried.NONE, now, null, null);
    }

    private UUID target(Lead lead, UUID list, Instant now) {
        List<@Nullable Address> destinations = new ArrayList<>();
        for (String to : lead.destinations()) {
            destinations.add(to == null ? null : Address.of(destination(to)));
        }
        Target target = new Target(
                tenant,
                list,
                id(),
                "",
                "",
                "",
                destinations,
                "",
                TargetState.FRESH,
                instant(lead.earliest()),
                Target.NO_TRIES,
                null,
                null,
                null,
                Carried.NONE,
                now,
                null,
                null);
        store.targets.put(target.id(), target);
        return target.id();
    }

    private static Destination destination(String to) {
        return to.startsWith("+") ? new Destination.PhoneNumber(to) : new Destination.NotDialable("email", to);
    }

    private Campaign campaign(UUID id, UUID plan, UUID list, Instant now) {
        List<String> listed = wish.recallStatus();
        List<Disposition> again = listed == null
                ? RetryPolicy.EVERY_NON_ANSWER.again()
                : listed.stream().map(WORDS::get).map(Objects::requireNonNull).toList();
        return new Campaign(
                tenant,
                id,
                "campaign",
                null,
                "",
                CampaignKind.AUTOMATED,
                true,
                Run.running(id(), List.of()),
                new Pacing(
                        wish.concurrentCall(),
                        Pacing.ChannelMode.DIRECT,
                        Map.of(),
                        new AgentPacing(100, AgentPacing.Rule.DEPLOYED)),
                plan,
                hours(),
                new RetryPolicy(again, Duration.ofSeconds(wish.limitRecallSeconds()), wish.recallFirst()),
                Script.EMPTY,
                List.of(list),
                null,
                null,
                Callbacks.NONE,
                wish.stopAtEnd() ? Campaign.WhenExhausted.STOP : Campaign.WhenExhausted.WAIT,
                null,
                null,
                false,
                Carried.NONE,
                1,
                now,
                null,
                null);
    }

    private CallingHours hours() {
        if (wish.schedules().isEmpty()) {
            return CallingHours.ALWAYS;
        }
        List<Week> weeks = new ArrayList<>();
        for (List<Long> schedule : wish.schedules()) {
            Map<DayOfWeek, Opening> days = new EnumMap<>(DayOfWeek.class);
            for (DayOfWeek day : DayOfWeek.values()) {
                int at = 2 * (day.getValue() - 1);
                days.put(day, new Opening(schedule.get(at), schedule.get(at + 1)));
            }
            weeks.add(new Week(days));
        }
        return new CallingHours(weeks);
    }
}
