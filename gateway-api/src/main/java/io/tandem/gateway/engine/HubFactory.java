package io.tandem.gateway.engine;

import io.micronaut.context.annotation.Factory;
import io.tandem.campaigns.model.Agent;
import io.tandem.campaigns.model.Carrier;
import io.tandem.campaigns.model.DialPlan;
import io.tandem.campaigns.model.Queue;
import io.tandem.campaigns.model.Stored;
import io.tandem.campaigns.model.Tag;
import io.tandem.campaigns.model.TargetList;
import io.tandem.campaigns.model.Template;
import io.tandem.campaigns.ports.AttemptStore;
import io.tandem.campaigns.ports.CampaignStore;
import io.tandem.campaigns.ports.Ids;
import io.tandem.campaigns.ports.ImportStore;
import io.tandem.campaigns.ports.NetworkStore;
import io.tandem.campaigns.ports.ObjectStore;
import io.tandem.campaigns.ports.Owner;
import io.tandem.campaigns.ports.ReplanStore;
import io.tandem.campaigns.ports.TallyStore;
import io.tandem.campaigns.ports.TargetStore;
import io.tandem.campaigns.ports.TenantStore;
import io.tandem.campaigns.ports.Transactions;
import io.tandem.campaigns.rules.Networks;
import io.tandem.campaigns.service.AttemptService;
import io.tandem.campaigns.service.CampaignLists;
import io.tandem.campaigns.service.CampaignService;
import io.tandem.campaigns.service.CampaignStores;
import io.tandem.campaigns.service.Failure.Thing;
import io.tandem.campaigns.service.Importer;
import io.tandem.campaigns.service.ListFeeds;
import io.tandem.campaigns.service.NetworkPasses;
import io.tandem.campaigns.service.ObjectService;
import io.tandem.campaigns.service.ObjectService.Kind;
import io.tandem.campaigns.service.PlanCarriers;
import io.tandem.campaigns.service.PlanEdits;
import io.tandem.campaigns.service.ProgressService;
import io.tandem.campaigns.service.Replanner;
import io.tandem.campaigns.service.TargetService;
import io.tandem.campaigns.service.Users;
import io.tandem.gateway.time.CampaignClock;
import io.tandem.translators.autocall.AutocallCampaigns;
import io.tandem.translators.autocall.AutocallLeads;
import io.tandem.translators.autocall.AutocallLists;
import io.tandem.translators.voipbin.VoipbinTargets;
import jakarta.inject.Singleton;

/** Makes the hub's services, and the translators that have settings, from the stores and clocks at hand. */
@Factory
final class HubFactory {

    private final Transactions transactions;
    private final Owner owner;
    private final CampaignClock clock;
    private final Ids ids;
    private final Networks networks;

    HubFactory(Transactions transactions, Owner owner, CampaignClock clock, Ids ids, Networks networks) {
        this.transactions = transactions;
        this.owner = owner;
        this.clock = clock;
        this.ids = ids;
        this.networks = networks;
    }

    @Singleton
    CampaignStores stores(
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
            ReplanStore replans) {
        return new CampaignStores(
                tenants, campaigns, plans, lists, templates, carriers, queues, targets, attempts, tallies, replans);
    }

    @Singleton
    CampaignService campaigns(CampaignStores stores, PlanEdits planEdits) {
        return new CampaignService(stores, planEdits, transactions, owner, ids, clock);
    }

    @Singleton
    Replanner replanner(CampaignStores stores) {
        return new Replanner(stores, transactions, owner);
    }

    @Singleton
    NetworkPasses networkPasses(NetworkStore store) {
        return new NetworkPasses(store, networks, transactions, owner);
    }

    @Singleton
    PlanEdits planEdits(CampaignStores stores, ReplanWorker worker) {
        return new PlanEdits(stores, worker::enqueue);
    }

    @Singleton
    CampaignLists campaignLists(CampaignStores stores, PlanEdits planEdits, TallyStore tallies) {
        return new CampaignLists(stores, planEdits, tallies, transactions, owner);
    }

