package io.tandem.persistence;

import io.micronaut.context.annotation.Property;
import io.micronaut.flyway.FlywayConfigurationProperties;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.support.DefaultTransactionDefinition;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.Transactions;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one way to the database. A transaction belongs to the tenants it was opened for: on PostgreSQL it names them to
 * the row-level security policies before anything else, and here {@link #of} hands its connection out for no other
 * tenant, so that work outside its tenant's transaction fails on both databases. A transaction stays on its thread.
 */
@Singleton
final class Database implements Transactions {

    private static final TransactionDefinition SNAPSHOT = snapshot();

    private final TransactionOperations<Connection> transactions;
    private final boolean postgres;
    private final ReplicaName self;
    private final ThreadLocal<@Nullable Open> open = new ThreadLocal<>();

    /**
     * @param migrations asked for so that they have run: they do when their settings come into being
     */
    Database(
            TransactionOperations<Connection> transactions,
            ReplicaName self,
            @Property(name = "datasources.default.url") String url,
            List<FlywayConfigurationProperties> migrations) {
        if (migrations.isEmpty()) {
            throw new IllegalStateException("no migrations are configured; the properties come from DatabaseSettings");
        }
        this.transactions = transactions;
        this.self = self;
        this.postgres = url.startsWith(DatabaseSettings.POSTGRESQL);
    }

    /**
     * @param forbids tenants of which the transaction forbids calls
     */
    private record Open(Set<TenantId> tenants, Connection connection, Set<TenantId> forbids) {}

    @Override
    public <T> T inTenant(TenantId tenant, Supplier<T> work) {
        return in(Set.of(tenant), connection -> work.get());
    }

    /**
     * Runs work in one transaction of these tenants. Joins the thread's transaction if one is open, which must be of
     * the very same tenants.
     *
     * @throws io.tandem.campaigns.ports.StoreUnavailable when the database cannot be reached or gives up
     */
    <T> T in(Set<TenantId> tenants, Function<Connection, T> work) {
        Open outer = open.get();
        if (outer == null) {
            return begin(TransactionDefinition.DEFAULT, tenants, work);
        }
        if (!outer.tenants.equals(tenants)) {
            throw new IllegalStateException("a transaction of other tenants is open on this thread");
        }
        return work.apply(outer.connection);
    }

    /** As {@link #in} for one tenant, and all reads see the database at one instant. Opens its own transaction. */
    <T> T inSnapshot(TenantId tenant, Function<Connection, T> work) {
        if (open.get() != null) {
            throw new IllegalStateException("a snapshot cannot join a transaction that is open");
        }
        return begin(SNAPSHOT, Set.of(tenant), work);
    }

    /** Runs work on the operator's own tables; joins whatever transaction the thread has open. */
    <T> T asOperator(Function<Connection, T> work) {
        Open outer = open.get();
        return outer == null ? begin(TransactionDefinition.DEFAULT, Set.of(), work) : work.apply(outer.connection);
    }

    boolean isPostgres() {
        return postgres;
    }

    /**
     * The open transaction writes what may forbid calls of the tenant: whoever owns the tenant is told with the commit, and
     * can be waited for. (design section 5, forbidding writes raise the epoch)
     */
    void forbids(TenantId tenant) {
        Open current = open.get();
        if (current == null) {
            throw new IllegalStateException("no transaction is open on this thread");
        }
        current.forbids.add(tenant);
    }

    /** The connection of this tenant's transaction, which must be open on this thread. */
    Connection of(TenantId tenant) {
        Open current = open.get();
        if (current == null || !current.tenants.contains(tenant)) {
            throw new IllegalStateException("no transaction of this tenant is open on this thread");
        }
        return current.connection;
    }

    private <T> T begin(TransactionDefinition definition, Set<TenantId> tenants, Function<Connection, T> work) {
        try {
            return transactions.execute(definition, status -> {
                Connection connection = status.getConnection();
                if (postgres && !tenants.isEmpty()) {
                    nameTenants(connection, tenants);
                }
                Open opened = new Open(tenants, connection, new HashSet<>());
                open.set(opened);
                try {
                    T result = work.apply(connection);
                    Forbidding.raise(connection, opened.forbids, self, postgres);
                    return result;
                } finally {
                    open.remove();
                }
            });
        } catch (RuntimeException e) {
            throw Faults.of(e);
        }
    }

    private static void nameTenants(Connection connection, Set<TenantId> tenants) {
        String list = tenants.stream().map(TenantId::toString).collect(Collectors.joining(","));
        Sql.first(connection, "SELECT set_config('tandem.tenants', ?, true)", row -> true, list);
    }

    private static TransactionDefinition snapshot() {
        DefaultTransactionDefinition definition = new DefaultTransactionDefinition();
        definition.setIsolationLevel(TransactionDefinition.Isolation.REPEATABLE_READ);
        return definition;
    }
}
