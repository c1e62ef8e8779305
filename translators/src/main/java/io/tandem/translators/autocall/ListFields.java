package io.tandem.translators.autocall;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.translators.autocall.WireField.Write;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every field of a list document, in the documents' order. (autocall-v3.md, 1.5) */
final class ListFields {

    static final String CAMPAIGN = "campaign_uuid";
    static final String RESET_TIME = "reset_time";

    private static final String ONLY_HERE = "none";
    private static final String NOT_IN_V1 = "no such field in v1.0";

    static final FieldTable<ListDraft> TABLE = FieldTable.of(
            List.of(CAMPAIGN, "list_name"),
            List.of(
                    readOnly("domain_uuid", "TargetList.tenant").by("v1.0 customer_id"),
                    readOnly("list_uuid", "TargetList.id"),
                    text("list_name", Checks.name(), ListFields::writeName, "TargetList.name")
                            .refusingNull()
                            .by("v1.0 name"),
                    text(CAMPAIGN, ListFields::campaign, ListFields::writeCampaign, "TargetList.campaign")
                            .refusingNull()
                            .by("v1.0 campaign_id"),
                    text(
                                    "description",
                                    Checks.text(0, Checks.LONGEST_TEXT),
                                    ListFields::writeDescription,
                                    "TargetList.detail")
                            .by("v1.0 detail"),
                    readOnly(RESET_TIME, ONLY_HERE).cannot(NOT_IN_V1),
                    readOnly("active", "TargetList.enabled")
                            .cannot("v1.0 has no such switch; an inactive list is not dialled"),
                    readOnly("user_uuid", ONLY_HERE).cannot(NOT_IN_V1),
                    readOnly("created_at", "TargetList.created"),
                    readOnly("updated_at", "TargetList.updated"),
                    readOnly("total_leads", "derived for reading").cannot("v1.0 has no counts of a list"),
                    readOnly("total_fields", ONLY_HERE).cannot(NOT_IN_V1),
                    readOnly("campaign_name", "Campaign.name").by("v1.0 name of the campaign"),
                    readOnly("username", ONLY_HERE).cannot(NOT_IN_V1),
                    readOnly("firstname", ONLY_HERE).cannot(NOT_IN_V1),
                    readOnly("middlename", ONLY_HERE).cannot(NOT_IN_V1),
                    readOnly("lastname", ONLY_HERE).cannot(NOT_IN_V1),
                    readOnly("total_upload", "derived for reading").cannot("v1.0 has no counts of a list"),
                    readOnly("total_success", "derived for reading").cannot("v1.0 has no counts of a list"),
                    readOnly("total_fail", "derived for reading").cannot("v1.0 has no counts of a list"),
                    readOnly("recall_status", ONLY_HERE).cannot(NOT_IN_V1)));

    private ListFields() {}

    // These fix the draft's type, which the compiler cannot infer through the rows' calls.
    private static WireField<ListDraft> text(String name, Check check, Write<ListDraft> write, String canonical) {
        return WireField.text(name, check, write, canonical);
    }

    private static WireField<ListDraft> readOnly(String name, String canonical) {
        return WireField.readOnly(name, canonical);
    }

    /** The documents show this field's own text for an empty id. */
    private static @Nullable JsonNode campaign(JsonNode sent, Check.Site site) {
        return sent.isTextual() && sent.textValue().isEmpty()
                ? site.fault(Wording.longerThan(1))
                : Checks.uuid().read(sent, site);
    }

    private static void writeName(ListDraft draft, JsonNode value, Reading<ListDraft> merged) {
        draft.list(list -> list.withName(value.textValue()));
    }

    private static void writeCampaign(ListDraft draft, JsonNode value, Reading<ListDraft> merged) {
        draft.list(list -> list.withCampaign(UUID.fromString(value.textValue())));
    }

    private static void writeDescription(ListDraft draft, JsonNode value, Reading<ListDraft> merged) {
        draft.list(list -> list.withDetail(value.textValue()));
    }
}
