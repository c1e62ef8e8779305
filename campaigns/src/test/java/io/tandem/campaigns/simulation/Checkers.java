package io.tandem.campaigns.simulation;

import io.tandem.campaigns.model.Address;
import io.tandem.campaigns.model.CallAttempt;
import io.tandem.campaigns.model.CallingHours;
import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.CampaignState;
import io.tandem.campaigns.model.Carrier;
import io.tandem.campaigns.model.Destination;
import io.tandem.campaigns.model.DialPlan;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetState;
import io.tandem.campaigns.model.TenantId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Holds the carrier's journal against what clients asked for, as the store has it. Knows nothing of how the scheduler
 * decides; the numbers are the promises of design section 5.
 */
final class Checkers {

    private static final Pattern FIELD = Pattern.compile("\"(\\w+)\":\"?([^\",}]*)\"?");

    private record Up(UUID call, TenantId tenant, UUID campaign, UUID carrier, UUID target, int index, String to) {}

    private final MemoryStore store;
    private final Map<UUID, Up> up = new LinkedHashMap<>();
    private final Map<UUID, int[]> tries = new HashMap<>();
    private final Map<UUID, Instant> lastEnd = new HashMap<>();
    private final Map<UUID, Up> ended = new HashMap<>();
    final List<String> broken = new ArrayList<>();
    final Set<UUID> placedEver = new HashSet<>();
    int placed;

    Checkers(MemoryStore store) {
        this.store = store;
    }

    /** Takes a line of the carrier's journal. */
    void journal(String line) {
        Map<String, String> fields = new HashMap<>();
        Matcher matcher = FIELD.matcher(line);
        while (matcher.find()) {
            fields.put(matcher.group(1), matcher.group(2));
        }
        UUID call = UUID.fromString(fields.get("call"));
        Instant at = Instant.parse(fields.get("at"));
        switch (fields.get("event")) {
            case "placed" -> placed(call, fields, at);
            case "ended" -> ended(call, at);
            default -> {}
        }
    }

    /** The carrier died with the gateway: its calls are no more. */
    void carrierDied(Instant at) {
        for (UUID call : List.copyOf(up.keySet())) {
            ended(call, at);
        }
    }

    private void ended(UUID call, Instant at) {
        Up was = up.remove(call);
        if (was != null) {
            lastEnd.put(was.target, at);
            ended.put(call, was);
        }
    }

    private void placed(UUID call, Map<String, String> fields, Instant at) {
        placed++;
        CallAttempt attempt = store.attempts.get(call);
        if (attempt == null) {
            broken.add("7: call " + call + " has no record");
            return;
        }
        if (!placedEver.add(call)) {
            broken.add("3: call " + call + " was placed twice");
        }
        TenantId tenant = TenantId.of(fields.get("tenant"));
        Up now = new Up(
                call,
                tenant,
                UUID.fromString(fields.get("campaign")),
                UUID.fromString(fields.get("carrier")),
                attempt.target(),
                attempt.index(),
                fields.get("to"));
        oneAtATime(now);
        up.put(call, now);
        Campaign campaign = Objects.requireNonNull(store.campaigns.get(now.campaign));
        Target target = Objects.requireNonNull(store.targets.get(now.target));
        DialPlan plan = Objects.requireNonNull(store.plans.get(campaign.dialPlan()));
        caps(now, campaign);
        allowed(now, campaign, target, at);
        attemptsAndOrder(now, target, plan);
        delay(now, plan, at);
    }

    private void caps(Up call, Campaign campaign) {
        limit("campaign", campaign.pacing().maxConcurrent(), count(other -> other.campaign.equals(call.campaign)));
        Carrier carrier = Objects.requireNonNull(store.carriers.get(call.carrier));
        limit("carrier", carrier.maxConcurrent(), count(other -> other.carrier.equals(call.carrier)));
        int tenantCap =
                Objects.requireNonNull(store.tenants.get(call.tenant)).caps().calls();
        limit("tenant", tenantCap, count(other -> other.tenant.equals(call.tenant)));
    }

    private long count(Predicate<Up> which) {
        return up.values().stream().filter(which).count();
    }

