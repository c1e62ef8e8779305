package io.tandem.gateway.engine;

import io.tandem.campaigns.simulated.Timer;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Real time's timer for the simulated carrier. */
final class TimerThread implements Timer, AutoCloseable {

    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, task -> {
        Thread timer = new Thread(task, "simulated carrier");
        timer.setDaemon(true);
        return timer;
    });

    @Override
    public void after(Duration delay, Runnable task) {
        if (!thread.isShutdown()) {
            ScheduledFuture<?> unused = thread.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
