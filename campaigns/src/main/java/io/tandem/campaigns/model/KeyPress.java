package io.tandem.campaigns.model;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * What the called party pressed in one go: the key of a menu, or the digits that were gathered.
 *
 * @param keys as they were pressed, one or more of 0 to 9, A to D, star and hash
 * @param at when the last of them was pressed, campaign time
 */
public record KeyPress(String keys, Instant at) {

    /** Most that are kept of one call; whoever presses more is playing with the telephone. */
    public static final int MOST = 100;

    private static final Pattern KEYS = Pattern.compile("[0-9A-D*#]{1,128}");

    public KeyPress {
        if (!KEYS.matcher(keys).matches()) {
            throw new IllegalArgumentException("not keys of a telephone: " + keys);
        }
    }
}
