package io.tandem.gateway.engine;

import io.tandem.campaigns.ports.ImportStore.Import;
import io.tandem.campaigns.ports.StoreUnavailable;
import io.tandem.campaigns.service.Importer;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Imports uploaded files one after the other; what a stop or a lost database broke off is taken up again. */
@Singleton
public final class ImportWorker {

    private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);
    private static final long RETRY_SECONDS = 5;
    private static final long SAFETY_NET_SECONDS = 60;

    private final Importer importer;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread worker = new Thread(task, "imports");
        worker.setDaemon(true);
        return worker;
    });

    ImportWorker(Importer importer) {
        this.importer = importer;
    }

    /** Imports an accepted upload in its turn. */
    public void enqueue(Import upload) {
        thread.execute(() -> run(upload));
    }

    /** Takes up what an earlier process left, now and whenever another one may have left something without a word. */
    void start() {
        ScheduledFuture<?> unused =
                thread.scheduleWithFixedDelay(this::resumeAll, 0, SAFETY_NET_SECONDS, TimeUnit.SECONDS);
    }

    /** Takes up what another process left. */
    void resume() {
        if (!thread.isShutdown()) {
            thread.execute(this::resumeAll);
        }
    }

    private void resumeAll() {
        try {
            importer.unfinished().forEach(this::run);
        } catch (StoreUnavailable unavailable) {
            later(this::resume);
        } catch (RuntimeException bug) {
            LOG.error("unfinished imports could not be read", bug);
        }
    }

    private void run(Import upload) {
        try {
            importer.run(upload);
        } catch (StoreUnavailable unavailable) {
            LOG.warn("tenant {}: import {} is broken off: {}", upload.tenant(), upload.id(), unavailable.getMessage());
            later(this::resume);
        } catch (RuntimeException bug) {
            LOG.error("tenant {}: import {} failed", upload.tenant(), upload.id(), bug);
        }
    }

    private void later(Runnable task) {
        if (!thread.isShutdown()) {
            ScheduledFuture<?> unused = thread.schedule(task, RETRY_SECONDS, TimeUnit.SECONDS);
        }
    }

    @PreDestroy
    void close() {
        thread.shutdownNow();
    }
}
