package io.tandem.campaigns.scheduler;

import io.tandem.campaigns.model.Address;
import io.tandem.campaigns.model.CallAttempt;
import io.tandem.campaigns.model.Disposition;
import io.tandem.campaigns.model.Push;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetState;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.SchedulerStore;
import io.tandem.campaigns.ports.SchedulerStore.ClosedTarget;
import io.tandem.campaigns.ports.SchedulerStore.Expiring;
import io.tandem.campaigns.ports.SchedulerStore.Expiry;
import io.tandem.campaigns.ports.SchedulerStore.Overdue;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Ends one tenant's pushed targets whose time is over, at that instant and whatever their campaigns do. Who was never
 * called gets a FAILED record under the id that the client was told; who waits for a retry has its record already.
 * (autocall-v3.md, D36)
 */
final class Expiries {

    private static final int BATCH = 500;
    /** In the record of a push whose campaign was stopped before its time was over. */
    private static final UUID NO_RUN = new UUID(0, 0);

    private final TenantId tenant;
    private final SchedulerStore store;
    private final Draft draft;
    private Instant nextLook = Instant.MIN;

    Expiries(TenantId tenant, SchedulerStore store, Draft draft) {
        this.tenant = tenant;
        this.store = store;
        this.draft = draft;
    }

    /** The tenant was read anew: there may be new pushes, or some that were put back. */
    void refreshed() {
        nextLook = Instant.MIN;
    }

    /** When the next one's time is over; {@link Instant#MAX} for never. */
    Instant nextLook() {
        return nextLook;
    }

    /** Ends those whose time is over now. Returns whether there are any. */
    boolean end(Instant now) {
        if (now.isBefore(nextLook)) {
            return false;
        }
        Expiring read = store.expiring(tenant, now, BATCH);
        read.over().forEach(overdue -> end(overdue, now));
        nextLook = read.over().size() == BATCH ? now : read.next().orElse(Instant.MAX);
        return !read.over().isEmpty();
    }

    private void end(Overdue overdue, Instant now) {
        CallAttempt failed = overdue.target().goesFirst() ? failed(overdue, now) : null;
        if (failed == null) {
            draft.closed.add(new ClosedTarget(overdue.target(), TargetState.EXHAUSTED));
        } else {
            draft.expiries.add(new Expiry(overdue.target(), failed));
        }
    }

    /** Null if there is nobody to whom the record could belong. */
    private static @Nullable CallAttempt failed(Overdue overdue, Instant now) {
        Target target = overdue.target();
        Push push = Objects.requireNonNull(target.push());
        Instant end = Objects.requireNonNull(push.expires());
        int index = firstDestination(target);
        UUID campaign = overdue.campaign();
        if (index < 0 || campaign == null) {
            return null;
        }
        Address to = Objects.requireNonNull(target.destinations().get(index));
        return new CallAttempt(
                target.tenant(),
                push.call(),
                campaign,
                Objects.requireNonNullElse(overdue.run(), NO_RUN),
                null,
                target.list(),
                target.id(),
                null,
                null,
                null,
                null,
                to,
                index,
                target.tries().get(index) + 1,
                end,
                null,
                null,
                end,
                null,
                Disposition.FAILED,
                false,
                Duration.ZERO,
                now,
                null);
    }

    private static int firstDestination(Target target) {
        for (int index = 0; index < Target.DESTINATIONS; index++) {
            if (target.destinations().get(index) != null) {
                return index;
            }
        }
        return -1;
    }
}
