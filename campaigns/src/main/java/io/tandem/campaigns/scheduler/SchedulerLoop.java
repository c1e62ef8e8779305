package io.tandem.campaigns.scheduler;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Gives a {@link Scheduler} its turns, on a thread of its own, for as long as it is not closed. */
public final class SchedulerLoop {

    private static final System.Logger LOG = System.getLogger(SchedulerLoop.class.getName());
    /** A safety net only: everything that matters wakes the loop. */
    private static final Duration SLOWEST = Duration.ofSeconds(10);

    private final Scheduler scheduler;
    private final Inbox inbox;
    private final InstantSource clock;
    private final Thread thread;
    private volatile boolean closed;

    public SchedulerLoop(Scheduler scheduler, Inbox inbox, InstantSource clock) {
        this.scheduler = scheduler;
        this.inbox = inbox;
        this.clock = clock;
        this.thread = new Thread(this::run, "scheduler");
        this.thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    private void run() {
        while (!closed) {
            try {
                Instant next = scheduler.turn();
                Instant now = clock.instant();
                boolean far = next.isAfter(now.plus(SLOWEST));
                Duration wait = far ? SLOWEST : Duration.between(now, next);
                if (!wait.isNegative() && !wait.isZero()) {
                    inbox.await(wait);
                }
            } catch (InterruptedException interrupted) {
                return;
            } catch (RuntimeException | Error bug) {
                LOG.log(System.Logger.Level.ERROR, "a turn failed and is left behind", bug);
            }
        }
    }

    /**
     * Ends gently: starts no call, lets those that are up end within {@code grace}, then ends them itself and waits a
     * little for their last words to be written. (design section 5, SIGTERM)
     *
     * @return whether all calls have ended and all is written
     */
    public boolean drain(Duration grace, Duration lastWords) throws InterruptedException {
        scheduler.stopClaiming();
        awaitTurn(lastWords);
        boolean silent = awaitSilence(grace);
        if (!silent) {
            scheduler.endAllCalls();
            silent = awaitSilence(lastWords);
        }
        close();
        return silent && scheduler.inFlight() == 0 && !scheduler.hasUnwritten();
    }

    /** A turn that is under way may still place calls. */
    private void awaitTurn(Duration longest) throws InterruptedException {
        try {
            inbox.turnOver().toCompletableFuture().get(longest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException late) {
            LOG.log(System.Logger.Level.WARNING, "the scheduler is slow to end its turn");
        }
    }

    private boolean awaitSilence(Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        while (scheduler.inFlight() > 0 || scheduler.hasUnwritten()) {
            if (System.nanoTime() - end >= 0) {
                return false;
            }
            Thread.sleep(20);
        }
        return true;
    }

    /** Ends after the turn that is under way. */
    public void close() throws InterruptedException {
        closed = true;
        inbox.wake();
        thread.join(Duration.ofSeconds(10).toMillis());
        inbox.close();
    }
}
