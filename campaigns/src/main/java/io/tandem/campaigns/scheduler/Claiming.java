package io.tandem.campaigns.scheduler;

import io.tandem.campaigns.model.Address;
import io.tandem.campaigns.model.CallAttempt;
import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.Carrier;
import io.tandem.campaigns.model.DialPlan;
import io.tandem.campaigns.model.Pacing;
import io.tandem.campaigns.model.PolicyReason;
import io.tandem.campaigns.model.Queue;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetState;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.Ids;
import io.tandem.campaigns.ports.Refusal;
import io.tandem.campaigns.ports.SchedulerStore;
import io.tandem.campaigns.ports.SchedulerStore.Claim;
import io.tandem.campaigns.ports.SchedulerStore.ClosedTarget;
import io.tandem.campaigns.rules.DialOrder;
import io.tandem.campaigns.rules.Slots;
import io.tandem.campaigns.rules.Slots.Cap;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Fills one tenant's free slots with due targets. Campaigns take turns by weight, which is their cap: of two that could
 * both use what the tenant has left, one with twice the cap starts twice the calls.
 */
final class Claiming {

    /** What the calls of one turn have in common. */
    private record Terms(View view, Instant now, long leaseUntil, Duration leaseLeft) {}

    private final TenantId tenant;
    private final Limits limits;
    private final Ids ids;
    private final SchedulerStore store;
    private final Calls calls;
    private final Seats seats;
    private final Draft draft;
    private final Scripts scripts;
    private final RandomGenerator chance;
    private final Paces paces = new Paces();
    private final Shares shares = new Shares();
    private final QuietTimes quietTimes = new QuietTimes();
    private final PriorityQueue<Line> contenders = new PriorityQueue<>(
            Comparator.comparingDouble((Line line) -> shares.passOf(line.id())).thenComparing(Line::id));

    private Terms terms = new Terms(View.NONE, Instant.MIN, 0, Duration.ZERO);
    private int claimed;

    Claiming(
            TenantId tenant,
            Limits limits,
            Ids ids,
            SchedulerStore store,
            Calls calls,
            Seats seats,
            Draft draft,
            Scripts scripts,
            RandomGenerator chance) {
        this.tenant = tenant;
        this.limits = limits;
        this.ids = ids;
        this.store = store;
        this.calls = calls;
        this.seats = seats;
        this.draft = draft;
        this.scripts = scripts;
        this.chance = chance;
    }

    /** From here on the tenant's paces are kept here. */
    void takenOver(Instant at) {
        paces.takenOver(at);
    }

    void refreshed(View view) {
        paces.refreshed(view);
        shares.keep(view);
        quietTimes.keep(view);
    }

    /**
     * Begins a turn: reads ahead what {@link #next} may need, before anything of the turn is claimed, for that would be
     * read again.
     */
    void begin(View view, Instant now, Lease lease, long leaseUntil) {
        terms = new Terms(view, now, leaseUntil, lease.left(leaseUntil));
        claimed = 0;
        paces.begin();
        contenders.clear();
        // A tenant that must not dial moves its campaigns all the same.
        draft.fence(view.fence);
        if (!view.mayDial()) {
            return;
        }
        forgetNumbers(view);
        for (Line line : view.lines()) {
            if (line.mayDial() && quietTimes.begin(line, now)) {
                draft.refusals.add(Refusal.quiet(tenant, line.id()));
            }
            if (line.mayDial() && line.isOpen(now)) {
                int free = Math.min(limits.claimsPerTurn(), freeSlots(view, line));
                line.hopper.hold(line.held(now));
                boolean mayBeDone = free == 0 && calls.up(line.id()) == 0;
                line.hopper.fill(store, now, mayBeDone ? 1 : free, hasRoom(view, line), calls::isTargetUp);
                shares.joins(line.id());
                contenders.add(line);
            }
        }
    }

    /** What was decided is not written, as far as anybody knows. */
    void failed() {
        for (Refusal refusal : draft.refusals) {
            if (refusal.reason() == PolicyReason.QUIET_HOURS) {
                quietTimes.forget(refusal.campaign());
            }
        }
    }

