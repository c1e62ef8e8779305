package io.tandem.translators.phone;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Digits that nobody takes for a telephone number, though they read as one: a date with its time of day, a round sum with
 * its currency.
 */
final class NoNumbers {

    private static final String DAY = "(?:0?[1-9]|[12][0-9]|3[01])";
    private static final String MONTH = "(?:0?[1-9]|1[0-2])";
    private static final String YEAR = "(?:19|20)[0-9]{2}";
    private static final String DATE =
            "(?:" + DAY + "([-.])" + MONTH + "\\1" + YEAR + "|" + YEAR + "([-.])" + MONTH + "\\2" + DAY + ")";
    private static final String TIME = "(?:[01]?[0-9]|2[0-3])(?:(?::[0-5][0-9]){1,2}|[hg](?:[0-5][0-9])?)";
    private static final String SUM = "[1-9][0-9]{0,2}(?:\\.[0-9]{3}){1,4}(?<=\\.000)";
    private static final String CURRENCY = "(?:đ|₫|vnd|vnđ|đồng)";

    /** {@code đ/c}, {@code đ.c} and {@code :30:15} are something else. */
    private static final Pattern PATTERN = Pattern.compile(
            "(?<![\\p{N}+.\\-/])(?:" + DATE + "[ \\u00a0]" + TIME + "|" + SUM + "[ \\u00a0]?" + CURRENCY
                    + ")(?![\\p{L}\\p{M}\\p{N}/:]|[.][\\p{L}\\p{N}])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private NoNumbers() {}

    /** By their place among the digits. */
    static BitSet in(Digits text) {
        BitSet digits = new BitSet();
        int digit = 0;
        Matcher found = PATTERN.matcher(text.text());
        while (found.find()) {
            while (digit < text.size() && text.offset(digit) < found.start()) {
                digit++;
            }
            while (digit < text.size() && text.offset(digit) < found.end()) {
                digits.set(digit++);
            }
        }
        return digits;
    }
}
