package io.tandem.campaigns.scheduler;

import io.tandem.campaigns.model.Disposition;
import io.tandem.campaigns.model.HangupCause;
import io.tandem.campaigns.model.RetryPolicy;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.Dialer;
import io.tandem.campaigns.ports.Dialer.OutboundCall;
import io.tandem.campaigns.ports.Ids;
import io.tandem.campaigns.ports.SchedulerStore;
import io.tandem.campaigns.ports.SchedulerStore.CampaignMove;
import io.tandem.campaigns.ports.SchedulerStore.Committed;
import io.tandem.campaigns.ports.SchedulerStore.Outcome;
import io.tandem.campaigns.ports.SchedulerStore.TakeBack;
import io.tandem.campaigns.ports.SchedulerStore.Turn;
import io.tandem.campaigns.ports.StoreUnavailable;
import io.tandem.campaigns.rules.AfterAttempt;
import io.tandem.campaigns.rules.Pacer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/**
 * Dials the campaigns of the tenants that this process owns.
 *
 * <p>It works in turns. A turn takes in what happened since the last one, decides for every tenant that has something to
 * do, writes all of it in one transaction, and hands the new calls to the dialer. A tenant at rest takes no part. Time
 * is an input: the same code runs in the gateway and, under a virtual clock, in simulations.
 *
 * <p>One thread calls {@link #turn}; everyone else speaks through the {@link Inbox}. (design section 4 and 5)
 */
public final class Scheduler {

    private static final System.Logger LOG = System.getLogger(Scheduler.class.getName());
    private static final Duration FIRST_BACK_OFF = Duration.ofMillis(100);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(5);

    private record Wake(Instant at, Desk desk) {}

    private final InstantSource clock;
    private final SchedulerStore store;
    private final Dialer dialer;
    private final Ids ids;
    private final RandomGenerator chance;
    private final Limits limits;
    private final Inbox inbox;
    private final Pacer pacer;

    private final Map<TenantId, Desk> desks = new HashMap<>();
    private final TreeSet<Wake> wakes =
            new TreeSet<>(Comparator.comparing(Wake::at).thenComparing(wake -> wake.desk.tenant));
    private final Map<Desk, Wake> wakeOf = new HashMap<>();
    private final Set<TenantId> toOwn = new LinkedHashSet<>();
    private final Draft draft = new Draft();
    private final Map<UUID, Integer> upByCampaign = new ConcurrentHashMap<>();

    private Instant notBefore = Instant.MIN;
    private Duration backOff = FIRST_BACK_OFF;
    private volatile boolean claiming = true;
    private volatile boolean endingAll;
    private volatile int callsUp;
    private volatile boolean unwritten;
    private int live;

    public Scheduler(
            InstantSource clock,
            SchedulerStore store,
            Dialer dialer,
            Inbox inbox,
            Ids ids,
            RandomGenerator chance,
            Limits limits) {
        this.clock = clock;
        this.store = store;
        this.dialer = dialer;
        this.inbox = inbox;
        this.ids = ids;
        this.chance = chance;
        this.limits = limits;
        this.pacer = new Pacer(limits.callsPerSecond());
    }

    /** Calls of a campaign that hold a slot; for any thread. */
    public int inFlight(UUID campaign) {
        return upByCampaign.getOrDefault(campaign, 0);
    }

    /** Calls that hold a slot, over all tenants; for any thread. */
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
        List<Inbox.Signal> signals = inbox.drain();
        Instant now = clock.instant();
        Set<Desk> ready = dueDesks(now);
        List<CompletableFuture<Void>> acknowledgements = new ArrayList<>();
        for (Inbox.Signal signal : signals) {
            take(signal, ready, acknowledgements);
        }
        boolean reachable = !now.isBefore(notBefore);
        if (reachable) {
            takeOver(now, ready);
        }
        endExpired(ready, now);
        if (reachable) {
            decideAndWrite(ready, now);
        }
        acknowledgements.forEach(acknowledged -> acknowledged.complete(null));
        callsUp = live;
        unwritten = draft.hasUnwritten();
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

    private void take(Inbox.Signal signal, Set<Desk> ready, List<CompletableFuture<Void>> acknowledgements) {
        if (signal instanceof Inbox.Signal.Call call) {
            Desk desk = desks.get(call.event().tenant());
            if (desk != null) {
                desk.on(call.event(), draft);
                ready.add(desk);
            }
        } else if (signal instanceof Inbox.Signal.Changed changed) {
            outdate(changed.tenant(), ready);
        } else if (signal instanceof Inbox.Signal.Forbade forbade) {
            outdate(forbade.tenant(), ready);
            acknowledgements.add(forbade.acknowledged());
        } else if (signal instanceof Inbox.Signal.Own own) {
            toOwn.add(own.tenant());
        }
    }

    private void outdate(TenantId tenant, Set<Desk> ready) {
        Desk desk = desks.get(tenant);
        if (desk != null) {
            desk.outdated();
            ready.add(desk);
        }
    }

