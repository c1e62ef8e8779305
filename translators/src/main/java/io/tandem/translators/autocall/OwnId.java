package io.tandem.translators.autocall;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;

/** The id that a PUT's document repeats from its path. (autocall-v3.md, D9) */
final class OwnId {

    private OwnId() {}

    /** Refuses another object's; none is fine. */
    static void check(String field, JsonNode sent, UUID own) {
        JsonNode id = sent.path(field);
        boolean named = !id.isMissingNode() && !id.isNull();
        if (named && !id.asText().equalsIgnoreCase(own.toString())) {
            throw Faults.single(field + " is invalid");
        }
    }
}
