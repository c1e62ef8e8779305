package io.tandem.campaigns.ports;

import io.tandem.campaigns.model.TenantId;

/** The scheduler that owns a tenant, as those who write see it. */
public interface Owner {

    /** A tenant was made, and somebody has to own it. Returns at once. */
    void created(TenantId tenant);

    /** Something changed that may let calls start: new targets, a start, a longer opening. Returns at once. */
    void changed(TenantId tenant);

    /**
     * Something was committed that forbids calls. Returns when the owner has taken it in and has nothing left to place
     * that it forbids. (design section 5, promise 2)
     *
     * @throws StoreUnavailable if that could not be had in time; the write itself stands
     */
    void forbade(TenantId tenant);
}
