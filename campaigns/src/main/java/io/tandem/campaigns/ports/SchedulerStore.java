package io.tandem.campaigns.ports;

import io.tandem.campaigns.model.Agent;
import io.tandem.campaigns.model.CallAttempt;
import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.Carrier;
import io.tandem.campaigns.model.DialPlan;
import io.tandem.campaigns.model.Disposition;
import io.tandem.campaigns.model.HangupCause;
import io.tandem.campaigns.model.KeyPress;
import io.tandem.campaigns.model.Push;
import io.tandem.campaigns.model.Queue;
import io.tandem.campaigns.model.RetryPolicy;
import io.tandem.campaigns.model.Run;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetState;
import io.tandem.campaigns.model.Template;
import io.tandem.campaigns.model.Tenant;
import io.tandem.campaigns.model.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the scheduler reads and writes. Reads are plain and unlocked; all writes of a turn, of all tenants that are
 * ready, go in one transaction, {@link #commit}. Unlike the other stores it opens its transactions itself.
 */
public interface SchedulerStore {

    /**
     * Makes this replica the owner of a tenant unless a replica that may still place calls owns it: raises the fence, so
     * that no earlier owner can claim, counts all forbidding writes so far as taken in, for it has still to read the
     * tenant, then {@link #settle}s. Waits for nobody.
     */
    TakenOver takeOver(TenantId tenant, Instant now, InterruptedTarget rule);

    /** What became of a takeover. */
    enum TakenOver {
        /** The tenant is this replica's now. */
        OURS,
        /** Its owner may still place calls. */
        REFUSED,
        /** Somebody works on its ownership at this moment; to be tried again. */
        BUSY
    }

    /**
     * Closes what dead replicas left open: each of their attempts ends as INTERRUPTED at {@code now} (its target is due
     * again after the plan's retry delay, or ended, as {@link InterruptedTarget} decides). Agents whose call is not open
     * any more are free.
     */
    void settle(TenantId tenant, Instant now, InterruptedTarget rule);

    /** Gives the tenant up, so that any replica may take it over. No effect if it is not this replica's. */
    void release(TenantId tenant);

    /** Open attempts of the tenant that other replicas placed: they hold slots here until they end there. */
    List<OpenCall> openElsewhere(TenantId tenant);

    /** Everything the tenant's desk needs to decide, as one consistent view. */
    Desk load(TenantId tenant);

    /**
     * Targets of a shelf that are due and whose list is enabled, oldest due first, then by id. Uses an index that fits
     * exactly; costs what it returns. On a shelf of pushed targets the first pushed comes first.
     */
    default List<Target> due(Shelf shelf, Instant now, int limit) {
        return due(shelf, null, now, limit);
    }

    /** As {@link #due(Shelf, Instant, int)}, but only those behind a place in that order; null for all. */
    List<Target> due(Shelf shelf, @Nullable Place behind, Instant now, int limit);

    /** A place in the order of a shelf: that of a target, or where it would be. */
    record Place(Instant due, UUID target) {}

    /** The earliest due instant after {@code after} among the shelf's targets. */
    Optional<Instant> nextDue(Shelf shelf, Instant after);

    /** Those of the lists in which a target waits that {@link Target#goesFirst}. */
    Set<UUID> withPushes(TenantId tenant, Collection<UUID> lists);

    /** Pushed targets of the tenant whose time is over, whatever became of their campaigns. */
    Expiring expiring(TenantId tenant, Instant now, int limit);

    /**
     * Pushed targets that may not be called any more.
     *
     * @param over living ones in FRESH or RETRY whose time is over, the first first
     * @param next when the time of the next one will be over, those that are in a call included
     */
    record Expiring(List<Overdue> over, Optional<Instant> next) {}

    /**
     * A pushed target whose time is over.
     *
     * @param campaign for which its list was made, null for none
     * @param run which that campaign is in, null for none
     */
    record Overdue(
            Target target,
            @Nullable UUID campaign,
            @Nullable UUID run) {}

    /** The living templates of these ids. */
    Map<UUID, Template> templates(TenantId tenant, Collection<UUID> ids);

    /**
     * Living targets that are read together.
     *
     * @param phase FRESH or RETRY
     * @param network of their first destination; null for any
     * @param pushed whether those that {@link Target#goesFirst}, or all others
     */
    record Shelf(
            TenantId tenant,
            UUID list,
            TargetState phase,
            @Nullable String network,
            boolean pushed) {

        public Shelf {
            if (phase != TargetState.FRESH && phase != TargetState.RETRY) {
                throw new IllegalArgumentException("only FRESH and RETRY targets fall due, not " + phase);
            }
            if (pushed && phase != TargetState.FRESH) {
                throw new IllegalArgumentException("a pushed target that was called is one among others");
            }
        }

        /** Targets that do not go before others. */
        public Shelf(TenantId tenant, UUID list, TargetState phase, @Nullable String network) {
            this(tenant, list, phase, network, false);
        }

        /** Where one of its targets stands: by its due instant, or by that at which it was pushed. */
        public Place placeOf(Target target) {
            Push push = target.push();
            Instant pushedAt = pushed && push != null ? push.at() : null;
            return new Place(pushedAt == null ? target.due() : pushedAt, target.id());
        }

        /** Whether the target, as it is, belongs here. */
        public boolean isOf(Target target) {
            return list.equals(target.list())
                    && phase == target.state()
                    && pushed == target.goesFirst()
                    && (network == null || network.equals(target.network()));
        }
    }

    /** Which of the numbers (E.164) are on the tenant's do-not-call list. */
    Set<String> doNotCall(TenantId tenant, Collection<String> numbers);

    /**
     * How many attempts at each of the numbers (destinations' texts) the tenant has made that were placed from
     * {@code from} on and before {@code to}, over all its campaigns: every one that is written and was to ring,
     * ended, up, or claimed and not placed yet. A number that is missing had none.
     */
    Map<String, Integer> attempts(TenantId tenant, Collection<String> numbers, Instant from, Instant to);

    /**
     * Gives targets that another rule than this one postponed ({@link Refusal.Postponed}) their due instants back,
     * some at a time, unless something else was written of when they are due. Comes after turns of the tenant that are
     * still being committed.
     *
     * @return how many of them were looked at; 0 when there are none left
     */
    int recall(TenantId tenant, String rule);

    /**
     * Writes a turn in one transaction: cancelled batches, then outcomes, expiries, answers, closed targets, refusals,
     * campaign
     * moves, then claims. Every part is conditional, so that repeating a turn does no harm.
     *
     * @throws StoreUnavailable if it is unknown whether it held, or it did not
     */
    Committed commit(Turn turn);

    /** Decides what becomes of a target whose call the gateway's death interrupted. */
    @FunctionalInterface
    interface InterruptedTarget {

        /** The target's next state and due instant, given its plan (null if the campaign has none any more). */
        NextState after(Target target, CallAttempt attempt, @Nullable DialPlan plan, Instant now);
    }

    /** Where a target goes from here. {@code due} matters for RETRY and FRESH only. */
    record NextState(TargetState state, Instant due) {}

    /**
     * A call that another replica placed.
     *
     * @param target as it is stored, with this attempt counted
     * @param deadline when it is over whatever its replica says
     */
    record OpenCall(Target target, CallAttempt attempt, DialPlan plan, RetryPolicy policy, Instant deadline) {}

    /**
     * A tenant's view for the scheduler.
     *
     * @param fence negative if the tenant is not this replica's
     * @param campaigns those not STOPPED, and not deleted
     * @param agents all living ones
     */
    record Desk(
            Tenant tenant,
            long fence,
            List<Line> campaigns,
            List<Queue> queues,
            List<Agent> agents,
            List<Carrier> carriers) {}

    /**
     * A campaign that may dial.
     *
     * @param plan null if it has none or it was deleted
     * @param lists the campaign's lists that are enabled and living, in the campaign's order
     */
    record Line(Campaign campaign, @Nullable DialPlan plan, List<UUID> lists) {}

    /**
     * All writes of one turn.
     *
     * @param batch names the claims of this turn, so that they can be found if the answer is lost
     * @param fences the fence of every tenant that claims, closes, expires, refuses or moves; under another one nothing of
     *     that holds
     * @param cancelled batches whose commit answer was lost: their attempts are deleted and their targets put back,
     *     tries included; a commit of theirs that is still under way is waited for
     */
    record Turn(
            UUID batch,
            Instant now,
            Map<TenantId, Long> fences,
            List<InDoubt> cancelled,
            List<Claim> claims,
            List<TakeBack> takeBacks,
            List<Answer> answers,
            List<Outcome> outcomes,
            List<Expiry> expiries,
            List<ClosedTarget> closedTargets,
            List<AgentCall> agentCalls,
            List<CampaignMove> moves,
            List<Refusal> refusals) {

        public boolean isEmpty() {
            return cancelled.isEmpty()
                    && claims.isEmpty()
                    && takeBacks.isEmpty()
                    && answers.isEmpty()
                    && outcomes.isEmpty()
                    && expiries.isEmpty()
                    && closedTargets.isEmpty()
                    && agentCalls.isEmpty()
                    && moves.isEmpty()
                    && refusals.isEmpty();
        }
    }

    /** A tenant's part of a batch of which it is unknown whether it held. */
    record InDoubt(TenantId tenant, UUID batch) {}

    /**
     * An intent to call: holds only if the target lives, is still in {@code from.state()}, and the fence is ours. Then
     * the target is CALLING with {@code attempt}, one try more on its index, and the attempt is written as this
     * replica's.
     *
     * @param deadline when the call is over at the latest, whether or not its replica lives: what a later owner goes by
     */
    record Claim(Target from, CallAttempt attempt, Instant deadline) {}

    /**
     * An intent that was not handed to the dialer: the attempt is deleted, the target is as it was, tries included.
     *
     * @param batch of its claim. A pushed target is claimed under the same id again: a take-back that comes again must
     *     not undo that
     */
    record TakeBack(Target from, UUID attempt, UUID batch) {}

    /**
     * An answered call, with who took it if someone has; may come again with an agent, and with more keys.
     *
     * @param pressed all that was pressed so far; empty says nothing of it
     */
    record Answer(
            TenantId tenant,
            UUID attempt,
            @Nullable Instant ringing,
            Instant answered,
            @Nullable UUID agent,
            List<KeyPress> pressed) {

        /** An answer that says nothing of keys. */
        public Answer(
                TenantId tenant, UUID attempt, @Nullable Instant ringing, Instant answered, @Nullable UUID agent) {
            this(tenant, attempt, ringing, answered, agent, List.of());
        }
    }

    /**
     * An ended attempt: holds only if the attempt had not ended. The target moves only if it is still in this attempt.
     * The campaign's, list's and queue's tallies move only with it.
     *
     * @param pressed all that was pressed; empty says nothing of it
     * @param queued what became of it in a queue; null if it came into none
     */
    record Outcome(
            TenantId tenant,
            UUID attempt,
            UUID campaign,
            UUID list,
            UUID target,
            @Nullable Instant ringing,
            @Nullable Instant answered,
            Instant ended,
            @Nullable HangupCause cause,
            Disposition disposition,
            boolean reached,
            Duration talk,
            @Nullable UUID agent,
            NextState next,
            List<KeyPress> pressed,
            @Nullable Queued queued) {

        /** An answered call that waited in a queue: an agent took it, or nobody came. */
        public record Queued(UUID queue, boolean serviced) {

            /** Null for a call that no agent took and nobody knows to have waited for one. */
            public static @Nullable Queued of(@Nullable UUID queue, @Nullable UUID agent, Disposition disposition) {
                boolean came = agent != null || disposition == Disposition.ABANDONED;
                return queue == null || !came ? null : new Queued(queue, agent != null);
            }
        }

        /** An outcome that says nothing of keys. */
        public Outcome(
                TenantId tenant,
                UUID attempt,
                UUID campaign,
                UUID list,
                UUID target,
                @Nullable Instant ringing,
                @Nullable Instant answered,
                Instant ended,
                @Nullable HangupCause cause,
                Disposition disposition,
                boolean reached,
                Duration talk,
                @Nullable UUID agent,
                NextState next) {
            this(
                    tenant,
                    attempt,
                    campaign,
                    list,
                    target,
                    ringing,
                    answered,
                    ended,
                    cause,
                    disposition,
                    reached,
                    talk,
                    agent,
                    next,
                    List.of(),
                    null);
        }
    }

    /**
     * A pushed target that was never called within its time: it is EXHAUSTED, with this record as its one attempt, that
     * counts as a try. Holds only if the target lives and is still FRESH.
     *
     * @param record ended, under the id of its push
     */
    record Expiry(Target from, CallAttempt record) {}

    /** A due target that ends without a call: EXHAUSTED or DO_NOT_CALL. Holds only if it is in {@code from}'s state. */
    record ClosedTarget(Target from, TargetState to) {}

    /** An agent takes a call ({@code up}), or is free of it; being free holds only if it was on that call. */
    record AgentCall(TenantId tenant, UUID agent, UUID call, boolean up) {}

    /**
     * A campaign that moves by itself: holds only if its state and run id are those of {@code from}, and, on its way to
     * RUNNING, no other campaign of its lists is RUNNING. Whoever comes to RUNNING takes its lists up, as {@link
     * ReplanStore#takeUp} says; whoever goes from STOPPING to STOPPED has those that others took up re-planned by them.
     *
     * @param onlyIfExhausted holds only if no living target of its enabled lists is FRESH, RETRY or CALLING, no call of
     *     it is open, no import into its lists is unfinished, and no re-planning of it is open
     * @param next started with {@code nextRun} in the same transaction if this move holds: only if it lives, is
     *     enabled, STOPPED, of a kind that is dialled, has a dial plan that lives, and no other campaign of its lists is RUNNING; null for none
     */
    record CampaignMove(
            TenantId tenant,
            UUID campaign,
            Run from,
            Run to,
            boolean onlyIfExhausted,
            @Nullable UUID next,
            @Nullable Run nextRun) {}

    /**
     * What held.
     *
     * @param claimed attempts whose claims held
     * @param moved campaigns whose moves held
     * @param started next campaigns that were started
     */
    record Committed(Set<UUID> claimed, Set<UUID> moved, Set<UUID> started) {}
}
