package io.tandem.campaigns.simulation;

import io.tandem.campaigns.model.Agent;
import io.tandem.campaigns.model.CallAttempt;
import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.CampaignState;
import io.tandem.campaigns.model.Carrier;
import io.tandem.campaigns.model.DialPlan;
import io.tandem.campaigns.model.Disposition;
import io.tandem.campaigns.model.Queue;
import io.tandem.campaigns.model.Run;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetList;
import io.tandem.campaigns.model.TargetState;
import io.tandem.campaigns.model.Template;
import io.tandem.campaigns.model.Tenant;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.Refusal;
import io.tandem.campaigns.ports.ReplanStore.Idle;
import io.tandem.campaigns.ports.ReplanStore.LastAttempt;
import io.tandem.campaigns.ports.SchedulerStore.AgentCall;
import io.tandem.campaigns.ports.SchedulerStore.Answer;
import io.tandem.campaigns.ports.SchedulerStore.CampaignMove;
import io.tandem.campaigns.ports.SchedulerStore.Claim;
import io.tandem.campaigns.ports.SchedulerStore.ClosedTarget;
import io.tandem.campaigns.ports.SchedulerStore.Committed;
import io.tandem.campaigns.ports.SchedulerStore.Desk;
import io.tandem.campaigns.ports.SchedulerStore.Expiring;
import io.tandem.campaigns.ports.SchedulerStore.Expiry;
import io.tandem.campaigns.ports.SchedulerStore.InDoubt;
import io.tandem.campaigns.ports.SchedulerStore.InterruptedTarget;
import io.tandem.campaigns.ports.SchedulerStore.Line;
import io.tandem.campaigns.ports.SchedulerStore.NextState;
import io.tandem.campaigns.ports.SchedulerStore.OpenCall;
import io.tandem.campaigns.ports.SchedulerStore.Outcome;
import io.tandem.campaigns.ports.SchedulerStore.Overdue;
import io.tandem.campaigns.ports.SchedulerStore.Place;
import io.tandem.campaigns.ports.SchedulerStore.Shelf;
import io.tandem.campaigns.ports.SchedulerStore.TakeBack;
import io.tandem.campaigns.ports.SchedulerStore.TakenOver;
import io.tandem.campaigns.ports.SchedulerStore.Turn;
import io.tandem.campaigns.ports.StoreUnavailable;
import io.tandem.campaigns.rules.Replanned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The database in memory, with the conditions of the scheduler's port and with faults. What a replica writes and reads as
 * itself names it.
 */
final class MemoryStore {

    /** What a commit may do to its caller. */
    enum Fault {
        NONE,
        /** Nothing is written. */
        LOST,
        /** All is written and the answer is lost. */
        ANSWER_LOST,
        /** The caller gives up while the commit is under way; it holds its rows until it has landed, or never will. */
        LATE
    }

    /** Which replica placed an attempt, and until when it is up at most. */
    private record Placing(UUID replica, Instant deadline) {}

    /** A turn whose commit is under way without anybody who waits for it. */
    private record UnderWay(Turn turn, UUID replica, boolean lands) {}

    /** Is told what was written while it is written. */
    interface Witness {

        /** An attempt got its record; the target, its tries counted, goes to {@code next}. */
        default void ended(CallAttempt attempt, Target target, TargetState next) {}

        /**
         * An attempt got its record.
         *
         * @param placer the replica whose attempt it is
         * @param closer the replica that says so; null if it is closed because its placer is dead
         */
        default void recorded(CallAttempt attempt, UUID placer, Instant deadline, @Nullable UUID closer) {}

        /** A target ended without a call. */
        default void closed(Target target, TargetState to) {}

        /** A tenant's policy refused something. */
        default void refused(Refusal refusal) {}

        /** A campaign moved by itself. */
        default void moved(Campaign was, Campaign is) {}

        /** A campaign was started because another was exhausted. */
        default void chained(Campaign from, Campaign next) {}
    }

