package io.tandem.translators.autocall;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tandem.translators.autocall.WireField.Write;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every field of a carrier document, in the documents' order. (autocall-v3.md, 1.7) */
final class CarrierFields {

    static final String NAME = "carrier_name";
    static final String GATEWAY = "gateway_uuid";
    static final String CALLER = "caller_id";
    static final String DIAL_TYPE = "dial_type";
    static final String DATA = "data";
    static final String GROUPS = "groups";

    static final List<String> DIAL_TYPES = List.of(
            "sip_one_for_all",
            "sip_random_for_all",
            "sip_random_group_for_network",
            "channel_one_for_all",
            "channel_prefix");

    private static final String CARRIED_BY = "Carrier.carried";
    private static final String NOT_IN_V1 = "v1.0 has no carriers";
    private static final int LONGEST_NUMBER = 32;
    private static final int LONGEST_VALUE = 4_096;
    private static final int MOST_VALUES = 64;

    static final FieldTable<CarrierDraft> TABLE = FieldTable.of(
            List.of(NAME, GATEWAY, DIAL_TYPE, "concurrent_call"),
            List.of(
                    readOnly("domain_uuid", "Carrier.tenant"),
                    readOnly("carrier_uuid", "Carrier.id"),
                    text(
                                    NAME,
                                    Checks.name(),
                                    (draft, value, merged) ->
                                            draft.carrier(carrier -> carrier.withName(value.textValue())),
                                    "Carrier.name")
                            .refusingNull(),
                    // A tenant has one gateway, which is shown anyway: an echo of it, and everything else is wrong.
                    text(GATEWAY, CarrierFields::gateway, (draft, value, merged) -> {}, "none")
                            .refusingNull()
                            .comparedAs((sent, shown) -> lowerCase(sent)),
                    text(CALLER, Checks.text(0, LONGEST_NUMBER), CarrierFields::writeCallers, "Carrier.callerIds[0]"),
                    carriedText("description"),
                    text(DIAL_TYPE, Checks.oneOf(DIAL_TYPES), CarrierFields::writeDialType, "Carrier.drawsCallerId")
                            .refusingNull(),
                    readOnly("status", "none"),
                    readOnly("created_at", "Carrier.created"),
                    readOnly("updated_at", "Carrier.updated"),
                    value(
                                    "network",
                                    Channels::check,
                                    (draft, value, merged) -> draft.carrier(
                                            carrier -> carrier.withChannels(Channels.over(carrier.channels(), value))),
                                    "Carrier.channels")
                            .comparedAs(Channels::normal),
                    value(DATA, CarrierFields::data, CarrierFields::writeCallers, "Carrier.callerIds"),
                    value(
                            "concurrent_call",
                            (sent, site) -> Checks.integer(
                                            0, site.tenant().caps().calls())
                                    .read(sent, site),
                            (draft, value, merged) ->
                                    draft.carrier(carrier -> carrier.withMaxConcurrent(value.intValue())),
                            "Carrier.maxConcurrent"),
                    readOnly("carrier_remaining_ccu", "derived for reading"),
                    readOnly("remaining_concurrent_call", "derived for reading"),
                    value(GROUPS, Checks.smallArray(), CarrierFields::carryField, CARRIED_BY)));

    private CarrierFields() {}

    // These fix the draft's type, which the compiler cannot infer through the rows' calls.
    private static WireField<CarrierDraft> text(String name, Check check, Write<CarrierDraft> write, String canonical) {
        return WireField.text(name, check, write, canonical).cannot(NOT_IN_V1);
    }

    private static WireField<CarrierDraft> value(
            String name, Check check, Write<CarrierDraft> write, String canonical) {
        return WireField.value(name, check, write, canonical).cannot(NOT_IN_V1);
    }

    private static WireField<CarrierDraft> readOnly(String name, String canonical) {
        return WireField.<CarrierDraft>readOnly(name, canonical).cannot(NOT_IN_V1);
    }

    private static WireField<CarrierDraft> carriedText(String name) {
        return WireField.carriedText(name, CARRIED_BY);
    }

    /** Kept as sent too: the hub knows but whether numbers are drawn. */
    private static void writeDialType(CarrierDraft draft, JsonNode value, Reading<CarrierDraft> merged) {
        draft.carry(DIAL_TYPE, value);
        boolean draws = value.textValue().startsWith("sip_random_");
        draft.carrier(carrier -> carrier.withDrawsCallerId(draws));
    }

    private static void carryField(CarrierDraft draft, JsonNode value, Reading<CarrierDraft> merged) {
        draft.carry(GROUPS, value);
    }

    private static @Nullable JsonNode gateway(JsonNode sent, Check.Site site) {
        JsonNode id = Checks.uuid().read(sent, site);
        if (id == null || Json.same(id, site.shown())) {
            return id;
        }
        return site.fault(GATEWAY + " is not found");
    }

    /** An object of texts. */
    private static @Nullable JsonNode data(JsonNode sent, Check.Site site) {
        if (!sent.isObject()) {
            return site.fault(Wording.wrongType("object", sent));
        }
        if (sent.size() > MOST_VALUES) {
            return site.fault("Must have at most " + MOST_VALUES + " properties");
        }
        ObjectNode good = Json.object();
        Check text = Checks.text(0, LONGEST_VALUE);
        boolean fine = true;
        for (Map.Entry<String, JsonNode> member : sent.properties()) {
            JsonNode value = member.getValue().isNull() ? TextNode.valueOf("") : member.getValue();
            boolean isGood = member.getKey().length() <= Checks.LONGEST_NAME
                    && text.read(value, site.below(member.getKey())) != null;
            if (member.getKey().length() > Checks.LONGEST_NAME) {
                site.fault("Property names must not be longer than " + Checks.LONGEST_NAME + " characters");
            }
            fine &= isGood;
            good.set(member.getKey(), value);
        }
        return fine ? good : null;
    }

    /**
     * The carrier's own number first, then those to draw from; each is kept as it was sent too, for an empty
     * {@code caller_id} stays empty.
     */
    private static void writeCallers(CarrierDraft draft, JsonNode value, Reading<CarrierDraft> merged) {
        JsonNode own = merged.merged(CALLER);
        draft.carry(CALLER, own);
        if (merged.changes(DATA)) {
            draft.carry(DATA, merged.merged(DATA));
        }
        // Of a carrier that was given none, what is shown repeats its own number as it was before.
        JsonNode data = new CarriedFields(draft.carrier().carried()).get(DATA);
        Set<String> numbers = new LinkedHashSet<>();
        add(numbers, own.asText(""));
        String pool = data == null ? "" : data.path(CALLER).asText("");
        for (String number : pool.split("[,;\\s]+", -1)) {
            add(numbers, number);
        }
        draft.carrier(carrier -> carrier.withCallerIds(new ArrayList<>(numbers)));
    }

    private static void add(Set<String> numbers, String number) {
        if (!number.isBlank()) {
            numbers.add(number.strip());
        }
    }

    private static JsonNode lowerCase(JsonNode sent) {
        return sent.isTextual() ? TextNode.valueOf(sent.textValue().toLowerCase(Locale.ROOT)) : sent;
    }
}
