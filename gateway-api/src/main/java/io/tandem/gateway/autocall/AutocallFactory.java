package io.tandem.gateway.autocall;

import io.micronaut.context.annotation.Factory;
import io.tandem.campaigns.model.Template;
import io.tandem.campaigns.ports.AudioStore;
import io.tandem.campaigns.ports.CallReferenceStore;
import io.tandem.campaigns.ports.DoNotCallStore;
import io.tandem.campaigns.ports.Ids;
import io.tandem.campaigns.ports.NamedStore;
import io.tandem.campaigns.ports.Owner;
import io.tandem.campaigns.ports.TallyStore;
import io.tandem.campaigns.ports.Transactions;
import io.tandem.campaigns.rules.Networks;
import io.tandem.campaigns.service.AudioService;
import io.tandem.campaigns.service.CampaignStores;
import io.tandem.campaigns.service.DoNotCallService;
import io.tandem.campaigns.service.ListReset;
import io.tandem.campaigns.service.PushService;
import io.tandem.campaigns.service.RecordService;
import io.tandem.campaigns.service.TargetService;
import io.tandem.gateway.time.CampaignClock;
import io.tandem.translators.autocall.AutocallBatches;
import io.tandem.translators.autocall.AutocallCarriers;
import io.tandem.translators.autocall.AutocallPushes;
import io.tandem.translators.autocall.AutocallTemplates;
import jakarta.inject.Singleton;

/** Makes the services and translators that only v3 has routes for. */
@Factory
final class AutocallFactory {

    private final Transactions transactions;
    private final Owner owner;
    private final CampaignClock clock;
    private final Ids ids;

    AutocallFactory(Transactions transactions, Owner owner, CampaignClock clock, Ids ids) {
        this.transactions = transactions;
        this.owner = owner;
        this.clock = clock;
        this.ids = ids;
    }

    @Singleton
    RecordService records(CampaignStores stores, CallReferenceStore references, TallyStore tallies) {
        return new RecordService(stores, references, tallies, transactions);
    }

    @Singleton
    ListReset listReset(CampaignStores stores) {
        return new ListReset(stores, transactions, owner, clock);
    }

    @Singleton
    DoNotCallService doNotCall(DoNotCallStore numbers) {
        return new DoNotCallService(numbers, transactions, owner);
    }

    @Singleton
    AudioService audios(AudioStore audios, NamedStore<Template> templates) {
        return new AudioService(audios, templates, transactions, clock);
    }

    @Singleton
    PushService pushes(
            CampaignStores stores,
            NamedStore<Template> templates,
            TargetService targets,
            CallReferenceStore references,
            DoNotCallStore doNotCall) {
        return new PushService(stores, templates, targets, references, doNotCall, transactions, owner, ids, clock);
    }

    @Singleton
    AutocallCarriers autocallCarriers() {
        return new AutocallCarriers(ids);
    }

    @Singleton
    AutocallTemplates autocallTemplates() {
        return new AutocallTemplates(ids);
    }

    @Singleton
    AutocallPushes autocallPushes(Networks networks) {
        return new AutocallPushes(networks, ids);
    }

    @Singleton
    AutocallBatches autocallBatches(AutocallPushes pushes) {
        return new AutocallBatches(pushes);
    }
}
