package io.tandem.translators.autocall;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tandem.campaigns.model.Disposition;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code recall_status}: the dispositions that are tried again, in the order sent. (autocall-v3.md, 2.6)
 *
 * <p>v3 has no word for ABANDONED: it goes with {@code answered}, and is never shown.
 */
final class RecallStatus {

    private static final Check WORD = Checks.oneOf(Dispositions.RECALL.all());

    private RecallStatus() {}

    static List<String> show(List<Disposition> again) {
        return again.stream()
                .map(Dispositions::recallWord)
                .flatMap(Optional::stream)
                .toList();
    }

    static @Nullable JsonNode check(JsonNode sent, Check.Site site) {
        if (!sent.isArray()) {
            return site.fault(Wording.wrongType("array", sent));
        }
        boolean good = true;
        for (int position = 0; position < sent.size(); position++) {
            good &= WORD.read(sent.path(position), site.below(String.valueOf(position))) != null;
        }
        return good ? normal(sent) : null;
    }

    /** Without repeats; what is no array is left as it is. */
    static JsonNode normal(JsonNode sent) {
        if (!sent.isArray()) {
            return sent;
        }
        Set<JsonNode> distinct = new LinkedHashSet<>();
        sent.forEach(distinct::add);
        ArrayNode words = Json.object().arrayNode();
        distinct.forEach(words::add);
        return words;
    }

    /**
     * Reads what {@link #check} let pass. The words shown now in another order are only put in that order: then ABANDONED
     * stays as it was.
     */
    static List<Disposition> read(JsonNode checked, List<Disposition> before) {
        List<Disposition> again = new ArrayList<>();
        for (JsonNode word : checked) {
            again.add(Dispositions.RECALL.known(word.textValue()));
        }
        boolean sameWords = asWords(checked).equals(Set.copyOf(show(before)));
        boolean abandoned = sameWords ? before.contains(Disposition.ABANDONED) : again.contains(Disposition.ANSWERED);
        if (abandoned) {
            again.add(Disposition.ABANDONED);
        }
        return again;
    }

    private static Set<String> asWords(JsonNode array) {
        Set<String> words = new LinkedHashSet<>();
        array.forEach(word -> words.add(((TextNode) word).textValue()));
        return words;
    }
}
