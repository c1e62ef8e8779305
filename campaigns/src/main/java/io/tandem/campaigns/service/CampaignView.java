package io.tandem.campaigns.service;

import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.Carrier;
import io.tandem.campaigns.model.DialPlan;
import io.tandem.campaigns.model.Template;
import io.tandem.campaigns.model.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * A campaign with everything that a dialect shows of it; what a translator reads from.
 *
 * @param plan null if it has none
 * @param template the script's template, null if it has none or the template was deleted
 * @param carrier the named carrier, null if it names none
 * @param callsUp whether a paused or stopping campaign has calls up, and, where it is read to be changed, one in any
 *     state; else false
 */
public record CampaignView(
        Tenant tenant,
        Campaign campaign,
        @Nullable DialPlan plan,
        @Nullable Template template,
        @Nullable Carrier carrier,
        boolean callsUp) {

    /** As the other constructor, with no calls up. */
    public CampaignView(
            Tenant tenant,
            Campaign campaign,
            @Nullable DialPlan plan,
            @Nullable Template template,
            @Nullable Carrier carrier) {
        this(tenant, campaign, plan, template, carrier, false);
    }
}
