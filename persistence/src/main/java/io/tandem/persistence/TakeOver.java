package io.tandem.persistence;

import io.tandem.campaigns.model.CallAttempt;
import io.tandem.campaigns.model.DialPlan;
import io.tandem.campaigns.model.Disposition;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetState;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.SchedulerStore.InterruptedTarget;
import io.tandem.campaigns.ports.SchedulerStore.NextState;
import io.tandem.campaigns.ports.SchedulerStore.Outcome;
import io.tandem.campaigns.ports.SchedulerStore.TakenOver;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes a replica the owner of a tenant, and closes what dead replicas left open. The fence goes up first, in a
 * transaction of its own; after that no earlier owner can add an open attempt, and those that are there are closed in
 * batches. A death between two batches leaves the rest to the next owner.
 */
final class TakeOver {

    private static final int BATCH = 500;

    private final Database database;
    private final TenantId tenant;
    private final Instant now;
    private final InterruptedTarget rule;
    private final String passOver;

    TakeOver(Database database, TenantId tenant, Instant now, InterruptedTarget rule) {
        this.database = database;
        this.tenant = tenant;
        this.now = now;
        this.rule = rule;
        this.passOver = database.isPostgres() ? " SKIP LOCKED" : "";
    }

    TakenOver run(UUID replica) {
        TakenOver taken = database.in(Set.of(tenant), connection -> raiseFence(connection, replica));
        if (taken == TakenOver.OURS) {
            settle();
        }
        return taken;
    }

    void settle() {
        while (database.in(Set.of(tenant), this::closeSome) == BATCH) {
            // The next batch.
        }
        database.in(Set.of(tenant), this::freeAgents);
    }

    /** Rows that somebody holds are passed over: a replica that froze within a transaction must not hold up this one. */
    private TakenOver raiseFence(Connection connection, UUID replica) {
        Optional<Optional<UUID>> owner = Sql.first(
                connection,
                "SELECT owner FROM ownership WHERE tenant = ? FOR UPDATE" + passOver,
                row -> Optional.ofNullable(Columns.idOrNull(row, "owner")),
                tenant);
        if (owner.isEmpty()) {
            if (!Sql.exists(connection, "SELECT 1 FROM ownership WHERE tenant = ?", tenant)) {
                throw new IllegalArgumentException("no such tenant");
            }
            return TakenOver.BUSY;
        }
        UUID before = owner.get().orElse(replica);
        TakenOver mayTake = before.equals(replica) ? TakenOver.OURS : from(connection, before);
        if (mayTake == TakenOver.OURS) {
            Sql.update(
                    connection, "UPDATE ownership SET fence = fence + 1, owner = ? WHERE tenant = ?", replica, tenant);
            // No earlier owner can place anything, and this one has still to read the tenant.
            Sql.update(connection, "UPDATE forbidding SET acked = epoch WHERE tenant = ?", tenant);
            if (database.isPostgres()) {
                Notices.send(connection, Notices.acknowledged(replica, tenant));
            }
        }
        return mayTake;
    }

    /**
     * Whether the owner's lease is over. Its row is locked, so that no heartbeat prolongs the lease while it is taken
     * over: an owner whose heartbeat comes after this finds another fence.
     */
    private TakenOver from(Connection connection, UUID owner) {
        Optional<Boolean> trusted = Sql.first(
                connection,
                "SELECT heartbeat_at, lease_micros, CURRENT_TIMESTAMP AS now FROM replica WHERE id = ? FOR UPDATE"
                        + passOver,
                row -> Columns.instant(row, "heartbeat_at")
                        .plus(Columns.duration(row, "lease_micros"))
                        .isAfter(Columns.instant(row, "now")),
                owner);
        if (trusted.isPresent()) {
            return trusted.get() ? TakenOver.REFUSED : TakenOver.OURS;
        }
        return Sql.exists(connection, "SELECT 1 FROM replica WHERE id = ?", owner) ? TakenOver.BUSY : TakenOver.OURS;
    }

