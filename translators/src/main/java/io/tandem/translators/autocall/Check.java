package io.tandem.translators.autocall;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.campaigns.model.Tenant;
import io.tandem.campaigns.service.CampaignEdit.FieldNote;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a sent value is good. */
@FunctionalInterface
interface Check {

    /** The value in its normal form, or null if it is bad; then {@code site} was told why. */
    @Nullable
    JsonNode read(JsonNode sent, Site site);

    /**
     * Where a value is checked.
     *
     * @param field wire name, with dots and positions below the top level
     * @param shown what the field shows now
     */
    record Site(String field, JsonNode shown, Tenant tenant, Faults faults, List<FieldNote> notes) {

        /** Notes the fault; returns null so that a check can return it. */
        @Nullable
        JsonNode fault(String text) {
            faults.add(field, text);
            return null;
        }

        void note(String below, String text) {
            notes.add(new FieldNote(field + "." + below, text));
        }

        Site below(String name) {
            return new Site(field + "." + name, shown.path(name), tenant, faults, notes);
        }
    }
}
