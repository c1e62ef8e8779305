package io.tandem.gateway.autocall;

import io.tandem.campaigns.ports.Page;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** {@code limit} and {@code offset}; what is no number or negative is the default, quietly, what is too
 * much the most. (autocall-v3.md, D26) */
record OffsetPage(int limit, int offset) {

    private static final int DEFAULT_LIMIT = 10;
    private static final int LARGEST_LIMIT = 1000;
    /** Nobody has as many rows. */
    private static final int LARGEST_NUMBER = 1_000_000_000;
    /** Digits; more are as many. */
    private static final int LONGEST_COUNTED = 20;

    static OffsetPage of(@Nullable String limit, @Nullable String offset) {
        return new OffsetPage(Math.min(LARGEST_LIMIT, number(limit, DEFAULT_LIMIT)), number(offset, 0));
    }

    private static int number(@Nullable String text, int otherwise) {
        if (text == null || !text.matches("[0-9]+")) {
            return otherwise;
        }
        String digits = text.replaceFirst("^0+(?=.)", "");
        return new BigInteger(digits.length() > LONGEST_COUNTED ? "9".repeat(LONGEST_COUNTED) : digits)
                .min(BigInteger.valueOf(LARGEST_NUMBER))
                .intValue();
    }

    Page query() {
        return Page.skipping(limit, offset);
    }
}
