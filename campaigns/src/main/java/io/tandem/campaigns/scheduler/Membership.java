package io.tandem.campaigns.scheduler;

import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.Replicas;
import io.tandem.campaigns.ports.Replicas.Beat;
import io.tandem.campaigns.ports.Replicas.Holding;
import io.tandem.campaigns.ports.Replicas.Notice;
import io.tandem.campaigns.ports.StoreUnavailable;
import io.tandem.campaigns.rules.Assignment;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What one replica makes of the others: keeps its lease, tells its scheduler which tenants to own and to give up, and
 * passes on what the others say. Decides by the answers of a {@link Replicas.Link}; whoever gives it the thread calls
 * {@link #joined} on a new link, then {@link #beat} in time and {@link #heard} with all that comes in between.
 */
public final class Membership {

    /** Beats in a lease: two may get lost. */
    public static final int BEATS_PER_LEASE = 4;
    /** Beats in which all tenants are looked at once for which no word of a change came. */
    private static final int SAFETY = 16;

    private static final System.Logger LOG = System.getLogger(Membership.class.getName());

    private final Inbox inbox;
    private final Lease lease;
    private final Replicas replicas;
    private final Executor writes;
    private final Consumer<TenantId> takenIn;
    private final Predicate<@Nullable Instant> clockIsRight;

    private @Nullable UUID self;
    private List<UUID> living = List.of();
    private final Set<TenantId> givenUp = new HashSet<>();
    private boolean fit = true;
    private int beats;

    /**
     * @param writes where acknowledgements are written, off the scheduler's thread
     * @param takenIn is told when a tenant's owner may have taken in forbidding writes
     * @param clockIsRight whether this replica's clock is near enough to the database's, given what that shows (null
     *     where it is the same); it places no calls while it is not
     */
    public Membership(
            Inbox inbox,
            Lease lease,
            Replicas replicas,
            Executor writes,
            Consumer<TenantId> takenIn,
            Predicate<@Nullable Instant> clockIsRight) {
        this.inbox = inbox;
        this.lease = lease;
        this.replicas = replicas;
        this.writes = writes;
        this.takenIn = takenIn;
        this.clockIsRight = clockIsRight;
    }

    /** A link is new: what was said while there was none is lost. */
    public void joined(Replicas.Link link) {
        living = List.of();
        inbox.everyoneChanged();
        beat(link);
        inbox.replicaGone();
        link.unacknowledged().forEach(this::forbidden);
    }

    /**
     * Sends a heartbeat and acts on its answer.
     *
     * @return how long others trust this replica; null if there are none
     */
    public @Nullable Duration beat(Replicas.Link link) {
        long sent = lease.now();
        Beat beat = link.beat(fit);
        Duration length = beat.lease();
        boolean expelled = self != null && !self.equals(beat.self());
        self = beat.self();
        if (expelled) {
            inbox.expelled();
        }
        extend(beat, sent);
        if (beat.gone()) {
            inbox.replicaGone();
        }
        boolean safety = ++beats % SAFETY == 0;
        if (expelled || safety || !living.equals(beat.living())) {
            living = beat.living();
            assign(link);
        }
        inbox.someChanged(beats % SAFETY, SAFETY);
        if (safety) {
            inbox.replicaGone();
            link.unacknowledged().forEach(this::forbidden);
        }
        return length;
    }

    private void extend(Beat beat, long sent) {
        Duration length = beat.lease();
        boolean over = lease.isOver();
        if (over) {
            // Before the lease: what is decided under it is decided by what was read under it.
            inbox.everyoneChanged();
        }
        fit = clockIsRight.test(beat.databaseTime());
        if (!fit) {
            lease.end();
        } else if (length == null) {
            lease.extendAlone();
        } else {
            lease.extend(sent, length);
        }
        if (over) {
            // A turn in between may have read everything and started nothing.
            inbox.everyoneChanged();
        }
    }

    private void assign(Replicas.Link link) {
        for (Holding holding : link.holdings()) {
            boolean mine = isMine(holding.tenant());
            boolean held = self != null && self.equals(holding.owner());
            if (mine && !held) {
                inbox.own(holding.tenant());
            } else if (!mine && held) {
                inbox.giveUp(holding.tenant());
                givenUp.add(holding.tenant());
            } else if (mine && givenUp.remove(holding.tenant())) {
                inbox.keep(holding.tenant());
            }
        }
    }

    private boolean isMine(TenantId tenant) {
        return Assignment.ownerOf(tenant, living).filter(id -> id.equals(self)).isPresent();
    }

    /** Acts on what another replica said. */
    public void heard(Replicas.Link link, Notice notice) {
        if (notice instanceof Notice.Changed changed) {
            inbox.changed(changed.tenant());
        } else if (notice instanceof Notice.Forbidden forbidden) {
            forbidden(forbidden);
        } else if (notice instanceof Notice.Acknowledged done) {
            takenIn.accept(done.tenant());
        } else if (notice instanceof Notice.Free free) {
            takenIn.accept(free.tenant());
            if (isMine(free.tenant())) {
                inbox.own(free.tenant());
            }
        } else if (notice instanceof Notice.Members members) {
            if (members.gone()) {
                inbox.replicaGone();
            }
            beat(link);
        }
    }

    private void forbidden(Notice.Forbidden write) {
        inbox.forbade(write.tenant())
                .thenAcceptAsync(
                        mine -> {
                            if (mine) {
                                acknowledge(write);
                            }
                        },
                        writes);
    }

    private void acknowledge(Notice.Forbidden write) {
        try {
            replicas.acknowledge(write);
        } catch (StoreUnavailable later) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "tenant {0}: a forbidding write is taken in, which could not be said: {1}",
                    write.tenant(),
                    later.getMessage());
        }
    }
}
