package io.tandem.persistence;

import io.tandem.campaigns.model.Disposition;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetState;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.Page;
import io.tandem.campaigns.ports.TallyStore;
import io.tandem.campaigns.ports.TargetStore;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@Singleton
final class JdbcTargetStore implements TargetStore {

    private static final String SELECT = "SELECT " + TargetRows.COLUMNS + " FROM target ";

    private final Database database;

    JdbcTargetStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Target> find(TenantId tenant, UUID id) {
        return Sql.first(database.of(tenant), SELECT + "WHERE tenant = ? AND id = ?", TargetRows::read, tenant, id);
    }

    @Override
    public Map<UUID, Target> find(TenantId tenant, Collection<UUID> ids) {
        return Sql.list(
                        database.of(tenant),
                        SELECT + "WHERE tenant = ? AND id = ANY (?)",
                        TargetRows::read,
                        tenant,
                        Sql.Array.ofUuids(ids))
                .stream()
                .collect(Collectors.toMap(Target::id, target -> target));
    }

    @Override
    public Optional<Target> lock(TenantId tenant, UUID id) {
        return Sql.first(
                database.of(tenant), SELECT + "WHERE tenant = ? AND id = ? FOR UPDATE", TargetRows::read, tenant, id);
    }

    @Override
    public List<Target> page(
            TenantId tenant, @Nullable UUID list, @Nullable UUID campaign, @Nullable String number, Page page) {
        Paging paging = Paging.by("created_at", page);
        Filter filter = Filter.of(tenant, list, campaign, number);
        return Sql.list(
                database.of(tenant),
                SELECT + filter.where + paging.condition()
                        // In full, as the index that fits has it: H2 reads in index order only then.
                        + (list == null ? " ORDER BY tenant, " : " ORDER BY tenant, list, ")
                        + "created_at DESC, id DESC LIMIT ? OFFSET ?",
                TargetRows::read,
                paging.parameters(filter.parameters.toArray()));
    }

    @Override
    public List<Target> calledBetween(
            TenantId tenant,
            @Nullable UUID list,
            @Nullable UUID campaign,
            @Nullable Instant from,
            @Nullable Instant to,
            Page page) {
        Paging paging = Paging.by("created_at", page);
        Filter filter = Filter.of(tenant, list, campaign, null).calledBetween(from, to);
        return Sql.list(
                database.of(tenant),
                SELECT + filter.where + paging.condition()
                        + (list == null ? " ORDER BY tenant, " : " ORDER BY tenant, list, ")
                        + "created_at DESC, id DESC LIMIT ? OFFSET ?",
                TargetRows::read,
                paging.parameters(filter.parameters.toArray()));
    }

    @Override
    public long countCalledBetween(
            TenantId tenant,
            @Nullable UUID list,
            @Nullable UUID campaign,
            @Nullable Instant from,
            @Nullable Instant to) {
        Filter filter = Filter.of(tenant, list, campaign, null).calledBetween(from, to);
        return Sql.number(
                database.of(tenant), "SELECT count(*) FROM target " + filter.where, filter.parameters.toArray());
    }

    @Override
    public long count(TenantId tenant, @Nullable UUID list, @Nullable UUID campaign, @Nullable String number) {
        Connection connection = database.of(tenant);
        if (number == null && campaign == null) {
            return countOf(connection, tenant, list);
        }
        Filter filter = Filter.of(tenant, list, campaign, number);
        return Sql.number(connection, "SELECT count(*) FROM target " + filter.where, filter.parameters.toArray());
    }

    /** Without a filter on targets the lists' counters know; a tenant has a counter of that name, too. */
    private static long countOf(Connection connection, TenantId tenant, @Nullable UUID list) {
        return list == null
                ? Sql.number(
                        connection,
                        "SELECT sum(amount) FROM tally WHERE tenant = ? AND name = ? AND subject <> ?",
                        tenant,
                        TallyStore.TOTAL,
                        tenant)
                : Sql.number(
                        connection,
                        "SELECT amount FROM tally WHERE tenant = ? AND subject = ? AND name = ?",
                        tenant,
                        list,
                        TallyStore.TOTAL);
    }

