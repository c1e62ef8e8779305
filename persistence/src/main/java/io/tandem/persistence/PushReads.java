package io.tandem.persistence;

import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.SchedulerStore.Expiring;
import io.tandem.campaigns.ports.SchedulerStore.Overdue;
import io.tandem.campaigns.ports.SchedulerStore.Place;
import io.tandem.campaigns.ports.SchedulerStore.Shelf;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads of pushed targets, each by an index of its own that carries no other target. On PostgreSQL that is a partial
 * index, on H2 one over a column that is null in every other row; a lower bound keeps those nulls out of what is read.
 */
final class PushReads {

    /** No push is as old. */
    private static final Instant BEGINNING = Instant.EPOCH;

    /** All; or behind a place, what was pushed at the same instant, and then all that was later. */
    static final String FROM = ">= ?";

    static final String TOGETHER = "= ? AND id > ?";
    static final String LATER = "> ?";

    private final String waitingSince;
    private final String openUntil;

    PushReads(boolean postgres) {
        waitingSince = postgres ? "push_at" : "push_waiting";
        openUntil = postgres ? "push_expires_at" : "push_open_until";
    }

    /** Nothing of a list that is disabled or deleted. */
    List<Target> waiting(Connection connection, Shelf shelf, @Nullable Place behind, Instant now, int limit) {
        if (behind == null) {
            return waiting(connection, shelf, FROM, List.of(BEGINNING, now), limit);
        }
        List<Target> waiting = new ArrayList<>(
                waiting(connection, shelf, TOGETHER, List.of(behind.due(), behind.target(), now), limit));
        if (waiting.size() < limit) {
            waiting.addAll(waiting(connection, shelf, LATER, List.of(behind.due(), now), limit - waiting.size()));
        }
        return waiting;
    }

    private List<Target> waiting(Connection connection, Shelf shelf, String bound, List<?> place, int limit) {
        List<Object> parameters = new ArrayList<>(List.of(shelf.tenant(), shelf.list()));
        parameters.addAll(place);
        if (shelf.network() != null) {
            parameters.add(shelf.network());
        }
        parameters.addAll(List.of(shelf.tenant(), shelf.list(), limit));
        return Sql.list(connection, waitingSql(shelf.network() != null, bound), TargetRows::read, parameters.toArray());
    }

    /** @param bound {@link #FROM}, {@link #TOGETHER} or {@link #LATER} */
    String waitingSql(boolean byNetwork, String bound) {
        return "SELECT " + TargetRows.COLUMNS + """
                FROM target
                WHERE tenant = ? AND list = ? AND state = 'FRESH' AND %1$s %3$s AND due_at <= ? %2$s
                  AND EXISTS (SELECT 1 FROM target_list l
                              WHERE l.tenant = ? AND l.id = ? AND l.enabled AND l.deleted_at IS NULL)
                ORDER BY tenant, list, %1$s, id
                LIMIT ?
                """.formatted(waitingSince, byNetwork ? "AND network = ?" : "", bound);
    }

    /** When the next is due of those that a policy put off. */
    Optional<Instant> nextDue(Connection connection, Shelf shelf, Instant after) {
        List<Object> parameters = new ArrayList<>(List.of(shelf.tenant(), shelf.list(), BEGINNING, after));
        if (shelf.network() != null) {
            parameters.add(shelf.network());
        }
        return Sql.list(
                        connection,
                        """
                        SELECT MIN(due_at) AS next_due
                        FROM target
                        WHERE tenant = ? AND list = ? AND state = 'FRESH' AND %s >= ? AND due_at > ? %s
                        """.formatted(waitingSince, shelf.network() != null ? "AND network = ?" : ""),
                        row -> Optional.ofNullable(Columns.instantOrNull(row, "next_due")),
                        parameters.toArray())
                .get(0);
    }

    Set<UUID> lists(Connection connection, TenantId tenant, Collection<UUID> among) {
        return new HashSet<>(Sql.list(
                connection, listsSql(), row -> Columns.id(row, "list"), Sql.Array.ofUuids(among), tenant, BEGINNING));
    }

    /** One look into the index for each list. */
    String listsSql() {
        return """
                SELECT each_of.list
                FROM UNNEST(?) AS each_of(list)
                WHERE EXISTS (SELECT 1 FROM target t
                              WHERE t.tenant = ? AND t.list = each_of.list AND t.state = 'FRESH' AND t.%s >= ?)
                """.formatted(waitingSince);
    }

    Expiring expiring(Connection connection, TenantId tenant, Instant now, int limit) {
        List<Overdue> over = Sql.list(
                connection,
                overSql(),
                row -> new Overdue(
                        TargetRows.read(row), Columns.idOrNull(row, "of_campaign"), Columns.idOrNull(row, "of_run")),
                tenant,
                BEGINNING,
                now,
                limit);
        Optional<Instant> next =
                Sql.first(connection, nextSql(), row -> Columns.instant(row, "push_expires_at"), tenant, now);
        return new Expiring(over, next);
    }

    String overSql() {
        return "SELECT " + TargetRows.COLUMNS + """
                , (SELECT l.campaign FROM target_list l
                   WHERE l.tenant = target.tenant AND l.id = target.list) AS of_campaign,
                  (SELECT c.run_id FROM target_list l JOIN campaign c ON c.tenant = l.tenant AND c.id = l.campaign
                   WHERE l.tenant = target.tenant AND l.id = target.list) AS of_run
                FROM target
                WHERE tenant = ? AND %1$s >= ? AND %1$s <= ? AND state IN ('FRESH', 'RETRY')
                ORDER BY tenant, %1$s, id
                LIMIT ?
                """.formatted(openUntil);
    }

    String nextSql() {
        return """
                SELECT push_expires_at
                FROM target
                WHERE tenant = ? AND %1$s > ? AND state IN ('FRESH', 'RETRY', 'CALLING')
                ORDER BY tenant, %1$s, id
                LIMIT 1
                """.formatted(openUntil);
    }
}
