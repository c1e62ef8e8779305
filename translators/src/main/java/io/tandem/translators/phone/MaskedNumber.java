package io.tandem.translators.phone;

/** A number of which only the ends are shown. (autocall-v3.md, 2.9, {@code enable_encrypt}) */
public final class MaskedNumber {

    private static final int SHOWN_AT_START = 3;
    private static final int SHOWN_AT_END = 2;

    private MaskedNumber() {}

    /** {@code 0349719999} as {@code 034*****99}; a text of five characters or less is all stars. */
    public static String of(String number) {
        int length = number.codePointCount(0, number.length());
        int hidden = length - SHOWN_AT_START - SHOWN_AT_END;
        if (hidden <= 0) {
            return "*".repeat(length);
        }
        return number.substring(0, number.offsetByCodePoints(0, SHOWN_AT_START))
                + "*".repeat(hidden)
                + number.substring(number.offsetByCodePoints(number.length(), -SHOWN_AT_END));
    }

    /** The text with everything masked that might be a number, good or not. */
    public static String everyIn(String text) {
        return WrittenNumbers.any(text).replace(MaskedNumber::of);
    }
}
