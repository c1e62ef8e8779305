package io.tandem.campaigns.simulation;

import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.Template;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.SchedulerStore;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The store as one replica reaches it, without faults. */
final class ReplicaStore implements SchedulerStore {

    private final MemoryStore store;
    private final Name self;
    private int targetsRead;

    ReplicaStore(MemoryStore store, Name self) {
        this.store = store;
        this.self = self;
    }

    /** How many targets were read so far, each as often as it was. */
    int targetsRead() {
        return targetsRead;
    }

    @Override
    public TakenOver takeOver(TenantId tenant, Instant now, InterruptedTarget rule) {
        return store.takeOver(tenant, self.id(), now, rule);
    }

    @Override
    public void settle(TenantId tenant, Instant now, InterruptedTarget rule) {
        store.settle(tenant, now, rule);
    }

    @Override
    public void release(TenantId tenant) {
        store.release(tenant, self.id());
    }

    @Override
    public List<OpenCall> openElsewhere(TenantId tenant) {
        return store.openElsewhere(tenant, self.id());
    }

    @Override
    public Desk load(TenantId tenant) {
        return store.load(tenant, self.id());
    }

    @Override
    public List<Target> due(Shelf shelf, @Nullable Place behind, Instant now, int limit) {
        List<Target> due = store.due(shelf, behind, now, limit);
        targetsRead += due.size();
        return due;
    }

    @Override
    public Optional<Instant> nextDue(Shelf shelf, Instant after) {
        return store.nextDue(shelf, after);
    }

    @Override
    public Set<UUID> withPushes(TenantId tenant, Collection<UUID> lists) {
        return store.withPushes(tenant, lists);
    }

    @Override
    public Expiring expiring(TenantId tenant, Instant now, int limit) {
        return store.expiring(tenant, now, limit);
    }

    @Override
    public Map<UUID, Template> templates(TenantId tenant, Collection<UUID> ids) {
        return store.templates(tenant, ids);
    }

    @Override
    public Set<String> doNotCall(TenantId tenant, Collection<String> numbers) {
        return store.doNotCall(tenant, numbers);
    }

    @Override
    public Map<String, Integer> attempts(TenantId tenant, Collection<String> numbers, Instant from, Instant to) {
        return store.attempts(tenant, numbers, from, to);
    }

    @Override
    public int recall(TenantId tenant, String rule) {
        return store.recall(tenant, rule);
    }

    @Override
    public Committed commit(Turn turn) {
        return store.commit(turn, self.id(), MemoryStore.Fault.NONE);
    }
}
