package io.tandem.translators.phone;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tandem.campaigns.model.Address;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Hides numbers in whatever is shown of a target whose campaign masks numbers: the target's own in every form they are
 * written in, and everything else that reads as a number to call. What comes back as it was shown is what it was.
 * (autocall-v3.md, 2.9, {@code enable_encrypt})
 *
 * @param phones tells other numbers from digits that are none; null if only the target's own are hidden
 * @param own the target's own numbers
 */
public record NumberMask(@Nullable PhoneReader phones, List<OwnNumber> own) {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** The mask of what is shown of a target with these addresses. */
    public static NumberMask of(@Nullable PhoneReader phones, Collection<? extends @Nullable Address> addresses) {
        return new NumberMask(phones, OwnNumber.of(addresses));
    }

    /** The text with its numbers masked, in whatever form they stand in it. */
    public String text(String text) {
        return WrittenNumbers.in(text, own, phones).replace(MaskedNumber::of);
    }

    /** A client's free text: as JSON if it is an object or array, else as it stands. */
    public String freeText(String text) {
        JsonNode tree = containerIn(text).orElse(null);
        if (tree == null) {
            return text(text);
        }
        JsonNode masked = tree(tree);
        return masked.equals(tree) ? text : masked.toString();
    }

    /** The tree with the numbers in its keys and values masked; a number that is no text becomes one. */
    public JsonNode tree(JsonNode tree) {
        if (tree instanceof ObjectNode object) {
            ObjectNode masked = MAPPER.createObjectNode();
            keys(object).forEach((shown, key) -> masked.set(shown, tree(object.path(key))));
            return masked;
        }
        if (tree instanceof ArrayNode array) {
            ArrayNode masked = MAPPER.createArrayNode();
            array.forEach(item -> masked.add(tree(item)));
            return masked;
        }
        String text = tree.asText("");
        String masked = text(text);
        return masked.equals(text) ? tree : TextNode.valueOf(masked);
    }

    /** An object's keys by how they are shown; keys that would look the same get a star more. */
    public Map<String, String> keys(JsonNode object) {
        Map<String, String> keys = new LinkedHashMap<>();
        Set<String> plain = new HashSet<>();
        object.fieldNames().forEachRemaining(plain::add);
        object.fieldNames().forEachRemaining(key -> {
            String shown = text(key);
            while (!shown.equals(key) && (plain.contains(shown) || keys.containsKey(shown))) {
                shown += "*";
            }
            keys.put(shown, key);
        });
        return keys;
    }

    /**
     * What a client sends of a text that was shown to it masked: each masked number in it is the one that it stands for.
     *
     * @param current what was shown, in clear
     */
    public String restored(String sent, String current) {
        if (sent.equals(text(current))) {
            return current;
        }
        Map<String, List<String>> hidden = new LinkedHashMap<>();
        for (String written : WrittenNumbers.in(current, own, phones).texts()) {
            hidden.computeIfAbsent(MaskedNumber.of(written), masked -> new ArrayList<>())
                    .add(written);
        }
        String restored = sent;
        for (Map.Entry<String, List<String>> each : hidden.entrySet()) {
            restored = replaceEach(restored, each.getKey(), each.getValue());
        }
        return restored;
    }

    /** The first occurrence by the first original, and so on; the last original serves for all further ones. */
    private static String replaceEach(String text, String masked, List<String> originals) {
        StringBuilder replaced = new StringBuilder();
        int from = 0;
        int next = 0;
        for (int at = text.indexOf(masked); at >= 0; at = text.indexOf(masked, from)) {
            replaced.append(text, from, at).append(originals.get(Math.min(next, originals.size() - 1)));
            from = at + masked.length();
            next++;
        }
        return replaced.append(text, from, text.length()).toString();
    }

    /** As {@link #restored(String, String)}, of what {@link #freeText} has shown. */
    public String restoredFreeText(String sent, String current) {
        if (sent.equals(freeText(current))) {
            return current;
        }
        JsonNode tree = containerIn(sent).orElse(null);
        JsonNode before = containerIn(current).orElse(null);
        if (tree == null || before == null) {
            return restored(sent, current);
        }
        JsonNode restored = restored(tree, before);
        return restored.equals(tree) ? sent : restored.toString();
    }

    /** As {@link #restored(String, String)}, of what {@link #tree} has shown. */
    public JsonNode restored(JsonNode sent, JsonNode current) {
        if (sent.equals(tree(current))) {
            return current;
        }
        if (sent instanceof ObjectNode object && current.isObject()) {
            Map<String, String> keys = keys(current);
            ObjectNode restored = MAPPER.createObjectNode();
            object.properties().forEach(member -> {
                String key = keys.getOrDefault(member.getKey(), member.getKey());
                JsonNode before = current.get(key);
                restored.set(key, before == null ? member.getValue() : restored(member.getValue(), before));
            });
            return restored;
        }
        if (sent instanceof ArrayNode array && current.isArray()) {
            ArrayNode restored = MAPPER.createArrayNode();
            boolean[] used = new boolean[current.size()];
            for (int i = 0; i < array.size(); i++) {
                restored.add(restoredItem(array.path(i), i, current, used));
            }
            return restored;
        }
        boolean texts = sent.isTextual() && current.isTextual();
        return texts ? TextNode.valueOf(restored(sent.textValue(), current.textValue())) : sent;
    }

    /** Items may have been taken out or put in: one that stands elsewhere now is looked for. */
    private JsonNode restoredItem(JsonNode sent, int index, JsonNode current, boolean[] used) {
        boolean hasPlace = index < used.length && !used[index];
        if (hasPlace && sent.equals(tree(current.path(index)))) {
            used[index] = true;
            return current.path(index);
        }
        for (int other = 0; other < used.length; other++) {
            if (!used[other] && sent.equals(tree(current.path(other)))) {
                used[other] = true;
                return current.path(other);
            }
        }
        return hasPlace ? restored(sent, current.path(index)) : sent;
    }

    private static Optional<JsonNode> containerIn(String free) {
        try {
            return Optional.ofNullable(MAPPER.readTree(free)).filter(JsonNode::isContainerNode);
        } catch (JsonProcessingException noJson) {
            return Optional.empty();
        }
    }
}
