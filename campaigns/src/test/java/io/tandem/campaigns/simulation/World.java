package io.tandem.campaigns.simulation;

import io.tandem.campaigns.model.Address;
import io.tandem.campaigns.model.Agent;
import io.tandem.campaigns.model.AgentPacing;
import io.tandem.campaigns.model.Callbacks;
import io.tandem.campaigns.model.CallingHours;
import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.CampaignKind;
import io.tandem.campaigns.model.Carried;
import io.tandem.campaigns.model.Carrier;
import io.tandem.campaigns.model.Destination;
import io.tandem.campaigns.model.DialPlan;
import io.tandem.campaigns.model.Disposition;
import io.tandem.campaigns.model.Pacing;
import io.tandem.campaigns.model.Policy;
import io.tandem.campaigns.model.Push;
import io.tandem.campaigns.model.Queue;
import io.tandem.campaigns.model.RetryPolicy;
import io.tandem.campaigns.model.Run;
import io.tandem.campaigns.model.Script;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetList;
import io.tandem.campaigns.model.TargetState;
import io.tandem.campaigns.model.Tenant;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.rules.EarliestDay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes random tenants with everything they dial. */
final class World {

    static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    /** A third of the tenants, by the calls that they may have up. */
    private static final int DAY_TENANTS = 2;
    /** Of each campaign in a queue at the channels. */
    private static final int CROWD = 12;

    /** Pushed again and again, so that pushes wait for each other's numbers. */
    private static final String[] FEW = {"99005", "99105", "99205", "98101"};

    private final SplittableRandom chance;
    private final SplittableRandom extras;
    private final Supplier<UUID> ids;
    private final MemoryStore store;

    /** @param extras draws what is heard before a queue, and who waits for channels */
    World(SplittableRandom chance, SplittableRandom extras, Supplier<UUID> ids, MemoryStore store) {
        this.chance = chance;
        this.extras = extras;
        this.ids = ids;
        this.store = store;
    }

    void tenant(Instant now) {
        TenantId id = new TenantId(ids.get());
        Tenant tenant = new Tenant(
                id,
                "t",
                ZONE,
                "VN",
                "2022-10",
                List.of(),
                Set.of("VN"),
                new Tenant.Caps(1 + chance.nextInt(20), oneIn(4) ? 1 + chance.nextInt(5) : null, 1_000_000, null),
                false,
                now,
                null,
                oneIn(3) ? policy(now) : Policy.NONE);
        store.tenants.put(id, tenant);
        Pacing.ChannelMode mode = Networks.mode(chance);
        List<UUID> carriers = List.of(carrier(id, true, now), carrier(id, false, now));
        UUID queue = queue(id, now);
        for (int i = 0; i < chance.nextInt(4); i++) {
            agent(id, now);
        }
        List<UUID> campaigns = new ArrayList<>();
        for (int i = 0; i < 1 + chance.nextInt(3); i++) {
            campaigns.add(campaign(id, carriers, queue, oneIn(4) ? Networks.mode(chance) : mode, now));
        }
        if (mode == Pacing.ChannelMode.SERIAL && extras.nextInt(2) == 0) {
            campaigns.forEach(campaign -> crowd(campaign, now));
        }
        for (UUID campaign : campaigns) {
            if (oneIn(2)) {
                UUID next = campaigns.get(chance.nextInt(campaigns.size()));
                store.campaigns.computeIfPresent(campaign, (key, value) -> value.withNext(next));
            }
        }
    }

    private UUID carrier(TenantId tenant, boolean isDefault, Instant now) {
        UUID id = ids.get();
        SplittableRandom shows = new SplittableRandom(id.getLeastSignificantBits());
        Carrier carrier = new Carrier(
                tenant,
                id,
                "c",
                callerIds(shows),
                shows.nextInt(3) > 0,
                1 + chance.nextInt(10),
                Networks.channels(chance),
                oneIn(8) ? 1 + chance.nextInt(5) : null,
                isDefault,
                Carried.NONE,
                now,
                null,
                null);
        store.carriers.put(carrier.id(), carrier);
        return carrier.id();
    }

    /** One, or several to draw from. */
    private static List<String> callerIds(SplittableRandom chance) {
        List<String> numbers = new ArrayList<>();
        for (int i = chance.nextInt(5); i >= 0; i--) {
            numbers.add("+84287300358" + i);
        }
        return numbers;
    }

    private UUID queue(TenantId tenant, Instant now) {
        Queue queue = new Queue(
                tenant,
                ids.get(),
                "q",
                "",
                "random",
                List.of(),
                Duration.ofSeconds(chance.nextInt(5)),
                Duration.ZERO,
                Carried.NONE,
                now,
                null,
                null);
        store.queues.put(queue.id(), queue);
        return queue.id();
    }