    final Map<TenantId, Tenant> tenants = new LinkedHashMap<>();
    final Map<UUID, Campaign> campaigns = new LinkedHashMap<>();
    final Map<UUID, DialPlan> plans = new HashMap<>();
    final Map<UUID, TargetList> lists = new LinkedHashMap<>();
    final Map<UUID, Template> templates = new HashMap<>();
    final Map<UUID, Target> targets = new LinkedHashMap<>();
    final Map<UUID, CallAttempt> attempts = new LinkedHashMap<>();
    final Map<UUID, Carrier> carriers = new LinkedHashMap<>();
    final Map<UUID, Queue> queues = new LinkedHashMap<>();
    final Map<UUID, Agent> agents = new LinkedHashMap<>();
    final Map<TenantId, Set<String>> doNotCall = new HashMap<>();
    final Set<UUID> openImports = new HashSet<>();
    /** Campaigns whose plan was edited and whose targets do not all follow it yet. */
    final Set<UUID> openReplans = new LinkedHashSet<>();
    /** By list: the campaign that ran it last. */
    private final Map<UUID, UUID> judges = new HashMap<>();
    /** How many records each attempt got. */
    final Map<UUID, Integer> records = new HashMap<>();

    final Registry registry;
    private final Map<UUID, Placing> placings = new HashMap<>();
    private final List<UnderWay> underWay = new ArrayList<>();
    private final Map<UUID, UUID> batchOf = new HashMap<>();
    private final Map<UUID, Target> before = new HashMap<>();
    private final Map<UUID, CallAttempt> open = new LinkedHashMap<>();
    private final Postponements postponements = new Postponements();
    private final List<Witness> witnesses = new ArrayList<>();

    MemoryStore(Registry registry) {
        this.registry = registry;
    }

    void tell(Witness witness) {
        witnesses.add(witness);
    }

    private void tell(Consumer<Witness> news) {
        witnesses.forEach(news);
    }

    // ---- as the replica that calls

    /** Passes over rows that a commit under way holds. */
    TakenOver takeOver(TenantId tenant, UUID replica, Instant now, InterruptedTarget rule) {
        if (underWay.stream().anyMatch(late -> tenantsOf(late.turn).contains(tenant))) {
            return TakenOver.BUSY;
        }
        if (!registry.raiseFence(tenant, replica)) {
            return TakenOver.REFUSED;
        }
        settle(tenant, now, rule);
        return TakenOver.OURS;
    }

    void release(TenantId tenant, UUID replica) {
        awaitRows(Set.of(tenant));
        registry.release(tenant, replica);
    }

    List<OpenCall> openElsewhere(TenantId tenant, UUID replica) {
        List<OpenCall> calls = new ArrayList<>();
        for (CallAttempt attempt : open.values()) {
            Placing placing = placing(attempt.id());
            if (attempt.tenant().equals(tenant) && !placing.replica.equals(replica)) {
                calls.add(new OpenCall(
                        Objects.requireNonNull(targets.get(attempt.target())),
                        attempt,
                        Objects.requireNonNull(plans.get(attempt.dialPlan())),
                        Objects.requireNonNull(campaigns.get(attempt.campaign()))
                                .retry(),
                        placing.deadline));
            }
        }
        return calls;
    }

    private Placing placing(UUID attempt) {
        return Objects.requireNonNull(placings.get(attempt));
    }

    void settle(TenantId tenant, Instant now, InterruptedTarget rule) {
        awaitRows(Set.of(tenant));
        for (CallAttempt attempt : List.copyOf(open.values())) {
            if (attempt.tenant().equals(tenant) && !registry.isKnown(placing(attempt.id()).replica)) {
                Target target = Objects.requireNonNull(targets.get(attempt.target()));
                Campaign campaign = Objects.requireNonNull(campaigns.get(attempt.campaign()));
                Campaign judge = campaigns.getOrDefault(judges.get(attempt.list()), campaign);
                NextState next = rule.after(target, attempt, plan(judge), now);
                record(attempt.withEnded(now).withDisposition(Disposition.INTERRUPTED), next, null);
            }
        }
        agents.replaceAll((id, agent) ->
                agent.tenant().equals(tenant) && !open.containsKey(agent.call()) ? agent.withCall(null) : agent);
    }

    private @Nullable DialPlan plan(Campaign campaign) {
        UUID id = campaign.dialPlan();
        DialPlan plan = id == null ? null : plans.get(id);
        return plan == null || plan.deleted() != null ? null : plan;
    }

    Desk load(TenantId tenant, UUID replica) {
        List<Line> lines = new ArrayList<>();
        for (Campaign campaign : campaigns.values()) {
            if (campaign.tenant().equals(tenant)
                    && campaign.deleted() == null
                    && campaign.state() != CampaignState.STOPPED) {
                lines.add(new Line(campaign, plan(campaign), enabledLists(campaign)));
            }
        }
        return new Desk(
                Objects.requireNonNull(tenants.get(tenant)),
                registry.fence(tenant, replica),
                lines,
                queues.values().stream().filter(q -> q.tenant().equals(tenant)).toList(),
                agents.values().stream().filter(a -> a.tenant().equals(tenant)).toList(),
                carriers.values().stream()
                        .filter(c -> c.tenant().equals(tenant))
                        .toList());
    }

