package io.tandem.persistence;

import io.tandem.campaigns.model.CallAttempt;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.AttemptStore;
import io.tandem.campaigns.ports.Page;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Singleton
final class JdbcAttemptStore implements AttemptStore {

    private static final String SELECT = "SELECT " + AttemptRows.COLUMNS + " FROM attempt ";

    private final Database database;

    JdbcAttemptStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<CallAttempt> find(TenantId tenant, UUID id) {
        return Sql.first(database.of(tenant), SELECT + "WHERE tenant = ? AND id = ?", AttemptRows::read, tenant, id);
    }

    @Override
    public List<CallAttempt> page(TenantId tenant, @Nullable UUID campaign, Page page) {
        Paging paging = Paging.by("placed_at", page);
        return campaign == null
                ? Sql.list(
                        database.of(tenant),
                        SELECT + "WHERE tenant = ? AND deleted_at IS NULL" + paging.condition()
                                + " ORDER BY tenant, placed_at DESC, id DESC LIMIT ? OFFSET ?",
                        AttemptRows::read,
                        paging.parameters(tenant))
                : Sql.list(
                        database.of(tenant),
                        SELECT + "WHERE tenant = ? AND campaign = ? AND deleted_at IS NULL" + paging.condition()
                                + " ORDER BY tenant, campaign, placed_at DESC, id DESC LIMIT ? OFFSET ?",
                        AttemptRows::read,
                        paging.parameters(tenant, campaign));
    }

    @Override
    public boolean anyOpen(TenantId tenant, UUID campaign) {
        return Sql.exists(
                database.of(tenant),
                "SELECT 1 FROM attempt WHERE tenant = ? AND campaign = ? AND ended_at IS NULL LIMIT 1",
                tenant,
                campaign);
    }

    @Override
    public int open(TenantId tenant, UUID campaign) {
        return (int) Sql.number(
                database.of(tenant),
                "SELECT count(*) FROM attempt WHERE tenant = ? AND campaign = ? AND ended_at IS NULL",
                tenant,
                campaign);
    }

    @Override
    public long count(TenantId tenant, @Nullable UUID campaign) {
        return campaign == null
                ? Sql.number(
                        database.of(tenant),
                        "SELECT count(*) FROM attempt WHERE tenant = ? AND deleted_at IS NULL",
                        tenant)
                : Sql.number(
                        database.of(tenant),
                        "SELECT count(*) FROM attempt WHERE tenant = ? AND campaign = ? AND deleted_at IS NULL",
                        tenant,
                        campaign);
    }

    @Override
    public boolean remove(TenantId tenant, UUID id, Instant at) {
        return 1 == Sql.update(database.of(tenant), """
                        UPDATE attempt
                        SET deleted_at = ?
                        WHERE tenant = ? AND id = ? AND ended_at IS NOT NULL AND deleted_at IS NULL
                        """, at, tenant, id);
    }
}
