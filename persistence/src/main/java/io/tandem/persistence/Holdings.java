package io.tandem.persistence;

import io.tandem.campaigns.ports.Replicas.Holding;
import java.util.List;

/** Who owns which tenant. */
final class Holdings {

    private Holdings() {}

    /** Those not deleted. */
    static List<Holding> read(Database database) {
        return database.asOperator(connection ->
                Sql.list(connection, """
                SELECT o.tenant, o.owner
                FROM ownership o
                JOIN tenant t ON t.id = o.tenant AND t.deleted_at IS NULL
                ORDER BY t.created_at, t.id
                """, row -> new Holding(Columns.tenant(row), Columns.idOrNull(row, "owner"))));
    }
}