    private static void forgetNumbers(View view) {
        if (view.numberCap.isFull()) {
            Set<String> atHand = new HashSet<>();
            view.lines().forEach(line -> line.hopper.numbersAtHand(atHand));
            view.numberCap.keep(atHand);
        }
    }

    /** Claims one more call; false if there is no slot, no target or no pace for one, or this turn had its share. */
    boolean next() {
        while (!contenders.isEmpty() && claimed < limits.claimsPerTurn()) {
            Line line = contenders.poll();
            if (freeSlots(terms.view, line) == 0) {
                continue;
            }
            Hopper.Candidate candidate = line.hopper.take(hasRoom(terms.view, line));
            if (candidate == null) {
                continue;
            }
            if (claim(line, candidate)) {
                return true;
            }
        }
        return false;
    }

    private boolean claim(Line line, Hopper.Candidate candidate) {
        if (candidate.target().isOver(terms.now)) {
            // It is for Expiries to end it.
            line.hopper.passOn(candidate, Set.of());
            contenders.add(line);
            return false;
        }
        OptionalInt index = nextDestination(candidate, line);
        if (index.isEmpty()) {
            line.hopper.passOn(candidate, Set.of());
            contenders.add(line);
            return false;
        }
        Address to = Objects.requireNonNull(candidate.target().destinations().get(index.getAsInt()));
        boolean rings = line.rings();
        String number = to.destination().text();
        if (rings && calls.isNumberUp(number)) {
            line.hopper.await(candidate, number);
            contenders.add(line);
            return false;
        }
        boolean isCounted = rings && to.destination().isDialable();
        if (isCounted && terms.view.numberCap.isReached(number)) {
            postpone(line, candidate.target());
            line.hopper.passOn(candidate, Set.of());
            contenders.add(line);
            return false;
        }
        Carrier carrier = rings ? terms.view.carrierOf(line.campaign) : null;
        String network = limits.networkOf(candidate.target(), index.getAsInt());
        if (carrier != null && !Channels.hasRoom(line.campaign, carrier, calls, network)) {
            line.hopper.await(candidate, network);
            contenders.add(line);
            return false;
        }
        if (!paces.start(carrier, terms.now)) {
            line.hopper.putBack(candidate);
            return false;
        }
        draft.claims.add(newCall(line, carrier, candidate.target(), index.getAsInt(), to, network));
        line.hopper.passOn(candidate, rings ? Set.of(number, network) : Set.of());
        claimed++;
        if (isCounted) {
            terms.view.numberCap.claimed(number);
        }
        shares.served(line.id(), weight(line.campaign));
        contenders.add(line);
        return true;
    }

    /**
     * To the number's next day; its other destinations wait with it, for they go in order. While a claim of ours may be
     * written that is none any more, nobody is postponed for it: the target is found again by the read after this turn.
     */
    private void postpone(Line line, Target target) {
        if (draft.hasTakenBack()) {
            return;
        }
        NumberCap cap = terms.view.numberCap;
        draft.refusals.add(Refusal.postponed(line.id(), target, cap.dayEnd(), cap.rule()));
        for (Line each : terms.view.lines()) {
            each.hopper.dueAgain(target.list(), target.state(), cap.dayEnd());
        }
    }

    /** Free channels go round the campaigns call by call; else a campaign's cap is its weight. */
    private static int weight(Campaign campaign) {
        return Channels.modeOf(campaign) == Pacing.ChannelMode.SERIAL
                ? 1
                : campaign.pacing().maxConcurrent();
    }

    private Predicate<@Nullable String> hasRoom(View view, Line line) {
        Carrier carrier = view.carrierOf(line.campaign);
        return network -> carrier == null || Channels.hasRoom(line.campaign, carrier, calls, network);
    }

    /** Closes the candidate if nothing of it may be called any more. */
    private OptionalInt nextDestination(Hopper.Candidate candidate, Line line) {
        DialPlan plan = Objects.requireNonNull(line.plan);
        OptionalInt index = DialOrder.next(candidate.target(), plan, candidate.doNotCall());
        if (index.isEmpty()) {
            boolean listed = DialOrder.next(candidate.target(), plan).isPresent();
            TargetState end = listed ? TargetState.DO_NOT_CALL : TargetState.EXHAUSTED;
            draft.closed.add(new ClosedTarget(candidate.target(), end));
            if (listed) {
                draft.refusals.add(Refusal.listed(line.id(), candidate.target()));
            }
            line.exhaustionRefused = false;
        }
        return index;
    }

