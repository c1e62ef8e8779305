package io.tandem.gateway.engine;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.ReplanStore.Replan;
import io.tandem.campaigns.service.Replanner;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

/** Works off re-plannings one after the other; what a stop or a lost database broke off is taken up again. */
@Singleton
public final class ReplanWorker implements ApplicationEventListener<StartupEvent> {

    private final Replanner replanner;
    private final ResumableWork<Replan> work;

    ReplanWorker(Replanner replanner) {
        this.replanner = replanner;
        work = new ResumableWork<>(
                "replanning",
                replanner::unfinished,
                replanner::run,
                replan -> "tenant " + replan.tenant() + ": the re-planning of campaign " + replan.campaign());
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        work.start();
    }

    /** An edit of this tenant opened re-plannings. Returns at once. */
    void enqueue(TenantId tenant) {
        work.add(() -> replanner.unfinished(tenant));
    }

    /** Takes up what another process left. */
    void resume() {
        work.resume();
    }

    @PreDestroy
    void close() {
        work.close();
    }
}
