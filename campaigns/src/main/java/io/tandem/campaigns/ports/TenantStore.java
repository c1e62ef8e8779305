package io.tandem.campaigns.ports;

import io.tandem.campaigns.model.Tenant;
import io.tandem.campaigns.model.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The tenants; the operator's own table, outside any tenant's transaction. */
public interface TenantStore {

    Optional<Tenant> find(TenantId id);

    /** All of them, oldest first, deleted ones left out. */
    List<Tenant> all();

    /** Adds a tenant and its ownership row. */
    void insert(Tenant tenant);

    /**
     * Changes a tenant; of two that change it at once one sees what the other wrote.
     *
     * @param change may throw, and nothing is written then
     * @return the tenant as it is now; empty if there is none, or not any more
     */
    Optional<Tenant> edit(TenantId id, UnaryOperator<Tenant> change);

    /** Removes the tenant from the list of tenants and all its credentials; its rows stay for the records. */
    boolean delete(TenantId id, Instant at);
}