    List<UUID> enabledLists(Campaign campaign) {
        return campaign.lists().stream()
                .filter(id -> Objects.requireNonNull(lists.get(id)).enabled()
                        && Objects.requireNonNull(lists.get(id)).deleted() == null)
                .toList();
    }

    List<Target> due(Shelf shelf, @Nullable Place behind, Instant now, int limit) {
        Comparator<Place> order = Comparator.comparing(Place::due).thenComparing(Place::target);
        return living(shelf)
                .filter(target -> !target.due().isAfter(now))
                .filter(target -> behind == null || order.compare(shelf.placeOf(target), behind) > 0)
                .sorted(Comparator.comparing(shelf::placeOf, order))
                .limit(limit)
                .toList();
    }

    Optional<Instant> nextDue(Shelf shelf, Instant after) {
        return living(shelf).map(Target::due).filter(due -> due.isAfter(after)).min(Comparator.naturalOrder());
    }

    private Stream<Target> living(Shelf shelf) {
        return targets.values().stream()
                .filter(target ->
                        target.tenant().equals(shelf.tenant()) && shelf.isOf(target) && target.deleted() == null);
    }

    // ---- pushes

    Set<UUID> withPushes(TenantId tenant, Collection<UUID> among) {
        Set<UUID> found = new HashSet<>();
        for (UUID list : among) {
            if (living(new Shelf(tenant, list, TargetState.FRESH, null, true))
                    .findAny()
                    .isPresent()) {
                found.add(list);
            }
        }
        return found;
    }

    Expiring expiring(TenantId tenant, Instant now, int limit) {
        List<Target> limited = targets.values().stream()
                .filter(target -> target.tenant().equals(tenant)
                        && target.deleted() == null
                        && !target.state().hasEnded()
                        && endOf(target) != null)
                .sorted(Comparator.comparing(MemoryStore::endOf).thenComparing(Target::id))
                .toList();
        List<Overdue> over = limited.stream()
                .filter(target ->
                        target.state() != TargetState.CALLING && !endOf(target).isAfter(now))
                .limit(limit)
                .map(this::overdue)
                .toList();
        Optional<Instant> next = limited.stream()
                .map(MemoryStore::endOf)
                .filter(end -> end.isAfter(now))
                .findFirst();
        return new Expiring(over, next);
    }

    private static @Nullable Instant endOf(Target target) {
        return target.push() == null ? null : target.push().expires();
    }

    private Overdue overdue(Target target) {
        UUID campaign = Objects.requireNonNull(lists.get(target.list())).campaign();
        return new Overdue(
                target,
                campaign,
                Objects.requireNonNull(campaigns.get(campaign)).run().id());
    }

    private void expire(Expiry expiry, Turn turn, UUID replica) {
        CallAttempt record = expiry.record();
        CallAttempt begun = record.withEnded(null).withDisposition(null);
        if (claim(new Claim(expiry.from(), begun, record.placed()), turn, replica)) {
            record(record, new NextState(TargetState.EXHAUSTED, record.placed()), replica);
        }
    }

    Map<UUID, Template> templates(TenantId tenant, Collection<UUID> ids) {
        Map<UUID, Template> living = new HashMap<>();
        for (Template template : templates.values()) {
            if (template.tenant().equals(tenant) && ids.contains(template.id()) && template.deleted() == null) {
                living.put(template.id(), template);
            }
        }
        return living;
    }

    Set<String> doNotCall(TenantId tenant, Collection<String> numbers) {
        Set<String> listed = new HashSet<>(doNotCall.getOrDefault(tenant, Set.of()));
        listed.retainAll(numbers);
        return listed;
    }

    Map<String, Integer> attempts(TenantId tenant, Collection<String> numbers, Instant from, Instant to) {
        Map<String, Integer> made = new HashMap<>();
        for (CallAttempt attempt : attempts.values()) {
            String number = attempt.to().destination().text();
            if (attempt.tenant().equals(tenant)
                    && attempt.carrier() != null
                    && numbers.contains(number)
                    && !attempt.placed().isBefore(from)
                    && attempt.placed().isBefore(to)) {
                made.merge(number, 1, Integer::sum);
            }
        }
        return made;
    }

