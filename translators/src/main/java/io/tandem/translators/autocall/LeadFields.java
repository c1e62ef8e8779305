package io.tandem.translators.autocall;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tandem.campaigns.model.Destination.PhoneNumber;
import io.tandem.campaigns.rules.NetworkPrefixes;
import io.tandem.translators.autocall.WireField.Write;
import io.tandem.translators.phone.PhoneReader;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Every field of a lead document, in the documents' order. (autocall-v3.md, 1.5; mapping.md, row targets) */
final class LeadFields {

    static final String LIST = "list_uuid";
    static final String NETWORK = "network";
    static final String ADDITIONAL = "additional";

    /** Ten years. */
    static final long MOST_DAYS = 3650;

    /** Most characters of {@code additional}. */
    static final int LONGEST_ADDITIONAL = 65_536;

    private static final String CARRIED_BY = "Target.carried";
    private static final String NOT_IN_V1 = "no such field in v1.0";
    private static final String LATER_OF_BOTH = "v1.0 tm_update is the later of last call and last change";

    static final FieldTable<LeadDraft> TABLE = FieldTable.of(
            List.of(LIST, LeadDraft.PHONE),
            List.of(
                    readOnly("domain_uuid", "Target.tenant").by("v1.0 customer_id"),
                    readOnly("lead_uuid", "Target.id"),
                    text(
                                    "lead_name",
                                    Checks.text(0, Checks.LONGEST_CARRIED),
                                    (draft, value, merged) -> draft.name(value.textValue()),
                                    "Target.name")
                            .by("v1.0 name"),
                    carriedText("lead_code"),
                    // Where a new lead goes is read before its draft is made; an existing one stays in its list.
                    text(LIST, Checks.uuid(), (draft, value, merged) -> {}, "Target.list")
                            .refusingNull()
                            .comparedAs((sent, shown) -> lowerCase(sent))
                            .by("v1.0 outdial_id"),
                    text(LeadDraft.PHONE, LeadFields::phone, LeadFields::writePhone, "Target.destinations[0]")
                            .refusingNull()
                            .by(
                                    "v1.0 destination_0 as E.164; v1.0 destinations 1 to 4 are dialled but cannot show in v3"),
                    carriedText("contract_number"),
                    readOnly("status", "Target.state").losing("v1.0 has three words: idle, progressing and done"),
                    readOnly("alt_status", "Target.state").cannot("a v1.0 target does not say how its last call ended"),
                    carriedText("identity_number"),
                    carriedText("identity_issued_at"),
                    carriedText("identity_issued_on"),
                    carriedText("address"),
                    carriedText("province"),
                    carriedText("district"),
                    carriedText("ward"),
                    carriedText("date_of_birth"),
                    text(
                                    ADDITIONAL,
                                    LeadFields::additional,
                                    (draft, value, merged) -> draft.data(value.textValue()),
                                    "Target.data")
                            .comparedAs((sent, shown) -> parsed(sent))
                            .by("v1.0 data, as JSON text"),
                    value(
                                    LeadDraft.AFTER_DAY,
                                    Checks.integer(0, MOST_DAYS),
                                    (draft, value, merged) -> draft.afterDay(value.longValue()),
                                    "Target.due")
                            .cannot("v1.0 has no earliest date; it is kept and holds", value -> value.longValue() != 0),
                    readOnly("called_count", "Target.tries").by("the sum of v1.0 try_count_0 to try_count_4"),
                    readOnly("last_call_time", "Target.lastCalled").losing(LATER_OF_BOTH),
                    readOnly("created_at", "Target.created"),
                    readOnly("updated_at", "Target.updated").losing(LATER_OF_BOTH),
                    readOnly("hopper_id", "none").cannot(NOT_IN_V1),
                    carriedText("comment"),
                    carriedText("ref_id"),
                    carriedText("ref_code"),
                    carriedText("gender"),
                    carriedText("other_identity_number"),
                    carriedText("other_identity_issued_at"),
                    carriedText("other_identity_issued_on"),
                    text(
                                    NETWORK,
                                    Checks.orEmpty(Checks.oneOf(NetworkPrefixes.NAMES)),
                                    (draft, value, merged) -> draft.network(value.textValue()),
                                    "Target.network")
                            .cannot("v1.0 does not show it; it is kept and holds"),
                    readOnly("campaign_uuid", "TargetList.campaign").by("v1.0 campaign_id of the outdial"),
                    readOnly("campaign_name", "Campaign.name").by("v1.0 name of the outdial's campaign"),
                    readOnly("list_name", "TargetList.name").by("v1.0 name of the outdial"),
                    readOnly("assign_user_uuid", "none").cannot(NOT_IN_V1),
                    readOnly("assign_username", "none").cannot(NOT_IN_V1)));

    private LeadFields() {}

    // These fix the draft's type, which the compiler cannot infer through the rows' calls.
    private static WireField<LeadDraft> text(String name, Check check, Write<LeadDraft> write, String canonical) {
        return WireField.text(name, check, write, canonical);
    }

    private static WireField<LeadDraft> value(String name, Check check, Write<LeadDraft> write, String canonical) {
        return WireField.value(name, check, write, canonical);
    }

    private static WireField<LeadDraft> readOnly(String name, String canonical) {
        return WireField.readOnly(name, canonical);
    }

    private static WireField<LeadDraft> carriedText(String name) {
        return WireField.carriedText(name, CARRIED_BY);
    }

    /** D23: what {@link PhoneReader} reads; the rest is refused with the documented texts. */
    static @Nullable JsonNode phone(JsonNode sent, Check.Site site) {
        if (!sent.isTextual()) {
            return site.fault(Wording.wrongType("string", sent));
        }
        if (sent.textValue().isEmpty()) {
            site.fault(Wording.longerThan(1));
        }
        return PhoneReader.of(site.tenant()).read(sent.textValue()).isPresent()
                ? sent
                : site.fault(Wording.PHONE_PATTERN);
    }

    private static void writePhone(LeadDraft draft, JsonNode value, Reading<LeadDraft> merged) {
        PhoneNumber number =
                PhoneReader.of(merged.tenant()).read(value.textValue()).orElseThrow();
        draft.phone(number, value.textValue());
    }

    /** A text, or an object that is kept as its JSON text. */
    private static @Nullable JsonNode additional(JsonNode sent, Check.Site site) {
        JsonNode text = sent.isObject() ? TextNode.valueOf(sent.toString()) : sent;
        return Checks.text(0, LONGEST_ADDITIONAL).read(text, site);
    }

    /** An object and its JSON text are the same. */
    private static JsonNode parsed(JsonNode sent) {
        return sent.isTextual() && Json.isObjectText(sent.textValue()) ? Json.read(sent.textValue()) : sent;
    }

    private static JsonNode lowerCase(JsonNode sent) {
        return sent.isTextual() ? TextNode.valueOf(sent.textValue().toLowerCase(Locale.ROOT)) : sent;
    }
}