    private void agent(TenantId tenant, Instant now) {
        Agent agent = new Agent(
                tenant,
                ids.get(),
                "a",
                null,
                "a",
                "",
                "ringall",
                Agent.Status.AVAILABLE,
                null,
                16,
                List.of(),
                List.of(),
                Carried.NONE,
                now,
                null,
                null);
        store.agents.put(agent.id(), agent);
    }

    private UUID campaign(TenantId tenant, List<UUID> carriers, UUID queue, Pacing.ChannelMode mode, Instant now) {
        DialPlan plan = new DialPlan(
                tenant,
                ids.get(),
                "p",
                "",
                null,
                Duration.ofSeconds(5 + chance.nextInt(20)),
                Duration.ofSeconds(chance.nextInt(120)),
                List.of(chance.nextInt(4), chance.nextInt(2), 0, 0, chance.nextInt(2)),
                Carried.NONE,
                now,
                null,
                null);
        store.plans.put(plan.id(), plan);
        boolean serial = mode == Pacing.ChannelMode.SERIAL;
        boolean withAgents = oneIn(3) && !serial;
        boolean flow = !withAgents && oneIn(5);
        UUID id = ids.get();
        List<UUID> lists = new ArrayList<>();
        for (int i = 0; i < 1 + chance.nextInt(2); i++) {
            lists.add(list(tenant, id, now));
        }
        if (oneIn(3)) {
            store.lists.values().stream()
                    .filter(list -> list.tenant().equals(tenant) && !lists.contains(list.id()))
                    .findFirst()
                    .ifPresent(shared -> lists.add(shared.id()));
        }
        Campaign campaign = new Campaign(
                tenant,
                id,
                "campaign",
                null,
                "",
                flow ? CampaignKind.FLOW : withAgents ? CampaignKind.AGENT : CampaignKind.AUTOMATED,
                true,
                Run.STOPPED,
                new Pacing(
                        serial ? 2 + chance.nextInt(6) : chance.nextInt(8),
                        mode,
                        Networks.channels(chance),
                        new AgentPacing(
                                50 * chance.nextInt(5),
                                oneIn(2) ? AgentPacing.Rule.DEPLOYED : AgentPacing.Rule.DOCUMENTED)),
                plan.id(),
                hours(now),
                retries(),
                flow ? Sleeps.draw(chance) : withAgents ? Sleeps.beforeQueue(extras) : Script.EMPTY,
                lists,
                withAgents ? queue : null,
                serial || oneIn(2) ? null : carriers.get(chance.nextInt(carriers.size())),
                Callbacks.NONE,
                oneIn(2) ? Campaign.WhenExhausted.STOP : Campaign.WhenExhausted.WAIT,
                null,
                null,
                false,
                Carried.NONE,
                1,
                now,
                null,
                null);
        store.campaigns.put(id, campaign);
        return id;
    }

    /** Always, hours a day, or a few minutes now and every hour: many openings and closings. */
    CallingHours hours(Instant now) {
        if (oneIn(2)) {
            return CallingHours.ALWAYS;
        }
        long hour = Duration.ofHours(1).toNanos();
        if (oneIn(2)) {
            return CallingHours.everyDay(chance.nextInt(24) * hour, chance.nextInt(24) * hour);
        }
        long start = now.atZone(ZONE).toLocalTime().toSecondOfDay() % 3600 + chance.nextInt(600);
        long minutes = 1 + chance.nextInt(8);
        List<CallingHours.Week> weeks = new ArrayList<>();
        for (int i = 0; i < 23; i++) {
            long opens = i * hour + Duration.ofSeconds(start).toNanos();
            weeks.addAll(CallingHours.everyDay(
                            opens, opens + Duration.ofMinutes(minutes).toNanos())
                    .weeks());
        }
        return new CallingHours(weeks);
    }

    /** Quiet hours soon, some minutes long or most of a day; few attempts a day; both or none. */
    Policy policy(Instant now) {
        List<Policy.QuietHours> quiet = new ArrayList<>();
        for (int i = chance.nextInt(3); i > 0; i--) {
            LocalTime from = now.atZone(ZONE)
                    .toLocalTime()
                    .truncatedTo(ChronoUnit.SECONDS)
                    .plusSeconds(chance.nextInt(oneIn(2) ? 300 : 40_000));
            quiet.add(new Policy.QuietHours(from, from.plusSeconds(1 + chance.nextInt(oneIn(4) ? 50_000 : 600))));
        }
        return new Policy(quiet, oneIn(3) ? null : 1 + chance.nextInt(3));
    }

    private RetryPolicy retries() {
        return oneIn(3)
                ? new RetryPolicy(
                        List.of(Disposition.BUSY, Disposition.ANSWERED, Disposition.ABANDONED),
                        Duration.ofSeconds(chance.nextInt(3)),
                        oneIn(2))
                : RetryPolicy.EVERY_NON_ANSWER.withRetriesFirst(oneIn(2));
    }

