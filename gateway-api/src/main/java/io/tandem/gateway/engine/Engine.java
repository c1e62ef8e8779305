package io.tandem.gateway.engine;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.context.event.StartupEvent;
import io.tandem.campaigns.ports.Replicas;
import io.tandem.campaigns.ports.StoreUnavailable;
import io.tandem.campaigns.scheduler.SchedulerLoop;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts dialling with the process and ends it gently with it: other replicas own its tenants before its last call has
 * ended.
 */
@Singleton
final class Engine {

    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final Replicas replicas;
    private final ReplicaLoop membership;
    private final SchedulerLoop loop;
    private final ImportWorker imports;

    Engine(Replicas replicas, ReplicaLoop membership, SchedulerLoop loop, ImportWorker imports) {
        this.replicas = replicas;
        this.membership = membership;
        this.loop = loop;
        this.imports = imports;
    }

    void start() {
        loop.start();
        membership.start();
        imports.start();
    }

    void stop() {
        try {
            try {
                replicas.leave();
            } catch (StoreUnavailable away) {
                LOG.warn("the other replicas could not be told: {}", away.getMessage());
            }
            boolean silent = loop.drain(GRACE, LAST_WORDS);
            membership.close();
            if (silent) {
                replicas.forget();
            }
        } catch (StoreUnavailable away) {
            LOG.warn("the other replicas could not be told: {}", away.getMessage());
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
