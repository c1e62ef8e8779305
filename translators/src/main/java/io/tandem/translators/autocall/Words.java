package io.tandem.translators.autocall;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The wire words of an enum's values, in the order in which the documents list them. */
final class Words<E extends Enum<E>> {

    private final Map<String, E> byWord;

    private Words(Map<String, E> byWord) {
        this.byWord = Collections.unmodifiableMap(byWord);
    }

    static <E extends Enum<E>> Words<E> of(String word, E value) {
        return new Words<>(Map.of(word, value));
    }

    Words<E> and(String word, E value) {
        Map<String, E> more = new LinkedHashMap<>(byWord);
        more.put(word, value);
        return new Words<>(more);
    }

    List<String> all() {
        return List.copyOf(byWord.keySet());
    }

    @Nullable
    E read(String word) {
        return byWord.get(word);
    }

    /** The value of a word that was checked before. */
    E known(String word) {
        E value = byWord.get(word);
        if (value == null) {
            throw new IllegalArgumentException("no such word: " + word);
        }
        return value;
    }

    /** The first word listed for the value, or {@code otherwise} if it has none. */
    String word(E value, String otherwise) {
        return byWord.entrySet().stream()
                .filter(entry -> entry.getValue() == value)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(otherwise);
    }
}
