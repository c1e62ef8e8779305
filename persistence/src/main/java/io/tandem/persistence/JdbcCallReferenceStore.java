package io.tandem.persistence;

import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.CallReferenceStore;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Instant;
import java.util.Optional;

@Singleton
final class JdbcCallReferenceStore implements CallReferenceStore {

    private final Database database;

    JdbcCallReferenceStore(Database database) {
        this.database = database;
    }

    @Override
    public boolean take(TenantId tenant, String reference, Reference meaning, Instant now, Instant freeBefore) {
        Connection connection = database.of(tenant);
        String name = NameKey.of(reference);
        Sql.update(
                connection,
                "DELETE FROM call_reference WHERE tenant = ? AND name = ? AND created_at < ?",
                tenant,
                name,
                freeBefore);
        return 1 == Sql.update(connection, """
                        INSERT INTO call_reference (tenant, name, call, target, created_at)
                        VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT DO NOTHING
                        """, tenant, name, meaning.call(), meaning.target(), now);
    }

    @Override
    public Optional<Reference> find(TenantId tenant, String reference) {
        return Sql.first(
                database.of(tenant),
                "SELECT call, target FROM call_reference WHERE tenant = ? AND name = ?",
                row -> new Reference(Columns.id(row, "call"), Columns.id(row, "target")),
                tenant,
                NameKey.of(reference));
    }
}
