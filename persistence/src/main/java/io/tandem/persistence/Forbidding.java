package io.tandem.persistence;

import io.tandem.campaigns.model.TenantId;
import java.sql.Connection;
import java.util.Collection;

/**
 * Counts a tenant's forbidding writes. The last statement of a transaction: whoever waits for this row holds all its
 * other locks already, and holds this one no longer than a commit.
 */
final class Forbidding {

    private Forbidding() {}

    /** Counts a write for each of the tenants, and on PostgreSQL tells the other replicas once it is committed. */
    static void raise(Connection connection, Collection<TenantId> tenants, ReplicaName self, boolean postgres) {
        for (TenantId tenant : tenants.stream().sorted().toList()) {
            if (postgres) {
                Sql.first(connection, """
                        WITH raised AS (UPDATE forbidding SET epoch = epoch + 1 WHERE tenant = ? RETURNING epoch)
                        SELECT pg_notify(?, ? || epoch) FROM raised
                        """, row -> true, tenant, Notices.CHANNEL, Notices.forbidden(self.id(), tenant));
            } else {
                Sql.update(connection, "UPDATE forbidding SET epoch = epoch + 1 WHERE tenant = ?", tenant);
            }
        }
    }
}