    @Override
    public Set<String> numbersIn(TenantId tenant, UUID list, Collection<String> numbers) {
        return new HashSet<>(Sql.list(
                database.of(tenant), """
                SELECT asked.number
                FROM UNNEST(?) AS asked(number)
                WHERE EXISTS (
                    SELECT 1 FROM target t
                    WHERE t.tenant = ? AND t.list = ? AND t.number = asked.number AND t.state <> 'DELETED')
                """, row -> row.getString("number"), Sql.Array.ofTexts(numbers), tenant, list));
    }

    @Override
    public void insertAll(TenantId tenant, List<Target> targets) {
        Connection connection = database.of(tenant);
        Tallies tallies = new Tallies();
        for (Target target : targets) {
            if (!target.tenant().equals(tenant)) {
                throw new IllegalArgumentException("a target of another tenant");
            }
            if (target.deleted() == null) {
                count(tallies, target, target.state(), 1);
            }
        }
        TargetRows.insert(connection, targets);
        tallies.write(connection);
    }

    /** List, creation and deletion stay as they are, too. */
    @Override
    public void update(Target target) {
        int written = Sql.update(
                database.of(target.tenant()),
                """
                UPDATE target
                SET name = ?, detail = ?, data = ?, d0 = ?, d1 = ?, d2 = ?, d3 = ?, d4 = ?, labels = ?, number = ?,
                    network = ?, network_given = ?, due_at = ?, carried = ?, updated_at = ?
                WHERE tenant = ? AND id = ?
                """,
                target.name(),
                target.detail(),
                target.data(),
                TargetRows.destination(target, 0),
                TargetRows.destination(target, 1),
                TargetRows.destination(target, 2),
                TargetRows.destination(target, 3),
                TargetRows.destination(target, 4),
                TargetRows.labels(target),
                TargetRows.number(target),
                target.network(),
                target.networkGiven(),
                target.due(),
                TargetRows.carried(target),
                target.updated(),
                target.tenant(),
                target.id());
        if (written == 0) {
            throw new IllegalStateException("no target with this id in the tenant");
        }
        database.forbids(target.tenant());
    }

    /** Takes the instant from {@code target.deleted()}; no effect on a target that was deleted before. */
    @Override
    public void delete(Target target) {
        Instant at = target.deleted();
        if (at == null) {
            throw new IllegalArgumentException("says not when the target was deleted");
        }
        Connection connection = database.of(target.tenant());
        Optional<String> state = Sql.first(
                connection,
                "SELECT state FROM target WHERE tenant = ? AND id = ? FOR UPDATE",
                row -> row.getString("state"),
                target.tenant(),
                target.id());
        if (state.isEmpty() || state.get().equals(TargetRows.DELETED)) {
            return;
        }
        Sql.update(connection, """
                UPDATE target
                SET state = 'DELETED', deleted_state = state, deleted_at = ?, updated_at = COALESCE(?, updated_at)
                WHERE tenant = ? AND id = ?
                """, at, target.updated(), target.tenant(), target.id());
        Tallies tallies = new Tallies();
        count(tallies, target, TargetState.valueOf(state.get()), -1);
        tallies.write(connection);
        database.forbids(target.tenant());
    }

    @Override
    public void reopen(Target target) {
        Connection connection = database.of(target.tenant());
        int written = Sql.update(
                connection,
                "UPDATE target SET state = ? WHERE tenant = ? AND id = ? AND state = 'DO_NOT_CALL'",
                target.state(),
                target.tenant(),
                target.id());
        if (written == 1) {
            Tallies tallies = new Tallies();
            tallies.add(target.tenant(), target.list(), TargetState.DO_NOT_CALL.name(), -1);
            tallies.write(connection);
        }
        database.forbids(target.tenant());
    }