    UUID list(TenantId tenant, UUID campaign, Instant now) {
        TargetList list =
                new TargetList(tenant, ids.get(), "l", "", "", campaign, !oneIn(8), Carried.NONE, now, null, null);
        store.lists.put(list.id(), list);
        targets(tenant, list.id(), chance.nextInt(oneIn(3) ? 4 : 25), now);
        return list.id();
    }

    void targets(TenantId tenant, UUID list, int count, Instant now) {
        for (int i = 0; i < count; i++) {
            List<@Nullable Address> destinations = new ArrayList<>();
            for (int d = 0; d < Target.DESTINATIONS; d++) {
                destinations.add(d == 0 || oneIn(4) ? destination() : null);
            }
            Address first = destinations.get(0);
            Target target = target(tenant, list, destinations, oneIn(6) ? now.plusSeconds(chance.nextInt(7200)) : now)
                    .withNetwork(
                            first == null
                                    ? ""
                                    : Networks.networkOf(first.destination().text(), chance));
            store.targets.put(target.id(), forADay(target, now));
        }
    }

    /** Of some tenants some may be called from a day on only; nothing is drawn for it, so other lives stay as they were. */
    private Target forADay(Target target, Instant now) {
        int calls = Objects.requireNonNull(store.tenants.get(target.tenant()))
                .caps()
                .calls();
        int days = new SplittableRandom(target.id().getLeastSignificantBits()).nextInt(8);
        return calls % 3 != DAY_TENANTS || days == 0 || days > 2
                ? target
                : target.withDue(EarliestDay.due(LocalDate.ofInstant(now, ZONE).plusDays(days), ZONE));
    }

    private Target target(TenantId tenant, UUID list, List<@Nullable Address> destinations, Instant due) {
        return new Target(
                tenant,
                list,
                ids.get(),
                "",
                "",
                "",
                destinations,
                "",
                TargetState.FRESH,
                due,
                Target.NO_TRIES,
                null,
                null,
                null,
                Carried.NONE,
                due,
                null,
                null);
    }

    /** The campaign waits for channels of one network all day, and so may others of its tenant. */
    private void crowd(UUID id, Instant now) {
        Campaign campaign = store.campaigns.computeIfPresent(id, (key, value) -> value.withHours(CallingHours.ALWAYS));
        UUID list = Objects.requireNonNull(campaign).lists().get(0);
        store.lists.computeIfPresent(list, (key, value) -> value.withEnabled(true));
        for (int i = 0; i < CROWD; i++) {
            String number = "+84905" + extras.nextInt(1_000, 10_000) + "9900" + extras.nextInt(1, 6);
            List<@Nullable Address> destinations = new ArrayList<>(Collections.nCopies(Target.DESTINATIONS, null));
            destinations.set(0, Address.of(new Destination.PhoneNumber(number)));
            Target target = target(campaign.tenant(), list, destinations, now).withNetwork(Networks.of(number));
            store.targets.put(target.id(), target);
        }
    }

    /** Each waits for its own time, or for ever; none for a number that is on the do-not-call list. */
    void pushes(TenantId tenant, UUID list, int count, Instant now) {
        for (int i = 0; i < count; i++) {
            String number = oneIn(3) ? number() : "+8490233" + FEW[chance.nextInt(FEW.length)];
            if (store.doNotCall.getOrDefault(tenant, Set.of()).contains(number)) {
                continue;
            }
            Instant end = oneIn(3) ? null : now.plusMillis(1 + chance.nextInt(oneIn(3) ? 1_000 : 90_000));
            List<@Nullable Address> destinations = new ArrayList<>(Collections.nCopies(Target.DESTINATIONS, null));
            destinations.set(0, Address.of(new Destination.PhoneNumber(number)));
            Target target = target(tenant, list, destinations, now)
                    .withNetwork(Networks.networkOf(number, chance))
                    .withPush(new Push(ids.get(), now, end, null));
            store.targets.put(target.id(), target);
        }
    }

    private @Nullable Address destination() {
        if (oneIn(20)) {
            return null;
        }
        return oneIn(20)
                ? Address.of(new Destination.NotDialable("email", "someone@example.com"))
                : Address.of(new Destination.PhoneNumber(number()));
    }

    /** Few enough numbers that the same one is often in two lists. */
    String number() {
        String[] scripts = {
            "99000", "99002", "99100", "99103", "99200", "99301", "99400", "99501", "99600", "99700", "99801", "99900",
            "98101", "98203", "12345", "54321", "00007"
        };
        return Networks.prefix(chance)
                + chance.nextInt(40) / 10
                + chance.nextInt(2)
                + scripts[chance.nextInt(scripts.length)];
    }

    boolean oneIn(int n) {
        return chance.nextInt(n) == 0;
    }
}
