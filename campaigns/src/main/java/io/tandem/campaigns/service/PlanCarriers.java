package io.tandem.campaigns.service;

import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.Carrier;
import io.tandem.campaigns.model.DialPlan;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.Page;
import io.tandem.campaigns.ports.Transactions;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds the carrier whose caller id a plan without one of its own shows. (mapping.md, row route) */
public final class PlanCarriers {

    private static final int MOST_CARRIERS = 1000;

    private final CampaignStores stores;
    private final Transactions transactions;

    public PlanCarriers(CampaignStores stores, Transactions transactions) {
        this.stores = stores;
        this.transactions = transactions;
    }

    /**
     * The carrier of the plan's campaign, else the tenant's default one; null if the plan has a caller id, no campaign
     * uses it, or there is no such carrier.
     */
    public @Nullable Carrier of(DialPlan plan) {
        if (plan.callerId() != null) {
            return null;
        }
        TenantId tenant = plan.tenant();
        return transactions.inTenant(tenant, () -> {
            Optional<Campaign> user =
                    stores.campaigns().usingPlan(tenant, plan.id()).stream().findFirst();
            return user.flatMap(campaign -> carrierOf(tenant, campaign.carrier()))
                    .orElse(null);
        });
    }

    private Optional<Carrier> carrierOf(TenantId tenant, @Nullable UUID named) {
        return named != null
                ? stores.carriers().findLiving(tenant, named)
                : stores.carriers().page(tenant, Page.first(MOST_CARRIERS)).stream()
                        .filter(Carrier::isDefault)
                        .findFirst();
    }
}
