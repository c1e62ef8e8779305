package io.tandem.campaigns.simulation;

import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.SchedulerStore;
import io.tandem.campaigns.ports.StoreUnavailable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The store as one process reaches it: with faults, and with an account of what was written. */
final class FatedStore implements SchedulerStore {

    private final MemoryStore store;
    private final Fate fate;
    private final EventHash hash;
    private final Consumer<Happening> count;
    private final Runnable trouble;

    /** @param trouble is run when a call fails: the scheduler will wait for a while */
    FatedStore(MemoryStore store, Fate fate, EventHash hash, Consumer<Happening> count, Runnable trouble) {
        this.store = store;
        this.fate = fate;
        this.hash = hash;
        this.count = count;
        this.trouble = trouble;
    }

    @Override
    public TakenOver takeOver(TenantId tenant, Instant now, InterruptedTarget rule) {
        beforeRead();
        TakenOver ours = store.takeOver(tenant, now, rule);
        fate.betweenSteps();
        return ours;
    }

    @Override
    public void settle(TenantId tenant, Instant now, InterruptedTarget rule) {
        beforeRead();
        store.settle(tenant, now, rule);
        fate.betweenSteps();
    }

    @Override
    public void release(TenantId tenant) {
        beforeRead();
        store.release(tenant);
        fate.betweenSteps();
    }

    @Override
    public List<OpenCall> openElsewhere(TenantId tenant) {
        beforeRead();
        return store.openElsewhere(tenant);
    }

    @Override
    public Desk load(TenantId tenant) {
        beforeRead();
        Desk read = store.load(tenant);
        fate.betweenSteps();
        return read;
    }

    @Override
    public List<Target> due(Shelf shelf, Instant now, int limit) {
        beforeRead();
        return store.due(shelf, now, limit);
    }

    @Override
    public Optional<Instant> nextDue(Shelf shelf, Instant after) {
        beforeRead();
        return store.nextDue(shelf, after);
    }

    @Override
    public Set<String> doNotCall(TenantId tenant, Collection<String> numbers) {
        beforeRead();
        return store.doNotCall(tenant, numbers);
    }

    private void beforeRead() {
        try {
            fate.beforeRead();
        } catch (StoreUnavailable failed) {
            trouble.run();
            throw failed;
        }
    }

    @Override
    public Committed commit(Turn turn) {
        hash.add(told(turn));
        MemoryStore.Fault fault = fate.onCommit(turn);
        if (fault != MemoryStore.Fault.NONE) {
            trouble.run();
        }
        Committed committed = store.commit(turn, fault);
        turn.takeBacks().forEach(takeBack -> count.accept(Happening.TAKEN_BACK));
        turn.claims().stream()
                .filter(claim -> !committed.claimed().contains(claim.attempt().id()))
                .forEach(claim -> count.accept(Happening.CLAIM_REFUSED));
        fate.betweenSteps();
        return committed;
    }

    private static String told(Turn turn) {
        StringBuilder text = new StringBuilder().append(turn.now()).append(turn.batch());
        turn.claims()
                .forEach(claim -> text.append(" claim ").append(claim.attempt().id()));
        turn.takeBacks().forEach(takeBack -> text.append(" back ").append(takeBack.attempt()));
        turn.closedTargets()
                .forEach(closed -> text.append(" closed ").append(closed.from().id()));
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
