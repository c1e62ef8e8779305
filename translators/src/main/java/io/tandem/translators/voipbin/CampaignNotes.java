package io.tandem.translators.voipbin;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.campaigns.model.AgentPacing;
import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.Campaign.WhenExhausted;
import io.tandem.campaigns.model.CampaignKind;
import io.tandem.campaigns.service.CampaignEdit.FieldNote;
import io.tandem.translators.voipbin.FieldMapping.Fidelity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What v3 will not show of the fields that a campaign's document sent, with the values they have now. */
final class CampaignNotes {

    private static final int WHOLE = 10_000;
    private static final Set<String> READ_ONLY =
            Set.of("id", "customer_id", "status", "tm_create", "tm_update", "tm_delete");

    private CampaignNotes() {}

    static List<FieldNote> of(Document document, Campaign campaign) {
        List<FieldNote> notes = new ArrayList<>();
        for (String field : document.fields()) {
            if (!VoipbinCampaigns.FIELDS.contains(field)) {
                notes.add(new FieldNote(field, "unknown property: kept, and given back to v1.0 clients only"));
            } else if (document.has(field) && !READ_ONLY.contains(field) && loses(field, campaign)) {
                VoipbinFields.of(WireKind.CAMPAIGN, field)
                        .filter(mapping -> mapping.fidelity() != Fidelity.EXACT)
                        .ifPresent(mapping -> notes.add(new FieldNote(field, mapping.reason())));
            }
        }
        notes.addAll(droppedKeys(document));
        return notes;
    }

    /** Whether the value that the campaign has now is one that v3 shows otherwise. */
    private static boolean loses(String field, Campaign campaign) {
        return switch (field) {
            case "type" -> campaign.kind() == CampaignKind.FLOW;
            case "service_level" -> isRounded(campaign.pacing().agents());
            case "end_handle" -> campaign.whenExhausted() == WhenExhausted.STOP;
            case "actions" -> !campaign.script().actions().isEmpty();
            case "outplan_id" -> campaign.dialPlan() != null;
            case "outdial_id" -> campaign.lists().size() > 1;
            case "next_campaign_id" -> campaign.next() != null;
            default -> true;
        };
    }

    private static boolean isRounded(AgentPacing pacing) {
        boolean isInverse = pacing.rule() == AgentPacing.Rule.DOCUMENTED;
        return isInverse && (pacing.percent() <= 0 || WHOLE % pacing.percent() != 0);
    }

    /** Unknown keys of an action: not kept by rule 5, so they are named. */
    private static List<FieldNote> droppedKeys(Document document) {
        List<FieldNote> notes = new ArrayList<>();
        int index = 0;
        for (JsonNode action : document.raw("actions")) {
            for (Map.Entry<String, JsonNode> key : action.properties()) {
                if (!Actions.KEYS.contains(key.getKey())) {
                    notes.add(new FieldNote("actions[" + index + "]." + key.getKey(), "unknown property: not kept"));
                }
            }
            index++;
        }
        return notes;
    }
}
