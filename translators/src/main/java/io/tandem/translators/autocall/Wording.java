package io.tandem.translators.autocall;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.stream.Collectors;

/** The platform's texts of faults: those of the JSON-schema validator gojsonschema. (autocall-v3.md, 1.2) */
final class Wording {

    /** The field name of faults of the document as a whole. */
    static final String ROOT = "(root)";

    /** The pattern that the documents print for telephone numbers; what is accepted is D23. */
    static final String PHONE_PATTERN = mismatch("^(84|0[3|5|7|8|9])+([0-9]{8})$");

    private Wording() {}

    static String required(String field) {
        return field + " is required";
    }

    static String wrongType(String expected, JsonNode given) {
        return "Invalid type. Expected: " + expected + ", given: " + Json.typeOf(given);
    }

    static String atLeast(long least) {
        return "Must be greater than or equal to " + least;
    }

    static String atMost(long most) {
        return "Must be less than or equal to " + most;
    }

    static String longerThan(int least) {
        return "String length must be greater than or equal to " + least;
    }

    static String shorterThan(int most) {
        return "String length must be less than or equal to " + most;
    }

    static String moreItems(int least) {
        return "Array must have at least " + least + " items";
    }

    static String fewerItems(int most) {
        return "Array must have at most " + most + " items";
    }

    static String notFormat(String format) {
        return "Does not match format '" + format + "'";
    }

    static String mismatch(String pattern) {
        return "Does not match pattern '" + pattern + "'";
    }

    static String oneOf(String field, Collection<String> words) {
        return words.stream()
                .map(word -> '"' + word + '"')
                .collect(Collectors.joining(", ", field + " must be one of the following: ", ""));
    }

    static String oneOfNumbers(String field, Collection<Integer> numbers) {
        return numbers.stream()
                .map(String::valueOf)
                .collect(Collectors.joining(", ", field + " must be one of the following: ", ""));
    }
}
