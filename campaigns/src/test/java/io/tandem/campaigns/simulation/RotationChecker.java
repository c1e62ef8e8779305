package io.tandem.campaigns.simulation;

import io.tandem.campaigns.model.Address;
import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.CampaignState;
import io.tandem.campaigns.model.Carrier;
import io.tandem.campaigns.model.Pacing.ChannelMode;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetState;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Free channels go round the campaigns that call in series: who waits for a channel of a network is not passed over for
 * good (promise 11). (autocall-v3.md, 2.1) A rotation is exact from turn to turn, so a campaign may be passed over by as
 * many calls as one turn may start, and a few; asked in calm lives only, where every claim becomes a call.
 */
final class RotationChecker {

    /** One at the edge of its turn, one of equal rank, one for who joins late. */
    private static final int FEW = 3;

    private record Waiting(UUID campaign, String network) {}

    private final MemoryStore store;
    private final Laws laws;
    private final Verdict verdict;
    private final CarrierView carrier;
    /** Who has waited since it was last looked at, and how many calls were started in its place. */
    private final Map<Waiting, Integer> passedOver = new HashMap<>();

    RotationChecker(MemoryStore store, Laws laws, Verdict verdict, CarrierView carrier) {
        this.store = store;
        this.laws = laws;
        this.verdict = verdict;
        this.carrier = carrier;
    }

    /** The call itself is not counted as up yet. */
    void check(SeenCall call) {
        passedOver.keySet().removeIf(waiting -> waiting.campaign.equals(call.campaign));
        Law law = laws.last(call.tenant);
        Campaign caller = law.campaign(call.campaign);
        if (call.carrier == null || caller.pacing().channelMode() != ChannelMode.SERIAL) {
            return;
        }
        Carrier by = law.carrier(call.carrier);
        int up = carrier.count(other -> call.carrier.equals(other.carrier) && other.network.equals(call.network));
        for (Map.Entry<Waiting, Integer> each : passedOver.entrySet()) {
            Waiting waiting = each.getKey();
            Campaign other = law.campaign(waiting.campaign);
            if (waiting.network.equals(call.network)
                    && other.tenant().equals(call.tenant)
                    && by.equals(store.carrierOf(other))
                    && ChannelChecker.hasChannel(other, by, call.network, 0, up)) {
                each.setValue(each.getValue() + 1);
                if (each.getValue() > by.channels().getOrDefault(call.network, 0) + FEW) {
                    verdict.broken(
                            11,
                            "campaign " + other.id() + " waits for a channel of " + call.network + " at " + call.placed
                                    + " and is passed over " + each.getValue() + " times");
                }
            }
        }
    }

    /** At rest, where all who could start a call and have none to start it over wait. */
    void atRest(Instant now) {
        Set<Waiting> waiting = new HashSet<>();
        for (Campaign campaign : store.campaigns.values()) {
            if (isReady(campaign, now)) {
                store.targets.values().stream()
                        .filter(target -> isDue(target, campaign, now))
                        .forEach(target -> waiting.add(new Waiting(campaign.id(), target.network())));
            }
        }
        passedOver.keySet().retainAll(waiting);
        waiting.forEach(each -> passedOver.putIfAbsent(each, 0));
    }

    private boolean isReady(Campaign campaign, Instant now) {
        return campaign.pacing().channelMode() == ChannelMode.SERIAL
                && campaign.kind().dials()
                && campaign.queue() == null
                && campaign.state() == CampaignState.RUNNING
                && campaign.enabled()
                && Hours.isOpen(campaign.hours(), now, World.ZONE)
                && store.callsUp(attempt -> attempt.campaign().equals(campaign.id()))
                        < campaign.pacing().maxConcurrent();
    }

    /** Its first destination is to be called, and its number is free: then nothing but a channel can be missing. */
    private boolean isDue(Target target, Campaign campaign, Instant now) {
        Address first = target.destinations().get(0);
        return (target.state() == TargetState.FRESH || target.state() == TargetState.RETRY)
                && target.deleted() == null
                && !target.due().isAfter(now)
                && !Hours.isBeforeItsDay(target, campaign.hours(), now, World.ZONE)
                && first != null
                && store.enabledLists(campaign).contains(target.list())
                && target.tries().get(0)
                        < Objects.requireNonNull(store.plans.get(campaign.dialPlan()))
                                .attemptsOn(0)
                && Networks.of(first.destination().text()).equals(target.network())
                && store.callsUp(attempt -> attempt.tenant().equals(campaign.tenant())
                                && attempt.to().equals(first))
                        == 0
                && !store.doNotCall
                        .getOrDefault(campaign.tenant(), Set.of())
                        .contains(first.destination().text());
    }
}
