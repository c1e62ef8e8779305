package io.tandem.translators.autocall;

import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetList;
import io.tandem.campaigns.model.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * A target with everything that v3 shows of it.
 *
 * @param campaign the campaign its list was made for, null if none
 * @param isMasked whether that one, or another that dials the list, masks numbers
 */
public record LeadView(
        Tenant tenant, TargetList list, @Nullable Campaign campaign, Target target, boolean isMasked) {

    /** A list that only its own campaign dials. */
    public LeadView(Tenant tenant, TargetList list, @Nullable Campaign campaign, Target target) {
        this(tenant, list, campaign, target, campaign != null && campaign.masksNumbers());
    }
}
