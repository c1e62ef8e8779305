package io.tandem.persistence;

import io.tandem.campaigns.model.CallAttempt;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.SchedulerStore.Claim;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes targets and writes intents. Two statements in two batches, whatever the number of claims. A target's due
 * instant stays as it is while the call is up, so that nothing has to be remembered to put it back.
 */
final class Claims {

    private Claims() {}

    /**
     * The tenants whose fence is the given one. Their ownership rows stay locked to the end of the transaction, so that
     * no new owner can come between this look and the claims.
     *
     * @param others tenants whose rows are locked too
     */
    static Set<TenantId> owned(Connection connection, Map<TenantId, Long> fences, Collection<TenantId> others) {
        Set<TenantId> all = new HashSet<>(fences.keySet());
        all.addAll(others);
        return Sql.list(
                        connection,
                        """
                        SELECT tenant, fence
                        FROM ownership
                        WHERE tenant = ANY (?)
                        ORDER BY tenant
                        FOR UPDATE
                        """,
                        row -> Map.entry(Columns.tenant(row), row.getLong("fence")),
                        Sql.Array.ofTenants(all))
                .stream()
                .filter(row -> row.getValue().equals(fences.get(row.getKey())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Returns the attempts whose claims held. */
    static Set<UUID> write(Connection connection, UUID batch, UUID replica, List<Claim> claims, Set<TenantId> owned) {
        List<Claim> ours = claims.stream()
                .filter(claim -> owned.contains(claim.attempt().tenant()))
                .toList();
        List<@Nullable Object[]> rows = new ArrayList<>(ours.size());
        ours.forEach(claim -> rows.add(row(claim)));
        int[] taken = Sql.batch(connection, """
                UPDATE target
                SET state = 'CALLING', attempt = ?, last_called_at = ?,
                    t0 = t0 + ?, t1 = t1 + ?, t2 = t2 + ?, t3 = t3 + ?, t4 = t4 + ?
                WHERE tenant = ? AND id = ? AND COALESCE(state, '') = ?
                """, rows);
        List<Claim> intents = new ArrayList<>(ours.size());
        Set<UUID> held = new HashSet<>();
        for (int i = 0; i < taken.length; i++) {
            if (taken[i] == 1) {
                Claim claim = ours.get(i);
                intents.add(claim);
                held.add(claim.attempt().id());
            }
        }
        AttemptRows.insert(connection, batch, replica, intents);
        return held;
    }

    private static @Nullable Object[] row(Claim claim) {
        CallAttempt attempt = claim.attempt();
        Target from = claim.from();
        return new @Nullable Object[] {
            attempt.id(),
            attempt.placed(),
            attempt.index() == 0 ? 1 : 0,
            attempt.index() == 1 ? 1 : 0,
            attempt.index() == 2 ? 1 : 0,
            attempt.index() == 3 ? 1 : 0,
            attempt.index() == 4 ? 1 : 0,
            attempt.tenant(),
            from.id(),
            from.state()
        };
    }
}
