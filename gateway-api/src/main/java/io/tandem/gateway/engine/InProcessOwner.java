package io.tandem.gateway.engine;

import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.Owner;
import io.tandem.campaigns.ports.StoreUnavailable;
import io.tandem.campaigns.scheduler.Inbox;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Speaks to the scheduler in this process, the one owner of every tenant. */
final class InProcessOwner implements Owner {

    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Inbox inbox;

    InProcessOwner(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public void created(TenantId tenant) {
        inbox.own(tenant);
    }

    @Override
    public void changed(TenantId tenant) {
        inbox.changed(tenant);
    }

    @Override
    public void forbade(TenantId tenant) {
        try {
            inbox.forbade(tenant).toCompletableFuture().get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException late) {
            throw new StoreUnavailable("the scheduler has not taken in the change", late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable("interrupted while the scheduler took in the change", interrupted);
        }
    }
}
