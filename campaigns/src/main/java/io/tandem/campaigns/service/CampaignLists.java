package io.tandem.campaigns.service;

import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.CampaignState;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetList;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.Owner;
import io.tandem.campaigns.ports.TallyStore;
import io.tandem.campaigns.ports.Transactions;
import io.tandem.campaigns.service.Failure.Thing;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists together with the campaigns that they belong to. */
public final class CampaignLists {

    /** What a list's rows show of its campaign and targets. */
    public record Described(String campaignName, Map<String, Long> tally) {}

    /** The list a target is in, and the campaign that the list belongs to, null if none. */
    public record Owned(TargetList list, @Nullable Campaign campaign) {}

    private final CampaignStores stores;
    private final TallyStore tallies;
    private final Transactions transactions;
    private final Owner owner;

    public CampaignLists(CampaignStores stores, TallyStore tallies, Transactions transactions, Owner owner) {
        this.stores = stores;
        this.tallies = tallies;
        this.transactions = transactions;
        this.owner = owner;
    }

    /**
     * Stores a new list of a campaign, which dials it from now on. A list's name is its own among the campaign's.
     *
     * @throws Failure.UnknownReference if its campaign does not live
     * @throws Failure.NameTaken if the campaign has a list of that name
     */
    public void create(TargetList list) {
        TenantId tenant = list.tenant();
        UUID id = Objects.requireNonNull(list.campaign(), "campaign");
        transactions.inTenant(tenant, () -> {
            Campaign campaign = stores.campaigns()
                    .lockLiving(tenant, id)
                    .orElseThrow(() -> new Failure.UnknownReference(Thing.CAMPAIGN, id));
            boolean taken = stores.lists().living(tenant, campaign.lists()).values().stream()
                    .anyMatch(other -> other.name().strip().equals(list.name().strip()));
            if (taken) {
                throw new Failure.NameTaken(Thing.TARGET_LIST);
            }
            stores.lists().insert(list);
            List<UUID> lists = new ArrayList<>(campaign.lists());
            lists.add(list.id());
            stores.campaigns().update(campaign.withLists(lists).withVersion(campaign.version() + 1));
        });
        owner.changed(tenant);
    }

    /**
     * Deletes a list softly, with its pending targets, and takes it from its campaigns, which go on without it.
     *
     * @throws Failure.NotFound if it does not live
     * @throws Failure.InUse if a campaign that is not stopped dials it
     */
    public void delete(TenantId tenant, UUID id, Instant now) {
        transactions.inTenant(tenant, () -> {
            List<Campaign> users = stores.campaigns().usingList(tenant, id).stream()
                    .map(Campaign::id)
                    .sorted()
                    .flatMap(campaign -> stores.campaigns().lockLiving(tenant, campaign).stream())
                    .toList();
            TargetList list =
                    stores.lists().lockLiving(tenant, id).orElseThrow(() -> new Failure.NotFound(Thing.TARGET_LIST));
            if (users.stream().anyMatch(campaign -> campaign.state() != CampaignState.STOPPED)) {
                throw new Failure.InUse(Thing.TARGET_LIST);
            }
            for (Campaign campaign : users) {
                List<UUID> left = campaign.lists().stream()
                        .filter(other -> !other.equals(id))
                        .toList();
                stores.campaigns().update(campaign.withLists(left).withVersion(campaign.version() + 1));
            }
            new ListDeletion(stores).delete(list, now.truncatedTo(ChronoUnit.MICROS));
        });
    }

    public Described describe(TargetList list) {
        TenantId tenant = list.tenant();
        UUID campaign = list.campaign();
        return transactions.inTenant(
                tenant,
                () -> new Described(
                        campaign == null
                                ? ""
                                : stores.campaigns()
                                        .findLiving(tenant, campaign)
                                        .map(Campaign::name)
                                        .orElse(""),
                        tallies.of(tenant, list.id())));
    }

    public Owned of(Target target) {
        TenantId tenant = target.tenant();
        return transactions.inTenant(tenant, () -> {
            TargetList list = stores.lists()
                    .find(tenant, target.list())
                    .orElseThrow(() -> new Failure.NotFound(Thing.TARGET_LIST));
            UUID campaign = list.campaign();
            return new Owned(
                    list,
                    campaign == null
                            ? null
                            : stores.campaigns().find(tenant, campaign).orElse(null));
        });
    }
}
