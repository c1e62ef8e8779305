package io.tandem.campaigns.simulated;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The called party's telephone while a script is played: gives out its keys one after the other, each once. A key that
 * was pressed before somebody asked for one waits, as people press before they have heard everything.
 */
final class Keypad {

    /**
     * One key.
     *
     * @param after from the answer, not before that of the key before
     */
    record Stroke(Duration after, char key) {}

    private final List<Stroke> keys;
    private int next;

    Keypad(List<Stroke> keys) {
        this.keys = keys;
    }

    /** The next key, if it is pressed until then at the latest. */
    @Nullable
    Stroke next(Duration until) {
        boolean pressed = next < keys.size() && keys.get(next).after().compareTo(until) <= 0;
        return pressed ? keys.get(next++) : null;
    }
}
