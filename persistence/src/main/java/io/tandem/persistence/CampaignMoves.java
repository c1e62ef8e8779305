package io.tandem.persistence;

import io.tandem.campaigns.model.CampaignKind;
import io.tandem.campaigns.model.CampaignState;
import io.tandem.campaigns.model.Run;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.SchedulerStore.CampaignMove;
import java.sql.Connection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Moves campaigns that move by themselves, and starts the next one of a chain. Only the run is written; the record's
 * version and update instant are a client's.
 */
final class CampaignMoves {

    private static final List<String> DIALLED = Stream.of(CampaignKind.values())
            .filter(CampaignKind::dials)
            .map(CampaignKind::name)
            .toList();

    /** All that a run needs and that its campaign names. (decision D41; voipbin-v1.md, section 3) */
    private static final String NEEDS_LIVE = """
             EXISTS (SELECT 1 FROM dial_plan p
                     WHERE p.tenant = campaign.tenant AND p.id = campaign.dial_plan AND p.deleted_at IS NULL)
              AND (queue IS NULL OR EXISTS (SELECT 1 FROM queue q
                     WHERE q.tenant = campaign.tenant AND q.id = campaign.queue AND q.deleted_at IS NULL))
              AND (carrier IS NULL OR EXISTS (SELECT 1 FROM carrier c
                     WHERE c.tenant = campaign.tenant AND c.id = campaign.carrier AND c.deleted_at IS NULL))
              AND (template IS NULL OR EXISTS (SELECT 1 FROM template t
                     WHERE t.tenant = campaign.tenant AND t.id = campaign.template AND t.deleted_at IS NULL))
            """;

    private final Connection connection;
    private final Set<UUID> moved = new HashSet<>();
    private final Set<UUID> started = new HashSet<>();

    CampaignMoves(Connection connection) {
        this.connection = connection;
    }

    void write(List<CampaignMove> moves) {
        for (CampaignMove move : moves) {
            lock(move);
            boolean allowed = (!move.onlyIfExhausted() || isExhausted(move.tenant(), move.campaign()))
                    && (move.to().state() != CampaignState.RUNNING || mayRun(move.tenant(), move.campaign()));
            if (allowed && move(move.tenant(), move.campaign(), move.from(), move.to())) {
                moved.add(move.campaign());
                if (move.to().state() == CampaignState.RUNNING) {
                    JdbcReplanStore.takeUp(connection, move.tenant(), move.campaign());
                } else if (move.from().state() == CampaignState.STOPPING) {
                    JdbcReplanStore.leaveBehind(connection, move.tenant(), move.campaign());
                }
                UUID next = move.next();
                if (next != null && start(move.tenant(), next, Objects.requireNonNull(move.nextRun()))) {
                    started.add(next);
                }
            }
        }
    }

    /** What it needs may have been deleted while it was paused. */
    private boolean mayRun(TenantId tenant, UUID campaign) {
        return Sql.exists(
                        connection,
                        "SELECT 1 FROM campaign WHERE tenant = ? AND id = ? AND" + NEEDS_LIVE,
                        tenant,
                        campaign)
                && !listRunsElsewhere(tenant, campaign);
    }

    Set<UUID> moved() {
        return moved;
    }

    Set<UUID> started() {
        return started;
    }

    private boolean move(TenantId tenant, UUID campaign, Run from, Run to) {
        return 1
                == Sql.update(
                        connection,
                        """
                        UPDATE campaign
                        SET state = ?, run_id = ?, resume_at = ?, chain = ?
                        WHERE tenant = ? AND id = ? AND state = ? AND run_id IS NOT DISTINCT FROM ?
                          AND resume_at IS NOT DISTINCT FROM ?
                        """,
                        to.state(),
                        to.id(),
                        to.resumeAt(),
                        RunColumns.chain(to),
                        tenant,
                        campaign,
                        from.state(),
                        from.id(),
                        from.resumeAt());
    }

    private boolean isExhausted(TenantId tenant, UUID campaign) {
        return !hasTargets(tenant, campaign)
                && !hasCalls(tenant, campaign)
                && !hasImports(tenant, campaign)
                && !hasFeeds(tenant, campaign)
                && !hasReplanning(tenant, campaign);
    }

