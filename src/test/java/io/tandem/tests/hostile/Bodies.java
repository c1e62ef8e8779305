package io.tandem.tests.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.tests.Api;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is sent in place of a good body. */
final class Bodies {

    private static final int DEPTH = 1_000;
    private static final int MEGABYTE = 1 << 20;

    private Bodies() {}

    /** A body that must never be taken, and what it says it is. */
    record Malformed(String what, byte[] bytes, String contentType) {}

    /** Bodies that are no JSON object, or one with a trap in it; made from a good one. */
    static List<Malformed> malformed(ObjectNode good) {
        String text = good.toString();
        String open = text.substring(0, text.length() - 1);
        String first = good.isEmpty() ? "a" : good.fieldNames().next();
        Object value = good.isEmpty() ? "1" : good.get(first);
        open = good.isEmpty() ? "{\"a\":1" : open;
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("nothing", "");
        texts.put("blank", "  \n");
        texts.put("a brace", "{");
        texts.put("an array", "[]");
        texts.put("an array of it", "[" + text + "]");
        texts.put("null", "null");
        texts.put("a text", "\"x\"");
        texts.put("a number", "1");
        texts.put("cut off", open);
        texts.put("more behind it", text + "{}");
        texts.put("deep nesting", open + ",\"deep\":" + "[".repeat(DEPTH) + "]".repeat(DEPTH) + "}");
        texts.put("a duplicate key", open + ",\"" + first + "\":" + value + "}");
        texts.put("U+0000", open + ",\"extra\":\"a\\u0000b\"}");
        texts.put("U+0000 in a key", open + ",\"a\\u0000b\":1}");
        texts.put("U+0000 deep within", open + ",\"extra\":[{\"a\":[\"\\u0000\"]}]}");
        texts.put("half a character", open + ",\"extra\":\"\\ud800\"}");
        texts.put("a number out of range", open + ",\"extra\":1e1000000000}");
        texts.put("a comment", text + "/* */");
        texts.put("NaN", open + ",\"extra\":NaN}");
        List<Malformed> all = new ArrayList<>();
        texts.forEach((what, body) ->
                all.add(new Malformed(what, body.getBytes(StandardCharsets.UTF_8), "application/json")));
        all.add(new Malformed("UTF-16", text.getBytes(StandardCharsets.UTF_16LE), "application/json"));
        byte[] latin = (open + ",\"extra\":\"\u00e9\"}").getBytes(StandardCharsets.ISO_8859_1);
        all.add(new Malformed("invalid UTF-8", latin, "application/json"));
        return all;
    }

    /** More than the gateway takes: 11 MB. */
    static byte[] tooLarge(ObjectNode good) {
        return good.deepCopy()
                .put("extra", "x".repeat(11 * MEGABYTE))
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    /**
     * For every field a body in which it holds something else, and so one level down; by field and what it holds.
     *
     * @param values draws what a field is to hold, in turn
     */
    static Map<String, String> wrongTypes(ObjectNode good, Supplier<List<String>> values) {
        Map<String, String> bodies = new LinkedHashMap<>();
        good.fieldNames().forEachRemaining(field -> {
            values.get().forEach(value -> bodies.put(field + "=" + brief(value), with(good, field, value)));
            ObjectNode inner = inner(good.get(field));
            if (inner != null) {
                inner.fieldNames()
                        .forEachRemaining(within -> values.get().forEach(value -> {
                            String changed = with(inner, within, value);
                            String whole = good.get(field).isArray() ? "[" + changed + "]" : changed;
                            bodies.put(field + "." + within + "=" + brief(value), with(good, field, whole));
                        }));
            }
        });
        return bodies;
    }

    private static @Nullable ObjectNode inner(JsonNode value) {
        JsonNode inner = value instanceof ArrayNode array && !array.isEmpty() ? array.get(0) : value;
        return inner instanceof ObjectNode object && !object.isEmpty() ? object : null;
    }

    /** The value goes in as text: not all of them survive a parser. */
    private static String with(ObjectNode good, String field, String value) {
        ObjectNode rest = good.deepCopy().without(field);
        String name = Api.JSON.valueToTree(field).toString();
        return "{" + name + ":" + value
                + (rest.isEmpty() ? "}" : "," + rest.toString().substring(1));
    }

    private static String brief(String value) {
        return value.length() > 40 ? value.substring(0, 40) + "… (" + value.length() + ")" : value;
    }

    /** JSON values of every type and size. */
    static List<String> values() {
        return List.of(
                "null",
                "true",
                "0",
                "-1",
                "1.5",
                "\"\"",
                "\"x\"",
                "\"\\u0000\"",
                "[]",
                "{}",
                "[null]",
                "[{}]",
                "[[1]]",
                "{\"a\":1}",
                "9223372036854775807",
                "-9223372036854775809",
                "9".repeat(300),
                "1e400",
                "1e-400",
                "1e1000000000");
    }

    /** A text of a megabyte. */
    static String longText() {
        return "\"" + "x".repeat(MEGABYTE) + "\"";
    }
}
