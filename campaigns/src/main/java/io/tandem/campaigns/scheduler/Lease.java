package io.tandem.campaigns.scheduler;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Until when this replica may place calls. It goes by a monotonic clock, for a clock that is set back would prolong it,
 * and it ends a margin before the others stop to trust this replica. (design section 5, last look)
 *
 * <p>Whoever decides a call notes {@link #until} then and asks {@link #isOver} with it directly before the call is placed:
 * a lease that was renewed in between says nothing of what was decided under the old one.
 */
public final class Lease {

    private static final int MARGIN = 10;

    private final LongSupplier nanos;
    private volatile long until;
    private volatile boolean unlimited;

    /** A lease that is over until it is extended. {@code nanos}: a monotonic clock. */
    public Lease(LongSupplier nanos) {
        this.nanos = nanos;
        this.until = nanos.getAsLong();
    }

    /** The monotonic clock. */
    public long now() {
        return nanos.getAsLong();
    }

    /** Others trust this replica for {@code length} from {@code sentAt} on, when the heartbeat was sent. */
    public void extend(long sentAt, Duration length) {
        until = sentAt + length.toNanos() / MARGIN * (MARGIN - 1);
    }

    /** There are no others. */
    public void extendForever() {
        unlimited = true;
    }

    public void end() {
        unlimited = false;
        until = nanos.getAsLong();
    }

    long until() {
        return unlimited ? nanos.getAsLong() + Long.MAX_VALUE / 2 : until;
    }

    /** How long a noted lease lasts still; zero where it has no end. */
    Duration left(long noted) {
        return unlimited ? Duration.ZERO : Duration.ofNanos(Math.max(0, noted - nanos.getAsLong()));
    }

    boolean isOver(long noted) {
        return nanos.getAsLong() - noted >= 0;
    }
}
