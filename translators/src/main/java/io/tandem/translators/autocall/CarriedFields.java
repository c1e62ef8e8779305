package io.tandem.translators.autocall;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.campaigns.model.Carried;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** This dialect's share of what an object carries. (mapping.md, rule 5) */
record CarriedFields(Carried carried) {

    static final String DIALECT = "autocall";

    /** Most bytes of unknown properties, names and values, of one object. */
    static final int MOST_UNKNOWN_BYTES = 16 * 1024;

    @Nullable
    JsonNode get(String field) {
        String json = carried.get(DIALECT, field);
        return json == null ? null : Json.read(json);
    }

    String text(String field, String otherwise) {
        JsonNode value = get(field);
        return (value != null && value.isTextual()) ? value.textValue() : otherwise;
    }

    boolean flag(String field, boolean otherwise) {
        JsonNode value = get(field);
        return (value != null && value.isBoolean()) ? value.booleanValue() : otherwise;
    }

    long number(String field, long otherwise) {
        JsonNode value = get(field);
        return (value != null && value.canConvertToLong()) ? value.longValue() : otherwise;
    }

    /** What the documents do not know, in the order sent. */
    Map<String, JsonNode> unknownTo(Set<String> known) {
        Map<String, JsonNode> unknown = new LinkedHashMap<>();
        carried.of(DIALECT).forEach((field, json) -> {
            if (!known.contains(field)) {
                unknown.put(field, Json.read(json));
            }
        });
        return Collections.unmodifiableMap(unknown);
    }

    Carried with(String field, @Nullable JsonNode value) {
        return carried.with(DIALECT, field, value == null ? null : value.toString());
    }

    static int bytes(String field, JsonNode value) {
        return (field + value).getBytes(StandardCharsets.UTF_8).length;
    }
}
