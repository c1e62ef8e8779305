package io.tandem.translators.autocall;

import io.tandem.campaigns.service.Failure;
import io.tandem.campaigns.service.Failure.Violation;
import java.util.ArrayList;
import java.util.List;

/**
 * What is wrong with a document, in the order found.
 *
 * <p>v3 has two error shapes. A {@link Failure.Invalid} whose only violation names no field (empty text) is to be
 * rendered as {@code {"error":"text"}}; any other as {@code {"error":[{"field":"text"},…]}}, one object a violation.
 * (autocall-v3.md, 0.1 and 1.2)
 */
final class Faults {

    private final List<Violation> found = new ArrayList<>();

    /** The failure of the single-text shape. */
    static Failure.Invalid single(String text) {
        return new Failure.Invalid("", text);
    }

    void add(String field, String text) {
        found.add(new Violation(field, text));
    }

    List<Violation> found() {
        return List.copyOf(found);
    }

    /** Throws {@link Failure.Invalid} if anything was found. */
    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new Failure.Invalid(found);
        }
    }
}
