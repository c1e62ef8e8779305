package io.tandem.campaigns.simulated;

import io.tandem.campaigns.model.HangupCause;
import java.time.Duration;
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
 * @param mute no event is ever told, not even the answer to a cancel
 */
record Scenario(
        @Nullable Duration ringsAfter,
        @Nullable Duration settlesAfter,
        boolean answered,
        Duration talk,
        HangupCause cause,
        boolean machine,
        boolean mute) {

    static final Scenario MUTE = new Scenario(null, null, false, Duration.ZERO, HangupCause.INTERWORKING, false, true);

    static Scenario answered(Duration ring, Duration talk) {
        return new Scenario(Duration.ZERO, ring, true, talk, HangupCause.NORMAL_CLEARING, false, false);
    }

    /** Ends without ringing. */
    static Scenario refused(Duration after, HangupCause cause) {
        return new Scenario(null, after, false, Duration.ZERO, cause, false, false);
    }

    /** Rings and is not answered; the network gives up after a while, or (null) never does. */
    static Scenario ringsOut(@Nullable Duration after) {
        return new Scenario(Duration.ZERO, after, false, Duration.ZERO, HangupCause.NO_ANSWER, false, false);
    }

    static Scenario mailbox(Duration after) {
        return new Scenario(null, after, false, Duration.ZERO, HangupCause.NORMAL_CLEARING, true, false);
    }

    Scenario withTalk(Duration length) {
        return new Scenario(ringsAfter, settlesAfter, answered, length, cause, machine, mute);
    }

    Scenario withoutRinging() {
        return new Scenario(null, settlesAfter, answered, talk, cause, machine, mute);
    }

    /** The same at a multiple of real time. */
    Scenario atSpeed(double speed) {
        return new Scenario(
                scaled(ringsAfter, speed),
                scaled(settlesAfter, speed),
                answered,
                scale(talk, speed),
                cause,
                machine,
                mute);
    }

    private static @Nullable Duration scaled(@Nullable Duration duration, double speed) {
        return duration == null ? null : scale(duration, speed);
    }

    private static Duration scale(Duration duration, double speed) {
        return Duration.ofNanos(Math.round(duration.toNanos() / speed));
    }
}
