package io.tandem.gateway.engine;

import io.tandem.campaigns.ports.Replicas;
import io.tandem.campaigns.ports.Replicas.Notice;
import io.tandem.campaigns.ports.StoreUnavailable;
import io.tandem.campaigns.scheduler.Membership;
import io.tandem.gateway.time.Pause;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps this replica in touch with the others, on a thread of its own, for as long as it is not closed. */
@Singleton
final class ReplicaLoop {

    private static final Logger LOG = LoggerFactory.getLogger(ReplicaLoop.class);
    private static final Duration ALONE = Duration.ofSeconds(10);
    private static final long FIRST_BACK_OFF_MILLIS = 50;
    private static final long LONGEST_BACK_OFF_MILLIS = 1_000;

    private final Replicas replicas;
    private final Membership membership;
    private final ImportWorker imports;
    private final ReplanWorker replans;
    private final Thread thread = new Thread(this::run, "replicas");
    private volatile boolean closed;

    ReplicaLoop(Replicas replicas, Membership membership, ImportWorker imports, ReplanWorker replans) {
        this.replicas = replicas;
        this.membership = membership;
        this.imports = imports;
        this.replans = replans;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            keepInTouch();
        } catch (InterruptedException closing) {
            // That was close().
        }
    }

    private void keepInTouch() throws InterruptedException {
        long backOff = FIRST_BACK_OFF_MILLIS;
        while (!closed) {
            try (Replicas.Link link = replicas.join()) {
                membership.joined(link);
                backOff = FIRST_BACK_OFF_MILLIS;
                while (!closed) {
                    listen(link, interval(membership.beat(link)));
                }
            } catch (StoreUnavailable away) {
                LOG.warn("out of touch with the other replicas: {}", away.getMessage());
            } catch (RuntimeException bug) {
                LOG.error("out of touch with the other replicas", bug);
            }
            if (!closed) {
                backOff = rest(backOff);
            }
        }
    }

    private static Duration interval(@Nullable Duration lease) {
        return lease == null ? ALONE : lease.dividedBy(Membership.BEATS_PER_LEASE);
    }

    private void listen(Replicas.Link link, Duration until) throws InterruptedException {
        long end = System.nanoTime() + until.toNanos();
        for (long left = until.toNanos(); left > 0 && !closed; left = end - System.nanoTime()) {
            for (Notice notice : link.await(Duration.ofNanos(left))) {
                membership.heard(link, notice);
                if (notice instanceof Notice.Members members && members.gone()) {
                    imports.resume();
                    replans.resume();
                }
            }
        }
    }

    private static long rest(long millis) throws InterruptedException {
        Pause.interruptibly(millis);
        return Math.min(LONGEST_BACK_OFF_MILLIS, millis * 2);
    }

    /** Ends without a word to the others. */
    void close() throws InterruptedException {
        closed = true;
        thread.interrupt();
        thread.join(Duration.ofSeconds(5).toMillis());
    }
}
