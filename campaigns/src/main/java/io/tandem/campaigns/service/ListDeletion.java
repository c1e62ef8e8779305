package io.tandem.campaigns.service;

import io.tandem.campaigns.model.TargetList;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.TallyStore;
import java.time.Instant;
import java.util.Map;

/** Deletes lists together with the targets in them. Inside a transaction that has the list locked. (decision D30) */
final class ListDeletion {

    private final CampaignStores stores;

    ListDeletion(CampaignStores stores) {
        this.stores = stores;
    }

    /** Deletes softly; records of calls stay, and what they show of their targets. */
    TargetList delete(TargetList list, Instant now) {
        TenantId tenant = list.tenant();
        TargetList deleted = list.withDeleted(now).withUpdated(now);
        stores.lists().update(deleted);
        long gone = stores.targets().deleteIn(tenant, list.id(), now);
        stores.tallies().add(tenant, tenant.value(), Map.of(TallyStore.TOTAL, -gone));
        return deleted;
    }
}
