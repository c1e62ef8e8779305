package io.tandem.campaigns.scheduler;

import io.tandem.campaigns.model.CallAttempt;
import io.tandem.campaigns.model.DialPlan;
import io.tandem.campaigns.model.Disposition;
import io.tandem.campaigns.model.HangupCause;
import io.tandem.campaigns.model.RetryPolicy;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.Dialer;
import io.tandem.campaigns.ports.Dialer.OutboundCall;
import io.tandem.campaigns.ports.Ids;
import io.tandem.campaigns.ports.SchedulerStore;
import io.tandem.campaigns.ports.SchedulerStore.CampaignMove;
import io.tandem.campaigns.ports.SchedulerStore.Committed;
import io.tandem.campaigns.ports.SchedulerStore.NextState;
import io.tandem.campaigns.ports.SchedulerStore.Outcome;
import io.tandem.campaigns.ports.SchedulerStore.TakenOver;
import io.tandem.campaigns.ports.SchedulerStore.Turn;
import io.tandem.campaigns.ports.StoreUnavailable;
import io.tandem.campaigns.ports.TargetValues;
import io.tandem.campaigns.rules.AfterAttempt;
import io.tandem.campaigns.rules.Pacer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Dials the campaigns of the tenants that this replica owns.
 *
 * <p>It works in turns. A turn takes in what happened since the last one, decides for every tenant that has something to
 * do, writes all of it in one transaction, and hands the new calls to the dialer. A tenant at rest takes no part. Time
 * is an input: the same code runs in the gateway and, under a virtual clock, in simulations.
 *
 * <p>One thread calls {@link #turn}; everyone else speaks through the {@link Inbox}. (design section 4 and 5)
 */
public final class Scheduler {

    private static final System.Logger LOG = System.getLogger(Scheduler.class.getName());
    private static final BackOff FIRST_BACK_OFF = new BackOff(Duration.ofMillis(100), Duration.ofSeconds(5));

    private static final Duration CHANGE_HANDS_FOR = Duration.ofMillis(50);

    private record Wake(Instant at, Desk desk) {}

    private record Asked(@Nullable TenantId tenant, CompletableFuture<Boolean> acknowledged) {}

    private final InstantSource clock;
    private final SchedulerStore store;
    private final Dialer dialer;
    private final Ids ids;
    private final RandomGenerator chance;
    private final Limits limits;
    private final Lease lease;
    private final Consumer<TenantId> tellOwner;
    private final TargetValues values;
    private final Inbox inbox;
    private final Pacer pacer;

    private final Map<TenantId, Desk> desks = new HashMap<>();
    private final Set<TenantId> owned = ConcurrentHashMap.newKeySet();
    private final TreeSet<Wake> wakes =
            new TreeSet<>(Comparator.comparing(Wake::at).thenComparing(wake -> wake.desk.tenant));
    private final Map<Desk, Wake> wakeOf = new HashMap<>();
    private final Chores toOwn = new Chores();
    private final Chores toSettle = new Chores();
    private final Chores toRelease = new Chores();
    private final Chores toRecall = new Chores();
    private final Set<Desk> owing = new HashSet<>();
    private final List<Asked> asked = new ArrayList<>();

    private Instant notBefore = Instant.MIN;
    private BackOff backOff = FIRST_BACK_OFF;
    private volatile boolean claiming = true;
    private volatile boolean endingAll;
    private volatile int callsUp;
    private volatile boolean unwritten;
    private int live;
    private long turn;
    private long served;

    /**
     * @param lease until when calls may be placed
     * @param tellOwner tells the owner of a tenant that a call of it ended which this replica placed before
     * @param values fill the templates that calls play
     */
    public Scheduler(
            InstantSource clock,
            SchedulerStore store,
            Dialer dialer,
            Inbox inbox,
            Ids ids,
            RandomGenerator chance,
            Limits limits,
            Lease lease,
            Consumer<TenantId> tellOwner,
            TargetValues values) {
        this.clock = clock;
        this.store = store;
        this.dialer = dialer;
        this.inbox = inbox;
        this.ids = ids;
        this.chance = chance;
        this.limits = limits;
        this.lease = lease;
        this.tellOwner = tellOwner;
        this.values = values;
        this.pacer = new Pacer(limits.callsPerSecond());
    }

    /** Whether the tenant is this replica's, as far as it knows; for any thread. */
    public boolean owns(TenantId tenant) {
        return owned.contains(tenant);
    }

    /** Calls of this replica that hold a slot, over all tenants; for any thread. */
    public int inFlight() {
        return callsUp;
    }

    /** Whether something that happened to calls is still to be written; for any thread. */
    boolean hasUnwritten() {
        return unwritten;
    }

    /** No call is started from the next turn on; those that are up go on. For any thread. */
    public void stopClaiming() {
        claiming = false;
        inbox.wake();
    }

    /** Gives up every call that is up. For any thread. */
    public void endAllCalls() {
        claiming = false;
        endingAll = true;
        inbox.wake();
    }

    /**
     * Runs one turn.
     *
     * @return when the next turn is due if nothing is posted before; {@link Instant#MAX} for never
     */
    public Instant turn() {
        turn++;
        // Before the signals: under a lease that is renewed later, nothing of this turn may be decided.
        long leaseUntil = lease.until();
        Instant now = clock.instant();
        Set<Desk> ready = dueDesks(now);
        try {
            for (Inbox.Signal signal : inbox.drain()) {
                take(signal, ready, now);
            }
            boolean reachable = !now.isBefore(notBefore);
            if (reachable) {
                changeHands(now, ready);
            }
            // A takeover takes time, and a deadline set by the time before it would be over at once.
            now = clock.instant();
            endExpired(ready, now);
            if (reachable && decideAndWrite(ready, now, leaseUntil)) {
                letGo(ready, now);
            }
        } finally {
            acknowledge();
        }
        return nextTurn(ready);
    }

    private Set<Desk> dueDesks(Instant now) {
        Set<Desk> due = new LinkedHashSet<>();
        while (!wakes.isEmpty() && !wakes.first().at.isAfter(now)) {
            Desk desk = wakes.first().desk;
            sleep(desk, Instant.MAX);
            due.add(desk);
        }
        return due;
    }

    private void take(Inbox.Signal signal, Set<Desk> ready, Instant now) {
        if (signal instanceof Inbox.Signal.Call call) {
            Desk desk = desks.get(call.event().tenant());
            if (desk != null) {
                desk.on(call.event());
                ready.add(desk);
            }
        } else if (signal instanceof Inbox.Signal.Changed changed) {
            outdate(changed.tenant(), ready);
        } else if (signal instanceof Inbox.Signal.Forbade forbade) {
            if (forbade.tenant() != null) {
                outdate(forbade.tenant(), ready);
            }
            asked.add(new Asked(forbade.tenant(), forbade.acknowledged()));
        } else if (signal instanceof Inbox.Signal.Own own) {
            toOwn.add(own.tenant());
        } else if (signal instanceof Inbox.Signal.GiveUp giveUp) {
            toOwn.done(giveUp.tenant());
            Desk desk = desks.get(giveUp.tenant());
            if (desk != null && desk.isOwned()) {
                desk.giveUp(now);
                ready.add(desk);
            } else {
                toRelease.add(giveUp.tenant());
            }
        } else if (signal instanceof Inbox.Signal.Keep keep) {
            Desk desk = desks.get(keep.tenant());
            if (desk != null && desk.isOwned() && claiming) {
                desk.keep();
                ready.add(desk);
            } else {
                toOwn.add(keep.tenant());
            }
        } else if (signal instanceof Inbox.Signal.EveryoneChanged) {
            desks.keySet().forEach(tenant -> outdate(tenant, ready));
        } else if (signal instanceof Inbox.Signal.SomeChanged some) {
            for (TenantId tenant : desks.keySet()) {
                if (Math.floorMod(tenant.hashCode(), some.parts()) == some.part()) {
                    outdate(tenant, ready);
                }
            }
        } else if (signal instanceof Inbox.Signal.ReplicaGone) {
            desks.values().stream().filter(Desk::mayHaveCallsElsewhere).forEach(desk -> toSettle.add(desk.tenant));
        } else if (signal instanceof Inbox.Signal.Expelled) {
            expelled(ready, now);
        }
    }

    private void outdate(TenantId tenant, Set<Desk> ready) {
        Desk desk = desks.get(tenant);
        if (desk != null) {
            desk.outdated();
            ready.add(desk);
        }
    }

    private void expelled(Set<Desk> ready, Instant now) {
        LOG.log(System.Logger.Level.ERROR, "the other replicas gave this one up for dead: all its calls are ended");
        for (Desk desk : desks.values()) {
            desk.disown();
            desk.handling.endAll(now).forEach(this::hangUp);
            ready.add(desk);
        }
    }

    // ---- whose tenants are whose

    /** Takes over, settles and gives back, for a short time: tenants that are owned already have calls to be looked after. */
    private void changeHands(Instant now, Set<Desk> ready) {
        long end = lease.now() + CHANGE_HANDS_FOR.toNanos();
        boolean reachable = each(toRelease, "giving back", now, end, tenant -> {
            store.release(tenant);
            toRelease.done(tenant);
        });
        reachable = reachable
                && each(toSettle, "closing dead replicas' calls of", now, end, tenant -> {
                    store.settle(tenant, now, Scheduler::afterInterruption);
                    toSettle.done(tenant);
                    outdate(tenant, ready);
                });
        reachable = reachable && each(toOwn, "the takeover of", now, end, tenant -> takeOver(tenant, now, ready));
        if (reachable) {
            each(toRecall, "recalling postponed targets of", now, end, tenant -> recall(tenant, ready));
        }
    }

    /** Some of the targets that the tenant's policy, as it is now, did not postpone. */
    private void recall(TenantId tenant, Set<Desk> ready) {
        Desk desk = desks.get(tenant);
        if (desk == null || !desk.hasToRecall()) {
            toRecall.done(tenant);
            return;
        }
        if (store.recall(tenant, desk.recall().rule()) > 0) {
            outdate(tenant, ready);
        } else {
            desk.recall().done();
            toRecall.done(tenant);
        }
    }

    /** Returns whether the database could be reached. */
    private boolean each(Chores chores, String what, Instant now, long end, Consumer<TenantId> chore) {
        for (TenantId tenant : chores.due(now)) {
            if (lease.now() - end >= 0) {
                return true;
            }
            try {
                chore.accept(tenant);
            } catch (StoreUnavailable away) {
                failed(what + " tenant " + tenant, away, now);
                return false;
            } catch (RuntimeException fault) {
                LOG.log(System.Logger.Level.ERROR, what + " tenant " + tenant + " failed", fault);
                chores.failed(tenant, now);
            }
        }
        return true;
    }

    private void takeOver(TenantId tenant, Instant now, Set<Desk> ready) {
        TakenOver taken = claiming ? store.takeOver(tenant, now, Scheduler::afterInterruption) : TakenOver.REFUSED;
        if (taken == TakenOver.BUSY) {
            toOwn.again(tenant, now);
            return;
        }
        toOwn.done(tenant);
        if (taken == TakenOver.OURS) {
            Desk desk = desks.computeIfAbsent(
                    tenant, t -> new Desk(t, limits, ids, store, lease, by -> live += by, chance, values));
            // Its owner before may have placed a call until the takeover was committed.
            desk.own(clock.instant());
            owned.add(tenant);
            ready.add(desk);
        }
    }

    private static NextState afterInterruption(
            Target target, CallAttempt attempt, @Nullable DialPlan plan, Instant now) {
        return AfterAttempt.of(target, plan, RetryPolicy.EVERY_NON_ANSWER, Disposition.INTERRUPTED, Duration.ZERO, now)
                .next();
    }

    private void letGo(Set<Desk> ready, Instant now) {
        if (!claiming) {
            desks.values().forEach(desk -> desk.giveUp(now));
            ready.addAll(desks.values());
        }
        for (Desk desk : ready) {
            if (desk.canLetGo(now)) {
                try {
                    store.release(desk.tenant);
                } catch (RuntimeException failure) {
                    failed("giving up tenant " + desk.tenant, failure, now);
                    return;
                }
                desk.disown();
            }
        }
    }

    // ---- calls whose time is up

    private void endExpired(Set<Desk> ready, Instant now) {
        if (endingAll) {
            ready.addAll(desks.values());
        }
        for (Desk desk : ready) {
            List<LiveCall> toEnd = desk.handling.expire(now);
            if (endingAll) {
                toEnd.addAll(desk.handling.endAll(now));
            }
            toEnd.forEach(this::hangUp);
        }
    }

    private void hangUp(LiveCall call) {
        HangupCause cause = call.answered == null ? HangupCause.RECOVERY_ON_TIMER : HangupCause.NORMAL_CLEARING;
        try {
            dialer.hangUp(call.id(), cause);
        } catch (RuntimeException carrierError) {
            LOG.log(System.Logger.Level.WARNING, "the carrier would not end call " + call.id(), carrierError);
        }
    }

    // ---- decisions, one commit, and the calls

    /**
     * Decides and writes for these tenants together. If that fails for another reason than a database that is away, one
     * of them has a fault of its own: each is tried alone, and the faulty one rests.
     *
     * @return whether the database could be reached
     */
    private boolean decideAndWrite(Set<Desk> ready, Instant now, long leaseUntil) {
        List<Desk> working = new ArrayList<>();
        for (Desk desk : ready) {
            if (!desk.rests(now)) {
                working.add(desk);
            }
        }
        UUID batch = ids.next();
        Turn written;
        Committed held;
        try {
            decide(working, now, leaseUntil);
            written = Draft.turn(
                    batch, now, working.stream().map(desk -> desk.draft).toList());
            held = written.isEmpty() ? new Committed(Set.of(), Set.of(), Set.of()) : store.commit(written);
        } catch (RuntimeException failure) {
            boolean away = failure instanceof StoreUnavailable;
            working.forEach(desk -> desk.failed(batch, away));
            if (away) {
                failed("turn", failure, now);
                return false;
            }
            return alone(working, failure, now, leaseUntil);
        }
        backOff = FIRST_BACK_OFF;
        committed(working, written, held);
        return true;
    }

    private boolean alone(List<Desk> working, RuntimeException failure, Instant now, long leaseUntil) {
        if (working.size() == 1) {
            Desk faulty = working.get(0);
            LOG.log(System.Logger.Level.ERROR, "tenant " + faulty.tenant + " is left out for a while", failure);
            faulty.rest(now);
            return true;
        }
        for (Desk desk : working) {
            if (!decideAndWrite(Set.of(desk), now, leaseUntil)) {
                return false;
            }
        }
        return true;
    }

    private void decide(List<Desk> working, Instant now, long leaseUntil) {
        boolean mayClaim = claiming && !lease.isOver(leaseUntil);
        for (Desk desk : working) {
            desk.refresh(turn, now);
            if (desk.hasToRecall()) {
                toRecall.addNew(desk.tenant);
            }
            desk.judge(now);
        }
        if (!mayClaim) {
            return;
        }
        for (Desk desk : working) {
            desk.beginClaiming(now, lease, leaseUntil);
            desk.endOverdue(now);
        }
        if (limits.callsPerSecond() == null) {
            for (Desk desk : working) {
                while (desk.claim()) {
                    // As many as it has slots and targets for.
                }
            }
        } else {
            claimInTurns(working, now);
        }
        working.forEach(desk -> desk.move(now));
    }

    /** What this replica may start is shared call by call, who waited longest going first. */
    private void claimInTurns(List<Desk> working, Instant now) {
        PriorityQueue<Desk> waiting = new PriorityQueue<>(
                Comparator.comparingLong((Desk desk) -> desk.servedAt).thenComparing(desk -> desk.tenant));
        waiting.addAll(working);
        while (!waiting.isEmpty() && pacer.isReady(now)) {
            Desk desk = waiting.poll();
            if (desk.claim()) {
                pacer.started(now);
                desk.servedAt = ++served;
                waiting.add(desk);
            }
        }
        waiting.forEach(desk -> desk.pacedUntil(pacer.nextStart()));
    }

    private void committed(List<Desk> working, Turn written, Committed held) {
        List<LiveCall> claims = new ArrayList<>();
        Set<TenantId> endedForOthers = new LinkedHashSet<>();
        for (Desk desk : working) {
            claims.addAll(desk.draft.claims);
            // Targets that were put back could not be found by the reads before: it looks again.
            if (desk.draft.hasTakenBack()) {
                desk.outdated();
                if (!desk.isOwned()) {
                    endedForOthers.add(desk.tenant);
                }
            }
            desk.draft.committed();
            desk.succeeded();
        }
        for (Outcome outcome : written.outcomes()) {
            Desk desk = desk(outcome.tenant());
            desk.written(outcome);
            if (!desk.isOwned()) {
                endedForOthers.add(outcome.tenant());
            }
        }
        for (CampaignMove move : written.moves()) {
            UUID next = move.next();
            desk(move.tenant())
                    .moved(
                            move,
                            held.moved().contains(move.campaign()),
                            next != null && held.started().contains(next));
        }
        for (LiveCall call : claims) {
            if (held.claimed().contains(call.id())) {
                place(call, written.batch());
            } else {
                desk(call).refused(call);
            }
        }
        endedForOthers.forEach(this::tellOwner);
    }

    private void tellOwner(TenantId tenant) {
        try {
            tellOwner.accept(tenant);
        } catch (StoreUnavailable late) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "the owner of tenant {0} hears later of a call that ended here: {1}",
                    tenant,
                    late.getMessage());
        }
    }

    private Desk desk(LiveCall call) {
        return desk(call.attempt.tenant());
    }

    /** The desk of a tenant that has one, as every tenant with a call or a write has. */
    private Desk desk(TenantId tenant) {
        return Objects.requireNonNull(desks.get(tenant));
    }

    /** The last look, and then the call. Nothing that goes wrong with one call keeps the next from being placed. */
    private void place(LiveCall call, UUID batch) {
        Desk desk = desk(call);
        if (!call.runsWithoutCall && !call.attempt.to().destination().isDialable()) {
            desk.handling.notDialable(call, clock.instant());
            return;
        }
        Instant now = clock.instant();
        if (!now.isBefore(call.placeBy) || lease.isOver(call.leaseUntil)) {
            desk.takeBack(call, batch);
            return;
        }
        if (call.played.broken()) {
            desk.handling.notPlayable(call, now);
            return;
        }
        desk.handling.placed(call, now);
        try {
            dialer.place(new OutboundCall(
                    call.attempt.tenant(),
                    call.id(),
                    call.attempt.campaign(),
                    call.attempt.carrier(),
                    call.attempt.from(),
                    call.runsWithoutCall ? null : call.attempt.to().destination(),
                    call.played.script(),
                    call.played.template(),
                    call.hearsScriptFirst(),
                    call.attempt.tryNumber(),
                    call.ringTimeout));
        } catch (RuntimeException carrierError) {
            LOG.log(System.Logger.Level.WARNING, "the carrier refused call " + call.id(), carrierError);
            desk.handling.refused(call, clock.instant());
        } catch (Error unknown) {
            // The carrier may have the call: it holds its slot until its ring timeout.
            LOG.log(System.Logger.Level.ERROR, "it is unknown whether the carrier has call " + call.id(), unknown);
        }
    }

    // ---- the end of a turn

    /** A tenant whose read failed is read by a later turn: who asked waits for that one. */
    private void acknowledge() {
        asked.removeIf(each -> {
            Desk desk = each.tenant == null ? null : desks.get(each.tenant);
            boolean takenIn = desk != null && desk.wasReadIn(turn);
            if (!takenIn && desk != null && desk.isOwned()) {
                return false;
            }
            each.acknowledged.complete(takenIn);
            return true;
        });
    }

    private void failed(String what, RuntimeException failure, Instant now) {
        LOG.log(
                System.Logger.Level.WARNING,
                what + " failed, tried again in " + backOff.rest().toMillis() + " ms: " + failure.getMessage(),
                failure instanceof StoreUnavailable ? null : failure);
        notBefore = now.plus(backOff.rest());
        backOff = backOff.next();
    }

    private Instant nextTurn(Set<Desk> ready) {
        Instant now = clock.instant();
        boolean mayClaim = claiming && !lease.isOver();
        Instant soonest = now.isBefore(notBefore) ? notBefore : Instant.MIN;
        for (Desk desk : ready) {
            if (desk.isDone()) {
                sleep(desk, Instant.MAX);
                owing.remove(desk);
                desks.remove(desk.tenant);
                owned.remove(desk.tenant);
                continue;
            }
            if (!desk.isOwned()) {
                owned.remove(desk.tenant);
            }
            Instant next = desk.nextTurn(now, mayClaim);
            sleep(desk, next.isBefore(soonest) ? soonest : next);
            if (desk.draft.hasUnwritten()) {
                owing.add(desk);
            } else {
                owing.remove(desk);
            }
        }
        callsUp = live;
        unwritten = !owing.isEmpty();
        Instant first = wakes.isEmpty() ? Instant.MAX : wakes.first().at;
        Instant paid = soonest.equals(Instant.MIN) ? now : soonest;
        for (Chores chores : List.of(toOwn, toSettle, toRelease, toRecall)) {
            Instant next = chores.next().isBefore(paid) ? paid : chores.next();
            first = next.isBefore(first) ? next : first;
        }
        return first;
    }

    /** The desk's next turn is then; {@link Instant#MAX} for no turn of its own accord. */
    private void sleep(Desk desk, Instant until) {
        Wake before = wakeOf.remove(desk);
        if (before != null) {
            wakes.remove(before);
        }
        if (!until.equals(Instant.MAX)) {
            Wake wake = new Wake(until, desk);
            wakeOf.put(desk, wake);
            wakes.add(wake);
        }
    }
}
