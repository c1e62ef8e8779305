package io.tandem.campaigns.simulated;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What comes of a script that is played to somebody.
 *
 * @param lasts from the answer until then
 * @param entries the keys that it took, in order
 */
record Played(Ending ending, Duration lasts, List<Pressing> entries) {

    /** How a script leaves its call. */
    enum Ending {
        /** Nothing is left to play. */
        RUNS_OUT,
        /** It hangs up. */
        HANGS_UP,
        /** It sends the call to a queue. */
        JOINS,
        /** It goes on until somebody hangs up. */
        HOLDS
    }

    /**
     * Keys that were pressed in one go.
     *
     * @param at when the last of them was pressed, from the answer
     */
    record Pressing(Duration at, String keys) {}

    Played {
        entries = List.copyOf(entries);
    }

    /** From the answer until the script ends the call, where no agent is waited for; empty if it never does. */
    Optional<Duration> length() {
        return ending == Ending.RUNS_OUT || ending == Ending.HANGS_UP ? Optional.of(lasts) : Optional.empty();
    }

    /** From the answer until an agent is waited for, where the campaign has a queue; empty if none ever is. */
    Optional<Duration> joinsAfter() {
        return ending == Ending.RUNS_OUT || ending == Ending.JOINS ? Optional.of(lasts) : Optional.empty();
    }
}
