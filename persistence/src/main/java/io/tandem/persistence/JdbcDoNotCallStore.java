package io.tandem.persistence;

import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.DoNotCallStore;
import io.tandem.campaigns.ports.Page;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@Singleton
final class JdbcDoNotCallStore implements DoNotCallStore {

    private static final String SELECT = "SELECT id, number, written, description, created_at FROM do_not_call ";

    private final Database database;

    JdbcDoNotCallStore(Database database) {
        this.database = database;
    }

    @Override
    public Set<String> listed(TenantId tenant, Collection<String> numbers) {
        return listed(database.of(tenant), tenant, numbers);
    }

    @Override
    public boolean add(TenantId tenant, Entry entry) {
        database.forbids(tenant);
        return 1
                == Sql.update(
                        database.of(tenant),
                        """
                        INSERT INTO do_not_call (tenant, number, id, written, description, created_at)
                        VALUES (?, ?, ?, ?, ?, ?)
                        ON CONFLICT DO NOTHING
                        """,
                        tenant,
                        entry.number(),
                        entry.id(),
                        entry.written(),
                        entry.description(),
                        entry.created());
    }

    @Override
    public boolean remove(TenantId tenant, String number) {
        return 1
                == Sql.update(
                        database.of(tenant), "DELETE FROM do_not_call WHERE tenant = ? AND number = ?", tenant, number);
    }

    @Override
    public Optional<Entry> find(TenantId tenant, UUID id) {
        return Sql.first(
                database.of(tenant), SELECT + "WHERE tenant = ? AND id = ?", JdbcDoNotCallStore::read, tenant, id);
    }

    @Override
    public Optional<Entry> byNumber(TenantId tenant, String number) {
        return Sql.first(
                database.of(tenant),
                SELECT + "WHERE tenant = ? AND number = ?",
                JdbcDoNotCallStore::read,
                tenant,
                number);
    }

    @Override
    public List<Entry> page(TenantId tenant, Page page) {
        Paging paging = Paging.by("created_at", page);
        return Sql.list(
                database.of(tenant),
                SELECT + "WHERE tenant = ?" + paging.condition()
                        + " ORDER BY tenant, created_at DESC, id DESC LIMIT ? OFFSET ?",
                JdbcDoNotCallStore::read,
                paging.parameters(tenant));
    }

    @Override
    public long count(TenantId tenant) {
        return Sql.number(database.of(tenant), "SELECT count(*) FROM do_not_call WHERE tenant = ?", tenant);
    }

    private static Entry read(ResultSet row) throws SQLException {
        String number = row.getString("number");
        String written = row.getString("written");
        return new Entry(
                Columns.id(row, "id"),
                number,
                written == null ? number : written,
                row.getString("description"),
                Columns.instant(row, "created_at"));
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
