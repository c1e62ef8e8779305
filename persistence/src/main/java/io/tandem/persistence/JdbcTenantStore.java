package io.tandem.persistence;

import io.tandem.campaigns.model.Tenant;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.TenantStore;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

@Singleton
final class JdbcTenantStore implements TenantStore {

    private final Database database;

    JdbcTenantStore(Database database) {
        this.database = database;
    }

    /** A deleted tenant is not found. */
    @Override
    public Optional<Tenant> find(TenantId id) {
        return database.asOperator(connection -> Sql.first(
                connection,
                "SELECT document FROM tenant WHERE id = ? AND deleted_at IS NULL",
                row -> Documents.read(row.getString("document"), Tenant.class),
                id));
    }

    @Override
    public List<Tenant> all() {
        return database.asOperator(connection -> Sql.list(
                connection,
                "SELECT document FROM tenant WHERE deleted_at IS NULL ORDER BY created_at, id",
                row -> Documents.read(row.getString("document"), Tenant.class)));
    }

    @Override
    public void insert(Tenant tenant) {
        database.asOperator(connection -> {
            Sql.update(
                    connection,
                    "INSERT INTO tenant (id, created_at, document) VALUES (?, ?, ?)",
                    tenant.id(),
                    tenant.created(),
                    Documents.write(tenant));
            Sql.update(connection, "INSERT INTO forbidding (tenant, epoch, acked) VALUES (?, 0, 0)", tenant.id());
            return Sql.update(connection, "INSERT INTO ownership (tenant, fence) VALUES (?, 0)", tenant.id());
        });
    }

    @Override
    public Optional<Tenant> edit(TenantId id, UnaryOperator<Tenant> change) {
        return database.asOperator(connection -> {
            Optional<Tenant> current = Sql.first(
                    connection,
                    "SELECT document FROM tenant WHERE id = ? AND deleted_at IS NULL FOR UPDATE",
                    row -> Documents.read(row.getString("document"), Tenant.class),
                    id);
            return current.map(change).map(changed -> {
                Sql.update(connection, "UPDATE tenant SET document = ? WHERE id = ?", Documents.write(changed), id);
                database.forbids(id);
                return changed;
            });
        });
    }

    @Override
    public boolean delete(TenantId id, Instant at) {
        return database.asOperator(connection -> {
            boolean deleted = 1
                    == Sql.update(
                            connection, "UPDATE tenant SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL", at, id);
            if (deleted) {
                database.forbids(id);
                Sql.update(connection, "DELETE FROM credential WHERE tenant = ?", id);
            }
            return deleted;
        });
    }

    /** The ids of those not deleted, for work that crosses all of them. */
    static List<TenantId> living(Connection connection) {
        return ids(connection, "SELECT id FROM tenant WHERE deleted_at IS NULL");
    }

    private static List<TenantId> ids(Connection connection, String sql) {
        return Sql.list(connection, sql, row -> new TenantId(Columns.id(row, "id")));
    }
}