    int recall(TenantId tenant, String rule) {
        awaitRows(Set.of(tenant));
        return postponements.recall(tenant, rule, targets);
    }

    Committed commit(Turn turn, UUID replica, Fault fault) {
        if (fault == Fault.LOST) {
            throw new StoreUnavailable("simulated: commit lost", new IllegalStateException());
        }
        Committed committed = write(turn, replica);
        if (fault == Fault.ANSWER_LOST) {
            throw new StoreUnavailable("simulated: answer lost", new IllegalStateException());
        }
        return committed;
    }

    /** @return lets the commit land, or fail, unless somebody who waits for its rows did so before */
    Runnable commitLate(Turn turn, UUID replica, boolean lands) {
        awaitRows(tenantsOf(turn));
        UnderWay late = new UnderWay(turn, replica, lands);
        underWay.add(late);
        return () -> finish(late);
    }

    /** Whoever writes rows that a commit under way holds comes after it. */
    private void awaitRows(Set<TenantId> tenants) {
        for (UnderWay late : List.copyOf(underWay)) {
            if (tenantsOf(late.turn).stream().anyMatch(tenants::contains)) {
                finish(late);
            }
        }
    }

    private void finish(UnderWay late) {
        if (underWay.remove(late) && late.lands) {
            apply(late.turn, late.replica);
        }
    }

    private static Set<TenantId> tenantsOf(Turn turn) {
        Set<TenantId> tenants = new HashSet<>(turn.fences().keySet());
        turn.cancelled().forEach(cancelled -> tenants.add(cancelled.tenant()));
        turn.takeBacks().forEach(back -> tenants.add(back.from().tenant()));
        turn.answers().forEach(answer -> tenants.add(answer.tenant()));
        turn.outcomes().forEach(outcome -> tenants.add(outcome.tenant()));
        turn.agentCalls().forEach(call -> tenants.add(call.tenant()));
        turn.moves().forEach(move -> tenants.add(move.tenant()));
        return tenants;
    }

    private Committed write(Turn turn, UUID replica) {
        awaitRows(tenantsOf(turn));
        return apply(turn, replica);
    }

    private Committed apply(Turn turn, UUID replica) {
        turn.cancelled().forEach(this::cancelBatch);
        turn.takeBacks().forEach(this::takeBack);
        turn.outcomes().forEach(outcome -> write(outcome, replica));
        turn.expiries().forEach(expiry -> expire(expiry, turn, replica));
        for (Answer answer : turn.answers()) {
            CallAttempt attempt = attempts.get(answer.attempt());
            if (attempt != null && attempt.ended() == null) {
                UUID agent = answer.agent() == null ? attempt.agent() : answer.agent();
                put(attempt.withAnswered(answer.answered())
                        .withAgent(agent)
                        .withPressed(answer.pressed().isEmpty() ? attempt.pressed() : answer.pressed()));
            }
        }
        for (ClosedTarget closed : turn.closedTargets()) {
            Target target = Objects.requireNonNull(targets.get(closed.from().id()));
            if (registry.holds(target.tenant(), turn.fences().get(target.tenant()))
                    && target.state() == closed.from().state()
                    && target.deleted() == null) {
                targets.put(target.id(), target.withState(closed.to()));
                tell(witness -> witness.closed(target, closed.to()));
            }
        }
        for (Refusal refusal : turn.refusals()) {
            if (registry.holds(refusal.tenant(), turn.fences().get(refusal.tenant()))
                    && postponements.write(refusal, targets)) {
                tell(witness -> witness.refused(refusal));
            }
        }
        for (AgentCall seat : turn.agentCalls()) {
            agents.computeIfPresent(
                    seat.agent(),
                    (id, agent) -> seat.up()
                            ? agent.withCall(seat.call())
                            : seat.call().equals(agent.call()) ? agent.withCall(null) : agent);
        }
        Set<UUID> moved = new HashSet<>();
        Set<UUID> started = new HashSet<>();
        for (CampaignMove move : turn.moves()) {
            move(move, turn, moved, started);
        }
        Set<UUID> claimed = new HashSet<>();
        for (Claim claim : turn.claims()) {
            if (claim(claim, turn, replica)) {
                claimed.add(claim.attempt().id());
            }
        }
        return new Committed(claimed, moved, started);
    }

