package io.tandem.campaigns.service;

import io.tandem.campaigns.model.Stored;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.NamedStore;
import io.tandem.campaigns.ports.ObjectStore;
import io.tandem.campaigns.ports.Owner;
import io.tandem.campaigns.ports.Page;
import io.tandem.campaigns.ports.Transactions;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Creating, reading, changing and deleting objects of one kind: plans, lists, carriers, templates, queues, agents, tags.
 *
 * @param <T> the kind
 */
public final class ObjectService<T extends Stored> {

    /**
     * What differs between kinds.
     *
     * @param thing its name in failures
     * @param touched the object with its time of change
     * @param deleted the object with its time of deletion
     * @param users the campaigns that use an object; what one at work uses cannot be deleted
     * @param always whether making or deleting one matters to the scheduler too; an edit always does
     * @param edits what an edit leads to
     */
    public record Kind<T>(
            Failure.Thing thing,
            BiFunction<T, Instant, T> touched,
            BiFunction<T, Instant, T> deleted,
            Users users,
            boolean always,
            Edits<T> edits) {

        /** A kind whose edits lead to nothing more. */
        public Kind(
                Failure.Thing thing,
                BiFunction<T, Instant, T> touched,
                BiFunction<T, Instant, T> deleted,
                Users users,
                boolean always) {
            this(thing, touched, deleted, users, always, (before, after) -> () -> {});
        }
    }

    /** What follows an edit. */
    @FunctionalInterface
    public interface Edits<T> {

        /** Does what belongs in the edit's transaction; what it returns runs after the commit, the owner being told. */
        Runnable edited(T before, T after);
    }

    private final Kind<T> kind;
    private final ObjectStore<T> store;
    private final Transactions transactions;
    private final Owner owner;
    private final InstantSource clock;

    public ObjectService(
            Kind<T> kind, ObjectStore<T> store, Transactions transactions, Owner owner, InstantSource clock) {
        this.kind = kind;
        this.store = store;
        this.transactions = transactions;
        this.owner = owner;
        this.clock = clock;
    }

    /** The living object; {@link Failure.NotFound} if there is none. */
    public T get(TenantId tenant, UUID id) {
        return transactions.inTenant(
                tenant, () -> store.findLiving(tenant, id).orElseThrow(() -> new Failure.NotFound(kind.thing)));
    }

    /** The object, deleted or not. */
    public Optional<T> find(TenantId tenant, UUID id) {
        return transactions.inTenant(tenant, () -> store.find(tenant, id));
    }

    public List<T> page(TenantId tenant, Page page) {
        return transactions.inTenant(tenant, () -> store.page(tenant, page));
    }

    public long count(TenantId tenant) {
        return transactions.inTenant(tenant, () -> store.count(tenant));
    }

    public T create(T object) {
        unlessReserved(() -> transactions.inTenant(object.tenant(), () -> {
            store.insert(object);
            return object;
        }));
        if (kind.always) {
            owner.changed(object.tenant());
        }
        return object;
    }

    /** Changes a living object; its time of change moves even if nothing else does. */
    public T edit(TenantId tenant, UUID id, UnaryOperator<T> change) {
        Edited<T> edited = unlessReserved(() -> transactions.inTenant(tenant, () -> {
            T current = store.lockLiving(tenant, id).orElseThrow(() -> new Failure.NotFound(kind.thing));
            T changed = change.apply(current);
            T touched = kind.touched.apply(changed, now());
            store.update(touched);
            return new Edited<>(touched, kind.edits.edited(current, touched));
        }));
        try {
            // Even if nothing differs: it may be the second try of an edit whose first answer said that it is not taken
            // in.
            owner.forbade(tenant);
        } finally {
            edited.then.run();
        }
        return edited.object;
    }

    /** Deletes softly; {@link Failure.InUse} if a campaign that runs, or has yet to stop, uses it. */
    public T delete(TenantId tenant, UUID id) {
        T gone = transactions.inTenant(tenant, () -> {
            kind.users.lock(tenant, id);
            T current = store.lockLiving(tenant, id).orElseThrow(() -> new Failure.NotFound(kind.thing));
            if (kind.users.isAnyAtWork(tenant, id)) {
                throw new Failure.InUse(kind.thing);
            }
            Instant now = now();
            T deleted = kind.deleted.apply(kind.touched.apply(current, now), now);
            store.update(deleted);
            return deleted;
        });
        if (kind.always) {
            owner.forbade(tenant);
        }
        return gone;
    }

    private <R> R unlessReserved(Supplier<R> write) {
        try {
            return write.get();
        } catch (NamedStore.NameReserved taken) {
            throw new Failure.NameTaken(kind.thing);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private record Edited<T>(T object, Runnable then) {}
}