    /** One look into the claim index for each list and state: costs the same with a million targets done. */
    private boolean hasTargets(TenantId tenant, UUID campaign) {
        return Sql.exists(connection, """
                SELECT 1
                FROM campaign_list cl
                JOIN target_list l ON l.tenant = cl.tenant AND l.id = cl.list AND l.enabled AND l.deleted_at IS NULL
                WHERE cl.tenant = ? AND cl.campaign = ?
                  AND (EXISTS (SELECT 1 FROM target t
                               WHERE t.tenant = cl.tenant AND t.list = cl.list AND t.state = 'FRESH')
                    OR EXISTS (SELECT 1 FROM target t
                               WHERE t.tenant = cl.tenant AND t.list = cl.list AND t.state = 'RETRY')
                    OR EXISTS (SELECT 1 FROM target t
                               WHERE t.tenant = cl.tenant AND t.list = cl.list AND t.state = 'CALLING'))
                LIMIT 1
                """, tenant, campaign);
    }

    private boolean hasCalls(TenantId tenant, UUID campaign) {
        return Sql.exists(
                connection,
                "SELECT 1 FROM attempt WHERE tenant = ? AND campaign = ? AND ended_at IS NULL LIMIT 1",
                tenant,
                campaign);
    }

    private boolean hasImports(TenantId tenant, UUID campaign) {
        return Sql.exists(connection, """
                SELECT 1
                FROM campaign_list cl
                JOIN import i ON i.tenant = cl.tenant AND i.list = cl.list AND i.finished_at IS NULL
                WHERE cl.tenant = ? AND cl.campaign = ?
                LIMIT 1
                """, tenant, campaign);
    }

    /** One that nobody has spoken of for its time is a dead process's, or a client's who has fallen silent. */
    private boolean hasFeeds(TenantId tenant, UUID campaign) {
        return Sql.exists(connection, """
                SELECT 1
                FROM campaign_list cl
                JOIN list_feed f ON f.tenant = cl.tenant AND f.list = cl.list AND f.open_until > CURRENT_TIMESTAMP
                WHERE cl.tenant = ? AND cl.campaign = ?
                LIMIT 1
                """, tenant, campaign);
    }

    private boolean hasReplanning(TenantId tenant, UUID campaign) {
        return Sql.exists(connection, "SELECT 1 FROM replanning WHERE tenant = ? AND campaign = ?", tenant, campaign);
    }

    /**
     * Locks the campaign, then its lists in order of their ids, before it looks at who runs them: whoever starts a
     * campaign locks the same in the same order, so that of two starts on one list one sees the other.
     */
    private boolean start(TenantId tenant, UUID campaign, Run run) {
        boolean startable =
                Sql.exists(connection, """
                SELECT 1
                FROM campaign
                WHERE tenant = ? AND id = ? AND deleted_at IS NULL AND enabled AND state = 'STOPPED' AND kind = ANY (?)
                  AND""" + NEEDS_LIVE + "FOR UPDATE", tenant, campaign, Sql.Array.ofTexts(DIALLED));
        if (!startable) {
            return false;
        }
        lockLists(tenant, campaign);
        boolean started = !listRunsElsewhere(tenant, campaign) && move(tenant, campaign, Run.STOPPED, run);
        if (started) {
            JdbcReplanStore.takeUp(connection, tenant, campaign);
        }
        return started;
    }

    /**
     * Whoever adds to a list or starts a campaign of it locks the list, so a look into it after this is the last word. The
     * campaign first, then its lists: as clients' own writes lock them.
     */
    private void lock(CampaignMove move) {
        if (move.onlyIfExhausted() || move.to().state() == CampaignState.RUNNING) {
            Sql.exists(
                    connection,
                    "SELECT 1 FROM campaign WHERE tenant = ? AND id = ? FOR UPDATE",
                    move.tenant(),
                    move.campaign());
            lockLists(move.tenant(), move.campaign());
        }
    }

    private void lockLists(TenantId tenant, UUID campaign) {
        List<UUID> lists = Sql.list(
                connection,
                "SELECT DISTINCT list FROM campaign_list WHERE tenant = ? AND campaign = ? ORDER BY list",
                row -> Columns.id(row, "list"),
                tenant,
                campaign);
        for (UUID list : lists) {
            Sql.exists(connection, "SELECT 1 FROM target_list WHERE tenant = ? AND id = ? FOR UPDATE", tenant, list);
        }
    }

    private boolean listRunsElsewhere(TenantId tenant, UUID campaign) {
        return Sql.exists(connection, """
                SELECT 1
                FROM campaign_list mine
                JOIN campaign_list theirs
                  ON theirs.tenant = mine.tenant AND theirs.list = mine.list AND theirs.campaign <> mine.campaign
                JOIN campaign other
                  ON other.tenant = theirs.tenant AND other.id = theirs.campaign
                 AND other.state = ? AND other.deleted_at IS NULL
                WHERE mine.tenant = ? AND mine.campaign = ?
                LIMIT 1
                """, CampaignState.RUNNING, tenant, campaign);
    }
}
