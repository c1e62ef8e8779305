package io.tandem.campaigns.service;

import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.TargetList;
import io.tandem.campaigns.model.TenantId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Lists whose numbers are masked, whichever campaign called them: the one that a list belongs to, or another that dials it,
 * masks numbers. (autocall-v3.md, 2.9, {@code enable_encrypt})
 */
final class MaskedLists {

    private MaskedLists() {}

    /** Those among {@code lists}, deleted or not; in as many reads for a page as for one, unless something was deleted. */
    static Set<UUID> among(CampaignStores stores, TenantId tenant, Collection<UUID> lists) {
        Set<UUID> wanted = new HashSet<>(lists);
        Set<UUID> masked = new HashSet<>();
        if (wanted.isEmpty()) {
            return masked;
        }
        stores.campaigns().usingLists(tenant, wanted).stream()
                .filter(Campaign::masksNumbers)
                .map(Campaign::lists)
                .forEach(masked::addAll);
        masked.retainAll(wanted);
        Map<UUID, UUID> owners = owners(stores, tenant, wanted);
        Set<UUID> masking = masking(stores, tenant, new HashSet<>(owners.values()));
        owners.forEach((list, owner) -> {
            if (masking.contains(owner)) {
                masked.add(list);
            }
        });
        return masked;
    }

    private static Map<UUID, UUID> owners(CampaignStores stores, TenantId tenant, Set<UUID> lists) {
        Map<UUID, TargetList> living = stores.lists().living(tenant, lists);
        Stream<TargetList> deleted = lists.stream()
                .filter(list -> !living.containsKey(list))
                .flatMap(list -> stores.lists().find(tenant, list).stream());
        Map<UUID, UUID> owners = new HashMap<>();
        for (TargetList list : Stream.concat(living.values().stream(), deleted).toList()) {
            UUID owner = list.campaign();
            if (owner != null) {
                owners.put(list.id(), owner);
            }
        }
        return owners;
    }

    private static Set<UUID> masking(CampaignStores stores, TenantId tenant, Set<UUID> campaigns) {
        Map<UUID, Campaign> living = stores.campaigns().living(tenant, campaigns);
        Set<UUID> masking = new HashSet<>();
        for (UUID id : campaigns) {
            Optional<Campaign> campaign = Optional.ofNullable(living.get(id))
                    .or(() -> stores.campaigns().find(tenant, id));
            campaign.filter(Campaign::masksNumbers).ifPresent(found -> masking.add(id));
        }
        return masking;
    }
}
