package io.tandem.campaigns.simulation;

import java.util.logging.Level;
import java.util.logging.Logger;

/** The scheduler's warnings: what simulations do to it would fill the build's log with them. */
final class SchedulerLog {

    /** Held, because a logger that nobody holds forgets its level. */
    private static final Logger LOGGER = Logger.getLogger("io.tandem.campaigns.scheduler");

    private SchedulerLog() {}

    static void silence() {
        LOGGER.setLevel(Level.OFF);
    }
}
