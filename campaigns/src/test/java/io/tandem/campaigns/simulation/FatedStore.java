package io.tandem.campaigns.simulation;

import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.Template;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.SchedulerStore;
import io.tandem.campaigns.ports.StoreUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The store as one process reaches it: with faults, and with an account of what was written. */
final class FatedStore implements SchedulerStore {

    private final MemoryStore store;
    private final Name self;
    private final Fate fate;
    private final VirtualClock clock;
    private final EventHash hash;
    private final Consumer<Happening> count;
    private final Consumer<TenantId> takenOver;

    /** @param takenOver is told of tenants that are this process's from now on */
    FatedStore(
            MemoryStore store,
            Name self,
            Fate fate,
            VirtualClock clock,
            EventHash hash,
            Consumer<Happening> count,
            Consumer<TenantId> takenOver) {
        this.store = store;
        this.self = self;
        this.fate = fate;
        this.clock = clock;
        this.hash = hash;
        this.count = count;
        this.takenOver = takenOver;
    }

    @Override
    public TakenOver takeOver(TenantId tenant, Instant now, InterruptedTarget rule) {
        fate.beforeRead();
        TakenOver ours = store.takeOver(tenant, self.id(), now, rule);
        if (ours == TakenOver.BUSY) {
            count.accept(Happening.TAKEOVER_BUSY);
        }
        if (ours == TakenOver.OURS) {
            takenOver.accept(tenant);
        }
        fate.betweenSteps();
        return ours;
    }

    @Override
    public void settle(TenantId tenant, Instant now, InterruptedTarget rule) {
        fate.beforeRead();
        store.settle(tenant, now, rule);
        fate.betweenSteps();
    }

    @Override
    public void release(TenantId tenant) {
        fate.beforeRead();
        store.release(tenant, self.id());
        count.accept(Happening.RELEASED);
        fate.betweenSteps();
    }

    @Override
    public List<OpenCall> openElsewhere(TenantId tenant) {
        fate.beforeRead();
        List<OpenCall> open = store.openElsewhere(tenant, self.id());
        open.forEach(call -> count.accept(Happening.CALLS_ELSEWHERE));
        return open;
    }

    @Override
    public Desk load(TenantId tenant) {
        fate.beforeRead();
        Desk read = store.load(tenant, self.id());
        fate.betweenSteps();
        return read;
    }

    @Override
    public List<Target> due(Shelf shelf, @Nullable Place behind, Instant now, int limit) {
        fate.beforeRead();
        return store.due(shelf, behind, now, limit);
    }

    @Override
    public Optional<Instant> nextDue(Shelf shelf, Instant after) {
        fate.beforeRead();
        return store.nextDue(shelf, after);
    }

    @Override
    public Set<UUID> withPushes(TenantId tenant, Collection<UUID> lists) {
        fate.beforeRead();
        return store.withPushes(tenant, lists);
    }

    @Override
    public Expiring expiring(TenantId tenant, Instant now, int limit) {
        fate.beforeRead();
        return store.expiring(tenant, now, limit);
    }

    @Override
    public Map<UUID, Template> templates(TenantId tenant, Collection<UUID> ids) {
        fate.beforeRead();
        return store.templates(tenant, ids);
    }

    @Override
    public Set<String> doNotCall(TenantId tenant, Collection<String> numbers) {
        fate.beforeRead();
        return store.doNotCall(tenant, numbers);
    }

    @Override
    public Map<String, Integer> attempts(TenantId tenant, Collection<String> numbers, Instant from, Instant to) {
        fate.beforeRead();
        return store.attempts(tenant, numbers, from, to);
    }

    @Override
    public int recall(TenantId tenant, String rule) {
        fate.beforeRead();
        int recalled = store.recall(tenant, rule);
        if (recalled > 0) {
            count.accept(Happening.RECALLED);
        }
        fate.betweenSteps();
        return recalled;
    }

    @Override
    public Committed commit(Turn turn) {
        hash.add(told(turn));
        MemoryStore.Fault fault = fate.onCommit(turn);
        if (fault == MemoryStore.Fault.LATE) {
            Runnable landing = store.commitLate(turn, self.id(), fate.nextInt(3) > 0);
            clock.timerOf(store)
                    .after(Duration.ofMillis(1 + fate.nextInt((int) Fate.LATEST_LANDING.toMillis())), landing);
            fate.inDoubt();
            throw new StoreUnavailable("simulated: commit under way", new IllegalStateException());
        }
        Committed committed;
        try {
            committed = store.commit(turn, self.id(), fault);
        } catch (StoreUnavailable doubtful) {
            fate.inDoubt();
            throw doubtful;
        }
        turn.takeBacks().forEach(takeBack -> count.accept(Happening.TAKEN_BACK));
        turn.claims().stream()
                .filter(claim -> !committed.claimed().contains(claim.attempt().id()))
                .forEach(claim -> count.accept(Happening.CLAIM_REFUSED));
        if (!committed.claimed().isEmpty()) {
            fate.claimed();
        }
        fate.betweenSteps();
        return committed;
    }

    private static String told(Turn turn) {
        StringBuilder text = new StringBuilder().append(turn.now()).append(turn.batch());
        turn.claims()
                .forEach(claim -> text.append(" claim ").append(claim.attempt().id()));
        turn.takeBacks().forEach(takeBack -> text.append(" back ").append(takeBack.attempt()));
        turn.expiries()
                .forEach(expiry ->
                        text.append(" expired ").append(expiry.record().id()));
        turn.closedTargets()
                .forEach(closed -> text.append(" closed ").append(closed.from().id()));
        turn.refusals()
                .forEach(refusal -> text.append(" refused ")
                        .append(refusal.campaign())
                        .append(refusal.reason())
                        .append(refusal.from() == null ? "" : refusal.from().id()));
        turn.moves()
                .forEach(move -> text.append(' ')
                        .append(move.campaign())
                        .append(move.to().state()));
        turn.outcomes()
                .forEach(outcome -> text.append(' ')
                        .append(outcome.attempt())
                        .append(outcome.disposition())
                        .append(outcome.next()));
        return text.toString();
    }
}
