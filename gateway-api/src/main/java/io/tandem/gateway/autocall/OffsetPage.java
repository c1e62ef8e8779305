package io.tandem.gateway.autocall;

import io.tandem.campaigns.ports.Page;
import org.jspecify.annotations.Nullable;

/** {@code limit} and {@code offset}; what is no number or negative is the default, quietly. (autocall-v3.md, D26) */
record OffsetPage(int limit, int offset) {

    private static final int DEFAULT_LIMIT = 10;
    private static final int LARGEST_LIMIT = 1000;

    static OffsetPage of(@Nullable String limit, @Nullable String offset) {
        return new OffsetPage(Math.min(LARGEST_LIMIT, number(limit, DEFAULT_LIMIT)), number(offset, 0));
    }

    private static int number(@Nullable String text, int otherwise) {
        return text != null && text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : otherwise;
    }

    Page query() {
        return Page.skipping(limit, offset);
    }
}
