package io.tandem.gateway.time;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Real time that never goes back and that replicas agree on: it runs by the machine's monotonic clock and is drawn
 * towards a reference, the database's clock where replicas share one. (design section 5, two clocks)
 *
 * <p>A distance is made up by at most {@link #PER_SECOND} a second. One of more than {@link #TOO_FAR} is made up at once
 * if it lies ahead, as after a machine was suspended, and by standing still until it is reached if it lies behind:
 * whoever asks is told that nothing may start meanwhile. The first reference is simply taken.
 */
@Singleton
public final class SteadyTime implements InstantSource {

    static final Duration PER_SECOND = Duration.ofMillis(20);
    static final Duration WORTH_A_WARNING = Duration.ofMillis(250);
    static final Duration TOO_FAR = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(SteadyTime.class);

    /**
     * Time as it runs from one correction on.
     *
     * @param time what it was at {@code nanos}
     * @param owed what is still to be made up
     */
    private record Course(Instant time, long nanos, Duration owed) {

        Instant at(long now) {
            Duration passed = Duration.ofNanos(now - nanos);
            if (owed.compareTo(TOO_FAR.negated()) < 0) {
                return passed.compareTo(owed.abs()) <= 0
                        ? time
                        : time.plus(passed).plus(owed);
            }
            Duration most = Duration.ofNanos(passed.toNanos() / 1_000 * PER_SECOND.toMillis());
            Duration paid = owed.abs().compareTo(most) <= 0 ? owed : owed.isNegative() ? most.negated() : most;
            return time.plus(passed).plus(paid);
        }
    }

    private final InstantSource system;
    private final LongSupplier nanos;
    private volatile Course course;
    private boolean followed;

    @Inject
    SteadyTime(RealTime system) {
        this(system, System::nanoTime);
    }

    SteadyTime(InstantSource system, LongSupplier nanos) {
        this.system = system;
        this.nanos = nanos;
        this.course = new Course(system.instant(), nanos.getAsLong(), Duration.ZERO);
    }

    @Override
    public Instant instant() {
        return course.at(nanos.getAsLong()).truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Draws time towards what a reference shows now.
     *
     * @param shown the database's clock; null for the machine's own
     * @return whether time was near enough for calls to start by it
     */
    public synchronized boolean follow(@Nullable Instant shown) {
        Instant reference = shown == null ? system.instant() : shown;
        long now = nanos.getAsLong();
        Instant here = course.at(now);
        Duration distance = Duration.between(here, reference);
        if (!followed) {
            followed = true;
            course = new Course(reference, now, Duration.ZERO);
            return true;
        }
        boolean near = distance.abs().compareTo(TOO_FAR) <= 0;
        if (distance.abs().compareTo(WORTH_A_WARNING) > 0) {
            LOG.warn(
                    "this process's clock is {} ms off, which is made up slowly",
                    distance.negated().toMillis());
        }
        course = !near && !distance.isNegative()
                ? new Course(reference, now, Duration.ZERO)
                : new Course(here, now, distance);
        return near;
    }
}
