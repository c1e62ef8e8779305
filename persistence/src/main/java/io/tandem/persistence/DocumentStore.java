package io.tandem.persistence;

import io.tandem.campaigns.model.Stored;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.ObjectStore;
import io.tandem.campaigns.ports.Page;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The objects of one kind, each a row with its document. */
class DocumentStore<T extends Stored> implements ObjectStore<T> {

    private final Database database;
    private final DocumentKind<T> kind;
    private final String select;
    private final String insert;
    private final String update;

    DocumentStore(Database database, DocumentKind<T> kind) {
        this.database = database;
        this.kind = kind;
        List<String> columns = new ArrayList<>(List.of("created_at", "updated_at", "deleted_at", "document"));
        kind.columns().forEach(column -> columns.add(column.name()));
        String table = kind.table();
        select = columns.stream()
                .map(column -> table + "." + column)
                .collect(Collectors.joining(", ", "SELECT ", " FROM " + table + " "));
        insert = "INSERT INTO " + table + " (" + String.join(", ", columns) + ", tenant, id) VALUES ("
                + String.join(", ", Collections.nCopies(columns.size() + 2, "?")) + ")";
        update = "UPDATE " + table + " SET " + String.join(" = ?, ", columns) + " = ? WHERE tenant = ? AND id = ?";
    }

    @Override
    public Optional<T> find(TenantId tenant, UUID id) {
        return where(connection(tenant), "WHERE tenant = ? AND id = ?", tenant, id).stream()
                .findFirst();
    }

    @Override
    public Optional<T> lock(TenantId tenant, UUID id) {
        return where(connection(tenant), "WHERE tenant = ? AND id = ? FOR UPDATE", tenant, id).stream()
                .findFirst();
    }

    @Override
    public Map<UUID, T> living(TenantId tenant, Collection<UUID> ids) {
        Map<UUID, T> found = new HashMap<>();
        where(
                        connection(tenant),
                        "JOIN UNNEST(?) AS wanted(id) ON wanted.id = " + kind.table() + ".id"
                                + " WHERE tenant = ? AND deleted_at IS NULL",
                        Sql.Array.ofUuids(ids),
                        tenant)
                .forEach(object -> found.put(object.id(), object));
        return found;
    }

    @Override
    public List<T> page(TenantId tenant, Page page) {
        Paging paging = Paging.by("created_at", page);
        return where(
                connection(tenant),
                "WHERE tenant = ? AND deleted_at IS NULL" + paging.condition()
                        + " ORDER BY tenant, created_at DESC, id DESC LIMIT ? OFFSET ?",
                paging.parameters(tenant));
    }

    @Override
    public long count(TenantId tenant) {
        return Sql.number(
                connection(tenant),
                "SELECT count(*) FROM " + kind.table() + " WHERE tenant = ? AND deleted_at IS NULL",
                tenant);
    }

    @Override
    public void insert(T object) {
        Sql.update(connection(object.tenant()), insert, row(object));
    }

    /** Whatever is changed of a campaign, a plan, a carrier or an agent may forbid calls. */
    @Override
    public void update(T object) {
        if (Sql.update(connection(object.tenant()), update, row(object)) == 0) {
            throw new IllegalStateException("no " + kind.table() + " with this id in the tenant");
        }
        database.forbids(object.tenant());
    }

    /** The objects that the rest of the query, from its joins or WHERE on, chooses. */
    final List<T> where(Connection connection, String rest, @Nullable Object... parameters) {
        return Sql.list(connection, select + rest, this::read, parameters);
    }

    final Connection connection(TenantId tenant) {
        return database.of(tenant);
    }

    private T read(ResultSet row) throws SQLException {
        return kind.overlay().onto(Documents.read(row.getString("document"), kind.type()), row);
    }

    private @Nullable Object[] row(T object) {
        List<@Nullable Object> values = new ArrayList<>(
                Arrays.asList(object.created(), object.updated(), object.deleted(), Documents.write(object)));
        kind.columns().forEach(column -> values.add(column.value().apply(object)));
        values.add(object.tenant());
        values.add(object.id());
        return values.toArray();
    }
}
