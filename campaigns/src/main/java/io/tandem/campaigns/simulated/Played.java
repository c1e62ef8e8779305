package io.tandem.campaigns.simulated;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What comes of a script that is played to somebody.
 *
 * @param length from the answer until the script hangs up, empty if it never does by itself
 * @param entries the keys that it took, in order
 */
record Played(Optional<Duration> length, List<Pressing> entries) {

    /**
     * Keys that were pressed in one go.
     *
     * @param at when the last of them was pressed, from the answer
     */
    record Pressing(Duration at, String keys) {}

    Played {
        entries = List.copyOf(entries);
    }
}
