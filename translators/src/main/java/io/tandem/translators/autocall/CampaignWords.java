package io.tandem.translators.autocall;

import io.tandem.campaigns.model.CampaignKind;
import io.tandem.campaigns.model.CampaignState;
import io.tandem.campaigns.model.Pacing.ChannelMode;
import io.tandem.campaigns.model.Script.Content;
import io.tandem.campaigns.service.CampaignEdit.Command;

/** v3's words for what a campaign is and does. */
final class CampaignWords {

    /** In the order of the documented error text. A FLOW campaign has no word of its own. */
    static final Words<CampaignKind> TYPES = Words.of("autodialer", CampaignKind.AGENT)
            .and("autocall", CampaignKind.AUTOMATED)
            .and("inbound", CampaignKind.INBOUND)
            .and("manual", CampaignKind.MANUAL);

    static final Words<Content> CONTENTS = Words.of("autocall_voice_tts", Content.SPEECH)
            .and("autocall_audio", Content.AUDIO)
            .and("autocall_voice_otp", Content.ONE_TIME_CODE);

    /** The third is spelled so in every document. (seed 003; D17) */
    static final Words<ChannelMode> MODES = Words.of("direct", ChannelMode.DIRECT)
            .and("serial", ChannelMode.SERIAL)
            .and("parralel", ChannelMode.PARALLEL);

    static final Words<Command> STATUSES =
            Words.of("stop", Command.STOP).and("start", Command.START).and("pause", Command.PAUSE);

    private CampaignWords() {}

    static String type(CampaignKind kind) {
        return TYPES.word(kind, "autocall");
    }

    static String content(Content content) {
        return CONTENTS.word(content, "");
    }

    static String mode(ChannelMode mode) {
        return MODES.word(mode, "direct");
    }

    /** Calls that are still up do not show: {@code stop} from the moment of the stop. (mapping.md, row state) */
    static String status(CampaignState state) {
        return switch (state) {
            case RUNNING -> "start";
            case PAUSED -> "pause";
            case STOPPED, STOPPING -> "stop";
        };
    }
}
