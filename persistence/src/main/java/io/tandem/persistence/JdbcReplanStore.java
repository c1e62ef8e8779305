package io.tandem.persistence;

import io.tandem.campaigns.model.Disposition;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetState;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.ReplanStore;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Singleton
final class JdbcReplanStore implements ReplanStore {

    private static final String SELECT = "SELECT tenant, campaign, list, phase, due_at, target FROM replanning ";

    /** Tenants asked at once for what they have open; bounds what the row-level security policy has to compare. */
    private static final int TENANTS_AT_ONCE = 500;

    private final Database database;

    JdbcReplanStore(Database database) {
        this.database = database;
    }

    /** What a list says that was there before it was known who judges it; no campaign's id. */
    private static final UUID NOT_KNOWN = new UUID(0, 0);

    @Override
    public void open(TenantId tenant, UUID campaign) {
        open(database.of(tenant), tenant, campaign);
    }

    private static void open(Connection connection, TenantId tenant, UUID campaign) {
        Sql.update(
                connection,
                "INSERT INTO replanning (tenant, campaign) VALUES (?, ?) ON CONFLICT DO NOTHING",
                tenant,
                campaign);
        place(connection, new Replan(tenant, campaign, null));
    }

    private record Judged(UUID list, @Nullable UUID by) {}

    @Override
    public boolean takeUp(TenantId tenant, UUID campaign) {
        return takeUp(database.of(tenant), tenant, campaign);
    }

    static boolean takeUp(Connection connection, TenantId tenant, UUID campaign) {
        List<Judged> others = Sql.list(
                connection,
                """
                SELECT id, judged_by
                FROM target_list
                WHERE tenant = ? AND id IN (SELECT list FROM campaign_list WHERE tenant = ? AND campaign = ?)
                  AND judged_by IS DISTINCT FROM ?
                ORDER BY id
                FOR UPDATE
                """,
                row -> new Judged(Columns.id(row, "id"), Columns.idOrNull(row, "judged_by")),
                tenant,
                tenant,
                campaign,
                campaign);
        boolean another = false;
        for (Judged judged : others) {
            another |= judged.by != null;
            awaitBatches(connection, tenant, judged);
            Sql.update(
                    connection,
                    "UPDATE target_list SET judged_by = ? WHERE tenant = ? AND id = ?",
                    campaign,
                    tenant,
                    judged.list);
        }
        if (another) {
            open(connection, tenant, campaign);
        }
        return another;
    }

    /**
     * Waits until no batch is under way that found another campaign to judge the list, and lets none begin before this
     * transaction ends: what such a batch moves is met again by the re-planning that is opened here.
     */
    private static void awaitBatches(Connection connection, TenantId tenant, Judged judged) {
        Sql.exists(connection, """
                SELECT campaign
                FROM replanning
                WHERE tenant = ?
                  AND (campaign = ? OR campaign IN (SELECT campaign FROM campaign_list WHERE tenant = ? AND list = ?))
                ORDER BY campaign
                FOR UPDATE
                """, tenant, judged.by, tenant, judged.list);
    }

    /**
     * The last call of a campaign that was stopped has ended. What others took up of its lists meanwhile is re-planned by
     * them: where they were at rest when a call ended, its own plan judged it.
     */
    static void leaveBehind(Connection connection, TenantId tenant, UUID campaign) {
        Sql.list(connection, """
                        SELECT DISTINCT l.judged_by
                        FROM campaign_list cl
                        JOIN target_list l ON l.tenant = cl.tenant AND l.id = cl.list AND l.judged_by <> cl.campaign
                        JOIN campaign judge
                          ON judge.tenant = l.tenant AND judge.id = l.judged_by AND judge.deleted_at IS NULL
                        WHERE cl.tenant = ? AND cl.campaign = ?
                        ORDER BY l.judged_by
                        """, row -> Columns.id(row, "judged_by"), tenant, campaign)
                .forEach(judge -> open(connection, tenant, judge));
    }

    @Override
    public Optional<UUID> judge(TenantId tenant, UUID list) {
        return Sql.first(
                        database.of(tenant),
                        "SELECT judged_by FROM target_list WHERE tenant = ? AND id = ?",
                        row -> Optional.ofNullable(Columns.idOrNull(row, "judged_by")),
                        tenant,
                        list)
                .flatMap(by -> by)
                .filter(by -> !by.equals(NOT_KNOWN));
    }

    @Override
    public Optional<Replan> take(TenantId tenant, UUID campaign) {
        return Sql.first(
                database.of(tenant),
                SELECT + "WHERE tenant = ? AND campaign = ? FOR UPDATE SKIP LOCKED",
                JdbcReplanStore::read,
                tenant,
                campaign);
    }

    @Override
    public void progress(Replan replan) {
        place(database.of(replan.tenant()), replan);
    }

    private static void place(Connection connection, Replan replan) {
        Position next = replan.next();
        Sql.update(
                connection,
                "UPDATE replanning SET list = ?, phase = ?, due_at = ?, target = ? WHERE tenant = ? AND campaign = ?",
                next == null ? null : next.list(),
                next == null ? null : next.phase(),
                next == null ? null : next.due(),
                next == null ? null : next.target(),
                replan.tenant(),
                replan.campaign());
    }

