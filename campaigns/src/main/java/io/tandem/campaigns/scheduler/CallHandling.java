package io.tandem.campaigns.scheduler;

import io.tandem.campaigns.model.CallAttempt;
import io.tandem.campaigns.model.Disposition;
import io.tandem.campaigns.model.HangupCause;
import io.tandem.campaigns.model.Queue;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.Dialer.Event;
import io.tandem.campaigns.ports.SchedulerStore.AgentCall;
import io.tandem.campaigns.ports.SchedulerStore.Answer;
import io.tandem.campaigns.ports.SchedulerStore.OpenCall;
import io.tandem.campaigns.ports.SchedulerStore.TakeBack;
import io.tandem.campaigns.rules.Causes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one tenant's calls from their claim to their end: events, agents, deadlines, outcomes.
 *
 * <p>Counts move when a call is claimed and when it has ended, whether or not that is written yet: a slot is taken as
 * long as a phone may ring.
 */
final class CallHandling {

    private final TenantId tenant;
    private final Limits limits;
    private final Calls calls;
    private final Seats seats;
    private final Draft draft;
    private final Supplier<View> view;
    private final BooleanSupplier maySeat;
    private final TreeSet<LiveCall> deadlines = new TreeSet<>(LiveCall.BY_DEADLINE);

    /**
     * @param maySeat whether the tenant's agents are this replica's to give
     */
    CallHandling(
            TenantId tenant,
            Limits limits,
            Calls calls,
            Seats seats,
            Draft draft,
            Supplier<View> view,
            BooleanSupplier maySeat) {
        this.tenant = tenant;
        this.limits = limits;
        this.calls = calls;
        this.seats = seats;
        this.draft = draft;
        this.view = view;
        this.maySeat = maySeat;
    }

    // ---- events

    /** Takes in a carrier's event; one for a call that has ended, or comes twice, changes nothing. */
    void on(Event event) {
        LiveCall call = calls.get(event.attempt());
        if (call == null || call.stage == LiveCall.Stage.ELSEWHERE) {
            return;
        }
        if (event instanceof Event.Ringing) {
            if (call.ringing == null) {
                call.ringing = event.at();
            }
        } else if (event instanceof Event.Answered) {
            answered(call, event.at());
        } else if (event instanceof Event.Joined joined) {
            joined(call, joined);
        } else if (event instanceof Event.Pressed press) {
            pressed(call, press);
        } else if (event instanceof Event.Ended ended) {
            ended(call, ended);
        }
    }

    private void answered(LiveCall call, Instant at) {
        if (call.answered != null) {
            return;
        }
        call.answered = at;
        UUID queue = call.attempt.queue();
        if (call.hearsScriptFirst()) {
            hear(call, at);
        } else if (queue != null) {
            join(call, queue, at);
        } else if (call.stage != LiveCall.Stage.ENDING) {
            talk(call, at, limits.longestTalk());
        }
        draft.answers.add(answer(call, at));
    }

    private void hear(LiveCall call, Instant at) {
        if (call.stage != LiveCall.Stage.ENDING) {
            call.stage = LiveCall.Stage.SCRIPT;
            setDeadline(call, at.plus(limits.longestTalk()));
        }
    }

    private void joined(LiveCall call, Event.Joined event) {
        if (call.hasJoined() || !call.hearsScriptFirst()) {
            return;
        }
        answered(call, event.answered());
        join(call, Objects.requireNonNull(call.attempt.queue()), event.at());
        if (call.agent != null) {
            draft.answers.add(answer(call, Objects.requireNonNull(call.answered)));
        }
    }

    private void join(LiveCall call, UUID queue, Instant at) {
        call.joined = at;
        if (call.stage == LiveCall.Stage.ENDING) {
            return;
        }
        UUID agent = maySeat.getAsBoolean() ? seats.seat(queue, call.id()) : null;
        if (agent != null) {
            connect(call, agent, at);
        } else {
            waitForAgent(call, queue, at);
        }
    }

