package io.tandem.campaigns.scheduler;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Until when this replica may place calls. It goes by a monotonic clock, for a clock that is set back would prolong it,
 * and it ends a margin before the others stop to trust this replica. A machine that was suspended may not have counted
 * the time on that clock: the wall's clock can end a lease too, never prolong it. (design section 5, last look)
 *
 * <p>Whoever decides a call notes {@link #until} before and asks {@link #isOver} with it directly before the call is
 * placed: a lease that was renewed in between says nothing of what was decided under the old one.
 */
public final class Lease {

    private static final int MARGIN = 10;
    /** A process that is alone beats all the time; who is silent for longer was suspended. */
    private static final Duration ALONE = Duration.ofMinutes(1);

    private final LongSupplier nanos;
    private final LongSupplier wallMillis;
    private volatile Term term;

    /**
     * What was granted last.
     *
     * @param until end by the monotonic clock
     * @param wallUntil end by the wall's clock
     */
    private record Term(long until, long wallUntil, boolean alone) {}

    /** A lease that is over until it is extended. {@code nanos}: a monotonic clock. {@code wallMillis}: the time of day. */
    public Lease(LongSupplier nanos, LongSupplier wallMillis) {
        this.nanos = nanos;
        this.wallMillis = wallMillis;
        this.term = new Term(nanos.getAsLong(), wallMillis.getAsLong(), false);
    }

    /** The monotonic clock. */
    public long now() {
        return nanos.getAsLong();
    }

    /** Others trust this replica for {@code length} from {@code sentAt} on, when the heartbeat was sent. */
    public void extend(long sentAt, Duration length) {
        long sentBefore = (nanos.getAsLong() - sentAt) / 1_000_000;
        term = new Term(
                sentAt + length.toNanos() / MARGIN * (MARGIN - 1),
                wallMillis.getAsLong() - sentBefore + length.toMillis(),
                false);
    }

    /** There are no others. */
    public void extendAlone() {
        term = new Term(nanos.getAsLong() + ALONE.toNanos(), wallMillis.getAsLong() + ALONE.toMillis(), true);
    }

    public void end() {
        term = new Term(nanos.getAsLong(), wallMillis.getAsLong(), false);
    }

    long until() {
        return term.until;
    }

    /** How long a noted lease lasts still; zero where there are no others who would count it. */
    Duration left(long noted) {
        return term.alone ? Duration.ZERO : Duration.ofNanos(Math.max(0, noted - nanos.getAsLong()));
    }

    boolean isOver() {
        return isOver(until());
    }

    boolean isOver(long noted) {
        return nanos.getAsLong() - noted >= 0 || wallMillis.getAsLong() > term.wallUntil;
    }
}
