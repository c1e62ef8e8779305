package io.tandem.campaigns.service;

import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.TenantId;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The living campaigns that use an object of one kind. Inside a transaction. */
public final class Users {

    /** Of a kind that no campaign names. */
    public static final Users NONE = new Users(null, (tenant, id) -> List.of());

    private final @Nullable CampaignStores stores;
    private final BiFunction<TenantId, UUID, List<Campaign>> using;

    private Users(@Nullable CampaignStores stores, BiFunction<TenantId, UUID, List<Campaign>> using) {
        this.stores = stores;
        this.using = using;
    }

    /**
     * Users of a kind.
     *
     * @param using finds the campaigns that name an object
     */
    public static Users of(CampaignStores stores, BiFunction<TenantId, UUID, List<Campaign>> using) {
        return new Users(stores, using);
    }

    /**
     * Locks them, before the object as everyone does: none starts, by itself or by a client, until the transaction ends.
     * One that comes to name the object meanwhile has to lock the object first.
     */
    void lock(TenantId tenant, UUID id) {
        if (stores != null) {
            using.apply(tenant, id).stream()
                    .map(Campaign::id)
                    .sorted()
                    .forEach(campaign -> stores.campaigns().lock(tenant, campaign));
        }
    }

    /** Whether one of them runs, has yet to stop, or has calls up. (voipbin-v1.md, section 3; mapping.md, row state) */
    boolean isAnyAtWork(TenantId tenant, UUID id) {
        return stores != null
                && using.apply(tenant, id).stream()
                        .anyMatch(campaign ->
                                campaign.state().usesWhatItNames() || CampaignService.anyCallUp(stores, campaign));
    }
}
