package io.tandem.campaigns.ports;

import io.tandem.campaigns.model.Disposition;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetState;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.SchedulerStore.NextState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Re-plannings that are open: campaigns whose tries, delay or retry-on changed, or that took up a list which another ran
 * before, and how far their targets follow. Every
 * method but {@link #open()} belongs inside {@link Transactions#inTenant}. (design section 5, "A plan edit")
 */
public interface ReplanStore {

    /**
     * One campaign's re-planning.
     *
     * @param next everything before it follows the plan already; null for nothing yet
     */
    record Replan(TenantId tenant, UUID campaign, @Nullable Position next) {}

    /**
     * A place in the order in which targets are gone through: by list, in it those that wait for a retry before those
     * that are exhausted, by due instant, by id.
     *
     * @param due of the last target that is done with, null, as {@code target}, for before the first
     */
    record Position(
            UUID list,
            TargetState phase,
            @Nullable Instant due,
            @Nullable UUID target) {

        public static Position startOf(UUID list) {
            return new Position(list, TargetState.RETRY, null, null);
        }
    }

    /** How the last attempt at a target ended. */
    record LastAttempt(Disposition disposition, Duration talk, Instant ended) {}

    /** A living target that is in no call, and its last attempt; null if it never had one. */
    record Idle(Target target, @Nullable LastAttempt last) {}

    /** Where a target goes; holds only if nothing else happened to it since it was read. */
    record Moved(Target from, NextState to) {}

    /** Opens a re-planning in the transaction of the edit; one that is open begins anew. */
    void open(TenantId tenant, UUID campaign);

    /**
     * A campaign that runs was written, by a start or with other lists: from now on its plan judges what waits in them.
     * Where another campaign's did so far, its re-planning is opened; where its own did, nothing is written. Belongs in the
     * transaction that writes the campaign, after it. (mapping.md, row targets)
     *
     * @return whether it opened one
     */
    boolean takeUp(TenantId tenant, UUID campaign);

    /** The campaign whose plan judges a list's targets: the one that ran it last; empty if none did, or it is not known. */
    Optional<UUID> judge(TenantId tenant, UUID list);

    /** Takes a campaign's re-planning until the transaction ends; empty if none is open or another process has it. */
    Optional<Replan> take(TenantId tenant, UUID campaign);

    void progress(Replan replan);

    void close(Replan replan);

    /** The next living targets of the position's list and phase (RETRY or EXHAUSTED), those behind its target. */
    List<Idle> from(TenantId tenant, Position position, int limit);

    /** Moves targets, the list's tallies with them; returns how many moves held. */
    int move(TenantId tenant, List<Moved> moves);

    List<Replan> open(TenantId tenant);

    /** Those of all living tenants. */
    List<Replan> open();
}
