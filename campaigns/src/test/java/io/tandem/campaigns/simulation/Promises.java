package io.tandem.campaigns.simulation;

import io.tandem.campaigns.model.Campaign;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * All checkers. They hold the carrier's journal and what is in the store against what clients asked for, and know
 * nothing of how the scheduler decides; the numbers are the promises of design section 5, 14 what it
 * says of owners, 15 what a client that pushed a call was promised, and 16 which number a call shows.
 */
final class Promises implements Clients.Observer, CarrierView.Judge {

    final Laws laws;
    final CarrierView carrier;
    final MoveChecker moves;
    final OwnerChecker owners;
    final PushChecker pushes;
    final KeyChecker keys;
    final JoinChecker joins;
    private final Verdict verdict;
    private final VirtualClock clock;
    private final StartChecker starts;
    private final PacingChecker pacing;
    private final ChannelChecker channels;
    private final RotationChecker rotation;
    private final FlowChecker flows;
    private final RateChecker rates;
    private final CallerIdChecker callerIds;
    private final RestChecker rest;
    private final EndChecker ends;
    final PolicyChecker policies;
    private final boolean shared;
    private final boolean calm;
    private final Duration longestTalk;
    private final Duration grace;

    /** @param calm nothing goes wrong in this life, so that what depends on exact times can be checked too */
    Promises(
            MemoryStore store,
            VirtualClock clock,
            Verdict verdict,
            boolean shared,
            boolean calm,
            Duration longestTalk,
            Duration grace) {
        this.shared = shared;
        this.verdict = verdict;
        this.clock = clock;
        this.calm = calm;
        this.longestTalk = longestTalk;
        this.grace = grace;
        laws = new Laws(store);
        carrier = new CarrierView(store, laws, verdict, this);
        moves = new MoveChecker(store, laws, verdict, carrier, calm, clock);
        pushes = new PushChecker(store, verdict, carrier, clock, calm);
        owners = new OwnerChecker(store, verdict, carrier, clock);
        keys = new KeyChecker(store, carrier, verdict, clock);
        joins = new JoinChecker(store, verdict, carrier, calm);
        starts = new StartChecker(store, laws, verdict, carrier);
        pacing = new PacingChecker(store, laws, verdict, carrier);
        channels = new ChannelChecker(store, laws, verdict, carrier);
        rotation = new RotationChecker(store, laws, verdict, carrier);
        flows = new FlowChecker(laws, verdict, longestTalk);
        rates = new RateChecker(laws, verdict);
        callerIds = new CallerIdChecker(laws, verdict);
        rest = new RestChecker(store, verdict, carrier, pacing, channels);
        ends = new EndChecker(store, verdict, carrier);
        policies = new PolicyChecker(store, laws, verdict);
    }

    @Override
    public void placed(SeenCall call) {
        starts.check(call);
        pushes.placed(call);
        channels.check(call);
        flows.check(call);
        policies.placed(call);
        callerIds.check(call);
        if (shared) {
            owners.placed(call);
        }
        if (calm) {
            pacing.check(call);
            rotation.check(call);
            rates.check(call);
        }
    }

    @Override
    public void ended(SeenCall call, Instant at) {
        if (calm) {
            flows.ended(call, at);
        }
    }

    /** The scheduler ends a call: only one whose time is up. */
    void hungUp(UUID id, Instant at) {
        SeenCall call = carrier.get(id);
        if (call != null && calm) {
            ends.hungUp(call, at, longestTalk);
        }
    }

    void betweenTurns() {
        rest.oneCampaignAList();
        joins.betweenTurns(clock.instant());
    }

    void atRest(Instant now, List<Replica> replicas) {
        rest.noSlotIsIdle(now);
        rest.noneIsUpTooLong(now, longestTalk, calm ? Duration.ZERO : FatedDialer.LATEST_HANG_UP);
        rest.noAttemptIsLeft(
                now,
                longestTalk,
                grace,
                name -> replicas.stream().anyMatch(replica -> replica.name.id().equals(name)));
        pushes.atRest(now, target -> rest.isChangingHands(target.tenant()));
        owners.atRest(now, replicas);
        policies.atRest(now);
        keys.atRest(calm);
        if (calm) {
            pacing.atRest(now);
            rotation.atRest(now);
        }
        if (!shared && !laws.allAnswered()) {
            verdict.broken(2, "a forbidding write is not answered at " + now);
        }
    }

    void atEnd() {
        ends.atEnd();
        pushes.atEnd();
        keys.atEnd(calm);
        callerIds.atEnd();
        ends.nobodyIsGivenUp(moves);
    }

    void died(int process, Instant at) {
        keys.died(process);
        carrier.died(process, at);
    }

    int placed() {
        return carrier.seen().size();
    }

    void countMoves(Map<Happening, Integer> happened) {
        moves.count(happened);
        pushes.count(happened);
        owners.count(happened);
        policies.count(happened);
        joins.count(happened);
    }

    @Override
    public void newRunByClient(UUID campaign) {
        moves.newRunByClient(campaign);
    }

    @Override
    public void startedByClient(Campaign campaign) {
        moves.takesUp(campaign);
    }

    @Override
    public void delayChanged(UUID campaign, Duration delay) {
        carrier.delayChanged(campaign, delay);
    }
}
