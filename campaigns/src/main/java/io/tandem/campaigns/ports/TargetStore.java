package io.tandem.campaigns.ports;

import io.tandem.campaigns.model.Disposition;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetState;
import io.tandem.campaigns.model.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The targets. Every method belongs inside {@link Transactions#inTenant}. Inserts and deletes keep the lists' tallies
 * ({@link TallyStore}) true.
 */
public interface TargetStore {

    /** The target, living or soft-deleted. */
    Optional<Target> find(TenantId tenant, UUID id);

    /** Those of the targets that there are, living or soft-deleted, by id. */
    Map<UUID, Target> find(TenantId tenant, Collection<UUID> ids);

    Optional<Target> lock(TenantId tenant, UUID id);

    /**
     * A page of living targets, newest first.
     *
     * @param list only of this list, null for all
     * @param campaign only of lists made for this campaign, null for all
     * @param number only with this number (E.164) as destination 0, null for all
     */
    List<Target> page(
            TenantId tenant, @Nullable UUID list, @Nullable UUID campaign, @Nullable String number, Page page);

    /**
     * As {@link #page}, of those whose last attempt started between two instants: from the first on, before the second;
     * null for no bound.
     */
    List<Target> calledBetween(
            TenantId tenant,
            @Nullable UUID list,
            @Nullable UUID campaign,
            @Nullable Instant from,
            @Nullable Instant to,
            Page page);

    /** How many {@link #calledBetween} would list without a limit. */
    long countCalledBetween(
            TenantId tenant,
            @Nullable UUID list,
            @Nullable UUID campaign,
            @Nullable Instant from,
            @Nullable Instant to);

    /** How many {@link #page} would list without a limit. */
    long count(TenantId tenant, @Nullable UUID list, @Nullable UUID campaign, @Nullable String number);

    /** Which of the numbers (E.164) some living target of the list has as destination 0. */
    Set<String> numbersIn(TenantId tenant, UUID list, Collection<String> numbers);

    /** Adds new targets in one batch. */
    void insertAll(TenantId tenant, List<Target> targets);

    /** Overwrites what a client may edit: everything but state, tries, attempt, last disposition, last call and push. */
    void update(Target target);

    /** Deletes softly; a call that is up goes on and keeps its record. */
    void delete(Target target);

    /**
     * Makes a part of a list's living targets FRESH again, with no tries made, due at {@code at}; those in a call are
     * left alone, and those that were pushed and whose time is over. Other pushed ones are ordinary targets then.
     *
     * @param states those in one of these
     * @param last whose last attempt ended so; empty for however
     * @param after where the part before this one ended; null to begin
     * @param limit targets looked at, at most
     */
    ResetPart reset(
            TenantId tenant,
            UUID list,
            Set<TargetState> states,
            Set<Disposition> last,
            Instant at,
            @Nullable Place after,
            int limit);

    /**
     * What a part of a reset did.
     *
     * @param end where it ended; null when the list is through
     */
    record ResetPart(long reset, @Nullable Place end) {}

    /** A place in the order of a list. */
    record Place(Instant created, UUID id) {}

    /** Opens a living target that do-not-call has closed, in the state that {@code target} has; it is due when it was. */
    void reopen(Target target);

    /** Deletes softly every target of the list, called or not, and tells how many. */
    long deleteIn(TenantId tenant, UUID list, Instant at);
}