    private void takeOver(Instant now, Set<Desk> ready) {
        for (TenantId tenant : List.copyOf(toOwn)) {
            try {
                store.takeOver(
                        tenant,
                        now,
                        (target, attempt, plan, at) -> AfterAttempt.of(
                                        target,
                                        plan,
                                        RetryPolicy.EVERY_NON_ANSWER,
                                        Disposition.INTERRUPTED,
                                        Duration.ZERO,
                                        at)
                                .next());
            } catch (RuntimeException failure) {
                failed("the takeover of tenant " + tenant, failure, now);
                return;
            }
            toOwn.remove(tenant);
            ready.add(desks.computeIfAbsent(
                    tenant, t -> new Desk(t, limits, ids, store, new Calls(this::published), chance)));
        }
    }

    private void published(UUID campaign, int up, int by) {
        live += by;
        if (up == 0) {
            upByCampaign.remove(campaign);
        } else {
            upByCampaign.put(campaign, up);
        }
    }

    private void endExpired(Set<Desk> ready, Instant now) {
        if (endingAll) {
            ready.addAll(desks.values());
        }
        for (Desk desk : ready) {
            List<LiveCall> toEnd = desk.expire(now, draft);
            if (endingAll) {
                toEnd.addAll(desk.endAll(now));
            }
            for (LiveCall call : toEnd) {
                hangUp(call);
            }
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

    private void decideAndWrite(Set<Desk> ready, Instant now) {
        UUID batch = ids.next();
        Turn turn;
        Committed held;
        try {
            for (Desk desk : ready) {
                desk.refresh(draft);
                if (claiming) {
                    desk.claim(now, draft, pacer);
                    desk.move(now, draft);
                }
            }
            turn = draft.turn(batch, now);
            held = turn.isEmpty() ? new Committed(Set.of(), Set.of(), Set.of()) : store.commit(turn);
        } catch (RuntimeException failure) {
            for (LiveCall call : draft.claims) {
                desk(call).claimInDoubt(call);
            }
            draft.inDoubt(batch);
            ready.forEach(Desk::outdated);
            failed("turn", failure, now);
            return;
        }
        backOff = FIRST_BACK_OFF;
        List<LiveCall> claims = List.copyOf(draft.claims);
        draft.committed();
        putBackWritten(turn, ready);
        for (Outcome outcome : turn.outcomes()) {
            Desk desk = desk(outcome.tenant());
            desk.outcomeWritten(outcome);
            ready.add(desk);
        }
        for (CampaignMove move : turn.moves()) {
            UUID next = move.next();
            desk(move.tenant())
                    .moved(
                            move,
                            held.moved().contains(move.campaign()),
                            next != null && held.started().contains(next));
        }
        for (LiveCall call : claims) {
            if (held.claimed().contains(call.id())) {
                place(call);
            } else {
                desk(call).claimRefused(call);
            }
        }
    }

    /** Targets that this turn put back could not be found by the reads before it: their desks look again. */
    private void putBackWritten(Turn turn, Set<Desk> ready) {
        if (!turn.cancelledBatches().isEmpty()) {
            desks.values().forEach(Desk::outdated);
            ready.addAll(desks.values());
        }
        for (TakeBack takeBack : turn.takeBacks()) {
            Desk desk = desk(takeBack.from().tenant());
            desk.outdated();
            ready.add(desk);
        }
    }

    private Desk desk(LiveCall call) {
        return desk(call.attempt.tenant());
    }

    /** The desk of a tenant that has one, as every tenant with a call or a write has. */
    private Desk desk(TenantId tenant) {
        return Objects.requireNonNull(desks.get(tenant));
    }

    /** The last look, and then the call. */
    private void place(LiveCall call) {
        Desk desk = desk(call);
        if (!call.attempt.to().destination().isDialable()) {
            desk.notDialable(call, clock.instant(), draft);
            return;
        }
        Instant now = clock.instant();
        if (!now.isBefore(call.placeBy)) {
            desk.takeBack(call, draft);
            return;
        }
        desk.placed(call, now);
        try {
            dialer.place(new OutboundCall(
                    call.attempt.tenant(),
                    call.id(),
                    call.attempt.campaign(),
                    call.attempt.carrier(),
                    call.attempt.from(),
                    call.attempt.to().destination(),
                    call.attempt.tryNumber(),
                    call.ringTimeout));
        } catch (RuntimeException carrierError) {
            LOG.log(System.Logger.Level.WARNING, "the carrier refused call " + call.id(), carrierError);
            desk.refused(call, clock.instant(), draft);
        }
    }

    private void failed(String what, RuntimeException failure, Instant now) {
        LOG.log(
                System.Logger.Level.WARNING,
                what + " failed, tried again in " + backOff.toMillis() + " ms: " + failure.getMessage(),
                failure instanceof StoreUnavailable ? null : failure);
        notBefore = now.plus(backOff);
        backOff = backOff.multipliedBy(2).compareTo(LONGEST_BACK_OFF) < 0 ? backOff.multipliedBy(2) : LONGEST_BACK_OFF;
    }

    private Instant nextTurn(Set<Desk> ready) {
        Instant now = clock.instant();
        Instant soonest = now.isBefore(notBefore) ? notBefore : Instant.MIN;
        for (Desk desk : ready) {
            Instant next = desk.nextTurn(now, claiming);
            sleep(desk, next.isBefore(soonest) ? soonest : next);
        }
        Instant first = wakes.isEmpty() ? Instant.MAX : wakes.first().at;
        boolean owed = !toOwn.isEmpty() || draft.hasUnwritten();
        Instant paid = soonest.equals(Instant.MIN) ? now : soonest;
        return owed && paid.isBefore(first) ? paid : first;
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
