package io.tandem.translators.phone;

import io.tandem.translators.phone.Digits.Gap;
import io.tandem.translators.phone.Digits.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The telephone numbers in a text; such as stand next to each other are one.
 *
 * @param spans apart from each other and in order
 */
record WrittenNumbers(String text, List<Span> spans) {

    private static final int FEWEST_DIGITS = 7;

    /** Those that are one's own, and, unless {@code phones} is null, all that it reads. */
    static WrittenNumbers in(String text, List<OwnNumber> own, @Nullable PhoneReader phones) {
        Digits digits = Digits.of(text);
        List<Span> found = new ArrayList<>();
        own.forEach(number -> found.addAll(number.in(digits)));
        if (phones != null) {
            found.addAll(OtherNumbers.in(digits, phones));
        }
        found.sort(Comparator.comparingInt(Span::start));
        return new WrittenNumbers(text, joined(text, found));
    }

    /** Whatever might be one, good or not. */
    static WrittenNumbers any(String text) {
        Digits digits = Digits.of(text);
        List<Span> found = new ArrayList<>();
        int end;
        for (int start = 0; start < digits.size(); start = end) {
            end = digits.end(start, Gap.SIGN);
            if (end - start >= FEWEST_DIGITS) {
                found.add(digits.span(start, end));
            }
        }
        return new WrittenNumbers(text, found);
    }

    /** A mask shows the ends of what it hides: the fewer there are the better. */
    private static List<Span> joined(String text, List<Span> sorted) {
        List<Span> joined = new ArrayList<>();
        for (Span span : sorted) {
            Span last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && (span.start() <= last.end() || Digits.areSeparators(text, last.end(), span.start()))) {
                joined.set(joined.size() - 1, new Span(last.start(), Math.max(last.end(), span.end())));
            } else {
                joined.add(span);
            }
        }
        return joined;
    }

    List<String> texts() {
        return spans.stream()
                .map(span -> text.substring(span.start(), span.end()))
                .toList();
    }

    String replace(UnaryOperator<String> by) {
        StringBuilder replaced = new StringBuilder();
        int from = 0;
        for (Span span : spans) {
            replaced.append(text, from, span.start()).append(by.apply(text.substring(span.start(), span.end())));
            from = span.end();
        }
        return replaced.append(text, from, text.length()).toString();
    }
}
