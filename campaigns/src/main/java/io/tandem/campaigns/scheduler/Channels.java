package io.tandem.campaigns.scheduler;

import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.Carrier;
import io.tandem.campaigns.model.Pacing.ChannelMode;
import io.tandem.campaigns.rules.Slots.Cap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Channels per network: a campaign over channels calls only networks that it and its carrier have channels for.
 * (autocall-v3.md, 2.1)
 */
final class Channels {

    private Channels() {}

    /** How the campaign uses channels; a flow calls nobody and needs none. */
    static ChannelMode modeOf(Campaign campaign) {
        return campaign.kind().rings() ? campaign.pacing().channelMode() : ChannelMode.DIRECT;
    }

    /** The networks that the campaign calls; null if it calls all over the trunk. */
    static @Nullable List<String> networksOf(Campaign campaign) {
        if (modeOf(campaign) == ChannelMode.DIRECT) {
            return null;
        }
        return campaign.pacing().channels().entrySet().stream()
                .filter(channels -> channels.getValue() > 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * Whether one more call to the network fits into the channels. In PARALLEL the campaign's channels are its own share
     * of the carrier's; in SERIAL the carrier's free channels go round, and the campaign's number says up to how many
     * may be taken when it is its turn.
     */
    static boolean hasRoom(Campaign campaign, Carrier carrier, Calls calls, @Nullable String network) {
        ChannelMode mode = modeOf(campaign);
        if (mode == ChannelMode.DIRECT || network == null) {
            return true;
        }
        int own = campaign.pacing().channels().getOrDefault(network, 0);
        int carriers = carrier.channels().getOrDefault(network, 0);
        int upOnCarrier = calls.upOn(carrier.id(), network);
        int upOfCampaign = mode == ChannelMode.PARALLEL ? calls.upOf(campaign.id(), network) : upOnCarrier;
        return new Cap(own, upOfCampaign).free() > 0 && new Cap(carriers, upOnCarrier).free() > 0;
    }
}