    @Singleton
    ProgressService progress(CampaignStores stores, TallyStore tallies) {
        return new ProgressService(stores, tallies, transactions, clock);
    }

    @Singleton
    PlanCarriers planCarriers(CampaignStores stores) {
        return new PlanCarriers(stores, transactions);
    }

    @Singleton
    TargetService targets(CampaignStores stores, TallyStore tallies) {
        return new TargetService(stores, tallies, transactions, owner, clock);
    }

    @Singleton
    AttemptService attempts(CampaignStores stores) {
        return new AttemptService(stores, transactions, clock);
    }

    @Singleton
    Importer importer(ImportStore imports, TargetService targets, CampaignStores stores, TallyStore tallies) {
        return new Importer(
                imports, targets, stores, tallies, transactions, owner, clock, new LeadFileReader(networks, ids));
    }

    @Singleton
    ListFeeds feeds(ImportStore imports, CampaignStores stores) {
        return new ListFeeds(imports, stores, transactions, owner, ids, System::nanoTime);
    }

    @Singleton
    ObjectService<DialPlan> plans(CampaignStores stores, PlanEdits planEdits) {
        return service(
                stores.plans(),
                new Kind<>(
                        Thing.DIAL_PLAN,
                        DialPlan::withUpdated,
                        DialPlan::withDeleted,
                        Users.of(stores, stores.campaigns()::usingPlan),
                        false,
                        planEdits::edited));
    }

    @Singleton
    ObjectService<TargetList> lists(CampaignStores stores) {
        return service(
                stores.lists(),
                new Kind<>(
                        Thing.TARGET_LIST,
                        TargetList::withUpdated,
                        TargetList::withDeleted,
                        Users.of(stores, stores.campaigns()::usingList),
                        false));
    }

    @Singleton
    ObjectService<Template> templates(CampaignStores stores) {
        return service(
                stores.templates(),
                new Kind<>(
                        Thing.TEMPLATE,
                        Template::withUpdated,
                        Template::withDeleted,
                        Users.of(stores, stores.campaigns()::usingTemplate),
                        true));
    }

    @Singleton
    ObjectService<Carrier> carriers(CampaignStores stores) {
        return service(
                stores.carriers(),
                new Kind<>(
                        Thing.CARRIER,
                        Carrier::withUpdated,
                        Carrier::withDeleted,
                        Users.of(stores, stores.campaigns()::usingCarrier),
                        true));
    }

    @Singleton
    ObjectService<Queue> queues(CampaignStores stores) {
        return service(
                stores.queues(),
                new Kind<>(
                        Thing.QUEUE,
                        Queue::withUpdated,
                        Queue::withDeleted,
                        Users.of(stores, stores.campaigns()::usingQueue),
                        false));
    }

    @Singleton
    ObjectService<Agent> agents(ObjectStore<Agent> agents) {
        return service(agents, new Kind<>(Thing.AGENT, Agent::withUpdated, Agent::withDeleted, Users.NONE, true));
    }

    @Singleton
    ObjectService<Tag> tags(ObjectStore<Tag> tags) {
        return service(tags, new Kind<>(Thing.TAG, Tag::withUpdated, Tag::withDeleted, Users.NONE, false));
    }

    private <T extends Stored> ObjectService<T> service(ObjectStore<T> store, Kind<T> kind) {
        return new ObjectService<>(kind, store, transactions, owner, clock);
    }

    @Singleton
    AutocallCampaigns autocallCampaigns() {
        return new AutocallCampaigns(ids, AutocallCampaigns.Settings.DEFAULT);
    }

    @Singleton
    AutocallLists autocallLists() {
        return new AutocallLists(ids);
    }

    @Singleton
    AutocallLeads autocallLeads() {
        return new AutocallLeads(networks, ids);
    }

    @Singleton
    VoipbinTargets voipbinTargets() {
        return new VoipbinTargets(networks);
    }
}
