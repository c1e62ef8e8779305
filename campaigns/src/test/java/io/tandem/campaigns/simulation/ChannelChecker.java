package io.tandem.campaigns.simulation;

import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.CampaignKind;
import io.tandem.campaigns.model.Carrier;
import io.tandem.campaigns.model.Pacing.ChannelMode;
import io.tandem.campaigns.model.Target;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Channels by network: a campaign over channels has no more calls of a network up than its channels and its carrier's
 * (promise 1), and the leads of a full network hold up nobody else's (11). (autocall-v3.md, 2.1)
 */
final class ChannelChecker {

    private final MemoryStore store;
    private final Laws laws;
    private final Verdict verdict;
    private final CarrierView carrier;

    ChannelChecker(MemoryStore store, Laws laws, Verdict verdict, CarrierView carrier) {
        this.store = store;
        this.laws = laws;
        this.verdict = verdict;
        this.carrier = carrier;
    }

    /** The call itself is not counted as up yet. */
    void check(SeenCall call) {
        UUID by = call.carrier;
        if (by == null) {
            return;
        }
        int own = carrier.count(other -> other.campaign.equals(call.campaign) && other.network.equals(call.network));
        int all = carrier.count(other -> by.equals(other.carrier) && other.network.equals(call.network));
        boolean fits = laws.any(
                call.tenant, law -> hasChannel(law.campaign(call.campaign), law.carrier(by), call.network, own, all));
        if (!fits) {
            verdict.broken(
                    1,
                    "call " + call.id + " over " + call.network + " has no channel: " + own
                            + " calls of its campaign are up, of its carrier " + all);
        }
    }

    /** As the contract has it: a share of its own in parallel, in serial what is left of the carrier's. */
    static boolean hasChannel(Campaign campaign, Carrier carrier, String network, int ownUp, int allUp) {
        ChannelMode mode = campaign.pacing().channelMode();
        int own = channels(campaign.pacing().channels(), network);
        int carriers = channels(carrier.channels(), network);
        return switch (mode) {
            case DIRECT -> true;
            case PARALLEL -> ownUp < own && allUp < carriers;
            case SERIAL -> allUp < Math.min(own, carriers);
        };
    }

    private static int channels(Map<String, Integer> channels, String network) {
        return channels.getOrDefault(network, 0);
    }

    /** Whether each network that a target could be called over has a free channel, going by what holds a slot. */
    boolean isFreeFor(Target target, Campaign campaign) {
        if (campaign.kind() == CampaignKind.FLOW) {
            return true;
        }
        Carrier by = Objects.requireNonNull(store.carrierOf(campaign));
        return IntStream.range(0, Target.DESTINATIONS)
                .filter(index -> index == 0 || target.destinations().get(index) != null)
                .mapToObj(index -> Networks.of(target, index))
                .allMatch(network -> hasChannel(
                        campaign,
                        by,
                        network,
                        up(network, id -> id.equals(campaign.id()), by),
                        up(network, id -> true, by)));
    }

    private int up(String network, Predicate<UUID> campaigns, Carrier by) {
        return (int) store.callsUp(attempt -> by.id().equals(attempt.carrier())
                && campaigns.test(attempt.campaign())
                && network.equals(
                        Networks.of(Objects.requireNonNull(store.targets.get(attempt.target())), attempt.index())));
    }
}
