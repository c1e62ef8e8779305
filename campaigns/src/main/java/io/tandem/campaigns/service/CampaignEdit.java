package io.tandem.campaigns.service;

import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.DialPlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a translator makes of a document: the campaign and plan as they should be, and a command if its status says so.
 * Equal to what was there means nothing is written.
 *
 * @param plan the campaign's plan with the document's changes; a change of a shared plan makes a copy for this campaign
 *     (mapping.md, rule 2). Null if the campaign has no plan
 * @param command null if the document does not ask for a change of state
 * @param notes what the other dialect cannot show of this document, a sentence a field
 */
public record CampaignEdit(
        Campaign campaign,
        @Nullable DialPlan plan,
        @Nullable Command command,
        List<FieldNote> notes) {

    /** What a client can ask of a campaign's run. */
    public enum Command {
        START,
        PAUSE,
        STOP
    }

    /** What happens to one wire field on its way to the other dialect. */
    public record FieldNote(String field, String note) {}
}
