package io.tandem.translators.voipbin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.tandem.campaigns.service.Failure;
import io.tandem.campaigns.service.Failure.Violation;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One object of a request body, read field by field. An absent or null field reads as what the caller names for it.
 *
 * <p>A wrong JSON type is a {@link WireFault} at once. Broken rules are gathered; {@link #check} throws them together
 * and must be called before anything is made of the values.
 */
final class Document {

    private static final Duration LONGEST = Duration.ofDays(365);

    private final JsonNode object;
    private final String path;
    private final List<Violation> faults;

    private Document(JsonNode object, String path, List<Violation> faults) {
        this.object = object;
        this.path = path;
        this.faults = faults;
    }

    /** A request body; U+0000, which no database of ours stores, is refused wherever it is. */
    static Document of(JsonNode body) {
        if (!body.isObject()) {
            throw WireFault.body("The request body must be a JSON object.");
        }
        Document document = new Document(body, "", new ArrayList<>());
        for (Map.Entry<String, JsonNode> field : body.properties()) {
            if (hasNul(field.getKey()) || hasNul(field.getValue())) {
                String name = field.getKey().replace('\0', '?');
                document.refuse(name, "must not contain the character U+0000");
            }
        }
        return document;
    }

    private static boolean hasNul(String text) {
        return text.indexOf('\0') >= 0;
    }

    private static boolean hasNul(JsonNode node) {
        if (node.isTextual()) {
            return hasNul(node.textValue());
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (hasNul(field.getKey())) {
                return true;
            }
        }
        for (JsonNode child : node) {
            if (hasNul(child)) {
                return true;
            }
        }
        return false;
    }

    /** An object within this one; its faults are gathered with this one's, under its path. */
    Document within(String field, JsonNode inner) {
        if (!inner.isObject()) {
            throw WireFault.type(path + field, "an object");
        }
        return new Document(inner, path + field + ".", faults);
    }

    /** Whether the field is there and not null. */
    boolean has(String field) {
        return object.hasNonNull(field);
    }

    /** The field's value, JSON null where it is absent. */
    JsonNode raw(String field) {
        JsonNode value = object.get(field);
        return value == null ? VoipbinJson.MAPPER.nullNode() : value;
    }

    JsonNode toNode() {
        return object;
    }

    Set<String> fields() {
        Set<String> names = new LinkedHashSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    String text(String field, String otherwise) {
        if (!has(field)) {
            return otherwise;
        }
        JsonNode value = raw(field);
        if (!value.isTextual()) {
            throw WireFault.type(path + field, "a string");
        }
        return bounded(field, value.textValue(), otherwise);
    }

    /** What is there already, through the other dialect perhaps, may be as long as it is: an echo is no write. */
    private String bounded(String field, String text, String current) {
        int most = TextLengths.mostOf(field);
        if (text.length() > most && !text.equals(current)) {
            refuse(field, "must not be longer than " + most + " characters");
        }
        return text;
    }

    /** A text that must be there and say something. */
    String required(String field) {
        String value = text(field, "");
        if (value.isEmpty()) {
            refuse(field, "is required");
        }
        return value;
    }

    /** A text that may be left out, and not be cleared. */
    String uncleared(String field, String current) {
        String value = text(field, current);
        if (value.isEmpty() && !current.isEmpty()) {
            refuse(field, "is required");
        }
        return value;
    }

    /** Any JSON: a string is its text, anything else its JSON text. */
    String anyText(String field, String otherwise) {
        if (!has(field)) {
            return otherwise;
        }
        JsonNode value = raw(field);
        return bounded(field, value.isTextual() ? value.textValue() : VoipbinJson.text(value), otherwise);
    }

    /** Refuses a document without the field. */
    void require(String field) {
        if (!has(field)) {
            refuse(field, "is required");
        }
    }

    int integer(String field, int otherwise) {
        return (int) between(Integer.MIN_VALUE, Integer.MAX_VALUE, field, otherwise);
    }

    /** An integer of 0 or more. */
    int count(String field, int otherwise) {
        return (int) between(0, Integer.MAX_VALUE, field, otherwise);
    }

    /** Milliseconds, 0 to a year. */
    long millis(String field, long otherwise) {
        return between(0, LONGEST.toMillis(), field, otherwise);
    }

    /** As {@link #millis}, but no longer than this; what is there already may be as long as it is. */
    long millisWithin(Duration most, String field, long otherwise) {
        boolean isEcho =
                has(field) && raw(field).canConvertToLong() && raw(field).asLong() == otherwise;
        return isEcho ? millis(field, otherwise) : between(0, most.toMillis(), field, otherwise);
    }

    /** Whole seconds, at least so many; the document must have them. */
    Duration seconds(String field, int least) {
        require(field);
        return Duration.ofSeconds(between(least, Integer.MAX_VALUE, field, least));
    }

    private long between(long least, long most, String field, long otherwise) {
        if (!has(field)) {
            return otherwise;
        }
        JsonNode value = raw(field);
        if (!value.isNumber()) {
            throw WireFault.type(path + field, "an integer");
        }
        BigDecimal number = value.decimalValue();
        if (number.stripTrailingZeros().scale() > 0) {
            throw WireFault.type(path + field, "an integer");
        }
        if (least == 0 && number.signum() < 0) {
            refuse(field, "must not be negative");
            return otherwise;
        }
        if (number.compareTo(BigDecimal.valueOf(least)) < 0 || number.compareTo(BigDecimal.valueOf(most)) > 0) {
            refuse(field, "must be between " + least + " and " + most);
            return otherwise;
        }
        return number.longValueExact();
    }

    /** An id; empty text and the nil UUID say none. */
    @Nullable
    UUID id(String field, @Nullable UUID otherwise) {
        if (!has(field)) {
            return otherwise;
        }
        String text = text(field, "");
        return WireIds.isNone(text) ? null : uuid(field, text);
    }

    List<UUID> ids(String field, List<UUID> otherwise) {
        if (!has(field)) {
            return otherwise;
        }
        List<UUID> ids = new ArrayList<>();
        for (JsonNode value : array(field)) {
            if (!value.isTextual()) {
                throw WireFault.type(path + field, "an array of strings");
            }
            UUID id = uuid(field, value.textValue());
            if (id != null && !ids.contains(id)) {
                ids.add(id);
            }
        }
        return ids;
    }

    private @Nullable UUID uuid(String field, String text) {
        UUID id = WireIds.read(text).orElse(null);
        if (id == null) {
            refuse(field, "is not a valid UUID");
        }
        return id;
    }

    ArrayNode array(String field) {
        if (!has(field)) {
            return VoipbinJson.MAPPER.createArrayNode();
        }
        if (raw(field) instanceof ArrayNode array) {
            return array;
        }
        throw WireFault.type(path + field, "an array");
    }

    <E> E oneOf(String field, Map<String, E> words, E otherwise) {
        if (!has(field)) {
            return otherwise;
        }
        E value = words.get(text(field, ""));
        if (value == null) {
            List<String> offered =
                    words.keySet().stream().filter(word -> !word.isEmpty()).toList();
            refuse(field, "must be one of: " + String.join(", ", offered));
            return otherwise;
        }
        return value;
    }

    /** Notes a broken rule; the rest of a sentence that begins with the field. */
    void refuse(String field, String why) {
        faults.add(new Violation(path + field, path + field + " " + why + "."));
    }

    /** Throws {@link Failure.Invalid} if any rule was broken. */
    void check() {
        if (!faults.isEmpty()) {
            throw new Failure.Invalid(faults);
        }
    }
}
