package io.tandem.campaigns.scheduler;

import io.tandem.campaigns.model.CampaignState;
import io.tandem.campaigns.model.Queue;
import io.tandem.campaigns.model.Run;
import io.tandem.campaigns.model.TargetState;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.Dialer.Event;
import io.tandem.campaigns.ports.Ids;
import io.tandem.campaigns.ports.SchedulerStore;
import io.tandem.campaigns.ports.SchedulerStore.CampaignMove;
import io.tandem.campaigns.ports.SchedulerStore.Outcome;
import io.tandem.campaigns.ports.TargetValues;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.random.RandomGenerator;

/**
 * One tenant's side of the scheduler: its campaigns as last read, its calls, and every count that a cap is held against.
 * All of it is exact because the tenant has one owner and the owner one thread.
 *
 * <p>A desk decides and notes the writes in its {@link Draft}; it never touches the dialer, and of the store only reads.
 * A tenant that went to another replica keeps its desk here until the calls that this one placed have ended.
 */
final class Desk {

    private static final System.Logger LOG = System.getLogger(Desk.class.getName());
    private static final BackOff FIRST_REST = new BackOff(Duration.ofMillis(100), Duration.ofMinutes(1));
    /** So long a tenant may stand still for a call that waits for an agent. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    final TenantId tenant;
    final Draft draft;
    final CallHandling handling;
    private final Limits limits;
    private final SchedulerStore store;
    private final Calls calls;
    private final Seats seats;
    private final Scripts scripts;
    private final Claiming claiming;
    private final Expiries expiries;
    private final Moving moving;

    private View view = View.NONE;
    private boolean stale = true;
    private boolean owned = true;
    private boolean givingUp;
    private Instant letGoAt = Instant.MAX;
    private boolean mayHaveCallsElsewhere = true;
    private final Recall recall = new Recall();
    private long readIn = -1;
    private Instant restsUntil = Instant.MIN;
    private BackOff backOff = FIRST_REST;
    /** Orders desks by how long ago they were served under the replica's pace. */
    long servedAt;

    Desk(
            TenantId tenant,
            Limits limits,
            Ids ids,
            SchedulerStore store,
            Lease lease,
            IntConsumer callsChanged,
            RandomGenerator chance,
            TargetValues values) {
        this.tenant = tenant;
        this.limits = limits;
        this.store = store;
        this.draft = new Draft(tenant);
        this.calls = new Calls(callsChanged);
        this.seats = new Seats(chance);
        this.handling =
                new CallHandling(tenant, limits, calls, seats, draft, () -> view, () -> owned && !lease.isOver());
        this.scripts = new Scripts(tenant, store, values);
        this.claiming = new Claiming(tenant, limits, ids, store, calls, seats, draft, scripts, chance);
        this.expiries = new Expiries(tenant, store, draft);
        this.moving = new Moving(tenant, ids, calls);
    }

    // ---- whose the tenant is

    /** The tenant is this replica's from then on. */
    void own(Instant from) {
        claiming.takenOver(from);
        owned = true;
        givingUp = false;
        stale = true;
        mayHaveCallsElsewhere = true;
        recall.begin();
    }

    boolean isOwned() {
        return owned;
    }

    /** Nothing is started any more; the tenant is let go of as soon as {@link #canLetGo}. */
    void giveUp(Instant now) {
        if (owned && !givingUp) {
            givingUp = true;
            letGoAt = now.plus(PATIENCE);
        }
    }

    /** It is not given up after all. */
    void keep() {
        givingUp = false;
        stale = true;
    }

    /** Whether no call needs the owner's agents any more (or has for too long), and nothing is left to write. */
    boolean canLetGo(Instant now) {
        return givingUp
                && draft.isEmpty()
                && (!now.isBefore(letGoAt) || calls.all().stream().noneMatch(LiveCall::mayNeedAgent));
    }

    /** The tenant is another replica's, or nobody's. */
    void disown() {
        owned = false;
        givingUp = false;
        view = View.NONE;
        seats.retire();
        handling.elsewhere(List.of());
    }

    /** Whether nothing is left to do here. */
    boolean isDone() {
        return !owned && !calls.anyOfOurs() && draft.isEmpty();
    }

    // ---- what it decides by

    /** Something the desk decides by has changed; it decides nothing new until {@link #refresh}. */
    void outdated() {
        stale = true;
    }

    /** Calls of other replicas may have ended, by themselves or with their replica. */
    boolean mayHaveCallsElsewhere() {
        return mayHaveCallsElsewhere || !calls.elsewhere().isEmpty();
    }

    /** Reads the tenant anew if it changed, or a day of its numbers is over. What was read ahead is dropped with it. */
    void refresh(long turn, Instant now) {
        stale |= view.isOfAnotherDay(now);
        if (!stale || !owned) {
            return;
        }
        SchedulerStore.Desk read = store.load(tenant);
        View fresh = new View(read, withPushes(read), limits.readAhead(), now);
        if (!fresh.isOurs()) {
            LOG.log(System.Logger.Level.WARNING, "tenant {0} belongs to another replica now", tenant);
            disown();
            stale = false;
            return;
        }
        view = fresh;
        Map<UUID, Queue> queues = new HashMap<>();
        read.queues().forEach(queue -> queues.put(queue.id(), queue));
        seats.update(read.agents(), queues);
        if (mayHaveCallsElsewhere) {
            handling.elsewhere(store.openElsewhere(tenant));
            mayHaveCallsElsewhere = !calls.elsewhere().isEmpty();
        }
        recall.refreshed(fresh, now);
        scripts.refreshed(fresh);
        claiming.refreshed(fresh);
        expiries.refreshed();
        moving.refreshed(fresh);
        stale = false;
        readIn = turn;
        handling.serveWaiting(now);
    }