    private int freeAgents(Connection connection) {
        return Sql.update(connection, """
                UPDATE agent
                SET call = NULL
                WHERE tenant = ? AND call IS NOT NULL
                  AND NOT EXISTS (SELECT 1 FROM attempt a
                                  WHERE a.tenant = agent.tenant AND a.id = agent.call AND a.ended_at IS NULL)
                """, tenant);
    }

    /** Returns how many attempts were closed. */
    private int closeSome(Connection connection) {
        List<CallAttempt> open =
                Sql.list(connection, "SELECT " + AttemptRows.COLUMNS + """
                 FROM attempt
                WHERE tenant = ? AND ended_at IS NULL
                  AND NOT EXISTS (SELECT 1 FROM replica r WHERE r.id = attempt.replica)
                LIMIT ?
                """, AttemptRows::read, tenant, BATCH);
        Map<UUID, Target> targets = targets(connection, tenant, open);
        Map<Judged, Optional<DialPlan>> plans = new HashMap<>();
        Tallies tallies = new Tallies();
        List<Outcome> outcomes = open.stream()
                .map(attempt -> {
                    Optional<DialPlan> plan =
                            plans.computeIfAbsent(Judged.of(attempt), judged -> plan(connection, judged));
                    return interrupted(attempt, next(targets.get(attempt.target()), attempt, plan.orElse(null)));
                })
                .toList();
        Outcomes.write(connection, outcomes, now, tallies);
        tallies.write(connection);
        return open.size();
    }

    private NextState next(@Nullable Target target, CallAttempt attempt, @Nullable DialPlan plan) {
        // A target that went on without this attempt does not move, whatever is said here.
        return target == null || !attempt.id().equals(target.attempt())
                ? new NextState(TargetState.EXHAUSTED, now)
                : rule.after(target, attempt, plan, now);
    }

    private Outcome interrupted(CallAttempt attempt, NextState next) {
        return new Outcome(
                tenant,
                attempt.id(),
                attempt.campaign(),
                attempt.list(),
                attempt.target(),
                null,
                null,
                now,
                null,
                Disposition.INTERRUPTED,
                false,
                talk(attempt.answered()),
                null,
                next,
                List.of(),
                Outcome.Queued.of(attempt.queue(), attempt.agent(), Disposition.INTERRUPTED));
    }

    private Duration talk(@Nullable Instant answered) {
        return answered == null || answered.isAfter(now) ? Duration.ZERO : Duration.between(answered, now);
    }

    static Map<UUID, Target> targets(Connection connection, TenantId tenant, List<CallAttempt> attempts) {
        Map<UUID, Target> targets = new HashMap<>();
        Sql.list(
                        connection,
                        "SELECT " + TargetRows.COLUMNS
                                + " FROM UNNEST(?) AS called(target) JOIN target ON id = called.target WHERE tenant = ?",
                        TargetRows::read,
                        Sql.Array.ofUuids(
                                attempts.stream().map(CallAttempt::target).toList()),
                        tenant)
                .forEach(target -> targets.put(target.id(), target));
        return targets;
    }

    private record Judged(UUID campaign, UUID list) {

        static Judged of(CallAttempt attempt) {
            return new Judged(attempt.campaign(), attempt.list());
        }
    }

    /** Of the campaign whose plan judges the list, or else of the one whose call it was. */
    private Optional<DialPlan> plan(Connection connection, Judged judged) {
        return Sql.first(
                connection,
                """
                SELECT p.document
                FROM campaign c
                JOIN dial_plan p ON p.tenant = c.tenant AND p.id = c.dial_plan AND p.deleted_at IS NULL
                WHERE c.tenant = ?
                  AND c.id = COALESCE((SELECT judge.id
                                       FROM target_list l
                                       JOIN campaign judge ON judge.tenant = l.tenant AND judge.id = l.judged_by
                                       WHERE l.tenant = ? AND l.id = ?), ?)
                """,
                row -> Documents.read(row.getString("document"), DialPlan.class),
                tenant,
                tenant,
                judged.list,
                judged.campaign);
    }
}
