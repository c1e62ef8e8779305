package io.tandem.campaigns.scheduler;

import io.tandem.campaigns.model.Address;
import io.tandem.campaigns.model.CallAttempt;
import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.CampaignState;
import io.tandem.campaigns.model.Carrier;
import io.tandem.campaigns.model.DialPlan;
import io.tandem.campaigns.model.Disposition;
import io.tandem.campaigns.model.HangupCause;
import io.tandem.campaigns.model.Queue;
import io.tandem.campaigns.model.RetryPolicy;
import io.tandem.campaigns.model.Run;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetState;
import io.tandem.campaigns.model.Tenant;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.Dialer.Event;
import io.tandem.campaigns.ports.Ids;
import io.tandem.campaigns.ports.SchedulerStore;
import io.tandem.campaigns.ports.SchedulerStore.AgentCall;
import io.tandem.campaigns.ports.SchedulerStore.Answer;
import io.tandem.campaigns.ports.SchedulerStore.CampaignMove;
import io.tandem.campaigns.ports.SchedulerStore.Claim;
import io.tandem.campaigns.ports.SchedulerStore.ClosedTarget;
import io.tandem.campaigns.ports.SchedulerStore.Outcome;
import io.tandem.campaigns.ports.SchedulerStore.TakeBack;
import io.tandem.campaigns.rules.AfterAttempt;
import io.tandem.campaigns.rules.Causes;
import io.tandem.campaigns.rules.DialOrder;
import io.tandem.campaigns.rules.Pacer;
import io.tandem.campaigns.rules.Slots;
import io.tandem.campaigns.rules.Slots.Cap;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One tenant's side of the scheduler: its campaigns as last read, its calls, and every count that a cap is held
 * against. All of it is exact because the tenant has one owner and the owner one thread.
 *
 * <p>Methods decide and note the writes in a {@link Draft}; nothing here touches the dialer, and of the store only
 * reads. Counts move when a call is claimed and when it has ended, whether or not that is written yet: a slot is taken
 * as long as a phone may ring.
 */
final class Desk {

    private static final System.Logger LOG = System.getLogger(Desk.class.getName());

    final TenantId tenant;
    private final Limits limits;
    private final Ids ids;
    private final SchedulerStore store;
    private final Calls calls;
    private final Seats seats;
    private final TreeSet<LiveCall> deadlines = new TreeSet<>(LiveCall.BY_DEADLINE);

    private boolean stale = true;
    private @Nullable Tenant settings;
    private long fence;
    private Map<UUID, Line> lines = new LinkedHashMap<>();
    private Map<UUID, Carrier> carriers = Map.of();
    private @Nullable Carrier defaultCarrier;
    private Pacer pacer = new Pacer(null);
    private @Nullable Integer pacedAt;
    private int firstLine;
    /** Paused campaigns that could not start when their time came: another campaign runs on a list of theirs. */
    private final Set<UUID> kept = new HashSet<>();

    private @Nullable Instant pacedUntil;

    Desk(TenantId tenant, Limits limits, Ids ids, SchedulerStore store, Calls calls, RandomGenerator chance) {
        this.tenant = tenant;
        this.limits = limits;
        this.ids = ids;
        this.store = store;
        this.calls = calls;
        this.seats = new Seats(chance);
    }

    /** Something the desk decides by has changed; it decides nothing new until {@link #refresh}. */
    void outdated() {
        stale = true;
    }

    boolean isOutdated() {
        return stale;
    }

