package io.tandem.campaigns.service;

import io.tandem.campaigns.model.TargetList;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.TallyStore;
import java.time.Instant;
import java.util.Map;

/** Deletes lists together with what waits in them. Inside a transaction that has the list locked. (decision D30) */
final class ListDeletion {

    private final CampaignStores stores;

    ListDeletion(CampaignStores stores) {
        this.stores = stores;
    }

    /** Deletes softly; targets that were called to their end stay, as their records do. */
    TargetList delete(TargetList list, Instant now) {
        TenantId tenant = list.tenant();
        TargetList deleted = list.withDeleted(now).withUpdated(now);
        stores.lists().update(deleted);
        long gone = stores.targets().deletePending(tenant, list.id(), now);
        stores.tallies().add(tenant, tenant.value(), Map.of(TallyStore.TOTAL, -gone));
        return deleted;
    }
}
