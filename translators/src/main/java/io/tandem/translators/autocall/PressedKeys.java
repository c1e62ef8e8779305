package io.tandem.translators.autocall;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.campaigns.model.CallAttempt;
import io.tandem.campaigns.model.KeyPress;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was pressed in a call, as records show it. The last press is the one that decided, for a menu ends with the first
 * key that it offers: the single fields are of that. (autocall-v3.md, 1.8; docs/decisions/0014)
 *
 * @param keys JSON text: an object whose names are what was pressed, in the order of the first time, with the last time
 *     of each as its value
 * @param epoch of the last press in seconds, empty if nothing was pressed
 * @param time the same in the tenant's time
 * @param delay seconds from the answer to it
 */
record PressedKeys(String keys, String epoch, String time, int delay) {

    static final PressedKeys NONE = new PressedKeys("{}", "", "", 0);

    static PressedKeys of(CallAttempt attempt, ZoneId zone) {
        List<KeyPress> pressed = attempt.pressed();
        if (pressed.isEmpty()) {
            return NONE;
        }
        ObjectNode keys = Json.object();
        pressed.forEach(press -> keys.put(press.keys(), LocalTimes.of(press.at(), zone)));
        Instant last = pressed.get(pressed.size() - 1).at();
        return new PressedKeys(
                keys.toString(),
                Long.toString(last.getEpochSecond()),
                LocalTimes.of(last, zone),
                delay(attempt.answered(), last));
    }

    private static int delay(@Nullable Instant answered, Instant pressed) {
        return answered == null || pressed.isBefore(answered)
                ? 0
                : (int) Duration.between(answered, pressed).toSeconds();
    }
}
