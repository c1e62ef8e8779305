package io.tandem.campaigns.service;

import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.Stored;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.ObjectStore;
import io.tandem.campaigns.service.Failure.Thing;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Holds the ids that a campaign names against what the tenant has. Inside a transaction. */
final class References {

    private final CampaignStores stores;

    References(CampaignStores stores) {
        this.stores = stores;
    }

    /**
     * Every thing named now and not named before must exist and live; what was named before may have been deleted since.
     *
     * @param before null for a new campaign
     * @throws Failure.UnknownReference for the first that does not, a foreign tenant's alike
     */
    void check(Campaign campaign, @Nullable Campaign before) {
        TenantId tenant = campaign.tenant();
        need(
                stores.templates(),
                tenant,
                Thing.TEMPLATE,
                campaign.script().template(),
                before == null ? null : before.script().template());
        need(stores.carriers(), tenant, Thing.CARRIER, campaign.carrier(), before == null ? null : before.carrier());
        need(stores.plans(), tenant, Thing.DIAL_PLAN, campaign.dialPlan(), before == null ? null : before.dialPlan());
        need(stores.queues(), tenant, Thing.QUEUE, campaign.queue(), before == null ? null : before.queue());
        needNext(campaign, before == null ? null : before.next());
        for (UUID list : campaign.lists()) {
            boolean known = before != null && before.lists().contains(list);
            if (!known && stores.lists().findLiving(tenant, list).isEmpty()) {
                throw new Failure.UnknownReference(Thing.TARGET_LIST, list);
            }
        }
    }

    /** One that never dials would end the chain without a word. */
    private void needNext(Campaign campaign, @Nullable UUID before) {
        UUID next = campaign.next();
        if (next != null
                && !next.equals(before)
                && stores.campaigns()
                        .findLiving(campaign.tenant(), next)
                        .filter(found -> found.kind().dials())
                        .isEmpty()) {
            throw new Failure.UnknownReference(Thing.NEXT_CAMPAIGN, next);
        }
    }

    /** All that a run needs lives. (decision D41; voipbin-v1.md, section 3) */
    void checkForRun(Campaign campaign) {
        TenantId tenant = campaign.tenant();
        need(stores.templates(), tenant, Thing.TEMPLATE, campaign.script().template(), null);
        need(stores.carriers(), tenant, Thing.CARRIER, campaign.carrier(), null);
        need(stores.plans(), tenant, Thing.DIAL_PLAN, campaign.dialPlan(), null);
        need(stores.queues(), tenant, Thing.QUEUE, campaign.queue(), null);
        checkLists(campaign);
    }

    /** A deleted list is passed over as long as another lives: whoever cannot see it could not mend it. */
    private void checkLists(Campaign campaign) {
        List<UUID> lists = campaign.lists();
        if (!lists.isEmpty() && stores.lists().living(campaign.tenant(), lists).isEmpty()) {
            throw new Failure.UnknownReference(Thing.TARGET_LIST, lists.get(0));
        }
    }

    /** Locked, lest it is deleted between this look and the commit: who deletes looks for users with it locked. */
    private static <T extends Stored> void need(
            ObjectStore<T> store, TenantId tenant, Thing thing, @Nullable UUID id, @Nullable UUID before) {
        if (id != null
                && !Objects.equals(id, before)
                && store.lockLiving(tenant, id).isEmpty()) {
            throw new Failure.UnknownReference(thing, id);
        }
    }
}