    private Answer answer(LiveCall call, Instant answered) {
        return new Answer(tenant, call.id(), call.ringing, answered, call.agent, call.pressed());
    }

    /** Written as soon as it is known that the call was answered, for this process may not live to see its end. */
    private void pressed(LiveCall call, Event.Pressed event) {
        boolean news = call.pressed(event.number(), event.press());
        Instant answered = call.answered;
        if (news && answered != null) {
            draft.answers.add(answer(call, answered));
        }
    }

    private void connect(LiveCall call, UUID agent, Instant at) {
        call.agent = agent;
        UUID queueId = call.attempt.queue();
        Queue queue = queueId == null ? null : seats.queue(queueId);
        Duration service = queue == null ? Duration.ZERO : queue.serviceTimeout();
        Duration longest = Duration.between(at, longestTalkEnd(call));
        boolean limited = !service.isZero() && service.compareTo(longest) < 0;
        talk(call, at, limited ? service : longest);
        draft.agentCalls.add(new AgentCall(tenant, agent, call.id(), true));
    }

    private void talk(LiveCall call, Instant from, Duration longest) {
        call.stage = LiveCall.Stage.TALKING;
        setDeadline(call, from.plus(longest));
    }

    private void waitForAgent(LiveCall call, UUID queueId, Instant at) {
        Queue queue = seats.queue(queueId);
        call.stage = LiveCall.Stage.WAITING;
        seats.await(queueId, call);
        Instant givenUp = at.plus(queue == null ? Duration.ZERO : queue.waitTimeout());
        Instant talkedOut = longestTalkEnd(call);
        setDeadline(call, givenUp.isBefore(talkedOut) ? givenUp : talkedOut);
    }

    /** Whatever an answered call hears, and however long it waits. */
    private Instant longestTalkEnd(LiveCall call) {
        return Objects.requireNonNull(call.answered).plus(limits.longestTalk());
    }

    /** Waiting calls take agents before pacing counts them. */
    void serveWaiting(Instant now) {
        LiveCall call;
        while (maySeat.getAsBoolean() && (call = seats.nextServable()) != null) {
            UUID queue = Objects.requireNonNull(call.attempt.queue());
            Instant answered = Objects.requireNonNull(call.answered);
            UUID agent = Objects.requireNonNull(seats.seat(queue, call.id()));
            connect(call, agent, now);
            draft.answers.add(answer(call, answered));
        }
    }