    private int freeSlots(View view, Line line) {
        Campaign campaign = line.campaign;
        Cap own = new Cap(campaign.pacing().maxConcurrent(), calls.up(campaign.id()));
        Cap tenants = new Cap(Objects.requireNonNull(view.settings).caps().calls(), calls.up());
        if (!campaign.kind().rings()) {
            return Slots.free(own, tenants);
        }
        Carrier carrier = view.carrierOf(campaign);
        if (carrier == null) {
            return 0;
        }
        int free = Slots.free(own, new Cap(carrier.maxConcurrent(), calls.upOn(carrier.id())), tenants);
        UUID queue = campaign.queue();
        if (queue == null) {
            return free;
        }
        int dialing = calls.dialing(campaign.id());
        int toCome = seats.waiting(queue) + calls.inScript(queue);
        int available = seats.available(queue) - toCome - (calls.dialingOnQueue(queue) - dialing);
        return Slots.forAgents(campaign.pacing().agents(), available, dialing, free);
    }

    private LiveCall newCall(
            Line line, @Nullable Carrier carrier, Target target, int index, Address to, String network) {
        Campaign campaign = line.campaign;
        DialPlan plan = Objects.requireNonNull(line.plan);
        UUID queue = carrier == null ? null : campaign.queue();
        CallAttempt attempt = new CallAttempt(
                tenant,
                attemptId(target),
                campaign.id(),
                Objects.requireNonNull(campaign.run().id()),
                plan.id(),
                target.list(),
                target.id(),
                queue,
                carrier == null ? null : carrier.id(),
                null,
                CallerIds.shown(plan, terms.view.carrierOf(campaign), chance),
                to,
                index,
                target.tries().get(index) + 1,
                terms.now,
                null,
                null,
                null,
                null,
                null,
                false,
                Duration.ZERO,
                terms.now,
                null);
        LiveCall call = new LiveCall(
                new Claim(target, attempt, deadline(plan, queue)),
                plan,
                campaign.retry(),
                queue == null ? scripts.of(campaign, target) : Scripts.beforeQueue(campaign, target),
                carrier == null,
                network,
                placeBy(line, target),
                terms.leaseUntil);
        calls.add(call);
        return call;
    }

    /** The first attempt of a pushed target has an id that its client was told. (autocall-v3.md, D36) */
    private UUID attemptId(Target target) {
        return target.goesFirst() ? Objects.requireNonNull(target.push()).call() : ids.next();
    }

    /** Not after its hours, nor on another day than the one it was counted on, nor at a push's end. */
    private Instant placeBy(Line line, Target target) {
        Instant by = line.hoursChangeAt(terms.now);
        if (line.rings()) {
            by = earlier(by, terms.view.numberCap.dayEnd());
        }
        Instant end = target.push() == null ? null : target.push().expires();
        return end == null ? by : earlier(by, end);
    }

    private static Instant earlier(Instant one, Instant other) {
        return other.isBefore(one) ? other : one;
    }

    /** It is placed at the end of the lease at the latest, rings, is answered, waits for an agent, and is ended. */
    private Instant deadline(DialPlan plan, @Nullable UUID queueId) {
        Queue queue = queueId == null ? null : seats.queue(queueId);
        return terms.now
                .plus(terms.leaseLeft)
                .plus(plan.ringTimeout())
                .plus(queue == null ? Duration.ZERO : queue.waitTimeout())
                .plus(limits.longestTalk())
                .plus(limits.grace());
    }

    /** The replica starts no call before then. */
    void pacedUntil(Instant at) {
        paces.notBefore(at);
    }

    /** When the line could claim if nothing happens before; {@link Instant#MAX} for never. */
    Instant nextTurn(View view, Line line, Instant now) {
        if (freeSlots(view, line) == 0) {
            return Instant.MAX;
        }
        if (line.hopper.hasCandidates(hasRoom(view, line))) {
            Instant paced = paces.nextStart(line.rings() ? view.carrierOf(line.campaign) : null);
            return paced.isBefore(now) ? now : paced;
        }
        return line.hopper.nextLook(hasRoom(view, line));
    }
}
