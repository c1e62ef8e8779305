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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lists together with the campaigns that they belong to. */
public final class CampaignLists {

    /** What a list's rows show of its campaign and targets. */
    public record Described(String campaignName, Map<String, Long> tally) {}

    /**
     * The list a target is in, and the campaign that the list belongs to, null if none.
     *
     * @param masked whether that campaign, or another that dials the list, masks numbers
     */
    public record Owned(TargetList list, @Nullable Campaign campaign, boolean masked) {}

    private final CampaignStores stores;
    private final TallyStore tallies;
    private final Transactions transactions;
    private final Owner owner;
    private final PlanEdits planEdits;

    public CampaignLists(
            CampaignStores stores, PlanEdits planEdits, TallyStore tallies, Transactions transactions, Owner owner) {
        this.stores = stores;
        this.planEdits = planEdits;
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
            write(campaign, plus(campaign, list.id()));
        });
        owner.changed(tenant);
    }

    /**
     * Stores a new list. If it names a campaign, that one dials it from now on; names of lists may be the same.
     * (voipbin-v1.md, 1.7)
     *
     * @throws Failure.UnknownReference if its campaign does not live
     */
    public TargetList add(TargetList list) {
        TenantId tenant = list.tenant();
        transactions.inTenant(tenant, () -> {
            Campaign campaign = lockNamed(tenant, list.campaign());
            stores.lists().insert(list);
            if (campaign != null) {
                dial(campaign, list.id());
            }
        });
        if (list.campaign() != null) {
            owner.changed(tenant);
        }
        return list;
    }

    /**
     * Changes a living list, and with it whose it is: the campaign that it belonged to dials it no more, the one that it
     * belongs to now does. Other campaigns that name it are let be.
     *
     * @throws Failure.NotFound if the list does not live
     * @throws Failure.UnknownReference if it is given to a campaign that does not live
     * @throws Failure.Refused if it is given to a running campaign while another that runs dials it
     */
    public TargetList move(TenantId tenant, UUID id, UnaryOperator<TargetList> change) {
        Optional<Moved> moved = Optional.empty();
        while (moved.isEmpty()) {
            moved = transactions.inTenant(tenant, () -> tryMove(tenant, id, change));
        }
        try {
            owner.forbade(tenant);
        } finally {
            if (moved.get().replans) {
                planEdits.committed(tenant);
            }
        }
        return moved.get().list;
    }

    private record Moved(TargetList list, boolean replans) {}

    /** Locks campaigns before the list, as everyone does; empty if the list went to another campaign before its lock. */
    private Optional<Moved> tryMove(TenantId tenant, UUID id, UnaryOperator<TargetList> change) {
        TargetList seen =
                stores.lists().findLiving(tenant, id).orElseThrow(() -> new Failure.NotFound(Thing.TARGET_LIST));
        UUID from = seen.campaign();
        UUID to = change.apply(seen).campaign();
        Map<UUID, Campaign> locked = new HashMap<>();
        Stream.of(Optional.ofNullable(from), Optional.ofNullable(to))
                .flatMap(Optional::stream)
                .distinct()
                .sorted()
                .forEach(campaign -> stores.campaigns()
                        .lockLiving(tenant, campaign)
                        .ifPresent(found -> locked.put(campaign, found)));
        TargetList current =
                stores.lists().lockLiving(tenant, id).orElseThrow(() -> new Failure.NotFound(Thing.TARGET_LIST));
        if (!Objects.equals(current.campaign(), from)) {
            return Optional.empty();
        }
        TargetList changed = change.apply(current);
        stores.lists().update(changed);
        boolean isEcho = Objects.equals(from, to);
        Campaign before = from == null || isEcho ? null : locked.get(from);
        if (before != null) {
            leave(before, id);
        }
        Campaign after = to == null ? null : locked.get(to);
        if (after == null && to != null && !isEcho) {
            throw new Failure.UnknownReference(Thing.CAMPAIGN, to);
        }
        return Optional.of(new Moved(changed, after != null && dial(after, id)));
    }

    private @Nullable Campaign lockNamed(TenantId tenant, @Nullable UUID id) {
        return id == null
                ? null
                : stores.campaigns()
                        .lockLiving(tenant, id)
                        .orElseThrow(() -> new Failure.UnknownReference(Thing.CAMPAIGN, id));
    }

    /** Returns whether that opened a re-planning. */
    private boolean dial(Campaign campaign, UUID list) {
        if (campaign.lists().contains(list)) {
            return false;
        }
        boolean runsElsewhere = campaign.state() == CampaignState.RUNNING
                && stores.campaigns().usingList(campaign.tenant(), list).stream()
                        .anyMatch(other -> other.state() == CampaignState.RUNNING);
        if (runsElsewhere) {
            throw new Failure.Refused(Failure.Reason.LIST_RUNS_ELSEWHERE);
        }
        return write(campaign, plus(campaign, list));
    }

    private static List<UUID> plus(Campaign campaign, UUID list) {
        List<UUID> lists = new ArrayList<>(campaign.lists());
        lists.add(list);
        return lists;
    }

    private void leave(Campaign campaign, UUID list) {
        write(
                campaign,
                campaign.lists().stream().filter(other -> !other.equals(list)).toList());
    }

    private boolean write(Campaign campaign, List<UUID> lists) {
        Campaign changed = campaign.withLists(lists).withVersion(campaign.version() + 1);
        stores.campaigns().update(changed);
        return planEdits.written(changed);
    }

    /**
     * Deletes a list softly, with its pending targets, and takes it from its campaigns, which go on without it.
     *
     * @return the list as it is now
     * @throws Failure.NotFound if it does not live
     * @throws Failure.InUse if a campaign that runs dials it
     * @throws Failure.Refused if one that doesn't run any more has calls up
     */
    public TargetList delete(TenantId tenant, UUID id, Instant now) {
        return transactions.inTenant(tenant, () -> {
            List<Campaign> users = stores.campaigns().usingList(tenant, id).stream()
                    .map(Campaign::id)
                    .sorted()
                    .flatMap(campaign -> stores.campaigns().lockLiving(tenant, campaign).stream())
                    .toList();
            TargetList list =
                    stores.lists().lockLiving(tenant, id).orElseThrow(() -> new Failure.NotFound(Thing.TARGET_LIST));
            checkUnused(users);
            users.forEach(campaign -> leave(campaign, id));
            return new ListDeletion(stores).delete(list, now.truncatedTo(ChronoUnit.MICROS));
        });
    }

    private void checkUnused(List<Campaign> users) {
        for (Campaign campaign : users) {
            if (campaign.state() == CampaignState.RUNNING) {
                throw new Failure.InUse(Thing.TARGET_LIST);
            }
            if (CampaignService.anyCallUp(stores, campaign)) {
                throw new Failure.Refused(Failure.Reason.CALLS_UP);
            }
        }
    }

    /** What is shown beside each of a tenant's lists, by list. */
    public Map<UUID, Described> describe(TenantId tenant, Collection<TargetList> lists) {
        return transactions.inTenant(tenant, () -> {
            Set<UUID> named = lists.stream()
                    .map(TargetList::campaign)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
            Map<UUID, Campaign> campaigns = stores.campaigns().living(tenant, named);
            Map<UUID, Map<String, Long>> counted =
                    tallies.of(tenant, lists.stream().map(TargetList::id).toList());
            Map<UUID, Described> described = new HashMap<>();
            for (TargetList list : lists) {
                Campaign campaign = campaigns.get(list.campaign());
                described.put(
                        list.id(),
                        new Described(
                                campaign == null ? "" : campaign.name(), counted.getOrDefault(list.id(), Map.of())));
            }
            return described;
        });
    }

    /** The lists that a tenant's targets are in, by list; they and their campaigns may have been deleted since. */
    public Map<UUID, Owned> of(TenantId tenant, Collection<Target> targets) {
        return transactions.inTenant(tenant, () -> owned(stores, tenant, targets));
    }

    /** As {@link #of}, inside a transaction. */
    static Map<UUID, Owned> owned(CampaignStores stores, TenantId tenant, Collection<Target> targets) {
        Map<UUID, Owned> owned = new HashMap<>();
        Map<UUID, Optional<Campaign>> campaigns = new HashMap<>();
        Set<UUID> lists = targets.stream().map(Target::list).collect(Collectors.toSet());
        Set<UUID> masked = MaskedLists.among(stores, tenant, lists);
        for (UUID id : lists) {
            TargetList list =
                    stores.lists().find(tenant, id).orElseThrow(() -> new Failure.NotFound(Thing.TARGET_LIST));
            UUID campaign = list.campaign();
            Optional<Campaign> owner = campaign == null
                    ? Optional.empty()
                    : campaigns.computeIfAbsent(
                            campaign, any -> stores.campaigns().find(tenant, any));
            owned.put(id, new Owned(list, owner.orElse(null), masked.contains(id)));
        }
        return owned;
    }
}
