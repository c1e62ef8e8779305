package io.tandem.gateway.voipbin;

import io.micronaut.context.annotation.Factory;
import io.tandem.campaigns.model.Flow;
import io.tandem.campaigns.ports.ObjectStore;
import io.tandem.campaigns.ports.Owner;
import io.tandem.campaigns.ports.Transactions;
import io.tandem.campaigns.service.Failure.Thing;
import io.tandem.campaigns.service.ObjectService;
import io.tandem.campaigns.service.ObjectService.Kind;
import io.tandem.campaigns.service.Users;
import io.tandem.gateway.time.CampaignClock;
import jakarta.inject.Singleton;

/** Makes the service of the one kind of object that this dialect alone has. No campaign uses a flow. */
@Factory
final class FlowsFactory {

    private static final Kind<Flow> FLOWS =
            new Kind<>(Thing.FLOW, Flow::withUpdated, Flow::withDeleted, Users.NONE, false);

    @Singleton
    ObjectService<Flow> flows(ObjectStore<Flow> store, Transactions transactions, Owner owner, CampaignClock clock) {
        return new ObjectService<>(FLOWS, store, transactions, owner, clock);
    }
}
