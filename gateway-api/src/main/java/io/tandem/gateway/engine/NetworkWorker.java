package io.tandem.gateway.engine;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.service.NetworkPasses;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

/**
 * Lets stored targets follow the table of network prefixes; what a stop, a lost database or a call that was up broke off
 * is taken up again.
 */
@Singleton
final class NetworkWorker implements ApplicationEventListener<StartupEvent> {

    private final NetworkTable table;
    private final ResumableWork<TenantId> work;

    NetworkWorker(NetworkTable table, NetworkPasses passes) {
        this.table = table;
        work = new ResumableWork<>(
                "networks",
                passes::unfinished,
                passes::run,
                tenant -> "tenant " + tenant + ": the pass over the networks of its targets");
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        table.bring();
        work.start();
    }

    /** Takes over the table that another replica brought, and a share of the work that comes of it. */
    void follow() {
        if (table.follow()) {
            work.resume();
        }
    }

    @PreDestroy
    void close() {
        work.close();
    }
}
