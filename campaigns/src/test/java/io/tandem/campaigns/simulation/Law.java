package io.tandem.campaigns.simulation;

import io.tandem.campaigns.model.Agent;
import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.CampaignState;
import io.tandem.campaigns.model.Carrier;
import io.tandem.campaigns.model.DialPlan;
import io.tandem.campaigns.model.Tenant;
import io.tandem.campaigns.model.TenantId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** All that one tenant's clients had asked for after one of their writes. */
record Law(
        Tenant tenant,
        Map<UUID, Campaign> campaigns,
        Map<UUID, DialPlan> plans,
        Map<UUID, Carrier> carriers,
        Map<UUID, Agent> agents,
        Map<UUID, List<UUID>> enabledLists,
        Set<String> doNotCall,
        Set<UUID> deletedTargets) {

    static Law now(TenantId tenant, MemoryStore store) {
        Map<UUID, List<UUID>> lists = new HashMap<>();
        store.campaigns.values().forEach(campaign -> lists.put(campaign.id(), store.enabledLists(campaign)));
        Set<UUID> deleted = new HashSet<>();
        store.targets.values().forEach(target -> {
            if (target.deleted() != null) {
                deleted.add(target.id());
            }
        });
        return new Law(
                Objects.requireNonNull(store.tenants.get(tenant)),
                new HashMap<>(store.campaigns),
                Map.copyOf(store.plans),
                Map.copyOf(store.carriers),
                Map.copyOf(store.agents),
                lists,
                Set.copyOf(store.doNotCall.getOrDefault(tenant, Set.of())),
                deleted);
    }

    Campaign campaign(UUID id) {
        return of(campaigns, id);
    }

    DialPlan planOf(UUID campaign) {
        return of(plans, Objects.requireNonNull(campaign(campaign).dialPlan()));
    }

    boolean runs(Campaign campaign, UUID list) {
        return campaign.state() == CampaignState.RUNNING && campaign.lists().contains(list);
    }

    Carrier carrier(UUID id) {
        return of(carriers, id);
    }

    private static <T> T of(Map<UUID, T> all, UUID id) {
        return Objects.requireNonNull(all.get(id));
    }

    /** The scheduler moved the campaign's run itself: no client's answer need be waited for. */
    void moved(Campaign campaign) {
        campaigns.computeIfPresent(campaign.id(), (id, old) -> old.withRun(campaign.run()));
    }
}
