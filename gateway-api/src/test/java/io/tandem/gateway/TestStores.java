package io.tandem.gateway;

import io.tandem.campaigns.model.Agent;
import io.tandem.campaigns.model.Carrier;
import io.tandem.campaigns.ports.ObjectStore;
import jakarta.inject.Singleton;

/** The stores that tests look into. */
@Singleton
public final class TestStores {

    private final ObjectStore<Agent> agents;
    private final ObjectStore<Carrier> carriers;

    TestStores(ObjectStore<Agent> agents, ObjectStore<Carrier> carriers) {
        this.agents = agents;
        this.carriers = carriers;
    }

    public ObjectStore<Agent> agents() {
        return agents;
    }

    public ObjectStore<Carrier> carriers() {
        return carriers;
    }
}
