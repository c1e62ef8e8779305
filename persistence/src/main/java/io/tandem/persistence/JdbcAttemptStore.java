package io.tandem.persistence;

import io.tandem.campaigns.model.CallAttempt;
import io.tandem.campaigns.model.Destination;
import io.tandem.campaigns.model.Disposition;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.AttemptStore;
import io.tandem.campaigns.ports.Page;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Singleton
final class JdbcAttemptStore implements AttemptStore {

    private static final String SELECT = "SELECT " + AttemptRows.COLUMNS + " FROM attempt ";

    private static final String LATEST = "SELECT " + AttemptRows.COLUMNS.replaceAll("(\\w+)", "a.$1") + """
            FROM UNNEST(?) AS wanted(id)
            JOIN target t ON t.tenant = ? AND t.id = wanted.id
            JOIN attempt a ON a.tenant = ? AND a.placed_at = t.last_called_at AND a.target = t.id
            """;

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

    /** Of several looks each reads as far as the page may need it. */
    @Override
    public List<CallAttempt> ended(TenantId tenant, RecordSearch search, Page page) {
        Paging paging = Paging.by("placed_at", page);
        List<RecordFilter> looks = RecordFilter.of(tenant, search);
        if (looks.size() == 1) {
            RecordFilter only = looks.get(0);
            return Sql.list(
                    database.of(tenant),
                    endedSql(only, search, paging) + " OFFSET ?",
                    AttemptRows::read,
                    paging.parameters(only.all()));
        }
        List<String> parts = new ArrayList<>();
        List<@Nullable Object> parameters = new ArrayList<>();
        for (RecordFilter look : looks) {
            parts.add(endedSql(look, search, paging));
            parameters.addAll(look.parameters());
            parameters.addAll(paging.bounds());
            parameters.add(
                    page.offset() > Long.MAX_VALUE - page.limit() ? Long.MAX_VALUE : page.offset() + page.limit());
        }
        parameters.add(page.limit());
        parameters.add(page.offset());
        return Sql.list(
                database.of(tenant),
                "SELECT * FROM ((" + String.join(") UNION ALL (", parts)
                        + ")) AS found ORDER BY placed_at DESC, id DESC LIMIT ? OFFSET ?",
                AttemptRows::read,
                parameters.toArray());
    }

    static String endedSql(RecordFilter filter, RecordSearch search, Paging paging) {
        return SELECT + filter.where() + " AND deleted_at IS NULL" + paging.condition() + " ORDER BY "
                + filter.orderedBy(search.campaign()) + "placed_at DESC, id DESC LIMIT ?";
    }

    @Override
    public long countEnded(TenantId tenant, RecordSearch search) {
        return RecordFilter.of(tenant, search).stream()
                .mapToLong(filter -> Sql.number(
                        database.of(tenant),
                        "SELECT count(*) FROM attempt " + filter.where() + " AND deleted_at IS NULL",
                        filter.all()))
                .sum();
    }

    @Override
    public List<CallAttempt> open(TenantId tenant) {
        return Sql.list(
                database.of(tenant), SELECT + "WHERE tenant = ? AND ended_at IS NULL", AttemptRows::read, tenant);
    }

    /** By the instant at which both say that the call was placed: no index of attempts by target is needed. */
    @Override
    public Map<UUID, CallAttempt> latest(TenantId tenant, List<Target> targets) {
        Map<UUID, CallAttempt> latest = new HashMap<>();
        Sql.list(
                        database.of(tenant),
                        LATEST,
                        AttemptRows::read,
                        Sql.Array.ofUuids(targets.stream().map(Target::id).toList()),
                        tenant,
                        tenant)
                .forEach(attempt -> latest.put(attempt.target(), attempt));
        return latest;
    }

    @Override
    public Map<UUID, Map<Disposition, Long>> results(TenantId tenant, RecordSearch search) {
        Map<UUID, Map<Disposition, Long>> results = new HashMap<>();
        for (RecordFilter filter : RecordFilter.of(tenant, search)) {
            Sql.list(
                            database.of(tenant),
                            "SELECT campaign, disposition, count(*) AS amount FROM attempt " + filter.where()
                                    + " AND deleted_at IS NULL GROUP BY campaign, disposition",
                            row -> new Result(
                                    Columns.id(row, "campaign"),
                                    Columns.constant(row, "disposition", Disposition.class),
                                    row.getLong("amount")),
                            filter.all())
                    .forEach(result -> results.computeIfAbsent(result.campaign, id -> new EnumMap<>(Disposition.class))
                            .merge(result.disposition, result.amount, Long::sum));
        }
        return results;
    }

    private record Result(UUID campaign, Disposition disposition, long amount) {}

    @Override
    public int made(TenantId tenant, Destination to, Instant from, Instant until) {
        return to.isDialable()
                ? NumberAttempts.read(database.of(tenant), tenant, Set.of(to.text()), from, until)
                        .getOrDefault(to.text(), 0)
                : 0;
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
                        SET deleted_at = ?, updated_at = ?
                        WHERE tenant = ? AND id = ? AND ended_at IS NOT NULL AND deleted_at IS NULL
                        """, at, at, tenant, id);
    }
}
