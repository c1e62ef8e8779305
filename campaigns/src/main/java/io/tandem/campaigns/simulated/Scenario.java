package io.tandem.campaigns.simulated;

import io.tandem.campaigns.model.HangupCause;
import io.tandem.campaigns.simulated.Keypad.Stroke;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What will happen to one simulated call unless the gateway ends it first. Durations follow each other.
 *
 * @param ringsAfter from placing to ringing, null if it never rings
 * @param settlesAfter from then to the answer, or to the end if it is not answered; null if nothing follows
 * @param answered whether it is answered
 * @param talk from the answer to the far end's hanging up
 * @param cause why it ends
 * @param machine a mailbox took it
 * @param keys what the called party presses, from the answer on
 * @param mute no event is ever told, not even the answer to a cancel
 */
record Scenario(
        @Nullable Duration ringsAfter,
        @Nullable Duration settlesAfter,
        boolean answered,
        Duration talk,
        HangupCause cause,
        boolean machine,
        List<Stroke> keys,
        boolean mute) {

    static final Scenario MUTE =
            new Scenario(null, null, false, Duration.ZERO, HangupCause.INTERWORKING, false, List.of(), true);

    static Scenario answered(Duration ring, Duration talk) {
        return new Scenario(Duration.ZERO, ring, true, talk, HangupCause.NORMAL_CLEARING, false, List.of(), false);
    }

    /** Ends without ringing. */
    static Scenario refused(Duration after, HangupCause cause) {
        return new Scenario(null, after, false, Duration.ZERO, cause, false, List.of(), false);
    }

    /** Rings and is not answered; the network gives up after a while, or (null) never does. */
    static Scenario ringsOut(@Nullable Duration after) {
        return new Scenario(Duration.ZERO, after, false, Duration.ZERO, HangupCause.NO_ANSWER, false, List.of(), false);
    }

    static Scenario mailbox(Duration after) {
        return new Scenario(null, after, false, Duration.ZERO, HangupCause.NORMAL_CLEARING, true, List.of(), false);
    }

    Scenario pressing(List<Stroke> pressed) {
        return new Scenario(ringsAfter, settlesAfter, answered, talk, cause, machine, pressed, mute);
    }

    Scenario withTalk(Duration length) {
        return new Scenario(ringsAfter, settlesAfter, answered, length, cause, machine, keys, mute);
    }

    Scenario withoutRinging() {
        return new Scenario(null, settlesAfter, answered, talk, cause, machine, keys, mute);
    }

    /** The same at a multiple of real time; keys stand as they are, for they are played before. */
    Scenario atSpeed(double speed) {
        return new Scenario(
                scaled(ringsAfter, speed),
                scaled(settlesAfter, speed),
                answered,
                scale(talk, speed),
                cause,
                machine,
                keys,
                mute);
    }

    private static @Nullable Duration scaled(@Nullable Duration duration, double speed) {
        return duration == null ? null : scale(duration, speed);
    }

    static Duration scale(Duration duration, double speed) {
        return Duration.ofNanos(Math.round(duration.toNanos() / speed));
    }
}
