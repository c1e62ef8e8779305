package io.tandem.campaigns.simulation;

import io.tandem.campaigns.model.AgentPacing;
import io.tandem.campaigns.model.CallingHours;
import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.CampaignKind;
import io.tandem.campaigns.model.CampaignState;
import io.tandem.campaigns.model.DialPlan;
import io.tandem.campaigns.model.Pacing;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.SchedulerStore;
import io.tandem.campaigns.ports.StoreUnavailable;
import io.tandem.campaigns.rules.DialOrder;
import io.tandem.campaigns.rules.PolicyRule;
import io.tandem.campaigns.rules.Slots;
import io.tandem.campaigns.scheduler.Inbox;
import io.tandem.campaigns.scheduler.Lease;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAmount;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;

/** What planted bugs do instead of the right thing; named by {@link Change#by}. */
public final class Sabotage {

    private static final Map<SchedulerStore, Map<UUID, Pacing>> FIRST_PACING = new WeakHashMap<>();

    private Sabotage() {}

    // ---- instead of a call

    public static void nothing1(Object argument) {}

    public static void nothingLong(Object self, long argument) {}

    public static void nothing(Object self, Object argument) {}

    public static void nothing3(Object self, Object first, Object second) {}

    public static void nothing4(Object self, Object first, Object second, Object third) {}

    public static void nothingServed(Object shares, UUID id, int weight) {}

    public static int freeOfTheFirst(Slots.Cap first, Slots.Cap... others) {
        return first.free();
    }

    public static boolean addNothing(Object list, Object element) {
        return true;
    }

    public static Object putNothing(Object map, Object key, Object value) {
        return null;
    }

    /** Under another key where there is a value already. */
    @SuppressWarnings("unchecked")
    public static Object putAnother(Object map, Object key, Object value) {
        Map<Object, Object> numbered = (Map<Object, Object>) map;
        numbered.put(numbered.containsKey(key) ? 1_000 + numbered.size() : key, value);
        return null;
    }

    /** Behind what is there, unless the key is known. */
    @SuppressWarnings("unchecked")
    public static Object putLast(Object map, Object key, Object value) {
        Map<Object, Object> numbered = (Map<Object, Object>) map;
        if (numbered.containsValue(value)) {
            return value;
        }
        numbered.put(numbered.size() + 1, value);
        return null;
    }

    public static Object none(Object self) {
        return null;
    }

    public static Object unchanged(Object self, Object argument) {
        return self;
    }

    public static List<?> emptyList(Collection<?> all) {
        return List.of();
    }

    public static int allButTheLast(RandomGenerator chance, int bound) {
        return chance.nextInt(bound - 1);
    }

    public static boolean isNotAfter(Instant one, Instant other) {
        return !one.isAfter(other);
    }

    public static boolean isNotBefore(Instant one, Instant other) {
        return !one.isBefore(other);
    }

    public static Instant aDayLater(Instant from, TemporalAmount ignored) {
        return from.plus(Duration.ofDays(1));
    }

    public static OptionalInt lastDestination(Target target, DialPlan plan, Set<String> doNotCall) {
        OptionalInt found = OptionalInt.empty();
        Set<String> passedOver = new HashSet<>(doNotCall);
        for (OptionalInt next = DialOrder.next(target, plan, passedOver);
                next.isPresent();
                next = DialOrder.next(target, plan, passedOver)) {
            found = next;
            passedOver.add(
                    target.destinations().get(next.getAsInt()).destination().text());
        }
        return found;
    }

    public static OptionalInt noneIfTheFirstIsListed(Target target, DialPlan plan, Set<String> doNotCall) {
        OptionalInt first = DialOrder.next(target, plan);
        OptionalInt next = DialOrder.next(target, plan, doNotCall);
        return first.equals(next) ? next : OptionalInt.empty();
    }

