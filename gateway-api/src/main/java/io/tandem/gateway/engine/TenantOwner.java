package io.tandem.gateway.engine;

import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.Owner;
import io.tandem.campaigns.ports.Replicas;
import io.tandem.campaigns.ports.StoreUnavailable;
import io.tandem.campaigns.scheduler.Inbox;
import io.tandem.campaigns.scheduler.Scheduler;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Speaks to a tenant's owner: the scheduler in this process, or the one of another replica. */
final class TenantOwner implements Owner {

    private static final Logger LOG = LoggerFactory.getLogger(TenantOwner.class);

    private final Inbox inbox;
    private final Scheduler scheduler;
    private final Replicas replicas;
    private final Waiters waiters;
    private final Duration patience;
    private final Duration between;

    /**
     * @param lease how long a replica that died may still count as alive: a forbidding write waits for two of them, in
     *     which a new owner is found
     */
    TenantOwner(Inbox inbox, Scheduler scheduler, Replicas replicas, Waiters waiters, Duration lease) {
        this.inbox = inbox;
        this.scheduler = scheduler;
        this.replicas = replicas;
        this.waiters = waiters;
        this.patience = lease.multipliedBy(2).plusSeconds(5);
        this.between = lease.dividedBy(4);
    }

    @Override
    public void created(TenantId tenant) {
        say(tenant, replicas::created);
    }

    @Override
    public void changed(TenantId tenant) {
        inbox.changed(tenant);
        if (!scheduler.owns(tenant)) {
            say(tenant, replicas::changed);
        }
    }

    /** The write stands, whether or not its news can be told: the others look at everything from time to time. */
    private static void say(TenantId tenant, Consumer<TenantId> news) {
        try {
            news.accept(tenant);
        } catch (StoreUnavailable away) {
            LOG.warn("tenant {}: its owner hears of a change later: {}", tenant, away.getMessage());
        }
    }

    @Override
    public void forbade(TenantId tenant) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            if (isTakenInHere(tenant, end)) {
                return;
            }
            long epoch = replicas.epoch(tenant);
            try (Waiters.Waiter waiter = waiters.waitFor(tenant)) {
                while (!replicas.isTakenIn(tenant, epoch) && !isTakenInHere(tenant, end)) {
                    if (left(end) <= 0) {
                        throw new TimeoutException();
                    }
                    waiter.await(Math.min(left(end), between.toNanos()));
                }
            }
        } catch (TimeoutException | ExecutionException late) {
            throw new StoreUnavailable("the tenant's owner has not taken in the change", late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable("interrupted while the tenant's owner took in the change", interrupted);
        }
    }

    /** This replica may have become the owner while it waited for another: nobody else acknowledges then. */
    private boolean isTakenInHere(TenantId tenant, long end)
            throws InterruptedException, ExecutionException, TimeoutException {
        return scheduler.owns(tenant)
                && inbox.forbade(tenant).toCompletableFuture().get(left(end), TimeUnit.NANOSECONDS);
    }

    private static long left(long end) {
        return end - System.nanoTime();
    }
}
