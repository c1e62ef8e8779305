package io.tandem.gateway.engine;

import io.tandem.campaigns.model.CampaignState;
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
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The scheduler's store, which tells the worker of re-plannings when a campaign moved by itself: one that takes up a list of
 * another has its targets re-planned, and no request is there to say so. An answer that was lost is made good by the
 * worker's own look at what is open.
 */
final class WakingStore implements SchedulerStore {

    private final SchedulerStore store;
    private final Consumer<TenantId> wake;

    /** @param wake is told of tenants that may have re-plannings to be worked off; returns at once */
    WakingStore(SchedulerStore store, Consumer<TenantId> wake) {
        this.store = store;
        this.wake = wake;
    }

    @Override
    public Committed commit(Turn turn) {
        Committed held = store.commit(turn);
        for (CampaignMove move : turn.moves()) {
            boolean mayOpen =
                    move.to().state() == CampaignState.RUNNING || move.from().state() == CampaignState.STOPPING;
            boolean moved = mayOpen && held.moved().contains(move.campaign());
            if (moved || (move.next() != null && held.started().contains(move.next()))) {
                wake.accept(move.tenant());
            }
        }
        return held;
    }

    @Override
    public TakenOver takeOver(TenantId tenant, Instant now, InterruptedTarget rule) {
        return store.takeOver(tenant, now, rule);
    }

    @Override
    public void settle(TenantId tenant, Instant now, InterruptedTarget rule) {
        store.settle(tenant, now, rule);
    }

    @Override
    public void release(TenantId tenant) {
        store.release(tenant);
    }

    @Override
    public List<OpenCall> openElsewhere(TenantId tenant) {
        return store.openElsewhere(tenant);
    }

    @Override
    public Desk load(TenantId tenant) {
        return store.load(tenant);
    }

    @Override
    public List<Target> due(Shelf shelf, @Nullable Place behind, Instant now, int limit) {
        return store.due(shelf, behind, now, limit);
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
    public Map<String, Integer> attempts(TenantId tenant, Collection<String> numbers, Instant from, Instant to) {
        return store.attempts(tenant, numbers, from, to);
    }

    @Override
    public int recall(TenantId tenant, String rule) {
        return store.recall(tenant, rule);
    }

    @Override
    public Optional<Instant> nextDue(Shelf shelf, Instant after) {
        return store.nextDue(shelf, after);
    }

    @Override
    public Set<String> doNotCall(TenantId tenant, Collection<String> numbers) {
        return store.doNotCall(tenant, numbers);
    }
}
