package io.tandem.persistence;

import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetState;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.SchedulerStore.InDoubt;
import io.tandem.campaigns.ports.SchedulerStore.TakeBack;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Undoes claims: the attempt is deleted, and the target, if it is still in it, is as it was. Only for attempts that are
 * open: what has ended is a record and stays. And only for the claim of that batch: a pushed target may have been claimed
 * under the same id since.
 */
final class TakeBacks {

    private TakeBacks() {}

    /** What a target was before it was claimed. */
    private record Before(
            TenantId tenant,
            UUID target,
            UUID attempt,
            UUID batch,
            TargetState state,
            List<Integer> tries,
            @Nullable Instant lastCalled) {}

    static void write(Connection connection, List<TakeBack> takeBacks) {
        putBack(
                connection,
                takeBacks.stream()
                        .map(back -> {
                            Target from = back.from();
                            return new Before(
                                    from.tenant(),
                                    from.id(),
                                    back.attempt(),
                                    back.batch(),
                                    from.state(),
                                    from.tries(),
                                    from.lastCalled());
                        })
                        .toList());
    }

    /** Takes back all open attempts of these batches. */
    static void cancel(Connection connection, Collection<InDoubt> batches) {
        if (batches.isEmpty()) {
            return;
        }
        Set<TenantId> tenants = batches.stream().map(InDoubt::tenant).collect(Collectors.toSet());
        Set<UUID> names = batches.stream().map(InDoubt::batch).collect(Collectors.toSet());
        putBack(
                connection,
                Sql.list(connection, """
                        SELECT a.tenant, a.id, a.batch, a.target, a.destination, a.from_state, a.from_called_at,
                               COALESCE(t.t0, 0) AS t0, COALESCE(t.t1, 0) AS t1, COALESCE(t.t2, 0) AS t2,
                               COALESCE(t.t3, 0) AS t3, COALESCE(t.t4, 0) AS t4
                        FROM UNNEST(?) AS each_of(tenant)
                        JOIN attempt a ON a.tenant = each_of.tenant AND a.ended_at IS NULL
                        LEFT JOIN target t ON t.tenant = a.tenant AND t.id = a.target
                        WHERE a.batch = ANY (?)
                        """, TakeBacks::before, Sql.Array.ofTenants(tenants), Sql.Array.ofUuids(names)));
    }

    private static Before before(ResultSet row) throws SQLException {
        List<Integer> tries = new ArrayList<>();
        for (int index = 0; index < Target.DESTINATIONS; index++) {
            int made = row.getInt("t" + index);
            tries.add(index == row.getInt("destination") ? made - 1 : made);
        }
        return new Before(
                Columns.tenant(row),
                Columns.id(row, "target"),
                Columns.id(row, "id"),
                Columns.id(row, "batch"),
                Columns.constant(row, "from_state", TargetState.class),
                tries,
                Columns.instantOrNull(row, "from_called_at"));
    }

    private static void putBack(Connection connection, List<Before> all) {
        List<@Nullable Object[]> attempts = new ArrayList<>(all.size());
        all.forEach(before -> attempts.add(new Object[] {before.tenant, before.attempt, before.batch}));
        int[] deleted = Sql.batch(
                connection,
                "DELETE FROM attempt WHERE tenant = ? AND id = ? AND batch = ? AND disposition IS NULL",
                attempts);
        List<@Nullable Object[]> targets = new ArrayList<>(all.size());
        for (int i = 0; i < deleted.length; i++) {
            if (deleted[i] == 1) {
                targets.add(row(all.get(i)));
            }
        }
        Sql.batch(connection, """
                UPDATE target
                SET state = CASE WHEN state = 'DELETED' THEN state ELSE ? END,
                    deleted_state = CASE WHEN state = 'DELETED' THEN ? END,
                    attempt = NULL, last_called_at = ?, t0 = ?, t1 = ?, t2 = ?, t3 = ?, t4 = ?
                WHERE tenant = ? AND id = ? AND attempt = ?
                """, targets);
    }

    private static @Nullable Object[] row(Before before) {
        return new @Nullable Object[] {
            before.state,
            before.state,
            before.lastCalled,
            before.tries.get(0),
            before.tries.get(1),
            before.tries.get(2),
            before.tries.get(3),
            before.tries.get(4),
            before.tenant,
            before.target,
            before.attempt
        };
    }
}
