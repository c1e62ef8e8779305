package io.tandem.persistence;

import io.tandem.campaigns.ports.Replicas.Holding;
import java.sql.Connection;
import java.util.List;

/** Who owns which tenant. Deleted ones need an owner too: calls of theirs may be up. */
final class Holdings {

    private Holdings() {}

    static List<Holding> read(Connection connection) {
        return Sql.list(connection, """
                SELECT o.tenant, o.owner
                FROM ownership o
                JOIN tenant t ON t.id = o.tenant
                ORDER BY t.created_at, t.id
                """, row -> new Holding(Columns.tenant(row), Columns.idOrNull(row, "owner")));
    }
}
