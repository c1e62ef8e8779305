package io.tandem.campaigns.service;

import io.tandem.campaigns.model.Address;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetList;
import io.tandem.campaigns.model.TargetState;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.ObjectStore;
import io.tandem.campaigns.ports.Owner;
import io.tandem.campaigns.ports.Page;
import io.tandem.campaigns.ports.TallyStore;
import io.tandem.campaigns.ports.TargetStore;
import io.tandem.campaigns.ports.TenantStore;
import io.tandem.campaigns.ports.Transactions;
import io.tandem.campaigns.service.Failure.Reason;
import io.tandem.campaigns.service.Failure.Thing;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What clients do to targets. */
public final class TargetService {

    private final TargetStore targets;
    private final ObjectStore<TargetList> lists;
    private final TenantStore tenants;
    private final TallyStore tallies;
    private final Transactions transactions;
    private final Owner owner;
    private final InstantSource clock;

    public TargetService(
            CampaignStores stores, TallyStore tallies, Transactions transactions, Owner owner, InstantSource clock) {
        this.targets = stores.targets();
        this.lists = stores.lists();
        this.tenants = stores.tenants();
        this.tallies = tallies;
        this.transactions = transactions;
        this.owner = owner;
        this.clock = clock;
    }

    /** Whether a number that a list has already may be added to it again. */
    public enum Repeats {
        ADDED,
        /** Left out, within what is added too. (decision D24) */
        LEFT_OUT
    }

    /**
     * Adds targets to a living list, all or none of those that are not repeats.
     *
     * @return the indices of those left out as repeats, ascending
     * @throws Failure.UnknownReference if the list does not live
     * @throws Failure.Refused if the tenant's limit would be passed
     */
    public List<Integer> add(TenantId tenant, UUID list, List<Target> added, Repeats repeats) {
        Added result = transactions.inTenant(tenant, () -> {
            Added counted = addWithin(tenant, list, added, repeats);
            long kept = (long) added.size() - counted.leftOut.size();
            tallies.add(tenant, list, Map.of(TallyStore.IMPORTED, kept));
            return counted;
        });
        if (result.wakes) {
            owner.changed(tenant);
        }
        return result.leftOut;
    }

    /** As {@link #add}, inside the caller's transaction; the caller tells the owner if {@link Added#wakes} says so. */
    Added addWithin(TenantId tenant, UUID list, List<Target> added, Repeats repeats) {
        if (lists.lockLiving(tenant, list).isEmpty()) {
            throw new Failure.UnknownReference(Thing.TARGET_LIST, list);
        }
        List<Integer> leftOut = repeats == Repeats.ADDED ? List.of() : repeated(tenant, list, added);
        Set<Integer> skipped = new HashSet<>(leftOut);
        List<Target> kept = new ArrayList<>();
        for (int i = 0; i < added.size(); i++) {
            if (!skipped.contains(i)) {
                kept.add(added.get(i));
            }
        }
        if (!kept.isEmpty()) {
            targets.insertAll(tenant, kept);
            count(tenant, kept.size());
        }
        return new Added(leftOut, !kept.isEmpty());
    }

    record Added(List<Integer> leftOut, boolean wakes) {}

    private List<Integer> repeated(TenantId tenant, UUID list, List<Target> added) {
        List<String> numbers = new ArrayList<>();
        for (Target target : added) {
            String number = numberOf(target);
            if (number != null) {
                numbers.add(number);
            }
        }
        Set<String> taken = new HashSet<>(targets.numbersIn(tenant, list, numbers));
        List<Integer> repeated = new ArrayList<>();
        for (int i = 0; i < added.size(); i++) {
            String number = numberOf(added.get(i));
            if (number != null && !taken.add(number)) {
                repeated.add(i);
            }
        }
        return repeated;
    }

    private static @Nullable String numberOf(Target target) {
        Address first = target.destinations().get(0);
        return first == null ? null : first.destination().text();
    }

