package io.tandem.translators.voipbin;

import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.Campaign.WhenExhausted;
import io.tandem.campaigns.model.CampaignKind;
import io.tandem.campaigns.service.CampaignEdit.Command;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The words that a campaign's enumerations have in this dialect. (mapping.md, rows kind, state and onEnd) */
final class CampaignWords {

    static final String STOP = "stop";
    static final String STOPPING = "stopping";
    static final String RUN = "run";

    /** {@code type}. */
    enum Type {
        CALL("call"),
        FLOW("flow");

        static final Map<String, Type> BY_WORD = new TreeMap<>(Map.of(CALL.word, CALL, FLOW.word, FLOW));

        final String word;

        Type(String word) {
            this.word = word;
        }

        static Type of(CampaignKind kind) {
            return kind == CampaignKind.FLOW ? FLOW : CALL;
        }

        /** Without a queue, answered calls hear the actions and no agent comes. */
        CampaignKind kind(@Nullable UUID queue) {
            if (this == FLOW) {
                return CampaignKind.FLOW;
            }
            return queue == null ? CampaignKind.AUTOMATED : CampaignKind.AGENT;
        }
    }

    /** {@code end_handle}; clients send {@code ""} for {@code stop}. */
    static final Map<String, WhenExhausted> END_HANDLES =
            new TreeMap<>(Map.of("", WhenExhausted.STOP, "stop", WhenExhausted.STOP, "continue", WhenExhausted.WAIT));

    /** What {@code PUT …/status} takes; {@code running} is seed 004's word for {@code run}. */
    static final Map<String, Command> COMMANDS =
            new TreeMap<>(Map.of(RUN, Command.START, "running", Command.START, STOP, Command.STOP));

    private CampaignWords() {}

    static String endHandle(WhenExhausted end) {
        return end == WhenExhausted.STOP ? "stop" : "continue";
    }

    /** A campaign that is switched off shows as stopped, whatever its run says. */
    static String status(Campaign campaign, boolean callsUp) {
        if (!campaign.enabled()) {
            return STOP;
        }
        return switch (campaign.state()) {
            case RUNNING -> RUN;
            case STOPPING -> STOPPING;
            case PAUSED -> callsUp ? STOPPING : STOP;
            case STOPPED -> STOP;
        };
    }
}
