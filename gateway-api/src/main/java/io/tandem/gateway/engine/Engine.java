package io.tandem.gateway.engine;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.context.event.StartupEvent;
import io.tandem.campaigns.model.Tenant;
import io.tandem.campaigns.ports.TenantStore;
import io.tandem.campaigns.scheduler.Inbox;
import io.tandem.campaigns.scheduler.SchedulerLoop;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts dialling with the process and ends it gently with it. One process owns all tenants of a database: calls that an
 * earlier one left open are closed as interrupted before any new one starts.
 */
@Singleton
final class Engine {

    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final TenantStore tenants;
    private final Inbox inbox;
    private final SchedulerLoop loop;
    private final ImportWorker imports;

    Engine(TenantStore tenants, Inbox inbox, SchedulerLoop loop, ImportWorker imports) {
        this.tenants = tenants;
        this.inbox = inbox;
        this.loop = loop;
        this.imports = imports;
    }

    void start() {
        for (Tenant tenant : tenants.all()) {
            inbox.own(tenant.id());
        }
        loop.start();
        imports.resume();
    }

    void stop() {
        try {
            loop.drain(GRACE, LAST_WORDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            LOG.warn("interrupted while calls were ending");
        }
    }

    /** Before the server takes requests. */
    @Singleton
    static final class Starter implements ApplicationEventListener<StartupEvent> {

        private final Engine engine;

        Starter(Engine engine) {
            this.engine = engine;
        }

        @Override
        public void onApplicationEvent(StartupEvent event) {
            engine.start();
        }
    }

    /** Before anything the calls need is closed. */
    @Singleton
    static final class Stopper implements ApplicationEventListener<ShutdownEvent> {

        private final Engine engine;

        Stopper(Engine engine) {
            this.engine = engine;
        }

        @Override
        public void onApplicationEvent(ShutdownEvent event) {
            engine.stop();
        }
    }
}
