package io.tandem.translators.autocall;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.campaigns.model.Address;
import io.tandem.campaigns.model.Target;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What fills a template's placeholders for a lead: its own fields by their wire names, and over them the members of its
 * {@code additional}, or of the {@code param} that it was pushed with. (autocall-v3.md, 1.6)
 */
public final class LeadValues {

    private LeadValues() {}

    /** Name to text; objects and arrays have no text. */
    public static Map<String, String> of(Target target) {
        Map<String, String> values = new LinkedHashMap<>();
        CarriedFields carried = new CarriedFields(target.carried());
        for (String field : LeadFields.TABLE.names()) {
            String text = carried.text(field, "");
            if (!text.isEmpty()) {
                values.put(field, text);
            }
        }
        Address first = target.destinations().get(0);
        if (first != null) {
            values.putIfAbsent(LeadDraft.PHONE, first.destination().text());
        }
        if (!target.network().isEmpty()) {
            values.put(LeadFields.NETWORK, target.network());
        }
        if (!target.name().isEmpty()) {
            values.put("lead_name", target.name());
        }
        if (Json.isObjectText(target.data())) {
            Json.read(target.data()).properties().forEach(member -> put(values, member.getKey(), member.getValue()));
        }
        return values;
    }

    private static void put(Map<String, String> values, String name, JsonNode value) {
        if (value.isValueNode() && !value.isNull()) {
            values.put(name.strip(), value.asText());
        }
    }
}
