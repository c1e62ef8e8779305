package io.tandem.campaigns.simulation;

import io.tandem.campaigns.model.CallAttempt;
import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.CampaignState;
import io.tandem.campaigns.model.DialPlan;
import io.tandem.campaigns.model.Disposition;
import io.tandem.campaigns.model.RetryPolicy;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What must hold of what the scheduler writes about targets (promise 6) and campaigns (9). */
final class MoveChecker implements MemoryStore.Witness {

    private final MemoryStore store;
    private final Laws laws;
    private final Verdict verdict;
    private final CarrierView carrier;
    private final Map<UUID, List<UUID>> chains = new HashMap<>();
    private final Map<Happening, Integer> moves = new EnumMap<>(Happening.class);
    private final boolean calm;
    /** By list. */
    private final Map<UUID, UUID> lastRunners = new HashMap<>();

    private final VirtualClock clock;

    MoveChecker(MemoryStore store, Laws laws, Verdict verdict, CarrierView carrier, boolean calm, VirtualClock clock) {
        this.clock = clock;
        this.store = store;
        this.laws = laws;
        this.verdict = verdict;
        this.carrier = carrier;
        this.calm = calm;
    }

    void count(Map<Happening, Integer> happened) {
        happened.putAll(moves);
    }

    /** A client made a run: a chain begins. */
    void newRunByClient(UUID campaign) {
        chains.remove(campaign);
    }

    /** A campaign runs from now on. */
    void takesUp(Campaign campaign) {
        for (UUID list : campaign.lists()) {
            UUID before = lastRunners.put(list, campaign.id());
            if (before != null && !before.equals(campaign.id())) {
                moves.merge(Happening.LIST_CHANGED_HANDS, 1, Integer::sum);
            }
        }
        carrier.takenUp(campaign);
    }

    /** Whether the campaign ran the list and nobody did since. */
    boolean ranLast(Campaign campaign, UUID list) {
        return campaign.lists().contains(list) && campaign.id().equals(lastRunners.get(list));
    }

    @Override
    public void moved(Campaign was, Campaign is) {
        laws.moved(is);
        if (was.state() == CampaignState.RUNNING && is.state() == CampaignState.STOPPED) {
            moves.merge(Happening.EXHAUSTED, 1, Integer::sum);
            nothingIsLeft(was);
        } else if (was.state() == CampaignState.PAUSED && is.state() == CampaignState.RUNNING) {
            moves.merge(Happening.RESUMED, 1, Integer::sum);
            takesUp(is);
        }
    }

    @Override
    public void chained(Campaign from, Campaign next) {
        laws.moved(next);
        takesUp(next);
        moves.merge(Happening.CHAINED, 1, Integer::sum);
        List<UUID> chain = new ArrayList<>(chains.getOrDefault(from.id(), List.of()));
        chain.add(from.id());
        if (chain.contains(next.id())) {
            verdict.broken(9, "campaign " + next.id() + " runs again in the chain " + chain);
        }
        chains.put(next.id(), chain);
    }

    private void nothingIsLeft(Campaign campaign) {
        List<UUID> lists = store.enabledLists(campaign);
        for (Target target : store.targets.values()) {
            if (lists.contains(target.list())
                    && target.deleted() == null
                    && !target.state().hasEnded()) {
                verdict.broken(
                        9, "campaign " + campaign.id() + " stopped with target " + target.id() + " " + target.state());
            }
        }
        if (lists.stream().anyMatch(store.openImports::contains)) {
            verdict.broken(9, "campaign " + campaign.id() + " stopped during an import");
        }
        if (store.openReplans.contains(campaign.id())) {
            verdict.broken(9, "campaign " + campaign.id() + " stopped during its re-planning");
        }
        if (carrier.count(call -> call.campaign.equals(campaign.id())) > 0) {
            verdict.broken(9, "campaign " + campaign.id() + " stopped with a call up");
        }
    }

    @Override
    public void ended(CallAttempt attempt, Target target, TargetState next) {
        boolean mayEnd = laws.any(attempt.tenant(), law -> {
            return law.campaigns().values().stream().anyMatch(campaign -> {
                boolean judges = campaign.id().equals(attempt.campaign()) || law.runs(campaign, target.list());
                boolean wanted = isWanted(campaign.retry(), attempt.disposition(), attempt.talk());
                DialPlan plan = law.planOf(campaign.id());
                return judges
                        && (!wanted
                                || !hasTriesLeft(target, plan, Set.of())
                                || isTooLate(target, attempt.ended().plus(plan.retryDelay())));
            });
        });
        if (calm && !mayEnd && next != TargetState.RETRY) {
            verdict.broken(
                    6,
                    "target " + target.id() + " is " + next + " after " + attempt.disposition() + " with tries left");
        }
    }

    /** An abandoned call goes as an answered one where answered calls are listed. */
    static boolean isWanted(RetryPolicy policy, Disposition disposition, Duration talk) {
        if (disposition == Disposition.INTERRUPTED || disposition == Disposition.CANCELLED) {
            return true;
        }
        boolean asAnswered = disposition == Disposition.ANSWERED
                || (disposition == Disposition.ABANDONED && policy.again().contains(Disposition.ANSWERED));
        boolean byLength = asAnswered && !policy.shortTalk().isZero();
        return byLength
                ? talk.toNanos() < policy.shortTalk().toNanos()
                : policy.again().contains(disposition);
    }

    @Override
    public void closed(Target target, TargetState to) {
        boolean exhausted = to == TargetState.EXHAUSTED;
        boolean mayEnd = laws.any(
                target.tenant(),
                law -> law.campaigns().values().stream()
                        .filter(campaign -> campaign.state() == CampaignState.RUNNING
                                && campaign.lists().contains(target.list()))
                        .anyMatch(campaign -> !hasTriesLeft(
                                target, law.planOf(campaign.id()), exhausted ? Set.of() : law.doNotCall())));
        if (calm && !mayEnd && !(exhausted && isTooLate(target, clock.instant()))) {
            verdict.broken(6, "target " + target.id() + " is " + to + " with tries left");
        }
    }

    /** Whether a push's time is over then. */
    private static boolean isTooLate(Target target, Instant then) {
        Instant end = target.push() == null ? null : target.push().expires();
        return end != null && end.compareTo(then) <= 0;
    }

    static boolean hasTriesLeft(Target target, DialPlan plan, Set<String> listed) {
        for (int index = 0; index < Target.DESTINATIONS; index++) {
            var address = target.destinations().get(index);
            if (address != null && !listed.contains(address.destination().text())) {
                int most = plan.attemptsOn(index);
                int allowed = address.destination().isDialable() ? most : Math.min(most, 1);
                if (target.tries().get(index) < allowed) {
                    return true;
                }
            }
        }
        return false;
    }
}
