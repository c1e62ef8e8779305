package io.tandem.translators.phone;

import io.tandem.translators.phone.Digits.Gap;
import io.tandem.translators.phone.Digits.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Finds whatever in a text reads as a number that can be called. */
final class OtherNumbers {

    private static final int FEWEST_DIGITS = 7;
    private static final int MOST_DIGITS = 18;

    /** Nobody writes a number in more groups of digits. */
    private static final int MOST_GROUPS = 12;

    private static final String TRUNK_ASIDE = "(0)";

    private final Digits text;
    private final PhoneReader phones;
    private final List<Span> found = new ArrayList<>();

    /** Reading takes time: what is left unread then is taken for a number. */
    private int readingsLeft;

    private OtherNumbers(Digits text, PhoneReader phones) {
        this.text = text;
        this.phones = phones;
        this.readingsLeft = 16 + text.text().length() / 8;
    }

    static List<Span> in(Digits text, PhoneReader phones) {
        if (text.size() < FEWEST_DIGITS) {
            return List.of();
        }
        OtherNumbers search = new OtherNumbers(text, phones);
        BitSet aside = NoNumbers.in(text);
        int end;
        for (int start = aside.nextClearBit(0); start < text.size(); start = aside.nextClearBit(end)) {
            int next = aside.nextSetBit(start);
            end = Math.min(text.end(start, Gap.SEPARATOR), next < 0 ? text.size() : next);
            search.line(start, end);
        }
        return search.found;
    }

    private void line(int start, int end) {
        for (int from = start; end - from >= FEWEST_DIGITS; from = text.groupEnd(from)) {
            int to = longest(from, end);
            if (to > from) {
                found.add(text.span(from, to));
            }
        }
    }

    /** After the last of the groups that are, from this one on, a number; {@code from} if none are. */
    private int longest(int from, int end) {
        int[] groupEnds = new int[MOST_GROUPS];
        int groups = 0;
        int to = text.groupEnd(from);
        while (to - from <= MOST_DIGITS) {
            groupEnds[groups++] = to;
            if (to == end || groups == MOST_GROUPS) {
                break;
            }
            to = text.groupEnd(to);
        }
        for (int group = groups - 1; group >= 0 && groupEnds[group] - from >= FEWEST_DIGITS; group--) {
            if (isNumber(from, groupEnds[group])) {
                return groupEnds[group];
            }
        }
        return from;
    }

    private boolean isNumber(int from, int to) {
        String digits = (text.hasPlus(from) ? "+" : "") + text.between(from, to);
        if (!phones.mayBegin(digits)) {
            return false;
        }
        if (readingsLeft-- <= 0 || phones.wouldRead(digits)) {
            return true;
        }
        Span span = text.span(from, to);
        String written = text.text().substring(span.start(), span.end());
        return text.hasPlus(from)
                && written.contains(TRUNK_ASIDE)
                && phones.read(written).isPresent();
    }
}
