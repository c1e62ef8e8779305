package io.tandem.campaigns.simulation;

import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.Replicas.Notice;
import io.tandem.campaigns.ports.StoreUnavailable;
import io.tandem.campaigns.scheduler.Inbox;
import io.tandem.campaigns.scheduler.Lease;
import io.tandem.campaigns.scheduler.Membership;
import io.tandem.campaigns.scheduler.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One simulated process: its scheduler's thread, the thread that keeps in touch with the other replicas, and one that does
 * whatever waits for neither. Each takes a step at a time, unless it waits or the process is frozen.
 */
final class Replica implements Fate.Process {

    private static final Duration FIRST_REJOIN = Duration.ofMillis(50);
    private static final Duration LATEST_REJOIN = Duration.ofSeconds(1);

    /** In the order in which they came up. */
    final int number;

    final Name name;
    final Inbox inbox = new Inbox();
    final Lease lease;
    final Fate fate;
    private final Fleet fleet;
    private final VirtualClock clock;
    private final boolean shared;
    private final Deque<Runnable> errands = new ArrayDeque<>();
    private @Nullable Scheduler scheduler;
    private @Nullable Membership membership;
    private @Nullable SessionPool others;
    private @Nullable Session session;
    private Instant wake;
    private Instant nextBeat;
    private Instant rejoinAt;
    private Duration rejoin = FIRST_REJOIN;
    private Instant frozenUntil = Instant.MIN;
    private long seenChanges = -1;
    private boolean turning;
    private boolean linking;
    private boolean running;
    private boolean dead;
    private boolean leaving;

    Replica(int number, Name name, Fleet fleet, VirtualClock clock, boolean shared, FateOf fateOf) {
        this.number = number;
        this.name = name;
        this.fleet = fleet;
        this.clock = clock;
        this.shared = shared;
        lease = shared ? new Lease(clock::nanos, clock::millis) : new Lease(() -> 0, () -> 0);
        wake = clock.instant();
        nextBeat = clock.instant();
        rejoinAt = clock.instant();
        fate = fateOf.process(this);
    }

    /** Gives a process its fate. */
    interface FateOf {
        Fate process(Fate.Process process);
    }

    /** Alone on its database. */
    void alone(Scheduler newScheduler, Iterable<TenantId> tenants) {
        scheduler = newScheduler;
        lease.extendAlone();
        tenants.forEach(inbox::own);
    }

    void among(Scheduler newScheduler, SessionPool newOthers, Requests requests) {
        scheduler = newScheduler;
        others = newOthers;
        membership = new Membership(
                inbox, lease, newOthers, errands::add, tenant -> requests.takenIn(this, tenant), time -> true);
    }

    Scheduler scheduler() {
        return Objects.requireNonNull(scheduler);
    }

    SessionPool others() {
        return Objects.requireNonNull(others);
    }

    // ---- its steps

    void addReady(List<Runnable> ready) {
        if (dead || isFrozen()) {
            return;
        }
        Instant now = clock.instant();
        if (!turning && (!inbox.isEmpty() || !wake.isAfter(now))) {
            ready.add(this::turn);
        }
        if (shared && !linking && linkIsDue(now)) {
            ready.add(this::link);
        }
        if (!running && !errands.isEmpty()) {
            ready.add(this::run);
        }
    }

    private boolean linkIsDue(Instant now) {
        Session open = session;
        return open == null
                ? !rejoinAt.isAfter(now)
                : open.isBroken() || open.hasNotices() || !nextBeat.isAfter(now);
    }

    private void turn() {
        turning = true;
        try {
            wake = scheduler().turn();
        } catch (Fate.Crash crash) {
            // It is dead, which is seen to where it died.
        } catch (RuntimeException failure) {
            fleet.failed("the scheduler failed", failure);
        } finally {
            turning = false;
        }
        fleet.turned();
    }

    private void link() {
        linking = true;
        Membership member = Objects.requireNonNull(membership);
        try {
            Session open = session;
            if (open == null) {
                session = others().join();
                session.open();
                member.joined(session);
                rejoin = FIRST_REJOIN;
                nextBeat = clock.instant();
            } else if (open.isBroken()) {
                throw new StoreUnavailable("simulated: the link is broken", new IllegalStateException());
            } else if (!nextBeat.isAfter(clock.instant())) {
                long changes = fleet.registry.changes();
                member.beat(open);
                seenChanges = changes;
                nextBeat = clock.instant().plus(Registry.BEAT);
            } else {
                Notice notice = open.next();
                if (notice != null) {
                    member.heard(open, notice);
                }
            }
        } catch (StoreUnavailable away) {
            outOfTouch();
        } catch (Fate.Crash crash) {
            // As above.
        } catch (RuntimeException failure) {
            fleet.failed("the membership failed", failure);
        } finally {
            linking = false;
        }
    }

