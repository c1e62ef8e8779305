package io.tandem.persistence;

import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.Credential;
import io.tandem.campaigns.ports.CredentialStore;
import io.tandem.campaigns.ports.Page;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Joins the thread's transaction where one is open, so that an agent and its login are made together. */
@Singleton
final class JdbcCredentialStore implements CredentialStore {

    private static final String COLUMNS = """
            tenant, id, kind, lookup, secret_hash, owner, permission, name, detail, prefix,
            expires_at, created_at, updated_at, deleted_at
            """;

    private static final String SELECT = "SELECT " + COLUMNS + " FROM credential ";

    private final Database database;

    JdbcCredentialStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Credential> byLookup(Credential.Kind kind, String lookup) {
        return database.asOperator(connection -> Sql.first(
                connection, SELECT + "WHERE kind = ? AND lookup = ?", JdbcCredentialStore::read, kind, lookup));
    }

    @Override
    public List<Credential> named(Credential.Kind kind, String lookup) {
        return database.asOperator(connection -> Sql.list(
                connection,
                SELECT + "WHERE kind = ? AND lookup = ? ORDER BY created_at, id",
                JdbcCredentialStore::read,
                kind,
                lookup));
    }

    @Override
    public Optional<Credential> find(TenantId tenant, UUID id) {
        return database.asOperator(connection ->
                Sql.first(connection, SELECT + "WHERE tenant = ? AND id = ?", JdbcCredentialStore::read, tenant, id));
    }

    @Override
    public List<Credential> page(TenantId tenant, Credential.Kind kind, Page page) {
        Paging paging = Paging.by("created_at", page);
        return database.asOperator(connection -> Sql.list(
                connection,
                SELECT + "WHERE tenant = ? AND kind = ? AND deleted_at IS NULL" + paging.condition()
                        + " ORDER BY tenant, kind, created_at DESC, id DESC LIMIT ? OFFSET ?",
                JdbcCredentialStore::read,
                paging.parameters(tenant, kind)));
    }

    @Override
    public void insert(Credential credential) {
        unlessTaken(() -> database.asOperator(connection -> Sql.update(
                connection,
                "INSERT INTO credential (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                credential.tenant(),
                credential.id(),
                credential.kind(),
                credential.lookup(),
                credential.secretHash(),
                credential.owner(),
                credential.permission(),
                credential.name(),
                credential.detail(),
                credential.prefix(),
                credential.expires(),
                credential.created(),
                credential.updated(),
                credential.deleted())));
    }

    private static int unlessTaken(Supplier<Integer> write) {
        try {
            return write.get();
        } catch (Faults.KeyTaken e) {
            throw e.isOf("credential_lookup") ? new LookupTaken(e) : e;
        }
    }

    @Override
    public void update(Credential credential) {
        int written = unlessTaken(() -> database.asOperator(connection -> Sql.update(
                connection,
                """
                UPDATE credential
                SET lookup = ?, name = ?, detail = ?, secret_hash = ?, permission = ?, updated_at = ?, deleted_at = ?
                WHERE tenant = ? AND id = ?
                """,
                credential.lookup(),
                credential.name(),
                credential.detail(),
                credential.secretHash(),
                credential.permission(),
                credential.updated(),
                credential.deleted(),
                credential.tenant(),
                credential.id())));
        if (written == 0) {
            throw new IllegalStateException("no credential with this id in the tenant");
        }
    }

    @Override
    public int forgetExpired(Instant at) {
        return database.asOperator(connection -> Sql.update(
                connection,
                "DELETE FROM credential WHERE kind = ? AND expires_at < ?",
                Credential.Kind.AUTOCALL_TOKEN,
                at));
    }

    private static Credential read(ResultSet row) throws SQLException {
        return new Credential(
                Columns.id(row, "id"),
                Columns.tenant(row),
                Columns.constant(row, "kind", Credential.Kind.class),
                row.getString("lookup"),
                row.getString("secret_hash"),
                Columns.idOrNull(row, "owner"),
                row.getInt("permission"),
                row.getString("name"),
                row.getString("detail"),
                row.getString("prefix"),
                Columns.instantOrNull(row, "expires_at"),
                Columns.instant(row, "created_at"),
                Columns.instantOrNull(row, "updated_at"),
                Columns.instantOrNull(row, "deleted_at"));
    }
}
