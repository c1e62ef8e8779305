package io.tandem.gateway.engine;

import io.tandem.campaigns.ports.StoreUnavailable;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pieces of work that the database remembers, done one after the other on a thread of their own. What a stop, a lost
 * database or a dead process broke off is taken up again: at the start, when asked to, and at the latest after a minute.
 */
final class ResumableWork<T> {

    private static final Logger LOG = LoggerFactory.getLogger(ResumableWork.class);
    private static final long RETRY_SECONDS = 5;
    private static final long SAFETY_NET_SECONDS = 60;

    private final Supplier<List<T>> unfinished;
    private final Consumer<T> work;
    private final Function<T, String> naming;
    private final AtomicBoolean retrying = new AtomicBoolean();
    private final ScheduledExecutorService thread;

    /**
     * @param name of the thread
     * @param unfinished all that is left to do
     * @param work does one piece; may be broken off by {@link StoreUnavailable}
     * @param naming what the log calls a piece
     */
    ResumableWork(String name, Supplier<List<T>> unfinished, Consumer<T> work, Function<T, String> naming) {
        this.unfinished = unfinished;
        this.work = work;
        this.naming = naming;
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread worker = new Thread(task, name);
            worker.setDaemon(true);
            return worker;
        });
    }

    void start() {
        ScheduledFuture<?> unused =
                thread.scheduleWithFixedDelay(() -> workOff(unfinished), 0, SAFETY_NET_SECONDS, TimeUnit.SECONDS);
    }

    /** Takes up what another process left. Returns at once. */
    void resume() {
        add(unfinished);
    }

    /** Does these in their turn; they are read then. Returns at once. */
    void add(Supplier<List<T>> pieces) {
        if (!thread.isShutdown()) {
            thread.execute(() -> workOff(pieces));
        }
    }

    private void workOff(Supplier<List<T>> pieces) {
        try {
            pieces.get().forEach(this::run);
        } catch (StoreUnavailable unavailable) {
            retry();
        } catch (RuntimeException bug) {
            LOG.error("unfinished work could not be read", bug);
        }
    }

    private void run(T piece) {
        try {
            work.accept(piece);
        } catch (StoreUnavailable unavailable) {
            LOG.warn("{} is broken off: {}", naming.apply(piece), unavailable.getMessage());
            retry();
        } catch (RuntimeException bug) {
            LOG.error("{} failed", naming.apply(piece), bug);
        }
    }

    /** One look at everything does for all that failed. */
    private void retry() {
        if (!thread.isShutdown() && retrying.compareAndSet(false, true)) {
            ScheduledFuture<?> unused = thread.schedule(
                    () -> {
                        retrying.set(false);
                        workOff(unfinished);
                    },
                    RETRY_SECONDS,
                    TimeUnit.SECONDS);
        }
    }

    void close() {
        thread.shutdownNow();
    }
}
