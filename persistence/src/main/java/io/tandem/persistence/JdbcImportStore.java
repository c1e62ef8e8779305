package io.tandem.persistence;

import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.ImportStore;
import io.tandem.campaigns.ports.Page;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads open a transaction of the tenant's where none is open. */
@Singleton
final class JdbcImportStore implements ImportStore {

    private static final String COLUMNS =
            "tenant, id, list, file_name, rows_read, good, duplicate, refused, failure, created_at, finished_at";

    private static final String SELECT = "SELECT " + COLUMNS + " FROM import ";

    /** Tenants asked at once for their open imports; bounds what the row-level security policy has to compare. */
    private static final int TENANTS_AT_ONCE = 500;

    private final Database database;

    JdbcImportStore(Database database) {
        this.database = database;
    }

    @Override
    public void insert(Import upload, InputStream file) {
        Connection connection = database.of(upload.tenant());
        Sql.update(
                connection,
                "INSERT INTO import (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                upload.tenant(),
                upload.id(),
                upload.list(),
                upload.fileName(),
                upload.rowsRead(),
                upload.good(),
                upload.duplicate(),
                upload.refused(),
                upload.failure(),
                upload.created(),
                upload.finished());
        StoredFile.insert(connection, upload.tenant(), upload.id(), file);
    }

    @Override
    public Optional<Import> find(TenantId tenant, UUID id) {
        return database.in(
                Set.of(tenant),
                connection -> Sql.first(
                        connection, SELECT + "WHERE tenant = ? AND id = ?", JdbcImportStore::read, tenant, id));
    }

    @Override
    public List<Import> page(TenantId tenant, @Nullable UUID list, Page page) {
        Paging paging = Paging.by("created_at", page);
        return database.in(
                Set.of(tenant),
                connection -> list == null
                        ? Sql.list(
                                connection,
                                SELECT + "WHERE tenant = ?" + paging.condition()
                                        + " ORDER BY tenant, created_at DESC, id DESC LIMIT ? OFFSET ?",
                                JdbcImportStore::read,
                                paging.parameters(tenant))
                        : Sql.list(
                                connection,
                                SELECT + "WHERE tenant = ? AND list = ?" + paging.condition()
                                        + " ORDER BY tenant, list, created_at DESC, id DESC LIMIT ? OFFSET ?",
                                JdbcImportStore::read,
                                paging.parameters(tenant, list)));
    }

    @Override
    public List<RefusedRow> refusedRows(TenantId tenant, UUID id, int limit) {
        return database.in(
                Set.of(tenant),
                connection -> Sql.list(
                        connection,
                        """
                        SELECT line, duplicate, reason
                        FROM import_refusal
                        WHERE tenant = ? AND import = ?
                        ORDER BY tenant, import, line
                        LIMIT ?
                        """,
                        row -> new RefusedRow(
                                row.getLong("line"), row.getBoolean("duplicate"), row.getString("reason")),
                        tenant,
                        id,
                        limit));
    }

    @Override
    public <T> T read(TenantId tenant, UUID id, Function<InputStream, T> reader) {
        return reader.apply(StoredFile.read(database, tenant, id));
    }

    @Override
    public boolean progress(Import from, Import upload, List<RefusedRow> refused) {
        Connection connection = database.of(upload.tenant());
        int written = Sql.update(
                connection,
                """
                UPDATE import
                SET rows_read = ?, good = ?, duplicate = ?, refused = ?, failure = ?, finished_at = ?
                WHERE tenant = ? AND id = ? AND rows_read = ? AND finished_at IS NULL
                """,
                upload.rowsRead(),
                upload.good(),
                upload.duplicate(),
                upload.refused(),
                upload.failure(),
                upload.finished(),
                upload.tenant(),
                upload.id(),
                from.rowsRead());
        if (written == 0) {
            return false;
        }
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (RefusedRow row : refused) {
            rows.add(new Object[] {upload.tenant(), upload.id(), row.line(), row.duplicate(), row.reason()});
        }
        Sql.batch(
                connection,
                "INSERT INTO import_refusal (tenant, import, line, duplicate, reason) VALUES (?, ?, ?, ?, ?)",
                rows);
        if (upload.finished() != null) {
            StoredFile.drop(connection, upload.tenant(), upload.id());
        }
        return true;
    }

    @Override
    public void feeds(TenantId tenant, UUID list, UUID feed, Duration rest) {
        Connection connection = database.of(tenant);
        Instant until = databaseTime(connection).plus(rest);
        int known = Sql.update(
                connection, "UPDATE list_feed SET open_until = ? WHERE tenant = ? AND id = ?", until, tenant, feed);
        if (known == 0) {
            // Whoever died without a word left one behind.
            Sql.update(
                    connection,
                    "DELETE FROM list_feed WHERE tenant = ? AND list = ? AND open_until < CURRENT_TIMESTAMP",
                    tenant,
                    list);
            Sql.update(
                    connection,
                    "INSERT INTO list_feed (tenant, id, list, open_until) VALUES (?, ?, ?, ?)",
                    tenant,
                    feed,
                    list,
                    until);
        }
    }

    private static Instant databaseTime(Connection connection) {
        return Sql.first(connection, "SELECT CURRENT_TIMESTAMP AS now", row -> Columns.instant(row, "now"))
                .orElseThrow();
    }

    @Override
    public void fed(TenantId tenant, UUID feed) {
        Sql.update(database.of(tenant), "DELETE FROM list_feed WHERE tenant = ? AND id = ?", tenant, feed);
    }

    @Override
    public List<Import> unfinished() {
        List<TenantId> tenants = database.asOperator(JdbcTenantStore::living);
        List<Import> open = new ArrayList<>();
        for (int from = 0; from < tenants.size(); from += TENANTS_AT_ONCE) {
            Set<TenantId> some = Set.copyOf(tenants.subList(from, Math.min(from + TENANTS_AT_ONCE, tenants.size())));
            open.addAll(database.in(
                    some,
                    connection -> Sql.list(
                            connection,
                            SELECT + "WHERE tenant = ANY (?) AND finished_at IS NULL",
                            JdbcImportStore::read,
                            Sql.Array.ofTenants(some))));
        }
        open.sort(Comparator.comparing(Import::created).thenComparing(Import::id));
        return open;
    }

    private static Import read(ResultSet row) throws SQLException {
        return new Import(
                Columns.tenant(row),
                Columns.id(row, "id"),
                Columns.id(row, "list"),
                row.getString("file_name"),
                row.getLong("rows_read"),
                row.getLong("good"),
                row.getLong("duplicate"),
                row.getLong("refused"),
                row.getString("failure"),
                Columns.instant(row, "created_at"),
                Columns.instantOrNull(row, "finished_at"));
    }
}
