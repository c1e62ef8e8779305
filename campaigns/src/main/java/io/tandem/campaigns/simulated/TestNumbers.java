package io.tandem.campaigns.simulated;

import io.tandem.campaigns.model.HangupCause;
import io.tandem.campaigns.simulated.Keypad.Stroke;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Numbers whose last five digits script what happens, as payment sandboxes have test cards. (design section 7, "Test
 * numbers"; docs/simulated-carrier.md)
 */
final class TestNumbers {

    private static final Duration SHORT = Duration.ofMillis(100);
    private static final int DIGITS = 5;

    /** Who presses a key hears what comes of it. */
    private static final Duration STAYS_AFTER_KEY = Duration.ofSeconds(30);

    private TestNumbers() {}

    /** The script of a number, empty if it has none. */
    static Optional<Scenario> scenario(String number, int tryNumber) {
        String digits = number.replaceAll("[^0-9]", "");
        if (digits.length() < DIGITS) {
            return Optional.empty();
        }
        String script = digits.substring(digits.length() - DIGITS);
        int seconds = Integer.parseInt(script.substring(3));
        Duration after = Duration.ofSeconds(seconds);
        if (script.startsWith("98")) {
            int busyTries = script.charAt(2) - '0';
            return Optional.of(
                    tryNumber <= busyTries
                            ? Scenario.refused(Duration.ZERO, HangupCause.USER_BUSY)
                            : Scenario.answered(SHORT, talk(seconds)));
        }
        if (script.startsWith("97")) {
            Stroke key = new Stroke(talk(seconds), script.charAt(2));
            return Optional.of(
                    Scenario.answered(SHORT, key.after().plus(STAYS_AFTER_KEY)).pressing(List.of(key)));
        }
        if (!script.startsWith("99")) {
            return Optional.empty();
        }
        return Optional.of(
                switch (script.charAt(2)) {
                    case '0' -> Scenario.answered(SHORT, talk(seconds));
                    case '1' -> Scenario.refused(after, HangupCause.USER_BUSY);
                    case '2' -> Scenario.ringsOut(null);
                    case '3' -> Scenario.refused(after, HangupCause.INTERWORKING);
                    case '4' -> Scenario.refused(after, HangupCause.SUBSCRIBER_ABSENT);
                    case '5' -> Scenario.mailbox(after);
                    case '6' -> Scenario.refused(after, HangupCause.UNALLOCATED_NUMBER);
                    case '7' -> Scenario.refused(after, HangupCause.OUTGOING_CALL_BARRED);
                    case '8' -> Scenario.refused(after, HangupCause.NO_CIRCUIT);
                    default -> Scenario.MUTE;
                });
    }

    /** None is a short one. */
    private static Duration talk(int seconds) {
        return seconds == 0 ? SHORT : Duration.ofSeconds(seconds);
    }
}