    private void ended(LiveCall call, Event.Ended event) {
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
            disposition = Causes.ofUnanswered(event.release(), call.ringing != null);
        }
        finish(call, event.at(), Causes.causeOf(event.release()), disposition);
    }

    private static Disposition ofAnswered(LiveCall call) {
        boolean nobodyCame = call.hasJoined() && call.agent == null;
        return nobodyCame ? Disposition.ABANDONED : Disposition.ANSWERED;
    }

    // ---- beginnings

    /** The call is with the carrier. */
    void placed(LiveCall call, Instant at) {
        call.stage = LiveCall.Stage.DIALING;
        setDeadline(call, at.plus(call.ringTimeout));
    }

    /** Ends a call that the dialer refused to take. */
    void refused(LiveCall call, Instant at) {
        finish(call, at, null, Disposition.FAILED);
    }

    /** Ends a claim on a destination that cannot be dialled, without a call. */
    void notDialable(LiveCall call, Instant at) {
        finish(call, at, HangupCause.INVALID_NUMBER_FORMAT, Disposition.INVALID_NUMBER);
    }

    /** Ends a claim whose script cannot be played, without a call; it counts as a try. (autocall-v3.md, 2.2) */
    void notPlayable(LiveCall call, Instant at) {
        finish(call, at, null, Disposition.FAILED);
    }

    /** Too late to be placed. {@code batch}: of its claim. */
    void takeBack(LiveCall call, UUID batch) {
        release(call);
        draft.takeBacks.add(new TakeBack(call.claim.from(), call.id(), batch));
    }

    /** The claim did not hold, or it is unknown whether it did: the call will never be placed. */
    void forget(LiveCall call) {
        release(call);
    }

    // ---- calls of other replicas

    /** Sets which calls other replicas still have up; agents whom that frees are not given to anybody here. */
    void elsewhere(List<OpenCall> open) {
        Set<UUID> up = new HashSet<>();
        for (OpenCall each : open) {
            UUID id = each.attempt().id();
            up.add(id);
            LiveCall known = calls.get(id);
            if (known != null && known.stage == LiveCall.Stage.ELSEWHERE) {
                known.answered = each.attempt().answered();
                known.agent = each.attempt().agent();
                if (known.agent != null) {
                    seats.occupy(known.agent, id);
                }
            }
            if (known == null) {
                LiveCall call = LiveCall.elsewhere(
                        each, limits.networkOf(each.target(), each.attempt().index()));
                calls.add(call);
                setDeadline(call, each.deadline());
                if (call.agent != null) {
                    seats.occupy(call.agent, id);
                }
            }
        }
        for (LiveCall call : calls.elsewhere()) {
            if (!up.contains(call.id())) {
                release(call);
                freeAgent(call);
            }
        }
    }

    // ---- ends

    private void finish(LiveCall call, Instant at, @Nullable HangupCause cause, Disposition disposition) {
        CallAttempt attempt = call.attempt;
        Instant end = at.isBefore(attempt.placed()) ? attempt.placed() : at;
        Duration talk = call.answered == null || call.answered.isAfter(end)
                ? Duration.ZERO
                : Duration.between(call.answered, end);
        draft.ended.add(new EndedCall(call, end, cause, disposition, talk));
        release(call);
        if (call.agent != null) {
            draft.agentCalls.add(new AgentCall(tenant, call.agent, call.id(), false));
            freeAgent(call);
            serveWaiting(end);
        }
    }

    private void freeAgent(LiveCall call) {
        if (call.agent != null) {
            seats.free(call.agent, call.id());
        }
    }

    private void release(LiveCall call) {
        calls.remove(call);
        if (call.stage == LiveCall.Stage.WAITING) {
            seats.leaveQueue(Objects.requireNonNull(call.attempt.queue()), call);
        }
        setDeadline(call, null);
        for (Line line : view.get().lines()) {
            line.hopper.released(call.number());
            line.hopper.released(call.network);
            line.exhaustionRefused = false;
        }
    }

    /**
     * Acts on calls whose time is up.
     *
     * @return calls to be ended at the carrier now
     */
    List<LiveCall> expire(Instant now) {
        List<LiveCall> toEnd = new ArrayList<>();
        while (!deadlines.isEmpty() && !nextDeadline().isAfter(now)) {
            LiveCall call = deadlines.first();
            if (call.stage == LiveCall.Stage.ELSEWHERE) {
                finish(call, now, null, Disposition.INTERRUPTED);
            } else if (call.stage == LiveCall.Stage.ENDING) {
                finish(call, now, null, call.answered == null ? Disposition.INTERRUPTED : ofAnswered(call));
            } else {
                call.rangOut = call.stage == LiveCall.Stage.DIALING;
                beginEnding(call, now);
                toEnd.add(call);
            }
        }
        return toEnd;
    }

    /** Gives up every call of this replica that is up, as at the end of a shutdown's grace. */
    List<LiveCall> endAll(Instant now) {
        List<LiveCall> toEnd = new ArrayList<>();
        for (LiveCall call : List.copyOf(calls.all())) {
            if (call.stage != LiveCall.Stage.ENDING && call.stage != LiveCall.Stage.ELSEWHERE) {
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

    /** When a call's time is up next; {@link Instant#MAX} for never. */
    Instant nextDeadline() {
        return deadlines.isEmpty() ? Instant.MAX : Objects.requireNonNull(deadlines.first().deadline);
    }
}