    private void outOfTouch() {
        if (session != null && !session.isBroken()) {
            session.breakOff();
        }
        session = null;
        trouble(Fate.LONGEST_BACK_OFF);
        rejoinAt = clock.instant().plus(rejoin);
        rejoin = rejoin.multipliedBy(2).compareTo(LATEST_REJOIN) < 0 ? rejoin.multipliedBy(2) : LATEST_REJOIN;
    }

    private void run() {
        running = true;
        try {
            errands.remove().run();
        } catch (Fate.Crash crash) {
            // As above.
        } finally {
            running = false;
        }
    }

    /** Done by a thread of its own as soon as the process takes steps. */
    void errand(Runnable errand) {
        errands.add(errand);
    }

    /** When it takes its next step unless something happens; heartbeats, which may be skipped, do not count. */
    Instant nextStep() {
        if (dead) {
            return Instant.MAX;
        }
        if (isFrozen()) {
            return frozenUntil;
        }
        Instant next = turning ? Instant.MAX : wake;
        boolean joins = shared && !linking && session == null;
        return joins && rejoinAt.isBefore(next) ? rejoinAt : next;
    }

    Instant nextBeat() {
        return !shared || dead || isFrozen() || linking || session == null ? Instant.MAX : nextBeat;
    }

    /** Whether its heartbeats would change nothing, for all others too. */
    boolean isInTouch() {
        Session open = session;
        return !dead
                && !isFrozen()
                && !linking
                && errands.isEmpty()
                && open != null
                && !open.isBroken()
                && !open.hasNotices()
                && seenChanges == fleet.registry.changes();
    }

    /** Its heartbeats up to then, of which nothing is to be told. */
    void skipBeats(Instant until) {
        if (!nextBeat.isAfter(until)) {
            long beats = Duration.between(nextBeat, until).dividedBy(Registry.BEAT);
            Instant last = nextBeat.plus(Registry.BEAT.multipliedBy(beats));
            fleet.registry.beat(name.id(), last);
            lease.extend(clock.nanosAt(last), Registry.LEASE);
            nextBeat = last.plus(Registry.BEAT);
        }
    }

    // ---- its fate

    @Override
    public boolean isDead() {
        return dead;
    }

    @Override
    public boolean isShared() {
        return shared;
    }

    boolean isFrozen() {
        return clock.instant().isBefore(frozenUntil);
    }

    /** Whether a client reaches it, and it the database. */
    boolean serves() {
        return !dead && !leaving && !isFrozen() && !fate.isCutOff();
    }

    /** Whether it does what it should, or is about to end gently. */
    boolean isWell() {
        return !dead && !isFrozen() && !fate.isCutOff() && !turning && (!shared || session != null && !session.isBroken());
    }

    boolean isLeaving() {
        return leaving;
    }

    boolean holdsLock() {
        return session != null && session.holds(name.id());
    }

    boolean isIdle() {
        return !dead && inbox.isEmpty() && wake.equals(Instant.MAX) && !turning && errands.isEmpty();
    }

    @Override
    public void die() {
        if (!dead) {
            dead = true;
            if (session != null && !session.isBroken()) {
                session.breakOff();
            }
            fleet.died(this);
        }
    }

    @Override
    public void wait(Duration time) {
        fleet.pass(time);
        while (!dead && isFrozen() && fleet.goesOn()) {
            fleet.pass(Duration.between(clock.instant(), frozenUntil));
        }
    }

    @Override
    public void freeze(Duration time) {
        Set<TenantId> owned = owned();
        beFrozen(time);
        wait(time);
        if (dead) {
            return;
        }
        if (owned.stream().anyMatch(tenant -> !name.id().equals(fleet.registry.ownerOf(tenant)))) {
            fleet.count(Happening.THAWED_WITHOUT_TENANT);
        }
        if (shared && !linking && linkIsDue(clock.instant()) && fate.nextInt(2) == 0) {
            fleet.count(Happening.BEAT_BEFORE_THE_TURN_GOES_ON);
            link();
        }
    }

    private Set<TenantId> owned() {
        Set<TenantId> owned = new HashSet<>();
        fleet.registry.holdings().forEach(holding -> {
            if (name.id().equals(holding.owner())) {
                owned.add(holding.tenant());
            }
        });
        return owned;
    }

    /** No thread of it takes a step for that time. */
    void beFrozen(Duration time) {
        Instant until = clock.instant().plus(time);
        frozenUntil = until.isAfter(frozenUntil) ? until : frozenUntil;
        trouble(time);
    }

    @Override
    public void misfortune() {
        fleet.misfortune();
    }

    @Override
    public void trouble(Duration time) {
        fleet.fault();
        fleet.trouble(time);
    }

    void breakLink() {
        if (session != null && !session.isBroken()) {
            session.breakOff();
            trouble(Fate.LONGEST_BACK_OFF);
        }
    }

    // ---- its gentle end

    /** Starts no call from now on and tells the others. */
    void leave() {
        leaving = true;
        scheduler().stopClaiming();
        if (shared) {
            errands.add(() -> {
                try {
                    others().leave();
                } catch (StoreUnavailable untold) {
                    // They find out by its lease.
                }
            });
        }
    }
}