    private void limit(String whose, int cap, long inFlight) {
        if (inFlight > cap) {
            broken.add("1: " + inFlight + " calls in flight under the " + whose + " cap of " + cap);
        }
    }

    private void allowed(Up call, Campaign campaign, Target target, Instant at) {
        if (campaign.state() != CampaignState.RUNNING || !campaign.enabled() || campaign.deleted() != null) {
            broken.add("2: call for campaign " + campaign.id() + " that is " + campaign.state());
        }
        ZoneId zone = Objects.requireNonNull(store.tenants.get(call.tenant)).zone();
        if (!isOpen(campaign.hours(), LocalDateTime.ofInstant(at, zone))) {
            broken.add("2: call at " + at + " outside the hours of " + campaign.id());
        }
        if (Objects.requireNonNull(store.tenants.get(call.tenant)).suspended()) {
            broken.add("2: call for suspended tenant " + call.tenant);
        }
        if (target.deleted() != null) {
            broken.add("2: call to deleted target " + target.id());
        }
        if (store.doNotCall.getOrDefault(call.tenant, Set.of()).contains(call.to)) {
            broken.add("2: call to do-not-call number " + call.to);
        }
        if (!store.enabledLists(campaign).contains(target.list())) {
            broken.add("2: call to a target of a list that " + campaign.id() + " does not dial");
        }
    }

    /** Straight from the words of the contract; right where clocks do not change. */
    static boolean isOpen(CallingHours hours, LocalDateTime local) {
        long nanos = local.toLocalTime().toNanoOfDay();
        for (CallingHours.Week week : hours.weeks()) {
            var today = week.on(local.getDayOfWeek());
            var yesterday = week.on(local.getDayOfWeek().minus(1));
            boolean within =
                    today.startNanos() < today.endNanos() && today.startNanos() <= nanos && nanos < today.endNanos();
            boolean beforeMidnight = today.endNanos() < today.startNanos() && today.startNanos() <= nanos;
            boolean afterMidnight = yesterday.endNanos() < yesterday.startNanos() && nanos < yesterday.endNanos();
            if (within || beforeMidnight || afterMidnight) {
                return true;
            }
        }
        return false;
    }

    private void attemptsAndOrder(Up call, Target target, DialPlan plan) {
        int[] made = tries.computeIfAbsent(target.id(), id -> new int[Target.DESTINATIONS]);
        made[call.index]++;
        if (made[call.index] > plan.attemptsOn(call.index)) {
            broken.add("3: attempt " + made[call.index] + " at destination " + call.index + " of " + target.id());
        }
        Address to = target.destinations().get(call.index);
        if (to == null || !to.destination().text().equals(call.to)) {
            broken.add("3: destination " + call.index + " of " + target.id() + " is " + to + ", called " + call.to);
        }
        for (int earlier = 0; earlier < call.index; earlier++) {
            Address skipped = target.destinations().get(earlier);
            boolean usable = skipped != null
                    && skipped.destination() instanceof Destination.PhoneNumber
                    && !store.doNotCall
                            .getOrDefault(call.tenant, Set.of())
                            .contains(skipped.destination().text());
            int used = Math.max(made[earlier], target.tries().get(earlier));
            if (usable && used < plan.attemptsOn(earlier)) {
                broken.add("3: destination " + call.index + " of " + target.id() + " before " + earlier);
            }
        }
    }

    private void delay(Up call, DialPlan plan, Instant at) {
        Instant end = lastEnd.get(call.target);
        if (end != null && at.isBefore(end.plus(plan.retryDelay()))) {
            broken.add("4: target " + call.target + " called at " + at + ", its last call ended at " + end);
        }
    }

    private void oneAtATime(Up call) {
        for (Up other : up.values()) {
            if (other.target.equals(call.target)) {
                broken.add("5: target " + call.target + " is in two calls");
            }
            if (other.tenant.equals(call.tenant) && other.to.equals(call.to)) {
                broken.add("5: number " + call.to + " is in two calls");
            }
        }
    }

