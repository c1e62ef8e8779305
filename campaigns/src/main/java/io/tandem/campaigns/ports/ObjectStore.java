package io.tandem.campaigns.ports;

import io.tandem.campaigns.model.Stored;
import io.tandem.campaigns.model.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The stored objects of one kind. Every method belongs inside {@link Transactions#inTenant}.
 *
 * @param <T> the kind
 */
public interface ObjectStore<T extends Stored> {

    /** The object, living or soft-deleted; empty if the id is unknown or another tenant's. */
    Optional<T> find(TenantId tenant, UUID id);

    /** As {@link #find}, and no other transaction changes it until this one ends. */
    Optional<T> lock(TenantId tenant, UUID id);

    /** The living ones among {@code ids}, in no order. */
    Map<UUID, T> living(TenantId tenant, Collection<UUID> ids);

    /** A page of the living ones, newest first. */
    List<T> page(TenantId tenant, Page page);

    /** How many live. */
    long count(TenantId tenant);

    /** Adds a new object. Fails if the id is taken in this tenant. */
    void insert(T object);

    /** Overwrites the object of the same tenant and id. */
    void update(T object);

    default Optional<T> findLiving(TenantId tenant, UUID id) {
        return find(tenant, id).filter(object -> object.deleted() == null);
    }

    default Optional<T> lockLiving(TenantId tenant, UUID id) {
        return lock(tenant, id).filter(object -> object.deleted() == null);
    }
}
