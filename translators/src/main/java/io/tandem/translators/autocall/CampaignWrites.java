package io.tandem.translators.autocall;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.campaigns.model.Callbacks;
import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.CampaignKind;
import io.tandem.campaigns.model.Script;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How each checked value of a campaign document is put into the hub's records. */
final class CampaignWrites {

    private CampaignWrites() {}

    /** The name is stored as sent and reserved trimmed. (D13; mapping.md, row name) */
    static void name(CampaignDraft draft, JsonNode value, Reading<CampaignDraft> merged) {
        String name = value.textValue();
        draft.campaign(campaign -> campaign.withName(name).withReservedName(name.strip()));
    }

    static void type(CampaignDraft draft, JsonNode value, Reading<CampaignDraft> merged) {
        draft.campaign(campaign -> campaign.withKind(CampaignWords.TYPES.known(value.textValue())));
        settleQueue(draft, merged);
    }

    static void queue(CampaignDraft draft, JsonNode value, Reading<CampaignDraft> merged) {
        settleQueue(draft, merged);
    }

    /** Only campaigns with agents have a queue in the hub; what others name is carried. (mapping.md, rows kind, agents) */
    private static void settleQueue(CampaignDraft draft, Reading<CampaignDraft> merged) {
        JsonNode value = merged.merged("call_center_queue_uuid");
        boolean withAgents = draft.campaign().kind() == CampaignKind.AGENT;
        UUID named = id(value);
        draft.campaign(campaign -> campaign.withQueue(withAgents ? named : null));
        draft.carry("call_center_queue_uuid", withAgents || named == null ? null : value);
    }

    static void description(CampaignDraft draft, JsonNode value, Reading<CampaignDraft> merged) {
        draft.campaign(campaign -> campaign.withDescription(value.textValue()));
    }

    static void active(CampaignDraft draft, JsonNode value, Reading<CampaignDraft> merged) {
        draft.campaign(campaign -> campaign.withEnabled(value.booleanValue()));
    }

    static void concurrentCall(CampaignDraft draft, JsonNode value, Reading<CampaignDraft> merged) {
        draft.campaign(campaign -> campaign.withPacing(campaign.pacing().withMaxConcurrent(value.intValue())));
    }

    static void carrier(CampaignDraft draft, JsonNode value, Reading<CampaignDraft> merged) {
        draft.campaign(campaign -> campaign.withCarrier(id(value)));
    }

    static void template(CampaignDraft draft, JsonNode value, Reading<CampaignDraft> merged) {
        script(draft, draft.campaign().script().withTemplate(id(value)));
    }

    static void content(CampaignDraft draft, JsonNode value, Reading<CampaignDraft> merged) {
        String word = value.textValue();
        script(
                draft,
                draft.campaign()
                        .script()
                        .withContent(word.isEmpty() ? Script.Content.UNDECLARED : CampaignWords.CONTENTS.known(word)));
    }

    private static void script(CampaignDraft draft, Script script) {
        draft.campaign(campaign -> campaign.withScript(script));
    }

    /** Attempts are retries and the first call; those of destinations 1 to 4, which v3 cannot name, stay. (D15) */
    static void recallTimes(CampaignDraft draft, JsonNode value, Reading<CampaignDraft> merged) {
        draft.plan(plan -> {
            List<Integer> attempts = new ArrayList<>(plan.attempts());
            attempts.set(0, value.intValue() + 1);
            return plan.withAttempts(attempts);
        });
    }

    static void callTimeout(CampaignDraft draft, JsonNode value, Reading<CampaignDraft> merged) {
        draft.plan(plan -> plan.withRingTimeout(Duration.ofSeconds(value.longValue())));
    }

    static void shortTalk(CampaignDraft draft, JsonNode value, Reading<CampaignDraft> merged) {
        Duration threshold = Duration.ofSeconds(value.longValue());
        draft.campaign(campaign -> campaign.withRetry(campaign.retry().withShortTalk(threshold)));
    }

    static void priority(CampaignDraft draft, JsonNode value, Reading<CampaignDraft> merged) {
        boolean first = value.textValue().equals("recall");
        draft.campaign(campaign -> campaign.withRetry(campaign.retry().withRetriesFirst(first)));
    }

    static void recallStatus(CampaignDraft draft, JsonNode value, Reading<CampaignDraft> merged) {
        draft.campaign(campaign -> campaign.withRetry(campaign.retry()
                .withAgain(RecallStatus.read(value, campaign.retry().again()))));
    }

    static void schedules(CampaignDraft draft, JsonNode value, Reading<CampaignDraft> merged) {
        draft.campaign(campaign -> campaign.withHours(Schedules.read(value)));
    }

    static void mode(CampaignDraft draft, JsonNode value, Reading<CampaignDraft> merged) {
        draft.campaign(campaign ->
                campaign.withPacing(campaign.pacing().withChannelMode(CampaignWords.MODES.known(value.textValue()))));
    }

    static void channels(CampaignDraft draft, JsonNode value, Reading<CampaignDraft> merged) {
        draft.campaign(campaign -> campaign.withPacing(
                campaign.pacing().withChannels(Channels.over(campaign.pacing().channels(), value))));
    }

    static void masking(CampaignDraft draft, JsonNode value, Reading<CampaignDraft> merged) {
        draft.campaign(campaign -> campaign.withMasksNumbers(value.booleanValue()));
    }

    static void onRecord(CampaignDraft draft, JsonNode value, Reading<CampaignDraft> merged) {
        Callbacks now = draft.campaign().callbacks();
        callbacks(draft, new Callbacks(value.textValue(), now.onAnswer()));
    }

    static void onAnswer(CampaignDraft draft, JsonNode value, Reading<CampaignDraft> merged) {
        Callbacks now = draft.campaign().callbacks();
        callbacks(draft, new Callbacks(now.onRecord(), value.textValue()));
    }

    private static void callbacks(CampaignDraft draft, Callbacks callbacks) {
        draft.campaign((Campaign campaign) -> campaign.withCallbacks(callbacks));
    }

    /** A status that differs from the one shown is a command. (D8) */
    static void status(CampaignDraft draft, JsonNode value, Reading<CampaignDraft> merged) {
        if (!value.equals(merged.shown("status"))) {
            draft.command(CampaignWords.STATUSES.known(value.textValue()));
        }
    }

    private static @Nullable UUID id(JsonNode value) {
        return value.textValue().isEmpty() ? null : UUID.fromString(value.textValue());
    }
}