    /** What must hold between any two steps. */
    void between() {
        Map<UUID, UUID> runner = new HashMap<>();
        for (Campaign campaign : store.campaigns.values()) {
            if (campaign.state() == CampaignState.RUNNING) {
                for (UUID list : campaign.lists()) {
                    UUID other = runner.put(list, campaign.id());
                    if (other != null) {
                        broken.add("5: two campaigns of list " + list + " run");
                    }
                }
            }
        }
    }

    /** What must hold when the scheduler has nothing to do at this instant: no free slot and due target side by side. */
    void atRest(Instant now) {
        for (Campaign campaign : store.campaigns.values()) {
            boolean paced = campaign.queue() != null
                    || Objects.requireNonNull(store.tenants.get(campaign.tenant()))
                            .suspended()
                    || Objects.requireNonNull(store.tenants.get(campaign.tenant()))
                                    .caps()
                                    .cps()
                            != null;
            Target idle = paced ? null : dueTarget(campaign, now);
            if (idle != null && hasFreeSlot(campaign)) {
                broken.add(
                        "11: target " + idle.id() + " is due at " + now + " and a slot of " + campaign.id() + " free");
            }
        }
    }

    private boolean hasFreeSlot(Campaign campaign) {
        Carrier carrier = Objects.requireNonNull(store.carrierOf(campaign));
        int tenantCap = Objects.requireNonNull(store.tenants.get(campaign.tenant()))
                .caps()
                .calls();
        return store.callsUp(attempt -> attempt.campaign().equals(campaign.id()))
                        < campaign.pacing().maxConcurrent()
                && store.callsUp(attempt -> carrier.id().equals(attempt.carrier())) < carrier.maxConcurrent()
                && store.callsUp(attempt -> attempt.tenant().equals(campaign.tenant())) < tenantCap;
    }

    private @Nullable Target dueTarget(Campaign campaign, Instant now) {
        ZoneId zone =
                Objects.requireNonNull(store.tenants.get(campaign.tenant())).zone();
        if (campaign.state() != CampaignState.RUNNING
                || !campaign.enabled()
                || !isOpen(campaign.hours(), LocalDateTime.ofInstant(now, zone))) {
            return null;
        }
        List<UUID> lists = store.enabledLists(campaign);
        for (Target target : store.targets.values()) {
            boolean due = lists.contains(target.list())
                    && target.deleted() == null
                    && (target.state() == TargetState.FRESH || target.state() == TargetState.RETRY)
                    && !target.due().isAfter(now);
            if (due && !numberIsUp(target)) {
                return target;
            }
        }
        return null;
    }

    private boolean numberIsUp(Target target) {
        return target.destinations().stream()
                .filter(Objects::nonNull)
                .anyMatch(address -> store.callsUp(attempt -> attempt.tenant().equals(target.tenant())
                                && attempt.to()
                                        .destination()
                                        .text()
                                        .equals(Objects.requireNonNull(address)
                                                .destination()
                                                .text()))
                        > 0);
    }

    /** What must hold at the end, when all is quiet. */
    void atEnd() {
        for (CallAttempt attempt : store.attempts.values()) {
            if (attempt.ended() == null) {
                broken.add("7: attempt " + attempt.id() + " never ended");
            }
        }
        for (Target target : store.targets.values()) {
            if (target.state() == TargetState.CALLING) {
                broken.add("6: target " + target.id() + " is forgotten in a call");
            }
        }
        for (UUID call : placedEver) {
            if (!store.attempts.containsKey(call)) {
                broken.add("7: call " + call + " lost its record");
            }
        }
    }

    /** A campaign stopped by itself: nothing may be left of it. */
    void stoppedByItself(Campaign campaign) {
        List<UUID> lists = store.enabledLists(campaign);
        for (Target target : store.targets.values()) {
            if (lists.contains(target.list())
                    && target.deleted() == null
                    && !target.state().hasEnded()) {
                broken.add(
                        "9: campaign " + campaign.id() + " stopped with target " + target.id() + " " + target.state());
            }
        }
        if (lists.stream().anyMatch(store.openImports::contains)) {
            broken.add("9: campaign " + campaign.id() + " stopped during an import");
        }
        if (up.values().stream().anyMatch(call -> call.campaign.equals(campaign.id()))) {
            broken.add("9: campaign " + campaign.id() + " stopped with a call up");
        }
    }
}
