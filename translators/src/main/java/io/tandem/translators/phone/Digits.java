package io.tandem.translators.phone;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * The digits of a text, of whatever script, and what stands between them. Digits with nothing between are a group; groups
 * with no more between than people write inside a number are a line.
 */
final class Digits {

    /** What stands between a digit and the one before it; each means more than the one before. */
    enum Gap {
        NONE,
        /** Blanks, also such as nobody sees, dots, dashes and brackets. */
        SEPARATOR,
        SIGN,
        LETTER
    }

    private final String text;
    private final StringBuilder all = new StringBuilder();
    private int[] starts;
    private int[] ends;
    private int[] pluses;
    private Gap[] gaps;

    private Digits(String text) {
        this.text = text;
        int few = Math.min(text.length(), 16);
        starts = new int[few];
        ends = new int[few];
        pluses = new int[few];
        gaps = new Gap[few];
    }

    static Digits of(String text) {
        Digits digits = new Digits(text);
        Gap gap = Gap.LETTER;
        int plus = -1;
        int next;
        for (int at = 0; at < text.length(); at = next) {
            int sign = text.codePointAt(at);
            next = at + Character.charCount(sign);
            int value = valueOf(sign);
            if (value >= 0) {
                digits.add(value, at, next, gap, plus);
                gap = Gap.NONE;
                plus = -1;
                continue;
            }
            Gap wider = gapOf(sign);
            gap = wider.compareTo(gap) > 0 ? wider : gap;
            if (sign == '+' || sign == '\uff0b') {
                plus = at;
            } else if (wider != Gap.SEPARATOR) {
                plus = -1;
            }
        }
        return digits;
    }

    private static int valueOf(int sign) {
        if (sign < 0x80) {
            return sign >= '0' && sign <= '9' ? sign - '0' : -1;
        }
        return Character.getType(sign) == Character.OTHER_NUMBER ? plainOf(sign) : Character.digit(sign, 10);
    }

    /** Of a raised, lowered or circled digit. */
    private static int plainOf(int sign) {
        String plain = Normalizer.normalize(Character.toString(sign), Normalizer.Form.NFKC);
        return plain.length() == 1 ? Character.digit(plain.charAt(0), 10) : -1;
    }

    private static Gap gapOf(int sign) {
        if (Character.isLetter(sign)) {
            return Gap.LETTER;
        }
        int type = Character.getType(sign);
        boolean isSeparator = sign == '.'
                || sign == '('
                || sign == ')'
                || type == Character.DASH_PUNCTUATION
                || type == Character.SPACE_SEPARATOR
                || type == Character.FORMAT
                || Character.isWhitespace(sign);
        return isSeparator ? Gap.SEPARATOR : Gap.SIGN;
    }

    /** Whether nothing stands there but what people write inside a number. */
    static boolean areSeparators(String text, int from, int to) {
        return text.substring(from, to).codePoints().allMatch(sign -> gapOf(sign) == Gap.SEPARATOR);
    }

    private void add(int value, int start, int end, Gap gap, int plus) {
        int size = all.length();
        if (size == starts.length) {
            int more = size * 2;
            starts = Arrays.copyOf(starts, more);
            ends = Arrays.copyOf(ends, more);
            pluses = Arrays.copyOf(pluses, more);
            gaps = Arrays.copyOf(gaps, more);
        }
        starts[size] = start;
        ends[size] = end;
        pluses[size] = plus;
        gaps[size] = gap;
        all.append((char) ('0' + value));
    }

    String text() {
        return text;
    }

    int size() {
        return all.length();
    }

    char at(int index) {
        return all.charAt(index);
    }

    /** In ASCII. */
    String between(int from, int to) {
        return all.substring(from, to);
    }

    boolean beginsGroup(int index) {
        return gaps[index] != Gap.NONE;
    }

    boolean endsGroup(int index) {
        return index + 1 == size() || beginsGroup(index + 1);
    }

    int groupStart(int index) {
        int start = index;
        while (!beginsGroup(start)) {
            start--;
        }
        return start;
    }

    int groupEnd(int index) {
        int end = index + 1;
        while (end < size() && !beginsGroup(end)) {
            end++;
        }
        return end;
    }

    /** After the last digit before which the gaps are no wider. */
    int end(int from, Gap widest) {
        int end = from + 1;
        while (end < size() && gaps[end].compareTo(widest) <= 0) {
            end++;
        }
        return end;
    }

    boolean hasPlus(int index) {
        return pluses[index] >= 0;
    }

    /** Where in the text the digit begins. */
    int offset(int index) {
        return starts[index];
    }

    /** The digits from one to before another, in the text; with the plus of the first. */
    Span span(int from, int to) {
        return new Span(hasPlus(from) ? pluses[from] : starts[from], ends[to - 1]);
    }

    /** A part of the text. */
    record Span(int start, int end) {}
}
