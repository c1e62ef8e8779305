package io.tandem.campaigns.rules;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Spaces call starts evenly at a rate. Time lost to a pause of up to {@link #CATCH_UP} is made up afterwards; older
 * unused time is not saved up, so that a second never sees more starts than the rate and that much.
 *
 * <p>Not thread-safe; time is passed in and must not go backwards.
 */
public final class Pacer {

    /** As long as a slow turn may take without costing calls. */
    static final Duration CATCH_UP = Duration.ofMillis(20);

    private final @Nullable Duration interval;
    private Instant next = Instant.MIN;

    /** @param perSecond call starts per second, null for no limit */
    public Pacer(@Nullable Integer perSecond) {
        this(perSecond, Instant.MIN);
    }

    /**
     * Goes on where somebody else kept the pace until {@code takenOver}, who may have started a call at that instant: so
     * the first one waits, and what its spacing may be short of is waited for here.
     */
    public Pacer(@Nullable Integer perSecond, Instant takenOver) {
        this.interval = perSecond == null ? null : Duration.ofNanos(1_000_000_000L / Math.max(1, perSecond));
        if (interval != null && takenOver.isAfter(Instant.MIN)) {
            next = takenOver.plus(interval).plus(CATCH_UP);
        }
    }

    /** Whether one call may start now. */
    public boolean isReady(Instant now) {
        return !now.isBefore(next);
    }

    /** Counts a start at {@code now}. */
    public void started(Instant now) {
        if (interval != null) {
            Instant oldest = now.minus(CATCH_UP);
            next = (next.isAfter(oldest) ? next : oldest).plus(interval);
        }
    }

    /** When the next call may start; the past means now. */
    public Instant nextStart() {
        return next;
    }
}
