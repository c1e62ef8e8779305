package io.tandem.campaigns.ports;

import io.tandem.campaigns.model.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The table of network prefixes that the installation goes by, and how far stored targets follow it. The operator's,
 * outside any tenant's transaction, up to {@link #take}; what follows belongs inside {@link Transactions#inTenant}.
 */
public interface NetworkStore {

    /** The table that is kept, after this one is if there was none. */
    String tableOr(String table);

    /**
     * Keeps another table and opens a pass over every tenant's targets, together.
     *
     * @return false if the table that is kept was not {@code from}: nothing is written then
     */
    boolean change(String from, String to);

    /** Opens every tenant's pass anew: something may have been written by an older table meanwhile. */
    void openAll();

    /** Tenants whose pass nobody has finished. */
    List<TenantId> open();

    /** Takes a tenant's pass until the transaction ends; empty if none is open or another process has it. */
    Optional<Pass> take(TenantId tenant);

    void progress(Pass pass);

    void close(TenantId tenant);

    /** The next targets by id behind the pass's place, deleted ones too; once it has scanned, of those left only. */
    List<Addressed> next(Pass pass, int limit);

    /**
     * Writes networks, of targets that nobody works on, whose number is still that one and whose network no client gave.
     * Nothing else of them changes.
     *
     * @return those that were passed over because they are in a call, or somebody has them at this moment
     */
    Set<UUID> write(TenantId tenant, List<Derived> networks);

    /** Remembers targets for the time after their calls. */
    void leave(TenantId tenant, Collection<UUID> targets);

    /** They are done with, if they were left. */
    void met(TenantId tenant, Collection<UUID> targets);

    boolean anyLeft(TenantId tenant);

    /**
     * One tenant's pass.
     *
     * @param after everything up to this target is done with, null for nothing yet
     * @param scanned whether all targets were looked at, and only those left are
     */
    record Pass(TenantId tenant, @Nullable UUID after, boolean scanned) {}

    /**
     * What a pass needs to know of a target.
     *
     * @param number E.164 of destination 0, null if it is none
     * @param fixed whether it keeps its network: a client gave it, or the target is deleted
     */
    record Addressed(UUID target, @Nullable String number, String network, boolean fixed) {}

    /** The network that a number has by the table. */
    record Derived(UUID target, @Nullable String number, String network) {}
}
