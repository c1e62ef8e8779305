package io.tandem.translators.voipbin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** JSON as this dialect reads it: numbers keep every digit that was sent, nothing may follow the document. */
public final class VoipbinJson {

    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private VoipbinJson() {}

    /**
     * A request body.
     *
     * @throws WireFault INVALID_JSON_BODY if it is empty or not JSON
     */
    public static JsonNode read(byte[] body) {
        try {
            JsonNode document = MAPPER.readTree(body);
            if (document == null || document.isMissingNode()) {
                throw WireFault.body("The request body is empty.");
            }
            return document;
        } catch (IOException notJson) {
            throw WireFault.body("The request body is not JSON.");
        }
    }

    /** What was stored as JSON text by this dialect. */
    static JsonNode parse(String stored) {
        try {
            return MAPPER.readTree(stored);
        } catch (JsonProcessingException corrupt) {
            throw new UncheckedIOException("stored text is not JSON", corrupt);
        }
    }

    /** The object or array that a client's free text is, if it is one from end to end. */
    static Optional<JsonNode> containerIn(String free) {
        try {
            return Optional.of(MAPPER.reader()
                            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                            .readTree(free))
                    .filter(JsonNode::isContainerNode);
        } catch (JsonProcessingException noJson) {
            return Optional.empty();
        }
    }

    static String text(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Equal up to order of keys, spacing and {@code 5.0} for {@code 5}. (mapping.md, rule 6) */
    static boolean same(JsonNode one, JsonNode other) {
        return one.equals(VoipbinJson::compareLeaves, other);
    }

    private static int compareLeaves(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue());
        }
        return one.equals(other) ? 0 : 1;
    }
}