    @Override
    public void close(Replan replan) {
        Sql.update(
                database.of(replan.tenant()),
                "DELETE FROM replanning WHERE tenant = ? AND campaign = ?",
                replan.tenant(),
                replan.campaign());
    }

    /** Those with the position's own due instant first: a million may have been imported at one. */
    @Override
    public List<Idle> from(TenantId tenant, Position position, int limit) {
        Connection connection = database.of(tenant);
        Instant due = position.due();
        UUID target = position.target();
        if (due == null || target == null) {
            return Sql.list(
                    connection, fromSql(position.phase(), ""), JdbcReplanStore::idle, tenant, position.list(), limit);
        }
        List<Idle> idle = new ArrayList<>(Sql.list(
                connection,
                fromSql(position.phase(), "AND due_at = ? AND id > ?"),
                JdbcReplanStore::idle,
                tenant,
                position.list(),
                due,
                target,
                limit));
        if (idle.size() < limit) {
            idle.addAll(Sql.list(
                    connection,
                    fromSql(position.phase(), "AND due_at > ?"),
                    JdbcReplanStore::idle,
                    tenant,
                    position.list(),
                    due,
                    limit - idle.size()));
        }
        return idle;
    }

    /** The phase is part of the text and the order is the index's in full, as in {@link JdbcSchedulerStore#dueSql}. */
    static String fromSql(TargetState phase, String behind) {
        if (phase != TargetState.RETRY && phase != TargetState.EXHAUSTED) {
            throw new IllegalArgumentException("only RETRY and EXHAUSTED targets are re-planned, not " + phase);
        }
        return "SELECT " + TargetRows.COLUMNS + ", last_ended_at, last_talk_micros " + """
                FROM target
                WHERE tenant = ? AND list = ? AND state = '%s' %s
                ORDER BY tenant, list, state, due_at, id
                LIMIT ?
                """.formatted(phase, behind);
    }

    @Override
    public int move(TenantId tenant, List<Moved> moves) {
        Connection connection = database.of(tenant);
        List<@Nullable Object[]> rows = new ArrayList<>(moves.size());
        for (Moved move : moves) {
            Target from = move.from();
            rows.add(new @Nullable Object[] {
                move.to().state(),
                move.to().state().hasEnded() ? from.due() : move.to().due(),
                tenant,
                from.id(),
                from.state(),
                from.due(),
                from.lastCalled()
            });
        }
        int[] written = Sql.batch(connection, """
                UPDATE target
                SET state = ?, due_at = ?
                WHERE tenant = ? AND id = ? AND COALESCE(state, '') = ? AND due_at = ?
                  AND last_called_at IS NOT DISTINCT FROM ?
                """, rows);
        return count(connection, moves, written);
    }

    private static int count(Connection connection, List<Moved> moves, int[] written) {
        Tallies tallies = new Tallies();
        int held = 0;
        for (int i = 0; i < written.length; i++) {
            if (written[i] == 1) {
                held++;
                Target from = moves.get(i).from();
                tally(tallies, from, from.state(), -1);
                tally(tallies, from, moves.get(i).to().state(), 1);
            }
        }
        tallies.write(connection);
        return held;
    }

    private static void tally(Tallies tallies, Target target, TargetState state, int delta) {
        if (state.hasEnded()) {
            tallies.add(target.tenant(), target.list(), state.name(), delta);
        }
    }

    @Override
    public List<Replan> open(TenantId tenant) {
        return Sql.list(
                database.of(tenant),
                SELECT + "WHERE tenant = ? ORDER BY tenant, campaign",
                JdbcReplanStore::read,
                tenant);
    }

    @Override
    public List<Replan> open() {
        List<TenantId> tenants = database.asOperator(JdbcTenantStore::living);
        List<Replan> open = new ArrayList<>();
        for (int from = 0; from < tenants.size(); from += TENANTS_AT_ONCE) {
            Set<TenantId> some = Set.copyOf(tenants.subList(from, Math.min(from + TENANTS_AT_ONCE, tenants.size())));
            open.addAll(database.in(
                    some,
                    connection -> Sql.list(
                            connection,
                            SELECT + "WHERE tenant = ANY (?) ORDER BY tenant, campaign",
                            JdbcReplanStore::read,
                            Sql.Array.ofTenants(some))));
        }
        return open;
    }

    private static Replan read(ResultSet row) throws SQLException {
        UUID list = Columns.idOrNull(row, "list");
        return new Replan(
                Columns.tenant(row),
                Columns.id(row, "campaign"),
                list == null
                        ? null
                        : new Position(
                                list,
                                Columns.constant(row, "phase", TargetState.class),
                                Columns.instantOrNull(row, "due_at"),
                                Columns.idOrNull(row, "target")));
    }

    /** A target that was last called before these columns were there has its due instant to count from. */
    private static Idle idle(ResultSet row) throws SQLException {
        Target target = TargetRows.read(row);
        Disposition disposition = target.lastDisposition();
        Instant ended = Columns.instantOrNull(row, "last_ended_at");
        return new Idle(
                target,
                disposition == null
                        ? null
                        : new LastAttempt(
                                disposition,
                                Columns.duration(row, "last_talk_micros"),
                                Objects.requireNonNullElse(ended, target.due())));
    }
}