    /** Whether targets may be postponed by a policy that is no more. */
    boolean hasToRecall() {
        return owned && recall.isOpen();
    }

    Recall recall() {
        return recall;
    }

    /** In which of the lists that are dialled a pushed target waits: others need no look. */
    private Set<UUID> withPushes(SchedulerStore.Desk read) {
        Set<UUID> lists = new HashSet<>();
        for (SchedulerStore.Line line : read.campaigns()) {
            if (line.campaign().state() == CampaignState.RUNNING) {
                lists.addAll(line.lists());
            }
        }
        return lists.isEmpty() ? Set.of() : store.withPushes(tenant, lists);
    }

    /** Whether it read the tenant in that turn, as its owner, and nothing that it decided before may still land. */
    boolean wasReadIn(long turn) {
        return owned && readIn == turn && !draft.isDoubtful();
    }

    // ---- calls

    void on(Event event) {
        handling.on(event);
    }

    /** Decides what becomes of the targets of calls that have ended; a former owner reads by what. */
    void judge(Instant now) {
        boolean current = owned || draft.ended.isEmpty();
        draft.judge(current ? view : new View(store.load(tenant), Set.of(), limits.readAhead(), now));
    }

    void beginClaiming(Instant now, Lease lease, long leaseUntil) {
        claiming.begin(givingUp || stale ? View.NONE : view, now, lease, leaseUntil);
    }

    /** Ends the pushed targets whose time is over; they count as ended when that is written. */
    void endOverdue(Instant now) {
        if (owned && !givingUp && !stale && expiries.end(now)) {
            view.lines().forEach(line -> line.exhaustionRefused = false);
        }
    }

    /** Claims one more call; false if it has none to claim. */
    boolean claim() {
        return claiming.next();
    }

    void pacedUntil(Instant at) {
        claiming.pacedUntil(at);
    }

    void move(Instant now) {
        if (!givingUp && !stale) {
            moving.move(view, now, draft);
        }
    }

    // ---- after the commit

    /** An outcome is written: only now can a read find the retry it leads to. */
    void written(Outcome outcome) {
        if (outcome.next().state() == TargetState.RETRY) {
            for (Line line : view.lines()) {
                line.hopper.retryDue(outcome.list(), outcome.next().due());
            }
        }
    }

    void moved(CampaignMove move, boolean held, boolean nextStarted) {
        stale |= moving.moved(view, move, held, nextStarted);
    }

    /** The store refused the claim: the target changed since it was read, or the tenant is not ours. */
    void refused(LiveCall call) {
        handling.forget(call);
        stale = true;
    }

    void takeBack(LiveCall call, UUID batch) {
        handling.takeBack(call, batch);
        stale = true;
    }

    /**
     * The turn failed: its claims will never be placed.
     *
     * @param batch whose commit is in doubt; its claims are cancelled by the next commit
     * @param mayLand whether that commit may be under way still
     */
    void failed(UUID batch, boolean mayLand) {
        draft.claims.forEach(handling::forget);
        claiming.failed();
        moving.inDoubt(draft.moves);
        draft.inDoubt(batch, mayLand);
        stale = true;
    }

    /** Rests a while after a failure of its own, longer each time, so that it holds up nobody else. */
    void rest(Instant now) {
        restsUntil = now.plus(backOff.rest());
        backOff = backOff.next();
        stale = true;
    }

    boolean rests(Instant now) {
        return now.isBefore(restsUntil);
    }

    void succeeded() {
        backOff = FIRST_REST;
    }

    // ---- its next turn

    /** When the desk wants its next turn if nothing happens; {@link Instant#MAX} for never. */
    Instant nextTurn(Instant now, boolean mayClaim) {
        Instant deadline = handling.nextDeadline();
        if (rests(now)) {
            return earlier(restsUntil, deadline);
        }
        if (draft.hasUnwritten() || canLetGo(now) || (stale && owned)) {
            return now;
        }
        if (givingUp) {
            return earlier(deadline, letGoAt);
        }
        if (!mayClaim) {
            return deadline;
        }
        Instant expiry = owned ? expiries.nextLook() : Instant.MAX;
        Instant next = earlier(deadline, expiry.isBefore(now) ? now : expiry);
        for (Line line : view.lines()) {
            next = earlier(next, nextTurn(line, now));
        }
        return next;
    }

    private Instant nextTurn(Line line, Instant now) {
        Run run = line.campaign.run();
        if (run.state() == CampaignState.PAUSED) {
            return run.resumeAt() == null ? Instant.MAX : run.resumeAt();
        }
        if (run.state() == CampaignState.STOPPING) {
            return calls.up(line.id()) == 0 ? now : Instant.MAX;
        }
        if (!line.mayDial() || !view.mayDial()) {
            return Instant.MAX;
        }
        if (!line.isOpen(now)) {
            return line.hoursChangeAt(now);
        }
        if (moving.isDone(line, now)) {
            return now;
        }
        return claiming.nextTurn(view, line, now);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
