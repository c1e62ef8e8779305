package io.tandem.persistence;

import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.Refusal;
import io.tandem.campaigns.ports.TallyStore;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a tenant's policy refused: counts it, puts targets off, and takes that back when the policy is another one. */
final class Refusals {

    /** Targets that are recalled in one transaction. */
    private static final int AT_ONCE = 500;

    private Refusals() {}

    /** @param closed targets that were closed in this turn */
    static void write(Connection connection, List<Refusal> refusals, Set<UUID> closed, Tallies tallies) {
        List<Refusal> postponed = new ArrayList<>();
        for (Refusal refusal : refusals) {
            Target from = refusal.from();
            if (refusal.postponed() != null) {
                postponed.add(refusal);
            } else if (from == null || closed.contains(from.id())) {
                count(refusal, tallies);
            }
        }
        int[] written = postpone(connection, postponed);
        for (int i = 0; i < written.length; i++) {
            if (written[i] == 1) {
                count(postponed.get(i), tallies);
            }
        }
    }

    private static void count(Refusal refusal, Tallies tallies) {
        tallies.add(refusal.tenant(), refusal.campaign(), TallyStore.refusals(refusal.reason()), 1);
    }

    private static int[] postpone(Connection connection, List<Refusal> refusals) {
        List<@Nullable Object[]> rows = new ArrayList<>(refusals.size());
        for (Refusal refusal : refusals) {
            Target from = Objects.requireNonNull(refusal.from());
            Refusal.Postponed to = Objects.requireNonNull(refusal.postponed());
            rows.add(new Object[] {to.until(), to.until(), to.rule(), from.tenant(), from.id(), from.state(), from.due()
            });
        }
        return Sql.batch(connection, """
                UPDATE target
                SET postponed_from = due_at, postponed_until = ?, due_at = ?, postponed_by = ?
                WHERE tenant = ? AND id = ? AND COALESCE(state, '') = ? AND due_at = ?
                """, rows);
    }

    /** The ownership row is locked as a turn's, so that what was postponed before is seen. */
    static int recall(Connection connection, TenantId tenant, String rule) {
        Sql.exists(connection, "SELECT 1 FROM ownership WHERE tenant = ? FOR UPDATE", tenant);
        List<UUID> others = new ArrayList<>(some(connection, tenant, "<", rule));
        others.addAll(some(connection, tenant, ">", rule));
        others.sort(UUID::compareTo);
        List<@Nullable Object[]> rows = new ArrayList<>(others.size());
        others.forEach(id -> rows.add(new Object[] {tenant, id}));
        Sql.batch(connection, """
                UPDATE target
                SET due_at = CASE WHEN due_at = postponed_until AND state IN ('FRESH', 'RETRY')
                                  THEN postponed_from ELSE due_at END,
                    postponed_from = NULL, postponed_until = NULL, postponed_by = NULL
                WHERE tenant = ? AND id = ?
                """, rows);
        return others.size();
    }

    private static List<UUID> some(Connection connection, TenantId tenant, String than, String rule) {
        return Sql.list(connection, othersSql(than), row -> Columns.id(row, "id"), tenant, rule, AT_ONCE);
    }

    static String othersSql(String than) {
        return """
                SELECT id
                FROM target
                WHERE tenant = ? AND postponed_by >= '' AND postponed_by %s ?
                ORDER BY tenant, postponed_by, id
                LIMIT ?
                """.formatted(than);
    }
}
