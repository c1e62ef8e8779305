package io.tandem.translators.voipbin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/** JSON in tests, read as the gateway reads bodies. */
final class Json {

    private Json() {}

    static ObjectNode object(String text) {
        return (ObjectNode) VoipbinJson.read(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Compact text, keys in the order they have: what golden comparisons compare. */
    static String compact(String text) {
        return VoipbinJson.text(object(text));
    }

    static String compact(JsonNode node) {
        return VoipbinJson.text(node);
    }
}
