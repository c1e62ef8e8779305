package io.tandem.campaigns.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one dialect said that the hub has no word for, kept as sent and given back to the dialect that said it.
 * (mapping.md, rule 5)
 *
 * @param byDialect dialect name to (field name to JSON text), in the order sent
 */
public record Carried(Map<String, Map<String, String>> byDialect) {

    public static final Carried NONE = new Carried(Map.of());

    public Carried {
        Map<String, Map<String, String>> copy = new LinkedHashMap<>();
        byDialect.forEach((dialect, fields) -> {
            if (!fields.isEmpty()) {
                copy.put(dialect, Collections.unmodifiableMap(new LinkedHashMap<>(fields)));
            }
        });
        byDialect = Collections.unmodifiableMap(copy);
    }

    /** The fields of one dialect, field name to JSON text. */
    public Map<String, String> of(String dialect) {
        return byDialect.getOrDefault(dialect, Map.of());
    }

    public @Nullable String get(String dialect, String field) {
        return of(dialect).get(field);
    }

    /** Sets one field of one dialect; a null value removes it. */
    public Carried with(String dialect, String field, @Nullable String json) {
        Map<String, String> fields = new LinkedHashMap<>(of(dialect));
        if (json == null) {
            fields.remove(field);
        } else {
            fields.put(field, json);
        }
        Map<String, Map<String, String>> all = new LinkedHashMap<>(byDialect);
        all.put(dialect, fields);
        return new Carried(all);
    }
}
