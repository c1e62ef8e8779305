package io.tandem.persistence;

import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.DoNotCallStore;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

@Singleton
final class JdbcDoNotCallStore implements DoNotCallStore {

    private final Database database;

    JdbcDoNotCallStore(Database database) {
        this.database = database;
    }

    @Override
    public Set<String> listed(TenantId tenant, Collection<String> numbers) {
        return listed(database.of(tenant), tenant, numbers);
    }

    @Override
    public boolean add(TenantId tenant, String number, String description, Instant at) {
        database.forbids(tenant);
        return 1 == Sql.update(database.of(tenant), """
                        INSERT INTO do_not_call (tenant, number, description, created_at)
                        VALUES (?, ?, ?, ?)
                        ON CONFLICT DO NOTHING
                        """, tenant, number, description, at);
    }

    @Override
    public boolean remove(TenantId tenant, String number) {
        return 1
                == Sql.update(
                        database.of(tenant), "DELETE FROM do_not_call WHERE tenant = ? AND number = ?", tenant, number);
    }

    /** Which of the numbers are listed, read on this connection. */
    static Set<String> listed(Connection connection, TenantId tenant, Collection<String> numbers) {
        return new HashSet<>(
                Sql.list(connection, """
                SELECT asked.number
                FROM UNNEST(?) AS asked(number)
                WHERE EXISTS (
                    SELECT 1 FROM do_not_call d
                    WHERE d.tenant = ? AND d.number = asked.number)
                """, row -> row.getString("number"), Sql.Array.ofTexts(numbers), tenant));
    }
}
