package io.tandem.persistence;

import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetState;
import io.tandem.campaigns.model.Template;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.SchedulerStore;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The scheduler's reads, and the way to its writes ({@link TurnWriter}, {@link TakeOver}). */
@Singleton
final class JdbcSchedulerStore implements SchedulerStore {

    /** Behind a place: what falls due at the same instant, and then all that does later. */
    static final String TOGETHER = "AND due_at = ? AND id > ?";

    static final String LATER = "AND due_at > ?";

    private final Database database;
    private final DeskReader desks;
    private final ReplicaName self;
    private final PushReads pushes;

    JdbcSchedulerStore(Database database, DeskReader desks, ReplicaName self) {
        this.database = database;
        this.desks = desks;
        this.self = self;
        this.pushes = new PushReads(database.isPostgres());
    }

    @Override
    public TakenOver takeOver(TenantId tenant, Instant now, InterruptedTarget rule) {
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
    public List<Target> due(Shelf shelf, @Nullable Place behind, Instant now, int limit) {
        return database.in(Set.of(shelf.tenant()), connection -> {
            if (shelf.pushed()) {
                return pushes.waiting(connection, shelf, behind, now, limit);
            }
            if (behind == null) {
                return due(connection, shelf, now, "", List.of(), limit);
            }
            // Two statements: one comparison of rows is not read from the index on H2.
            List<Target> due = new ArrayList<>(
                    due(connection, shelf, now, TOGETHER, List.of(behind.due(), behind.target()), limit));
            if (due.size() < limit) {
                due.addAll(due(connection, shelf, now, LATER, List.of(behind.due()), limit - due.size()));
            }
            return due;
        });
    }

    private static List<Target> due(
            Connection connection, Shelf shelf, Instant now, String behind, List<?> place, int limit) {
        List<Object> parameters = parameters(shelf, now);
        parameters.addAll(place);
        parameters.addAll(List.of(shelf.tenant(), shelf.list(), limit));
        return Sql.list(
                connection,
                dueSql(shelf.phase(), shelf.network() != null, behind),
                TargetRows::read,
                parameters.toArray());
    }

    /**
     * The phase is part of the text, so that PostgreSQL may use its partial index whatever the plan's age; the order is
     * the index's in full, for H2 reads in index order only then. Fresh targets that were pushed are on another shelf.
     *
     * @param behind {@link #TOGETHER}, {@link #LATER} or nothing
     */
    static String dueSql(TargetState phase, boolean byNetwork, String behind) {
        return "SELECT " + TargetRows.COLUMNS
                + """
                FROM target
                WHERE tenant = ? AND list = ? AND state = '%s' %s AND due_at <= ? %s
                  AND EXISTS (SELECT 1 FROM target_list l
                              WHERE l.tenant = ? AND l.id = ? AND l.enabled AND l.deleted_at IS NULL)
                ORDER BY tenant, list, state, %s due_at, id
                LIMIT ?
                """.formatted(
                                phase,
                                byNetwork ? "AND network = ?" : "",
                                behind + " " + notPushed(phase),
                                byNetwork ? "network," : "");
    }

    private static String notPushed(TargetState phase) {
        return phase == TargetState.FRESH ? "AND push_at IS NULL" : "";
    }

    @Override
    public Optional<Instant> nextDue(Shelf shelf, Instant after) {
        if (shelf.pushed()) {
            return database.in(Set.of(shelf.tenant()), connection -> pushes.nextDue(connection, shelf, after));
        }
        List<Object> parameters = parameters(shelf, after);
        return database.in(
                Set.of(shelf.tenant()),
                connection -> Sql.first(
                        connection,
                        nextDueSql(shelf.phase(), shelf.network() != null),
                        row -> Columns.instant(row, "due_at"),
                        parameters.toArray()));
    }

    /** What both statements begin with; the network only if the shelf is one network's. */
    private static List<Object> parameters(Shelf shelf, Instant at) {
        List<Object> parameters = new ArrayList<>(List.of(shelf.tenant(), shelf.list()));
        if (shelf.network() != null) {
            parameters.add(shelf.network());
        }
        parameters.add(at);
        return parameters;
    }

    private static String nextDueSql(TargetState phase, boolean byNetwork) {
        return """
                SELECT due_at
                FROM target
                WHERE tenant = ? AND list = ? AND state = '%s' %s AND due_at > ? %s
                ORDER BY tenant, list, state, %s due_at, id
                LIMIT 1
                """.formatted(phase, byNetwork ? "AND network = ?" : "", notPushed(phase), byNetwork ? "network," : "");
    }

    @Override
    public Set<UUID> withPushes(TenantId tenant, Collection<UUID> lists) {
        return database.in(Set.of(tenant), connection -> pushes.lists(connection, tenant, lists));
    }

    @Override
    public Expiring expiring(TenantId tenant, Instant now, int limit) {
        return database.in(Set.of(tenant), connection -> pushes.expiring(connection, tenant, now, limit));
    }

    @Override
    public Map<UUID, Template> templates(TenantId tenant, Collection<UUID> ids) {
        return database.in(Set.of(tenant), connection -> desks.templates(connection, tenant, ids));
    }

    @Override
    public Set<String> doNotCall(TenantId tenant, Collection<String> numbers) {
        return database.in(Set.of(tenant), connection -> JdbcDoNotCallStore.listed(connection, tenant, numbers));
    }

    @Override
    public Map<String, Integer> attempts(TenantId tenant, Collection<String> numbers, Instant from, Instant to) {
        return database.in(Set.of(tenant), connection -> NumberAttempts.read(connection, tenant, numbers, from, to));
    }

    @Override
    public int recall(TenantId tenant, String rule) {
        return database.in(Set.of(tenant), connection -> Refusals.recall(connection, tenant, rule));
    }

    @Override
    public Committed commit(Turn turn) {
        if (turn.isEmpty()) {
            return new Committed(Set.of(), Set.of(), Set.of());
        }
        return database.in(TurnWriter.tenantsOf(turn), connection -> TurnWriter.write(connection, turn, self.id()));
    }
}