    private boolean claim(Claim claim, Turn turn, UUID replica) {
        CallAttempt attempt = claim.attempt();
        Target target = Objects.requireNonNull(targets.get(attempt.target()));
        boolean fenced = registry.holds(attempt.tenant(), turn.fences().get(attempt.tenant()));
        if (!fenced
                || target.deleted() != null
                || target.state() != claim.from().state()) {
            return false;
        }
        before.put(attempt.id(), target);
        batchOf.put(attempt.id(), turn.batch());
        placings.put(attempt.id(), new Placing(replica, claim.deadline()));
        put(attempt);
        List<Integer> tries = new ArrayList<>(target.tries());
        tries.set(attempt.index(), tries.get(attempt.index()) + 1);
        targets.put(
                target.id(),
                target.withTries(tries).withState(TargetState.CALLING).withAttempt(attempt.id()));
        return true;
    }

    private void cancelBatch(InDoubt cancelled) {
        batchOf.entrySet().stream()
                .filter(entry -> entry.getValue().equals(cancelled.batch()))
                .map(Map.Entry::getKey)
                .filter(id ->
                        attempts.containsKey(id) && attempts.get(id).tenant().equals(cancelled.tenant()))
                .toList()
                .forEach(this::undo);
    }

    /** Not the claim of another batch under the same id. */
    private void takeBack(TakeBack takeBack) {
        if (takeBack.batch().equals(batchOf.get(takeBack.attempt()))) {
            undo(takeBack.attempt());
        }
    }

    private void undo(UUID attempt) {
        CallAttempt row = attempts.get(attempt);
        Target was = before.get(attempt);
        if (row != null && row.ended() == null && was != null) {
            attempts.remove(attempt);
            open.remove(attempt);
            Target now = Objects.requireNonNull(targets.get(was.id()));
            targets.put(
                    was.id(), now.withTries(was.tries()).withState(was.state()).withAttempt(null));
        }
    }

    private void write(Outcome outcome, UUID replica) {
        CallAttempt attempt = attempts.get(outcome.attempt());
        if (attempt == null || attempt.ended() != null) {
            return;
        }
        CallAttempt ended = attempt.withEnded(outcome.ended())
                .withCause(outcome.cause())
                .withDisposition(outcome.disposition())
                .withReached(outcome.reached())
                .withTalk(outcome.talk())
                .withAnswered(outcome.answered())
                .withPressed(outcome.pressed().isEmpty() ? attempt.pressed() : outcome.pressed());
        record(ended, outcome.next(), replica);
    }

    private void put(CallAttempt attempt) {
        attempts.put(attempt.id(), attempt);
        if (attempt.ended() == null) {
            open.put(attempt.id(), attempt);
        } else {
            open.remove(attempt.id());
        }
    }

    private void record(CallAttempt attempt, NextState next, @Nullable UUID closer) {
        put(attempt);
        records.merge(attempt.id(), 1, Integer::sum);
        Placing placing = placing(attempt.id());
        tell(witness -> witness.recorded(attempt, placing.replica, placing.deadline, closer));
        Target target = Objects.requireNonNull(targets.get(attempt.target()));
        if (attempt.id().equals(target.attempt())) {
            tell(witness -> witness.ended(attempt, target, next.state()));
            targets.put(
                    target.id(),
                    target.withState(next.state())
                            .withDue(next.due())
                            .withAttempt(null)
                            .withLastDisposition(attempt.disposition()));
        }
    }

    private void move(CampaignMove move, Turn turn, Set<UUID> moved, Set<UUID> started) {
        Campaign campaign = Objects.requireNonNull(campaigns.get(move.campaign()));
        boolean fenced = registry.holds(move.tenant(), turn.fences().get(move.tenant()));
        boolean same = campaign.state() == move.from().state()
                && Objects.equals(campaign.run().id(), move.from().id());
        boolean listTaken = move.to().state() == CampaignState.RUNNING && listRuns(campaign);
        if (!fenced || !same || listTaken || (move.onlyIfExhausted() && !isExhausted(campaign))) {
            return;
        }
        Campaign is = campaign.withRun(move.to());
        campaigns.put(campaign.id(), is);
        moved.add(campaign.id());
        if (is.state() == CampaignState.RUNNING) {
            takeUp(is);
        } else if (campaign.state() == CampaignState.STOPPING) {
            leaveBehind(is);
        }
        tell(witness -> witness.moved(campaign, is));
        Campaign next = move.next() == null ? null : campaigns.get(move.next());
        Run nextRun = move.nextRun();
        if (next != null
                && nextRun != null
                && next.deleted() == null
                && next.enabled()
                && next.state() == CampaignState.STOPPED
                && !listRuns(next)) {
            Campaign chained = next.withRun(nextRun);
            campaigns.put(next.id(), chained);
            takeUp(chained);
            started.add(next.id());
            tell(witness -> witness.chained(campaign, chained));
        }
    }

