package io.tandem.campaigns.ports;

import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.CampaignKind;
import io.tandem.campaigns.model.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The campaigns. */
public interface CampaignStore extends ObjectStore<Campaign> {

    /** A page of the living ones of some kinds, newest first. */
    List<Campaign> page(TenantId tenant, Set<CampaignKind> kinds, Page page);

    long count(TenantId tenant, Set<CampaignKind> kinds);

    /** Living campaigns other than {@code except} that bear this name, trimmed, reserved or not. */
    boolean nameInUse(TenantId tenant, String trimmedName, UUID except);

    /**
     * Whether some campaign other than {@code except} reserves this very name. The database holds reserved names apart
     * too: of two that commit the same one, the second fails with {@link NameReserved}.
     */
    Optional<UUID> reserves(TenantId tenant, String reservedName, UUID except);

    /** Living campaigns that use the plan. */
    List<Campaign> usingPlan(TenantId tenant, UUID plan);

    /** Living campaigns that dial the list. */
    List<Campaign> usingList(TenantId tenant, UUID list);

    /** Living campaigns that dial at least one of the lists. */
    List<Campaign> usingLists(TenantId tenant, Collection<UUID> lists);

    /** Living campaigns with this queue. */
    List<Campaign> usingQueue(TenantId tenant, UUID queue);

    /** Living campaigns with this carrier. */
    List<Campaign> usingCarrier(TenantId tenant, UUID carrier);

    /** Living campaigns with this template. */
    List<Campaign> usingTemplate(TenantId tenant, UUID template);

    /** Another living campaign of the tenant reserves the name that was written. */
    final class NameReserved extends RuntimeException {
        public NameReserved(Throwable cause) {
            super("the name is reserved by another campaign", cause);
        }
    }
}
