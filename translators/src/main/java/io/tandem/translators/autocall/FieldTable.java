package io.tandem.translators.autocall;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.campaigns.model.Carried;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every field of one kind of document.
 *
 * @param required fields that a write must bring
 * @param <D> what is written to
 */
record FieldTable<D extends Draft>(Map<String, WireField<D>> byName, List<String> required) {

    static <D extends Draft> FieldTable<D> of(List<String> required, List<WireField<D>> rows) {
        Map<String, WireField<D>> byName = new LinkedHashMap<>();
        for (WireField<D> row : rows) {
            if (byName.put(row.name(), row) != null) {
                throw new IllegalArgumentException("two rows for " + row.name());
            }
        }
        return new FieldTable<>(Collections.unmodifiableMap(byName), required);
    }

    @Nullable
    WireField<D> row(String name) {
        return byName.get(name);
    }

    Set<String> names() {
        return byName.keySet();
    }

    List<FieldMapping> mapping() {
        return byName.values().stream().map(WireField::mapping).toList();
    }

    FieldTable<D> requiring(List<String> fields) {
        return new FieldTable<>(byName, fields);
    }

    /** What of an object's carried fields is none of these. */
    Map<String, JsonNode> unknown(Carried carried) {
        return new CarriedFields(carried).unknownTo(names());
    }
}
