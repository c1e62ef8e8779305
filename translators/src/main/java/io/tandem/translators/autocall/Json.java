package io.tandem.translators.autocall;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Map;

/** JSON as the v3 validator sees it: its names of types, and numbers that are equal whatever their spelling. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    /** What Jackson would write of a wire record, as a tree. */
    static ObjectNode tree(Object document) {
        return MAPPER.valueToTree(document);
    }

    /** Reads JSON text that this package wrote. */
    static JsonNode read(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("carried text is not JSON", broken);
        }
    }

    /** Whether a client's free text is a JSON object. */
    static boolean isObjectText(String text) {
        if (!text.strip().startsWith("{")) {
            return false;
        }
        try {
            return MAPPER.reader()
                    .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readTree(text)
                    .isObject();
        } catch (JsonProcessingException notJson) {
            return false;
        }
    }

    /** The validator's name of the value's type. */
    static String typeOf(JsonNode node) {
        return switch (node.getNodeType()) {
            case ARRAY -> "array";
            case BOOLEAN -> "boolean";
            case NUMBER -> isInteger(node) ? "integer" : "number";
            case OBJECT, POJO -> "object";
            case STRING, BINARY -> "string";
            case NULL, MISSING -> "null";
        };
    }

    /** {@code 5} and {@code 5.0}, not {@code 5.5}. (autocall-v3.md, D14) */
    static boolean isInteger(JsonNode node) {
        if (node.isIntegralNumber()) {
            return true;
        }
        return node.isNumber()
                && !isInfinite(node)
                && node.decimalValue().stripTrailingZeros().scale() <= 0;
    }

    /** Equal up to spelling of numbers and the order of an object's members. */
    static boolean same(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber() && !isInfinite(one) && !isInfinite(other)) {
            BigDecimal left = one.decimalValue();
            return left.compareTo(other.decimalValue()) == 0;
        }
        if (one.isArray() && other.isArray()) {
            if (one.size() != other.size()) {
                return false;
            }
            for (int i = 0; i < one.size(); i++) {
                if (!same(one.path(i), other.path(i))) {
                    return false;
                }
            }
            return true;
        }
        if (one.isObject() && other.isObject()) {
            if (one.size() != other.size()) {
                return false;
            }
            for (Map.Entry<String, JsonNode> member : one.properties()) {
                if (!same(member.getValue(), other.path(member.getKey()))) {
                    return false;
                }
            }
            return true;
        }
        return one.equals(other);
    }

    private static boolean isInfinite(JsonNode number) {
        return (number.isDouble() || number.isFloat()) && !Double.isFinite(number.doubleValue());
    }
}
