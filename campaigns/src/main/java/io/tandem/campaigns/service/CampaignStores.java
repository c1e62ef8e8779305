package io.tandem.campaigns.service;

import io.tandem.campaigns.model.Carrier;
import io.tandem.campaigns.model.DialPlan;
import io.tandem.campaigns.model.Queue;
import io.tandem.campaigns.model.TargetList;
import io.tandem.campaigns.model.Template;
import io.tandem.campaigns.ports.AttemptStore;
import io.tandem.campaigns.ports.CampaignStore;
import io.tandem.campaigns.ports.ObjectStore;
import io.tandem.campaigns.ports.ReplanStore;
import io.tandem.campaigns.ports.TallyStore;
import io.tandem.campaigns.ports.TargetStore;
import io.tandem.campaigns.ports.TenantStore;

/** The stores that a campaign's life touches. */
public record CampaignStores(
        TenantStore tenants,
        CampaignStore campaigns,
        ObjectStore<DialPlan> plans,
        ObjectStore<TargetList> lists,
        ObjectStore<Template> templates,
        ObjectStore<Carrier> carriers,
        ObjectStore<Queue> queues,
        TargetStore targets,
        AttemptStore attempts,
        TallyStore tallies,
        ReplanStore replans) {}
