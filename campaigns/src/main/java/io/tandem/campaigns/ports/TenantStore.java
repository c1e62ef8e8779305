package io.tandem.campaigns.ports;

import io.tandem.campaigns.model.Tenant;
import io.tandem.campaigns.model.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The tenants; the operator's own table, outside any tenant's transaction. */
public interface TenantStore {

    Optional<Tenant> find(TenantId id);

    /** All of them, oldest first, deleted ones left out. */
    List<Tenant> all();

    /** Adds a tenant and its ownership row. */
    void insert(Tenant tenant);

    void update(Tenant tenant);

    /** Removes the tenant from the list of tenants and all its credentials; its rows stay for the records. */
    boolean delete(TenantId id, Instant at);
}