    /** Reads the tenant anew if it changed. What was read ahead is dropped with it. */
    void refresh(Draft draft) {
        if (!stale) {
            return;
        }
        SchedulerStore.Desk read = store.load(tenant);
        Tenant owner = read.tenant();
        settings = owner;
        fence = read.fence();
        Map<UUID, Line> newLines = new LinkedHashMap<>();
        boolean ours = fence >= 0;
        if (!ours) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "tenant {0} belongs to another process now; nothing of it is dialled",
                    tenant);
        }
        for (SchedulerStore.Line line : ours ? read.campaigns() : List.<SchedulerStore.Line>of()) {
            newLines.put(line.campaign().id(), new Line(line, owner.zone(), limits.readAhead()));
        }
        lines = newLines;
        kept.removeIf(id -> {
            Line line = newLines.get(id);
            return line == null || line.campaign.state() != CampaignState.PAUSED;
        });
        Map<UUID, Carrier> newCarriers = new HashMap<>();
        defaultCarrier = null;
        for (Carrier carrier : read.carriers()) {
            newCarriers.put(carrier.id(), carrier);
            if (carrier.isDefault()) {
                defaultCarrier = carrier;
            }
        }
        carriers = newCarriers;
        Map<UUID, Queue> queues = new HashMap<>();
        read.queues().forEach(queue -> queues.put(queue.id(), queue));
        seats.update(read.agents(), queues);
        if (!Objects.equals(pacedAt, owner.caps().cps())) {
            pacedAt = owner.caps().cps();
            pacer = new Pacer(pacedAt);
        }
        stale = false;
        serveWaiting(draft);
    }

    // ---- what happens to calls

    /** Takes in a carrier's event; one for a call that has ended, or comes twice, changes nothing. */
    void on(Event event, Draft draft) {
        LiveCall call = calls.get(event.attempt());
        if (call == null) {
            return;
        }
        if (event instanceof Event.Ringing) {
            if (call.ringing == null) {
                call.ringing = event.at();
            }
        } else if (event instanceof Event.Answered) {
            answered(call, event.at(), draft);
        } else if (event instanceof Event.Ended ended) {
            ended(call, ended, draft);
        }
    }

    private void answered(LiveCall call, Instant at, Draft draft) {
        if (call.answered != null) {
            return;
        }
        call.answered = at;
        UUID queue = call.attempt.queue();
        if (call.stage != LiveCall.Stage.ENDING) {
            if (queue == null) {
                talk(call, at, limits.longestTalk());
            } else {
                UUID agent = seats.seat(queue, call.id());
                if (agent != null) {
                    connect(call, agent, at, draft);
                } else {
                    waitForAgent(call, queue, at);
                }
            }
        }
        draft.answers.add(new Answer(tenant, call.id(), call.ringing, at, call.agent));
    }

    private void connect(LiveCall call, UUID agent, Instant at, Draft draft) {
        call.agent = agent;
        UUID queueId = call.attempt.queue();
        Queue queue = queueId == null ? null : seats.queue(queueId);
        Duration service = queue == null ? Duration.ZERO : queue.serviceTimeout();
        boolean limited = !service.isZero() && service.compareTo(limits.longestTalk()) < 0;
        talk(call, at, limited ? service : limits.longestTalk());
        draft.agentCalls.add(new AgentCall(tenant, agent, call.id()));
    }

    private void talk(LiveCall call, Instant from, Duration longest) {
        call.stage = LiveCall.Stage.TALKING;
        setDeadline(call, from.plus(longest));
    }

    private void waitForAgent(LiveCall call, UUID queueId, Instant at) {
        Queue queue = seats.queue(queueId);
        call.stage = LiveCall.Stage.WAITING;
        seats.await(queueId, call);
        setDeadline(call, at.plus(queue == null ? Duration.ZERO : queue.waitTimeout()));
    }

    /** Waiting calls take agents before pacing counts them. */
    private void serveWaiting(Draft draft) {
        LiveCall call;
        while ((call = seats.nextServable()) != null) {
            UUID queue = Objects.requireNonNull(call.attempt.queue());
            Instant answered = Objects.requireNonNull(call.answered);
            UUID agent = Objects.requireNonNull(seats.seat(queue, call.id()));
            connect(call, agent, answered, draft);
            draft.answers.add(new Answer(tenant, call.id(), call.ringing, answered, agent));
        }
    }

    private void ended(LiveCall call, Event.Ended event, Draft draft) {
        Disposition disposition;
        if (event.machine()) {
            disposition = Disposition.VOICEMAIL;
        } else if (call.answered != null) {
            disposition = ofAnswered(call);
        } else if (call.rangOut) {
            disposition = Disposition.NO_ANSWER;
        } else if (call.stage == LiveCall.Stage.ENDING) {
            disposition = Disposition.CANCELLED;
        } else {
            disposition = Causes.ofUnanswered(event.cause(), call.ringing != null);
        }
        finish(call, event.at(), event.cause(), disposition, draft);
    }

    private static Disposition ofAnswered(LiveCall call) {
        boolean nobodyCame = call.attempt.queue() != null && call.agent == null;
        return nobodyCame ? Disposition.ABANDONED : Disposition.ANSWERED;
    }

    /** Ends a call that the dialer refused to take. */
    void refused(LiveCall call, Instant at, Draft draft) {
        finish(call, at, null, Disposition.FAILED, draft);
    }

    /** Ends a claim on a destination that cannot be dialled, without a call. */
    void notDialable(LiveCall call, Instant at, Draft draft) {
        finish(call, at, HangupCause.INVALID_NUMBER_FORMAT, Disposition.INVALID_NUMBER, draft);
    }

    private void finish(LiveCall call, Instant at, @Nullable HangupCause cause, Disposition disposition, Draft draft) {
        CallAttempt attempt = call.attempt;
        Instant end = at.isBefore(attempt.placed()) ? attempt.placed() : at;
        Duration talk = call.answered == null || call.answered.isAfter(end)
                ? Duration.ZERO
                : Duration.between(call.answered, end);
        Line line = lines.get(attempt.campaign());
        DialPlan plan = line == null ? call.plan : line.plan;
        RetryPolicy policy = line == null ? call.policy : line.campaign.retry();
        AfterAttempt after = AfterAttempt.of(call.target(), plan, policy, disposition, talk, end);
        draft.outcomes.add(new Outcome(
                tenant,
                call.id(),
                attempt.campaign(),
                attempt.list(),
                attempt.target(),
                call.ringing,
                call.answered,
                end,
                cause,
                disposition,
                after.reached(),
                talk,
                call.agent,
                after.next()));
        release(call);
        if (call.agent != null) {
            seats.free(call.agent, call.id());
            draft.agentCalls.add(new AgentCall(tenant, call.agent, null));
            serveWaiting(draft);
        }
    }

    private void release(LiveCall call) {
        calls.remove(call);
        if (call.stage == LiveCall.Stage.WAITING) {
            seats.leaveQueue(Objects.requireNonNull(call.attempt.queue()), call);
        }
        setDeadline(call, null);
        for (Line line : lines.values()) {
            line.hopper.released(call.number());
            line.exhaustionRefused = false;
        }
    }

    // ---- deadlines

    /**
     * Acts on calls whose time is up.
     *
     * @return calls to be ended at the carrier now
     */
    List<LiveCall> expire(Instant now, Draft draft) {
        List<LiveCall> toEnd = new ArrayList<>();
        while (!deadlines.isEmpty() && !nextDeadline().isAfter(now)) {
            LiveCall call = deadlines.first();
            if (call.stage == LiveCall.Stage.ENDING) {
                Disposition known = call.answered == null ? Disposition.INTERRUPTED : ofAnswered(call);
                finish(call, now, null, known, draft);
            } else {
                call.rangOut = call.stage == LiveCall.Stage.DIALING;
                beginEnding(call, now);
                toEnd.add(call);
            }
        }
        return toEnd;
    }

    /** Gives up every call that is up, as at the end of a shutdown's grace. */
    List<LiveCall> endAll(Instant now) {
        List<LiveCall> toEnd = new ArrayList<>();
        for (LiveCall call : List.copyOf(calls.all())) {
            if (call.stage != LiveCall.Stage.ENDING) {
                beginEnding(call, now);
                toEnd.add(call);
            }
        }
        return toEnd;
    }

    private void beginEnding(LiveCall call, Instant now) {
        if (call.stage == LiveCall.Stage.WAITING) {
            seats.leaveQueue(Objects.requireNonNull(call.attempt.queue()), call);
        }
        call.stage = LiveCall.Stage.ENDING;
        setDeadline(call, now.plus(limits.grace()));
    }

    private void setDeadline(LiveCall call, @Nullable Instant at) {
        if (call.deadline != null) {
            deadlines.remove(call);
        }
        call.deadline = at;
        if (at != null) {
            deadlines.add(call);
        }
    }

    private Instant nextDeadline() {
        return deadlines.isEmpty() ? Instant.MAX : Objects.requireNonNull(deadlines.first().deadline);
    }

    // ---- what moves by itself

    /** Starts paused campaigns whose time has come, and stops those that have nothing left. */
    void move(Instant now, Draft draft) {
        for (Line line : lines.values()) {
            Run run = line.campaign.run();
            Instant resumeAt = run.resumeAt();
            if (run.state() == CampaignState.PAUSED && resumeAt != null && !resumeAt.isAfter(now)) {
                Run to = kept.remove(line.id()) ? postponed(line, now) : run.resumed();
                draft.moves.add(new CampaignMove(tenant, line.id(), run, to, false, null, null));
            } else if (run.state() == CampaignState.STOPPING && calls.up(line.id()) == 0) {
                draft.moves.add(new CampaignMove(tenant, line.id(), run, Run.STOPPED, false, null, null));
            } else if (isDone(line, now)) {
                draft.moves.add(exhausted(line));
            }
        }
    }

    private Run postponed(Line line, Instant now) {
        LOG.log(
                System.Logger.Level.WARNING,
                "tenant {0}: campaign {1} stays paused: another campaign of its lists is running",
                tenant,
                line.id());
        return line.campaign.run().pausedUntil(line.nextStart(now));
    }

    private boolean isDone(Line line, Instant now) {
        return line.mayDial()
                && line.campaign.whenExhausted() == Campaign.WhenExhausted.STOP
                && !line.exhaustionRefused
                && line.isOpen(now)
                && calls.up(line.id()) == 0
                && line.hopper.isExhausted();
    }

    private CampaignMove exhausted(Line line) {
        Campaign campaign = line.campaign;
        List<UUID> chain = new ArrayList<>(campaign.run().chain());
        chain.add(campaign.id());
        UUID next = campaign.next();
        if (next != null && chain.contains(next)) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "tenant {0}: campaign {1} ends its chain: the next one, {2}, ran in it before",
                    tenant,
                    campaign.id(),
                    next);
            next = null;
        }
        Run nextRun = next == null ? null : Run.running(ids.next(), chain);
        return new CampaignMove(tenant, campaign.id(), campaign.run(), Run.STOPPED, true, next, nextRun);
    }

    /** The store's answer to {@link #move}. */
    void moved(CampaignMove move, boolean held, boolean nextStarted) {
        Line line = lines.get(move.campaign());
        if (held) {
            stale = true;
        } else if (line != null && move.onlyIfExhausted()) {
            line.exhaustionRefused = true;
        } else {
            stale = true;
            if (move.to().state() == CampaignState.RUNNING) {
                kept.add(move.campaign());
            }
        }
        if (held && move.next() != null && !nextStarted) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "tenant {0}: campaign {1} stopped, but the next one, {2}, could not be started",
                    tenant,
                    move.campaign(),
                    move.next());
        }
    }

    // ---- claims

    /** Fills free slots with due targets, each campaign in turn being the first to choose. */
    void claim(Instant now, Draft draft, Pacer replica) {
        pacedUntil = null;
        Tenant owner = settings;
        if (owner == null || owner.suspended()) {
            return;
        }
        int left = limits.claimsPerTurn();
        List<Line> order = new ArrayList<>(lines.values());
        firstLine = order.isEmpty() ? 0 : (firstLine + 1) % order.size();
        for (int i = 0; i < order.size() && left > 0; i++) {
            Line line = order.get((firstLine + i) % order.size());
            if (line.mayDial() && line.isOpen(now)) {
                left -= claim(line, now, left, draft, replica);
            }
        }
    }

    private int claim(Line line, Instant now, int most, Draft draft, Pacer replica) {
        int free = Math.min(most, freeSlots(line));
        boolean mayBeDone = free == 0 && calls.up(line.id()) == 0;
        line.hopper.fill(store, now, mayBeDone ? 1 : free, calls::isTargetUp);
        int claimed = 0;
        while (claimed < free) {
            Hopper.Candidate candidate = line.hopper.take();
            if (candidate == null) {
                break;
            }
            OptionalInt index = nextDestination(candidate, line, draft);
            if (index.isEmpty()) {
                continue;
            }
            Address to =
                    Objects.requireNonNull(candidate.target().destinations().get(index.getAsInt()));
            String number = to.destination().text();
            if (calls.isNumberUp(number)) {
                line.hopper.await(candidate, number);
                continue;
            }
            if (!replica.isReady(now) || !pacer.isReady(now)) {
                line.hopper.putBack(candidate);
                pacedUntil = later(replica.nextStart(), pacer.nextStart());
                break;
            }
            replica.started(now);
            pacer.started(now);
            draft.claims.add(newCall(line, candidate.target(), index.getAsInt(), to, now));
            claimed++;
        }
        if (claimed > 0) {
            draft.fence(tenant, fence);
        }
        return claimed;
    }

    /** Closes the candidate if nothing of it may be called any more. */
    private OptionalInt nextDestination(Hopper.Candidate candidate, Line line, Draft draft) {
        DialPlan plan = Objects.requireNonNull(line.plan);
        OptionalInt index = DialOrder.next(candidate.target(), plan, candidate.doNotCall());
        if (index.isEmpty()) {
            boolean listed = DialOrder.next(candidate.target(), plan).isPresent();
            TargetState end = listed ? TargetState.DO_NOT_CALL : TargetState.EXHAUSTED;
            draft.closed.add(new ClosedTarget(candidate.target(), end));
            line.exhaustionRefused = false;
        }
        return index;
    }

    private int freeSlots(Line line) {
        Campaign campaign = line.campaign;
        Carrier carrier = carrierOf(campaign);
        if (carrier == null) {
            return 0;
        }
        int free = Slots.free(
                new Cap(campaign.pacing().maxConcurrent(), calls.up(campaign.id())),
                new Cap(carrier.maxConcurrent(), calls.upOn(carrier.id())),
                new Cap(Objects.requireNonNull(settings).caps().calls(), calls.up()));
        UUID queue = campaign.queue();
        if (queue == null) {
            return free;
        }
        int dialing = calls.dialing(campaign.id());
        int available = seats.available(queue) - seats.waiting(queue) - (calls.dialingOnQueue(queue) - dialing);
        return Slots.forAgents(campaign.pacing().agents(), available, dialing, free);
    }

    private @Nullable Carrier carrierOf(Campaign campaign) {
        UUID named = campaign.carrier();
        return named == null ? defaultCarrier : carriers.get(named);
    }

    private LiveCall newCall(Line line, Target target, int index, Address to, Instant now) {
        Campaign campaign = line.campaign;
        DialPlan plan = Objects.requireNonNull(line.plan);
        Carrier carrier = Objects.requireNonNull(carrierOf(campaign));
        CallAttempt attempt = new CallAttempt(
                tenant,
                ids.next(),
                campaign.id(),
                Objects.requireNonNull(campaign.run().id()),
                plan.id(),
                target.list(),
                target.id(),
                campaign.queue(),
                carrier.id(),
                null,
                callerId(plan, carrier),
                to,
                index,
                target.tries().get(index) + 1,
                now,
                null,
                null,
                null,
                null,
                null,
                false,
                Duration.ZERO,
                now,
                null);
        LiveCall call = new LiveCall(new Claim(target, attempt), plan, campaign.retry(), line.hoursChangeAt(now));
        calls.add(call);
        return call;
    }

    private static @Nullable Address callerId(DialPlan plan, Carrier carrier) {
        if (plan.callerId() != null || carrier.callerIds().isEmpty()) {
            return plan.callerId();
        }
        return CallerIds.of(carrier.callerIds().get(0));
    }

    // ---- after the commit

    /** An outcome is written: only now can a read find the retry it leads to. */
    void outcomeWritten(Outcome outcome) {
        if (outcome.next().state() == TargetState.RETRY) {
            lines.values()
                    .forEach(line ->
                            line.hopper.retryDue(outcome.list(), outcome.next().due()));
        }
    }

    /** The call is with the carrier. */
    void placed(LiveCall call, Instant at) {
        call.stage = LiveCall.Stage.DIALING;
        setDeadline(call, at.plus(call.ringTimeout));
    }

    /** The store refused the claim: the target changed since it was read. */
    void claimRefused(LiveCall call) {
        release(call);
        stale = true;
    }

    /** The commit may not have held; the call will never be placed. */
    void claimInDoubt(LiveCall call) {
        release(call);
        stale = true;
    }

    /** Too late to be placed. */
    void takeBack(LiveCall call, Draft draft) {
        release(call);
        draft.takeBacks.add(new TakeBack(call.claim.from(), call.id()));
        stale = true;
    }

    /** When the desk wants its next turn if nothing happens; {@link Instant#MAX} for never. */
    Instant nextTurn(Instant now, boolean claiming) {
        if (!claiming) {
            return nextDeadline();
        }
        if (stale) {
            return now;
        }
        Instant next = earlier(nextDeadline(), pacedUntil == null ? Instant.MAX : pacedUntil);
        for (Line line : lines.values()) {
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
        if (!line.mayDial() || settings == null || settings.suspended()) {
            return Instant.MAX;
        }
        if (!line.isOpen(now)) {
            return line.hoursChangeAt(now);
        }
        if (isDone(line, now)) {
            return now;
        }
        if (freeSlots(line) == 0) {
            return Instant.MAX;
        }
        if (line.hopper.hasCandidates()) {
            return pacedUntil == null ? now : pacedUntil;
        }
        return line.hopper.nextLook();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