    private boolean listRuns(Campaign next) {
        return campaigns.values().stream()
                .anyMatch(other -> !other.id().equals(next.id())
                        && other.state() == CampaignState.RUNNING
                        && other.lists().stream().anyMatch(next.lists()::contains));
    }

    private boolean isExhausted(Campaign campaign) {
        List<UUID> lists = enabledLists(campaign);
        boolean targetsLeft = targets.values().stream()
                .anyMatch(target -> lists.contains(target.list())
                        && target.deleted() == null
                        && !target.state().hasEnded());
        boolean callsUp =
                open.values().stream().anyMatch(attempt -> attempt.campaign().equals(campaign.id()));
        return !targetsLeft
                && !callsUp
                && lists.stream().noneMatch(openImports::contains)
                && !openReplans.contains(campaign.id());
    }

    // ---- re-planning

    /** A campaign runs: its plan judges its lists from now on. */
    void takeUp(Campaign campaign) {
        for (UUID list : campaign.lists()) {
            UUID before = judges.put(list, campaign.id());
            if (before != null && !before.equals(campaign.id())) {
                openReplans.add(campaign.id());
            }
        }
    }

    /** The last call of a stopped campaign has ended. */
    private void leaveBehind(Campaign campaign) {
        for (UUID list : campaign.lists()) {
            UUID judge = judges.get(list);
            if (judge != null && !judge.equals(campaign.id())) {
                openReplans.add(judge);
            }
        }
    }

    private boolean isJudgedBy(Campaign campaign, UUID list) {
        UUID judge = judges.get(list);
        return judge != null
                ? judge.equals(campaign.id())
                : campaigns.values().stream()
                        .noneMatch(other -> !other.id().equals(campaign.id())
                                && other.state() != CampaignState.STOPPED
                                && other.lists().contains(list));
    }

    /**
     * Lets some targets follow an edited plan, as the worker does in batches.
     *
     * @return how many moved; fewer than {@code most} ends the re-planning
     */
    int replan(UUID id, int most) {
        Campaign campaign = Objects.requireNonNull(campaigns.get(id));
        DialPlan plan = Objects.requireNonNull(plan(campaign));
        int moved = 0;
        for (Target target : List.copyOf(targets.values())) {
            boolean judged = target.deleted() == null
                    && campaign.lists().contains(target.list())
                    && isJudgedBy(campaign, target.list());
            Optional<NextState> next = judged
                    ? Replanned.of(new Idle(target, lastAttempt(target.id())), plan, campaign.retry())
                    : Optional.empty();
            if (next.isPresent() && moved < most) {
                moved++;
                targets.put(
                        target.id(),
                        target.withState(next.get().state()).withDue(next.get().due()));
            }
        }
        if (moved < most) {
            openReplans.remove(id);
        }
        return moved;
    }

    /** How the last attempt at a target ended, null if it never had one. */
    @Nullable
    LastAttempt lastAttempt(UUID target) {
        LastAttempt last = null;
        for (CallAttempt attempt : attempts.values()) {
            Disposition disposition = attempt.disposition();
            Instant ended = attempt.ended();
            if (attempt.target().equals(target) && disposition != null && ended != null) {
                last = new LastAttempt(disposition, attempt.talk(), ended);
            }
        }
        return last;
    }

    // ---- for the checkers

    UUID replicaOf(UUID attempt) {
        return placing(attempt).replica;
    }

    Instant deadlineOf(UUID attempt) {
        return placing(attempt).deadline;
    }

    long callsUp(Predicate<CallAttempt> which) {
        return open.values().stream().filter(which).count();
    }

    Collection<CallAttempt> open() {
        return open.values();
    }

    void postponed(BiConsumer<Target, Instant> each) {
        postponements.each(targets, each);
    }

    @Nullable
    Carrier carrierOf(Campaign campaign) {
        UUID named = campaign.carrier();
        return named != null
                ? carriers.get(named)
                : carriers.values().stream()
                        .filter(carrier -> carrier.tenant().equals(campaign.tenant()) && carrier.isDefault())
                        .findFirst()
                        .orElse(null);
    }
}
