package io.tandem.campaigns.service;

import io.tandem.campaigns.model.CallAttempt;
import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.Disposition;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.AttemptStore;
import io.tandem.campaigns.ports.CampaignStore;
import io.tandem.campaigns.ports.Page;
import io.tandem.campaigns.ports.TallyStore;
import io.tandem.campaigns.ports.Transactions;
import io.tandem.campaigns.service.Failure.Reason;
import io.tandem.campaigns.service.Failure.Thing;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The records of call attempts, as clients read and remove them. */
public final class AttemptService {

    /**
     * A record with its campaign, which decides how it is shown.
     *
     * @param masked whether that campaign, or another of the record's list, masks numbers
     */
    public record View(CallAttempt attempt, Campaign campaign, boolean masked) {}

    private final CampaignStores stores;
    private final AttemptStore attempts;
    private final CampaignStore campaigns;
    private final TallyStore tallies;
    private final Transactions transactions;
    private final InstantSource clock;

    public AttemptService(CampaignStores stores, Transactions transactions, InstantSource clock) {
        this.stores = stores;
        this.attempts = stores.attempts();
        this.campaigns = stores.campaigns();
        this.tallies = stores.tallies();
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A page of those not removed, newest first; of one campaign (deleted or not), or all if null. */
    public List<View> page(TenantId tenant, @Nullable UUID campaign, Page page) {
        return transactions.inTenant(tenant, () -> {
            Map<UUID, Campaign> known = new HashMap<>();
            if (campaign != null) {
                known.put(campaign, campaign(tenant, campaign));
            }
            return views(tenant, attempts.page(tenant, campaign, page), known);
        });
    }

    /** The record, removed from lists or not. */
    public View get(TenantId tenant, UUID id) {
        return transactions.inTenant(tenant, () -> {
            CallAttempt attempt = attempts.find(tenant, id).orElseThrow(() -> new Failure.NotFound(Thing.ATTEMPT));
            return views(tenant, List.of(attempt), new HashMap<>()).get(0);
        });
    }

    /** Removes an ended attempt's record from the lists, and from the counts that reports are made of; removing it twice is no fault. */
    public View remove(TenantId tenant, UUID id) {
        return transactions.inTenant(tenant, () -> {
            CallAttempt attempt = attempts.find(tenant, id).orElseThrow(() -> new Failure.NotFound(Thing.ATTEMPT));
            if (attempt.ended() == null) {
                throw new Failure.Refused(Reason.NOT_ENDED);
            }
            Disposition disposition = attempt.disposition();
            boolean removed = attempts.remove(tenant, id, clock.instant().truncatedTo(ChronoUnit.MICROS));
            if (removed && disposition != null) {
                tallies.add(tenant, attempt.campaign(), Map.of(disposition.name(), -1L));
            }
            return get(tenant, id);
        });
    }

    private List<View> views(TenantId tenant, List<CallAttempt> shown, Map<UUID, Campaign> known) {
        Set<UUID> masked = MaskedLists.among(
                stores, tenant, shown.stream().map(CallAttempt::list).collect(Collectors.toSet()));
        return shown.stream()
                .map(attempt -> {
                    Campaign campaign = known.computeIfAbsent(attempt.campaign(), id -> campaign(tenant, id));
                    return new View(attempt, campaign, campaign.masksNumbers() || masked.contains(attempt.list()));
                })
                .toList();
    }

    private Campaign campaign(TenantId tenant, UUID id) {
        return campaigns.find(tenant, id).orElseThrow(() -> new Failure.NotFound(Thing.CAMPAIGN));
    }
}