    public static List<SchedulerStore.OpenCall> noneElsewhere(SchedulerStore store, TenantId tenant) {
        return List.of();
    }

    public static CompletionStage<Boolean> takenInAtOnce(Inbox inbox, TenantId tenant) {
        return CompletableFuture.completedFuture(true);
    }

    /** By the lease as it is now. */
    public static boolean isOverNow(Lease lease, long noted) {
        try {
            Method isOver = Lease.class.getDeclaredMethod("isOver");
            isOver.setAccessible(true);
            return (boolean) isOver.invoke(lease);
        } catch (ReflectiveOperationException gone) {
            throw new LinkageError("a lease says no more whether it is over", gone);
        }
    }

    public static Set<String> nobodyListed(SchedulerStore store, TenantId tenant, Collection<String> numbers) {
        return Set.of();
    }

    public static Map<String, Integer> noAttempts(
            SchedulerStore store, TenantId tenant, Collection<String> numbers, Instant from, Instant to) {
        return Map.of();
    }

    public static PolicyRule.Day dayInUtc(ZoneId zone, Instant at) {
        return PolicyRule.dayAround(ZoneOffset.UTC, at);
    }

    /** The campaign's own, whatever its tenant's policy says. */
    public static Instant endOfHours(Object line, Instant now) {
        try {
            Field campaign = line.getClass().getDeclaredField("campaign");
            campaign.setAccessible(true);
            CallingHours hours = ((Campaign) campaign.get(line)).hours();
            return hours.closesAt(now, World.ZONE).orElse(now);
        } catch (ReflectiveOperationException gone) {
            throw new LinkageError("a line says no more whose it is", gone);
        }
    }

    public static boolean mayDialOneMore(AgentPacing pacing, int available, int dialing) {
        return pacing.mayDial(available, Math.max(0, dialing - 1));
    }

    public static SchedulerStore.Committed assumeWritten(SchedulerStore store, SchedulerStore.Turn turn) {
        try {
            return store.commit(turn);
        } catch (StoreUnavailable doubtful) {
            Set<UUID> claimed = new HashSet<>();
            turn.claims().forEach(claim -> claimed.add(claim.attempt().id()));
            return new SchedulerStore.Committed(claimed, Set.of(), Set.of());
        }
    }

    /** Every campaign keeps the caps that it had when the process first read it. */
    public static SchedulerStore.Desk loadWithFirstCaps(SchedulerStore store, TenantId tenant) {
        SchedulerStore.Desk desk = store.load(tenant);
        Map<UUID, Pacing> first = FIRST_PACING.computeIfAbsent(store, s -> new HashMap<>());
        return new SchedulerStore.Desk(
                desk.tenant(),
                desk.fence(),
                desk.campaigns().stream()
                        .map(line -> {
                            Campaign campaign = line.campaign();
                            Pacing pacing = first.computeIfAbsent(campaign.id(), id -> campaign.pacing());
                            return new SchedulerStore.Line(campaign.withPacing(pacing), line.plan(), line.lists());
                        })
                        .toList(),
                desk.queues(),
                desk.agents(),
                desk.carriers());
    }

    // ---- with the result of a call

    public static boolean always(boolean result) {
        return true;
    }

    public static boolean never(boolean result) {
        return false;
    }

    public static int zero(int result) {
        return 0;
    }

    public static int oneMore(int result) {
        return result + 1;
    }

    public static Instant noInstant(Instant result) {
        return null;
    }

    public static Instant neverAgain(Instant result) {
        return Instant.MAX;
    }

    public static List<?> firstOnly(List<?> result) {
        return result.subList(0, Math.min(1, result.size()));
    }

    public static Optional<Duration> endless(Optional<Duration> result) {
        return Optional.empty();
    }

    public static CampaignKind automated(CampaignKind result) {
        return CampaignKind.AUTOMATED;
    }

    public static CampaignState running(CampaignState result) {
        return CampaignState.RUNNING;
    }
}
