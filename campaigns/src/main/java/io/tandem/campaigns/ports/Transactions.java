package io.tandem.campaigns.ports;

import io.tandem.campaigns.model.TenantId;
import java.util.function.Supplier;

/** Runs work in one transaction that sees and writes one tenant's rows only. */
public interface Transactions {

    /**
     * Commits when {@code work} returns and rolls back when it throws. A call within a call joins the outer one, which
     * must be the same tenant's.
     *
     * @throws StoreUnavailable when the database cannot be reached or gives up; nothing was written
     */
    <T> T inTenant(TenantId tenant, Supplier<T> work);

    default void inTenant(TenantId tenant, Runnable work) {
        inTenant(tenant, () -> {
            work.run();
            return tenant;
        });
    }
}
