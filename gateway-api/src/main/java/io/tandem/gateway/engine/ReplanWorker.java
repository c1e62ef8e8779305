package io.tandem.gateway.engine;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.ReplanStore.Replan;
import io.tandem.campaigns.ports.StoreUnavailable;
import io.tandem.campaigns.service.Replanner;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works off re-plannings one after the other. What a stop, a lost database or a dead process broke off is taken up
 * again: at the start, when a replica is gone, and at the latest after a minute.
 */
@Singleton
public final class ReplanWorker implements ApplicationEventListener<StartupEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(ReplanWorker.class);
    private static final long RETRY_SECONDS = 5;
    private static final long SAFETY_NET_SECONDS = 60;

    private final Replanner replanner;
    private final AtomicBoolean retrying = new AtomicBoolean();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread worker = new Thread(task, "replanning");
        worker.setDaemon(true);
        return worker;
    });

    ReplanWorker(Replanner replanner) {
        this.replanner = replanner;
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        ScheduledFuture<?> unused = thread.scheduleWithFixedDelay(
                () -> workOff(replanner::unfinished), 0, SAFETY_NET_SECONDS, TimeUnit.SECONDS);
    }

    /** An edit of this tenant opened re-plannings. Returns at once. */
    void enqueue(TenantId tenant) {
        if (!thread.isShutdown()) {
            thread.execute(() -> workOff(() -> replanner.unfinished(tenant)));
        }
    }

    /** Takes up what another process left. */
    void resume() {
        if (!thread.isShutdown()) {
            thread.execute(() -> workOff(replanner::unfinished));
        }
    }

    private void workOff(Supplier<List<Replan>> unfinished) {
        try {
            unfinished.get().forEach(this::run);
        } catch (StoreUnavailable unavailable) {
            retry();
        } catch (RuntimeException bug) {
            LOG.error("re-plannings could not be read", bug);
        }
    }

    /** One look at everything does for all that failed. */
    private void retry() {
        if (!thread.isShutdown() && retrying.compareAndSet(false, true)) {
            ScheduledFuture<?> unused = thread.schedule(
                    () -> {
                        retrying.set(false);
                        workOff(replanner::unfinished);
                    },
                    RETRY_SECONDS,
                    TimeUnit.SECONDS);
        }
    }

    private void run(Replan replan) {
        try {
            replanner.run(replan);
        } catch (StoreUnavailable unavailable) {
            LOG.warn(
                    "tenant {}: the re-planning of campaign {} is broken off: {}",
                    replan.tenant(),
                    replan.campaign(),
                    unavailable.getMessage());
            retry();
        } catch (RuntimeException bug) {
            LOG.error("tenant {}: the re-planning of campaign {} failed", replan.tenant(), replan.campaign(), bug);
        }
    }

    @PreDestroy
    void close() {
        thread.shutdownNow();
    }
}
