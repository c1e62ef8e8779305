package io.tandem.gateway.engine;

import io.tandem.campaigns.model.TenantId;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Requests that wait until another replica has taken in what they wrote. */
@Singleton
final class Waiters {

    private final Set<Waiter> waiting = ConcurrentHashMap.newKeySet();

    /** From now on no word of the tenant's owner is missed. */
    Waiter waitFor(TenantId tenant) {
        Waiter waiter = new Waiter(tenant);
        waiting.add(waiter);
        return waiter;
    }

    /** The tenant's owner may have taken in what was written. */
    void wake(TenantId tenant) {
        for (Waiter waiter : waiting) {
            if (waiter.tenant.equals(tenant)) {
                waiter.woken.release();
            }
        }
    }

    /** One request's wait. */
    final class Waiter implements AutoCloseable {

        private final TenantId tenant;
        private final Semaphore woken = new Semaphore(0);

        private Waiter(TenantId tenant) {
            this.tenant = tenant;
        }

        /** Returns when there was word since the last call, or after {@code nanos}. */
        void await(long nanos) throws InterruptedException {
            if (woken.tryAcquire(nanos, TimeUnit.NANOSECONDS)) {
                woken.drainPermits();
            }
        }

        @Override
        public void close() {
            waiting.remove(this);
        }
    }
}