    /** State by state, in the order in which targets go from one to the next: none slips through between two. */
    @Override
    public long deleteIn(TenantId tenant, UUID list, Instant at) {
        Connection connection = database.of(tenant);
        Tallies tallies = new Tallies();
        long all = 0;
        for (TargetState state : TargetState.values()) {
            long deleted = Sql.update(connection, """
                    UPDATE target
                    SET state = 'DELETED', deleted_state = state, deleted_at = ?, updated_at = ?
                    WHERE tenant = ? AND list = ? AND state = ?
                    """, at, at, tenant, list, state);
            if (deleted > 0 && state.hasEnded()) {
                tallies.add(tenant, list, state.name(), -deleted);
            }
            all += deleted;
        }
        tallies.add(tenant, list, TallyStore.TOTAL, -all);
        tallies.write(connection);
        database.forbids(tenant);
        return all;
    }

    /** Each target only if it is still in the state in which it was seen: what is called meanwhile stays as it is. */
    @Override
    public ResetPart reset(
            TenantId tenant,
            UUID list,
            Set<TargetState> states,
            Set<Disposition> last,
            Instant at,
            @Nullable Place after,
            int limit) {
        List<Target> part = page(
                tenant,
                list,
                null,
                null,
                after == null ? Page.first(limit) : Page.olderThan(limit, after.created(), after.id()));
        List<Target> meant = part.stream()
                .filter(target -> states.contains(target.state()) && !target.isOver(at))
                .filter(target ->
                        last.isEmpty() || (target.lastDisposition() != null && last.contains(target.lastDisposition())))
                .toList();
        Connection connection = database.of(tenant);
        int[] written = Sql.batch(connection, """
                UPDATE target
                SET state = 'FRESH', due_at = ?, t0 = 0, t1 = 0, t2 = 0, t3 = 0, t4 = 0, push_at = NULL, updated_at = ?
                WHERE tenant = ? AND id = ? AND COALESCE(state, '') = ?
                """, resets(meant, at));
        Tallies tallies = new Tallies();
        long reset = 0;
        for (int i = 0; i < written.length; i++) {
            TargetState before = meant.get(i).state();
            if (written[i] == 1 && before.hasEnded()) {
                tallies.add(tenant, list, before.name(), -1);
            }
            reset += written[i];
        }
        tallies.write(connection);
        Target end = part.size() < limit ? null : part.get(part.size() - 1);
        return new ResetPart(reset, end == null ? null : new Place(end.created(), end.id()));
    }

    private static List<@Nullable Object[]> resets(List<Target> targets, Instant at) {
        List<@Nullable Object[]> rows = new ArrayList<>(targets.size());
        for (Target target : targets) {
            rows.add(new Object[] {at, at, target.tenant(), target.id(), target.state()});
        }
        return rows;
    }

    private static void count(Tallies tallies, Target target, TargetState state, int delta) {
        tallies.add(target.tenant(), target.list(), TallyStore.TOTAL, delta);
        if (state.hasEnded()) {
            tallies.add(target.tenant(), target.list(), state.name(), delta);
        }
    }

    /** Which living targets are meant. */
    private record Filter(String where, List<Object> parameters) {

        static Filter of(TenantId tenant, @Nullable UUID list, @Nullable UUID campaign, @Nullable String number) {
            StringBuilder where = new StringBuilder("WHERE tenant = ? AND state <> 'DELETED'");
            List<Object> parameters = new ArrayList<>(List.of(tenant));
            if (list != null) {
                where.append(" AND list = ?");
                parameters.add(list);
            }
            if (campaign != null) {
                where.append(" AND list IN (SELECT id FROM target_list WHERE tenant = ? AND campaign = ?"
                        + " UNION SELECT list FROM campaign_list WHERE tenant = ? AND campaign = ?)");
                parameters.addAll(List.of(tenant, campaign, tenant, campaign));
            }
            if (number != null) {
                where.append(" AND number = ?");
                parameters.add(number);
            }
            return new Filter(where.toString(), parameters);
        }

        Filter calledBetween(@Nullable Instant from, @Nullable Instant to) {
            List<Object> more = new ArrayList<>(parameters);
            String called = where + " AND last_called_at IS NOT NULL";
            if (from != null) {
                called += " AND last_called_at >= ?";
                more.add(from);
            }
            if (to != null) {
                called += " AND last_called_at < ?";
                more.add(to);
            }
            return new Filter(called, more);
        }
    }
}
