package io.tandem.translators.voipbin;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.campaigns.model.Carried;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What this dialect says that the hub has no word for: a document's unknown properties. (mapping.md, rule 5) */
final class CarriedWords {

    /** The name under which {@link Carried} keeps this dialect's words. */
    static final String DIALECT = "voipbin";

    /** UTF-8 bytes of names and values that one object may carry. */
    static final int MOST_BYTES = 16 * 1024;

    private CarriedWords() {}

    /**
     * What is to be carried after {@code document}: {@code before}, and the properties that are none of {@code known}.
     * An equal property is kept as it was; too many bytes are refused in the document.
     */
    static Carried of(Document document, Carried before, Set<String> known) {
        List<String> unknown = document.fields().stream()
                .filter(field -> !known.contains(field))
                .toList();
        Carried after = before;
        for (String field : unknown) {
            JsonNode sent = document.raw(field);
            if (!isHeld(before.get(DIALECT, field), sent)) {
                after = after.with(DIALECT, field, VoipbinJson.text(sent));
            }
        }
        if (!after.equals(before) && bytes(after) > MOST_BYTES) {
            document.refuse(unknown.get(0), "and other unknown properties must not exceed 16 KiB together");
        }
        return after;
    }

    private static boolean isHeld(@Nullable String held, JsonNode sent) {
        return held != null && VoipbinJson.same(VoipbinJson.parse(held), sent);
    }

    private static int bytes(Carried carried) {
        return carried.of(DIALECT).entrySet().stream()
                .mapToInt(entry -> utf8(entry.getKey()) + utf8(entry.getValue()))
                .sum();
    }

    private static int utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
