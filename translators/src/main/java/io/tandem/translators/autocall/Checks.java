package io.tandem.translators.autocall;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/** The checks that several fields share, with the validator's wordings. */
final class Checks {

    /** Longest name: names are indexed, and an index entry has a size limit. */
    static final int LONGEST_NAME = 255;

    /** Longest text that the hub keeps for v3 without knowing what it means. */
    static final int LONGEST_CARRIED = 1_024;

    /** Longest free text. */
    static final int LONGEST_TEXT = 65_536;

    private static final Pattern TIME_OF_DAY = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]");
    private static final int MOST_ITEMS = 1_000;
    private static final int LONGEST_ITEM = 1_024;
    private static final int UUID_LENGTH = 36;
    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private Checks() {}

    static Check text() {
        return text(0, Integer.MAX_VALUE);
    }

    /** Lengths are counted in characters, not in UTF-16 units. */
    static Check text(int least, int most) {
        return (sent, site) -> {
            if (!sent.isTextual()) {
                return site.fault(Wording.wrongType("string", sent));
            }
            int length = sent.textValue().codePointCount(0, sent.textValue().length());
            if (length < least) {
                return site.fault(Wording.longerThan(least));
            }
            return length > most ? site.fault(Wording.shorterThan(most)) : sent;
        };
    }

    /** A name that has something besides white space. */
    static Check name() {
        Check text = text(1, LONGEST_NAME);
        return (sent, site) -> {
            JsonNode good = text.read(sent, site);
            return good != null && good.textValue().isBlank() ? site.fault(Wording.longerThan(1)) : good;
        };
    }

    static Check integer(long least, long most) {
        return (sent, site) -> {
            if (!Json.isInteger(sent)) {
                return site.fault(Wording.wrongType("integer", sent));
            }
            BigDecimal number = sent.decimalValue();
            if (number.compareTo(BigDecimal.valueOf(least)) < 0) {
                return site.fault(Wording.atLeast(least));
            }
            if (number.compareTo(BigDecimal.valueOf(most)) > 0) {
                return site.fault(Wording.atMost(most));
            }
            return LongNode.valueOf(number.longValueExact());
        };
    }

    static Check bool() {
        return (sent, site) -> sent.isBoolean() ? sent : site.fault(Wording.wrongType("boolean", sent));
    }

    static Check oneOf(List<String> words) {
        return (sent, site) -> {
            if (!sent.isTextual()) {
                return site.fault(Wording.wrongType("string", sent));
            }
            return words.contains(sent.textValue()) ? sent : site.fault(Wording.oneOf(site.field(), words));
        };
    }

    /** A text like {@code 08:00:00}. */
    static Check timeOfDay() {
        return (sent, site) -> {
            if (!sent.isTextual()) {
                return site.fault(Wording.wrongType("string", sent));
            }
            return TIME_OF_DAY.matcher(sent.textValue()).matches() ? sent : site.fault(Wording.notFormat("time"));
        };
    }

    static Check orEmpty(Check check) {
        return (sent, site) -> sent.isTextual() && sent.textValue().isEmpty() ? sent : check.read(sent, site);
    }

    /** A UUID, in lower case from here on. (D5) */
    static Check uuid() {
        return (sent, site) -> {
            if (!sent.isTextual()) {
                return site.fault(Wording.wrongType("string", sent));
            }
            String text = sent.textValue();
            if (text.length() < UUID_LENGTH) {
                return site.fault(Wording.longerThan(UUID_LENGTH));
            }
            return isUuid(text)
                    ? TextNode.valueOf(text.toLowerCase(Locale.ROOT))
                    : site.fault(Wording.notFormat("uuid"));
        };
    }

    /** An array of texts, numbers or small objects: what the hub keeps without knowing it must not fill the store. */
    static Check smallArray() {
        return (sent, site) -> {
            if (!sent.isArray()) {
                return site.fault(Wording.wrongType("array", sent));
            }
            if (sent.size() > MOST_ITEMS) {
                return site.fault(Wording.fewerItems(MOST_ITEMS));
            }
            boolean good = true;
            for (int index = 0; index < sent.size(); index++) {
                good &= isItem(sent.path(index), site.below(Integer.toString(index)));
            }
            return good ? sent : null;
        };
    }

    /** As {@link #smallArray}, of texts alone. */
    static Check smallTexts() {
        Check array = smallArray();
        return (sent, site) -> {
            for (int index = 0; index < sent.size(); index++) {
                JsonNode item = sent.path(index);
                if (item.isObject()) {
                    return site.below(Integer.toString(index)).fault(Wording.wrongType("string", item));
                }
            }
            return array.read(sent, site);
        };
    }

    /** Ids on write, objects on read, which clients send back. (autocall-v3.md, 1.4.2, users) */
    private static boolean isItem(JsonNode item, Check.Site site) {
        if (!item.isTextual() && !item.isObject()) {
            site.fault(Wording.wrongType("string", item));
            return false;
        }
        if (item.toString().length() > LONGEST_ITEM) {
            site.fault(Wording.shorterThan(LONGEST_ITEM));
            return false;
        }
        return true;
    }

    /** Whether the text is a whole UUID; {@link UUID#fromString} alone takes shorter ones. */
    static boolean isUuid(String text) {
        return UUID_FORM.matcher(text).matches();
    }
}
