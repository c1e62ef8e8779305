package io.tandem.translators.voipbin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.campaigns.model.Carried;
import io.tandem.campaigns.model.Stored;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An answer's object being filled in, in the newest wire form; keys keep the order in which they were put. */
final class Form {

    private final ObjectNode document = VoipbinJson.MAPPER.createObjectNode();

    Form text(String field, String value) {
        document.put(field, value);
        return this;
    }

    /** As the server does with strings that it omits when empty. */
    Form textUnlessEmpty(String field, String value) {
        return value.isEmpty() ? this : text(field, value);
    }

    Form number(String field, long value) {
        document.put(field, value);
        return this;
    }

    Form numberUnlessZero(String field, long value) {
        return value == 0 ? this : number(field, value);
    }

    /** The nil UUID for none. */
    Form id(String field, @Nullable UUID id) {
        return text(field, WireIds.text(id));
    }

    Form ids(String field, List<UUID> ids) {
        ArrayNode array = document.putArray(field);
        ids.forEach(id -> array.add(id.toString()));
        return this;
    }

    Form node(String field, JsonNode value) {
        document.set(field, value);
        return this;
    }

    Form time(String field, @Nullable Instant at) {
        document.put(field, at == null ? null : WireTime.rfc3339(at));
        return this;
    }

    Form timeUnlessNever(String field, @Nullable Instant at) {
        return at == null ? this : time(field, at);
    }

    /** The three times that nearly every object ends with. */
    Form times(Stored object) {
        return time("tm_create", object.created())
                .time("tm_update", object.updated())
                .time("tm_delete", object.deleted());
    }

    /** What was put, for an object within another. */
    ObjectNode toNode() {
        return document;
    }

    ObjectNode in(WireVersion version, WireKind kind) {
        return version.render(kind, document);
    }

    /** As {@link #in}, and behind it what this dialect said that the hub has no word for. (mapping.md, rule 5) */
    ObjectNode in(WireVersion version, WireKind kind, Carried carried) {
        ObjectNode rendered = in(version, kind);
        carried.of(CarriedWords.DIALECT).forEach((field, json) -> {
            if (!rendered.has(field)) {
                rendered.set(field, VoipbinJson.parse(json));
            }
        });
        return rendered;
    }
}
