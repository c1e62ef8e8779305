package io.tandem.campaigns.simulation;

import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.Replicas;
import java.util.UUID;
import java.util.function.Supplier;

/** The other replicas as one of them reaches them, with faults. */
final class SessionPool implements Replicas {

    private final Registry registry;
    private final Name name;
    private final Fate fate;
    private final VirtualClock clock;
    private final Supplier<UUID> ids;

    SessionPool(Registry registry, Name name, Fate fate, VirtualClock clock, Supplier<UUID> ids) {
        this.registry = registry;
        this.name = name;
        this.fate = fate;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public Session join() {
        return new Session(registry, name, fate, clock, ids);
    }

    @Override
    public void leave() {
        fate.beforeWord();
        registry.leave(name.id());
    }

    @Override
    public void forget() {
        fate.beforeWord();
        registry.forget(name.id());
    }

    @Override
    public void created(TenantId tenant) {
        throw new UnsupportedOperationException("tenants are there from the beginning");
    }

    @Override
    public void changed(TenantId tenant) {
        fate.beforeTelling();
        registry.sendChanged(name.id(), tenant);
    }

    @Override
    public long epoch(TenantId tenant) {
        fate.beforeWord();
        return registry.epoch(tenant);
    }

    @Override
    public boolean isTakenIn(TenantId tenant, long epoch) {
        fate.beforeWord();
        return registry.isTakenIn(tenant, epoch);
    }

    @Override
    public void acknowledge(Notice.Forbidden write) {
        fate.beforeWord();
        registry.acknowledge(write, name.id());
    }
}