    /**
     * The tenant's own tally of targets, so that its limit is never a count over rows. Added to before it is read: who
     * adds has it locked, so that of two at once the second sees the first. Behind the list's tallies, as deletions do
     * it, so that the two never wait for each other.
     */
    private void count(TenantId tenant, int added) {
        long most = tenants.find(tenant)
                .orElseThrow(() -> new Failure.NotFound(Thing.TENANT))
                .caps()
                .leads();
        tallies.add(tenant, tenant.value(), Map.of(TallyStore.TOTAL, (long) added));
        if (tallies.of(tenant, tenant.value()).getOrDefault(TallyStore.TOTAL, 0L) > most) {
            throw new Failure.Refused(Reason.TARGET_LIMIT);
        }
    }

    /** The living target; {@link Failure.NotFound} if there is none. */
    public Target get(TenantId tenant, UUID id) {
        return transactions.inTenant(tenant, () -> living(targets.find(tenant, id)));
    }

    /** The target, deleted or not. */
    public Optional<Target> find(TenantId tenant, UUID id) {
        return transactions.inTenant(tenant, () -> targets.find(tenant, id));
    }

    /** Of a deleted list nothing is there any more. (decision D30) */
    private Target living(Optional<Target> found) {
        return found.filter(target -> target.deleted() == null)
                .filter(target ->
                        lists.findLiving(target.tenant(), target.list()).isPresent())
                .orElseThrow(() -> new Failure.NotFound(Thing.TARGET));
    }

    /** As {@link TargetStore#page}. */
    public List<Target> page(
            TenantId tenant, @Nullable UUID list, @Nullable UUID campaign, @Nullable String number, Page page) {
        return transactions.inTenant(tenant, () -> targets.page(tenant, list, campaign, number, page));
    }

    public long count(TenantId tenant, @Nullable UUID list, @Nullable UUID campaign, @Nullable String number) {
        return transactions.inTenant(tenant, () -> targets.count(tenant, list, campaign, number));
    }

    /**
     * Changes what a client may change of a living target.
     *
     * @throws Failure.NameTaken if it would bear a number that its list has already
     */
    public Target edit(TenantId tenant, UUID id, UnaryOperator<Target> change) {
        Target changed = transactions.inTenant(tenant, () -> {
            Target current = living(targets.lock(tenant, id));
            Target edited = change.apply(current).withUpdated(now());
            checkNumberIsNew(current, edited);
            targets.update(edited);
            return reopened(current, edited);
        });
        return told(tenant, changed);
    }

    /**
     * A target that was closed because its number must not be called is open again when it gets another; how many tries
     * it has left, and whether that number may be called, is asked when its turn comes.
     */
    private Target reopened(Target before, Target after) {
        if (before.state() != TargetState.DO_NOT_CALL || Objects.equals(numberOf(before), numberOf(after))) {
            return after;
        }
        TargetState state = after.calledCount() == 0 ? TargetState.FRESH : TargetState.RETRY;
        Target open = after.withState(state);
        targets.reopen(open);
        return open;
    }

    /** A number that changes must not be in the list already, as when it is added. (decision D24) */
    private void checkNumberIsNew(Target before, Target after) {
        String number = numberOf(after);
        if (number == null || number.equals(numberOf(before))) {
            return;
        }
        TenantId tenant = after.tenant();
        boolean listLives = lists.lockLiving(tenant, after.list()).isPresent();
        if (listLives
                && !targets.numbersIn(tenant, after.list(), List.of(number)).isEmpty()) {
            throw new Failure.NameTaken(Thing.TARGET);
        }
    }

    /** Deletes softly: never called again; a call that is up goes on. */
    public Target delete(TenantId tenant, UUID id) {
        Target changed = transactions.inTenant(tenant, () -> {
            Target current = living(targets.lock(tenant, id));
            Target deleted = current.withDeleted(now()).withUpdated(now());
            targets.delete(deleted);
            tallies.add(tenant, tenant.value(), Map.of(TallyStore.TOTAL, -1L));
            return deleted;
        });
        return told(tenant, changed);
    }

    private Target told(TenantId tenant, Target changed) {
        owner.forbade(tenant);
        return changed;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
