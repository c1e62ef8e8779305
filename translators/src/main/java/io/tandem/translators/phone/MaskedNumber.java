package io.tandem.translators.phone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tandem.campaigns.model.Address;
import io.tandem.campaigns.model.Destination.PhoneNumber;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A number of which only the ends are shown. (autocall-v3.md, 2.9, {@code enable_encrypt}) */
public final class MaskedNumber {

    private static final int SHOWN_AT_START = 3;
    private static final int SHOWN_AT_END = 2;

    /**
     * Digits as people write a number: with spaces, dots, dashes and brackets between. No more of them at once than the
     * matcher, which goes one call deeper for each, can bear.
     */
    private static final Pattern WRITTEN = Pattern.compile("\\+?[0-9](?:[ .()\\-\\u00a0]{0,2}[0-9]){6,39}");

    /** So many of its last digits tell a number from others, whatever stands around them. */
    private static final int TELLING = 9;

    private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]");

    private MaskedNumber() {}

    /** {@code 0349719999} as {@code 034*****99}; a text of five characters or less is all stars. */
    public static String of(String number) {
        int hidden = number.length() - SHOWN_AT_START - SHOWN_AT_END;
        if (hidden <= 0) {
            return "*".repeat(number.length());
        }
        return number.substring(0, SHOWN_AT_START)
                + "*".repeat(hidden)
                + number.substring(number.length() - SHOWN_AT_END);
    }

    /** The numbers that are to be masked wherever they stand. */
    public static List<String> numbers(Collection<? extends @Nullable Address> addresses) {
        return addresses.stream()
                .filter(Objects::nonNull)
                .map(Address::destination)
                .filter(PhoneNumber.class::isInstance)
                .map(destination -> NO_DIGIT.matcher(destination.text()).replaceAll(""))
                .toList();
    }

    /** The text with these numbers masked, in whatever form they stand in it. */
    public static String within(String text, Collection<String> numbers) {
        return WRITTEN.matcher(text)
                .replaceAll(found -> isOneOf(found.group(), numbers) ? of(found.group()) : found.group());
    }

    /** The tree with these numbers masked in all its values; a number that is no text becomes one. */
    public static JsonNode within(JsonNode tree, Collection<String> numbers) {
        if (tree instanceof ObjectNode object) {
            ObjectNode masked = object.deepCopy();
            object.properties().forEach(member -> masked.set(member.getKey(), within(member.getValue(), numbers)));
            return masked;
        }
        if (tree instanceof ArrayNode array) {
            ArrayNode masked = array.deepCopy().removeAll();
            array.forEach(item -> masked.add(within(item, numbers)));
            return masked;
        }
        String text = tree.asText("");
        String masked = within(text, numbers);
        return masked.equals(text) ? tree : TextNode.valueOf(masked);
    }

    /**
     * What a client sends of a tree that was shown to it masked: where it is as it was shown, it is what it was.
     *
     * @param current what was shown, in clear
     */
    public static JsonNode restored(JsonNode sent, JsonNode current, Collection<String> numbers) {
        if (sent.equals(within(current, numbers))) {
            return current;
        }
        if (sent instanceof ObjectNode object && current.isObject()) {
            ObjectNode restored = object.deepCopy();
            object.properties().forEach(member -> {
                JsonNode before = current.get(member.getKey());
                if (before != null) {
                    restored.set(member.getKey(), restored(member.getValue(), before, numbers));
                }
            });
            return restored;
        }
        return sent;
    }

    /** With or without the country code or the zero that stands for it; also among other digits. */
    private static boolean isOneOf(String written, Collection<String> numbers) {
        String digits = NO_DIGIT.matcher(written).replaceAll("");
        for (String number : numbers) {
            if (number.length() >= TELLING && digits.contains(number.substring(number.length() - TELLING))) {
                return true;
            }
        }
        int from = 0;
        while (from < digits.length() && digits.charAt(from) == '0') {
            from++;
        }
        String significant = digits.substring(from);
        return significant.length() >= SHOWN_AT_START + SHOWN_AT_END
                && numbers.stream().anyMatch(number -> number.endsWith(significant));
    }
}
