package io.tandem.campaigns.ports;

import io.tandem.campaigns.model.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The processes that serve one database together, each a replica, and how they hear of each other. Every method may throw
 * {@link StoreUnavailable}. (design section 5, one owner per tenant)
 */
public interface Replicas {

    /** Makes this process known, and keeps in touch until the link is closed or breaks. */
    Link join();

    /** Others shall own the tenants from now on; this replica only finishes its calls. */
    void leave();

    /** This process has no call up and says goodbye. */
    void forget();

    /** A tenant was made, and somebody has to own it. */
    void created(TenantId tenant);

    /** Tells a tenant's owner, if it is another replica, that something changed. */
    void changed(TenantId tenant);

    /** How many forbidding writes of the tenant were committed so far. */
    long epoch(TenantId tenant);

    /** Whether the owner has taken in all forbidding writes up to {@code epoch}, or there is none that may place calls. */
    boolean isTakenIn(TenantId tenant, long epoch);

    /** Tells those who wait that this replica, if it owns the tenant, has taken the write in. */
    void acknowledge(Notice.Forbidden write);

    /** One connection to the others; one thread uses it. */
    interface Link extends AutoCloseable {

        /**
         * Says that this replica lives, and asks who else does.
         *
         * @param fit whether it can place calls; if not, others shall own its tenants until it can
         */
        Beat beat(boolean fit);

        /** Every tenant and who owns it. */
        List<Holding> holdings();

        /** Tenants of this replica with a forbidding write that is not acknowledged. */
        List<Notice.Forbidden> unacknowledged();

        /** What the others said since the last call; waits for it at most this long. */
        List<Notice> await(Duration longest) throws InterruptedException;

        /** Says nothing: the replica counts as alive until its lease is over. */
        @Override
        void close();
    }

    /**
     * An answered heartbeat.
     *
     * @param self the name of this replica; another one than before if the others had given it up for dead
     * @param lease how long others trust it from when the heartbeat was sent; null where there are no others
     * @param living every replica that is trusted now, fit, and does not leave, in a fixed order
     * @param gone whether a replica was found dead by this beat: its calls died with it
     * @param databaseTime the database's clock, between sending and answer; null where it is this machine's
     */
    record Beat(
            UUID self,
            @Nullable Duration lease,
            List<UUID> living,
            boolean gone,
            @Nullable Instant databaseTime) {}

    /** Who owns a tenant, deleted or not; null for nobody. */
    record Holding(TenantId tenant, @Nullable UUID owner) {}

    /** What one replica tells the others. */
    sealed interface Notice {

        /** A change that may let calls start, or a call of the tenant ended that its owner did not place. */
        record Changed(TenantId tenant) implements Notice {}

        /** A write that forbids calls was committed, the {@code epoch}-th of the tenant. */
        record Forbidden(TenantId tenant, long epoch) implements Notice {}

        /** The tenant's owner has taken in forbidding writes. */
        record Acknowledged(TenantId tenant) implements Notice {}

        /** Nobody owns the tenant. */
        record Free(TenantId tenant) implements Notice {}

        /** A replica came, leaves, or was found dead. */
        record Members(boolean gone) implements Notice {}
    }
}
