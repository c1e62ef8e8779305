package io.tandem.persistence;

import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.NetworkStore;
import io.tandem.campaigns.ports.SettingStore;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Singleton
final class JdbcNetworkStore implements NetworkStore {

    private static final String TABLE = "networks.table";

    /** A target has an attempt as long as it is in a call. */
    static final String LOCK_IDLE = """
            SELECT id
            FROM target
            WHERE tenant = ? AND id = ANY (?) AND attempt IS NULL
            FOR UPDATE SKIP LOCKED
            """;

    /**
     * Until the transaction ends. Of a tenant that it does not know the planner thinks that it has few targets, and would
     * read and sort all that are left for each batch.
     */
    static final String IN_KEY_ORDER = """
            SELECT set_config('enable_bitmapscan', 'off', true), set_config('enable_sort', 'off', true),
                   set_config('enable_seqscan', 'off', true)
            """;

    private final Database database;
    private final SettingStore settings;

    JdbcNetworkStore(Database database, SettingStore settings) {
        this.database = database;
        this.settings = settings;
    }

    @Override
    public String tableOr(String table) {
        return settings.get(TABLE).orElseGet(() -> settings.putIfAbsent(TABLE, table));
    }

    @Override
    public boolean change(String from, String to) {
        return database.asOperator(connection -> {
            boolean changed = settings.replace(TABLE, from, to);
            if (changed) {
                openAll(connection);
            }
            return changed;
        });
    }

    @Override
    public void openAll() {
        database.asOperator(connection -> {
            openAll(connection);
            return true;
        });
    }

    private static void openAll(Connection connection) {
        Sql.update(connection, "UPDATE network_pass SET target = NULL, scanned = FALSE");
        Sql.update(connection, """
                INSERT INTO network_pass (tenant, target, scanned)
                SELECT t.id, NULL, FALSE
                FROM tenant t
                WHERE t.deleted_at IS NULL AND NOT EXISTS (SELECT 1 FROM network_pass p WHERE p.tenant = t.id)
                ON CONFLICT DO NOTHING
                """);
    }

    @Override
    public List<TenantId> open() {
        return database.asOperator(connection ->
                Sql.list(connection, "SELECT tenant FROM network_pass ORDER BY tenant", row -> Columns.tenant(row)));
    }

    @Override
    public Optional<Pass> take(TenantId tenant) {
        return Sql.first(
                database.of(tenant),
                "SELECT tenant, target, scanned FROM network_pass WHERE tenant = ? FOR UPDATE SKIP LOCKED",
                row -> new Pass(Columns.tenant(row), Columns.idOrNull(row, "target"), row.getBoolean("scanned")),
                tenant);
    }

    @Override
    public void progress(Pass pass) {
        Sql.update(
                database.of(pass.tenant()),
                "UPDATE network_pass SET target = ?, scanned = ? WHERE tenant = ?",
                pass.after(),
                pass.scanned(),
                pass.tenant());
    }

    @Override
    public void close(TenantId tenant) {
        Sql.update(database.of(tenant), "DELETE FROM network_pass WHERE tenant = ?", tenant);
    }

    @Override
    public List<Addressed> next(Pass pass, int limit) {
        List<Object> parameters = new ArrayList<>(List.of(pass.tenant()));
        UUID after = pass.after();
        if (after != null) {
            parameters.add(after);
        }
        parameters.add(limit);
        Connection connection = database.of(pass.tenant());
        if (database.isPostgres()) {
            Sql.first(connection, IN_KEY_ORDER, row -> true);
        }
        return Sql.list(
                connection, nextSql(pass.scanned(), after != null), JdbcNetworkStore::entry, parameters.toArray());
    }

    static String nextSql(boolean left, boolean behind) {
        return "SELECT t.id, t.number, t.network, t.network_given, t.deleted_at FROM "
                + (left ? "network_left l JOIN target t ON t.tenant = l.tenant AND t.id = l.target" : "target t")
                + " WHERE "
                + (left ? "l.tenant = ?" : "t.tenant = ?")
                + (behind ? (left ? " AND l.target > ?" : " AND t.id > ?") : "")
                + (left ? " ORDER BY l.tenant, l.target" : " ORDER BY t.tenant, t.id")
                + " LIMIT ?";
    }

    private static Addressed entry(ResultSet row) throws SQLException {
        return new Addressed(
                Columns.id(row, "id"),
                row.getString("number"),
                row.getString("network"),
                row.getBoolean("network_given") || Columns.instantOrNull(row, "deleted_at") != null);
    }

    /** Waits for no row: whoever claims and ends calls locks many, in an order of its own. */
    @Override
    public Set<UUID> write(TenantId tenant, List<Derived> networks) {
        if (networks.isEmpty()) {
            return Set.of();
        }
        Connection connection = database.of(tenant);
        Set<UUID> busy = new HashSet<>();
        networks.forEach(derived -> busy.add(derived.target()));
        Sql.list(connection, LOCK_IDLE, row -> Columns.id(row, "id"), tenant, Sql.Array.ofUuids(busy))
                .forEach(busy::remove);
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Derived derived : networks) {
            if (!busy.contains(derived.target())) {
                rows.add(new @Nullable Object[] {derived.network(), tenant, derived.target(), derived.number()});
            }
        }
        Sql.batch(connection, """
                UPDATE target
                SET network = ?
                WHERE tenant = ? AND id = ? AND number IS NOT DISTINCT FROM ? AND NOT network_given
                """, rows);
        return busy;
    }

    @Override
    public void leave(TenantId tenant, Collection<UUID> targets) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        targets.forEach(target -> rows.add(new Object[] {tenant, target}));
        Sql.batch(
                database.of(tenant),
                "INSERT INTO network_left (tenant, target) VALUES (?, ?) ON CONFLICT DO NOTHING",
                rows);
    }

    @Override
    public void met(TenantId tenant, Collection<UUID> targets) {
        if (anyLeft(tenant)) {
            Sql.update(
                    database.of(tenant),
                    "DELETE FROM network_left WHERE tenant = ? AND target = ANY (?)",
                    tenant,
                    Sql.Array.ofUuids(targets));
        }
    }

    @Override
    public boolean anyLeft(TenantId tenant) {
        return Sql.exists(database.of(tenant), "SELECT 1 FROM network_left WHERE tenant = ? LIMIT 1", tenant);
    }
}
