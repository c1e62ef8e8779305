package io.tandem.persistence;

import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetState;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.SchedulerStore;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The scheduler's reads, and the way to its writes ({@link TurnWriter}, {@link TakeOver}). */
@Singleton
final class JdbcSchedulerStore implements SchedulerStore {

    private final Database database;
    private final DeskReader desks;
    private final ReplicaName self;

    JdbcSchedulerStore(Database database, DeskReader desks, ReplicaName self) {
        this.database = database;
        this.desks = desks;
        this.self = self;
    }

    @Override
    public boolean takeOver(TenantId tenant, Instant now, InterruptedTarget rule) {
        return new TakeOver(database, tenant, now, rule).run(self.id());
    }

    @Override
    public void settle(TenantId tenant, Instant now, InterruptedTarget rule) {
        new TakeOver(database, tenant, now, rule).settle();
    }

    @Override
    public void release(TenantId tenant) {
        database.asOperator(connection -> {
            int released = Sql.update(
                    connection, "UPDATE ownership SET owner = NULL WHERE tenant = ? AND owner = ?", tenant, self.id());
            if (released > 0 && database.isPostgres()) {
                Notices.send(connection, Notices.free(self.id(), tenant));
            }
            return released;
        });
    }

    @Override
    public List<OpenCall> openElsewhere(TenantId tenant) {
        return database.inSnapshot(tenant, connection -> desks.openElsewhere(connection, tenant, self.id()));
    }

    /** If another process has taken the tenant over since, the fence is one that never holds. */
    @Override
    public Desk load(TenantId tenant) {
        return database.inSnapshot(tenant, connection -> desks.read(connection, tenant, self.id()));
    }

    /** Nothing of a list that is disabled or deleted. */
    @Override
    public List<Target> due(TenantId tenant, UUID list, TargetState phase, Instant now, int limit) {
        return database.in(
                Set.of(tenant),
                connection ->
                        Sql.list(connection, dueSql(phase), TargetRows::read, tenant, list, now, tenant, list, limit));
    }

    /**
     * The phase is part of the text, so that PostgreSQL may use its partial index whatever the plan's age; the order is
     * the index's in full, for H2 reads in index order only then.
     */
    static String dueSql(TargetState phase) {
        return "SELECT " + TargetRows.COLUMNS + """
                FROM target
                WHERE tenant = ? AND list = ? AND state = '%s' AND due_at <= ?
                  AND EXISTS (SELECT 1 FROM target_list l
                              WHERE l.tenant = ? AND l.id = ? AND l.enabled AND l.deleted_at IS NULL)
                ORDER BY tenant, list, state, due_at, id
                LIMIT ?
                """.formatted(claimable(phase));
    }

    @Override
    public Optional<Instant> nextDue(TenantId tenant, UUID list, TargetState phase, Instant after) {
        return database.in(
                Set.of(tenant),
                connection -> Sql.first(
                        connection,
                        """
                        SELECT due_at
                        FROM target
                        WHERE tenant = ? AND list = ? AND state = '%s' AND due_at > ?
                        ORDER BY tenant, list, state, due_at, id
                        LIMIT 1
                        """.formatted(claimable(phase)),
                        row -> Columns.instant(row, "due_at"),
                        tenant,
                        list,
                        after));
    }

    @Override
    public Set<String> doNotCall(TenantId tenant, Collection<String> numbers) {
        return database.in(Set.of(tenant), connection -> JdbcDoNotCallStore.listed(connection, tenant, numbers));
    }

    @Override
    public Committed commit(Turn turn) {
        if (turn.isEmpty()) {
            return new Committed(Set.of(), Set.of(), Set.of());
        }
        return database.in(TurnWriter.tenantsOf(turn), connection -> TurnWriter.write(connection, turn, self.id()));
    }

    private static TargetState claimable(TargetState phase) {
        if (phase != TargetState.FRESH && phase != TargetState.RETRY) {
            throw new IllegalArgumentException("only FRESH and RETRY targets fall due, not " + phase);
        }
        return phase;
    }
}
