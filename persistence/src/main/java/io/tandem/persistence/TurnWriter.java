package io.tandem.persistence;

import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.SchedulerStore.AgentCall;
import io.tandem.campaigns.ports.SchedulerStore.Answer;
import io.tandem.campaigns.ports.SchedulerStore.ClosedTarget;
import io.tandem.campaigns.ports.SchedulerStore.Committed;
import io.tandem.campaigns.ports.SchedulerStore.InDoubt;
import io.tandem.campaigns.ports.SchedulerStore.Turn;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All writes of one turn in one transaction, in the order that the port gives. A part is one batch of one statement, so
 * that a turn costs the same number of round trips with one call and with a thousand. The ownership rows are locked
 * first, as a new owner locks them first; a turn whose answer was lost and that is still being committed holds them too,
 * so that its claims are there, or never will be, when they are cancelled.
 *
 * <p>Rows are written by their primary keys, and what else must hold is said so that no other index can serve it:
 * {@code COALESCE(state, '') = ?}, {@code disposition IS NULL} for an attempt that is open, {@code deleted_at IS NULL}
 * for a target that lives. Else PostgreSQL reads the index of open attempts, or of due targets, whole for every row.
 */
final class TurnWriter {

    private TurnWriter() {}

    static Committed write(Connection connection, Turn turn, UUID replica) {
        List<TenantId> inDoubt = turn.cancelled().stream().map(InDoubt::tenant).toList();
        Set<TenantId> owned = turn.fences().isEmpty() && inDoubt.isEmpty()
                ? Set.of()
                : Claims.owned(connection, turn.fences(), inDoubt);
        TakeBacks.cancel(connection, turn.cancelled());
        TakeBacks.write(connection, turn.takeBacks());
        Tallies tallies = new Tallies();
        Outcomes.write(connection, turn.outcomes(), turn.now(), tallies);
        Expiries.write(connection, turn.batch(), replica, turn.expiries(), owned, turn.now(), tallies);
        answers(connection, turn.answers(), turn.now());
        Set<UUID> ended = close(
                connection,
                turn.closedTargets().stream()
                        .filter(closed -> owned.contains(closed.from().tenant()))
                        .toList(),
                tallies);
        Refusals.write(
                connection,
                turn.refusals().stream()
                        .filter(refusal -> owned.contains(refusal.tenant()))
                        .toList(),
                ended,
                tallies);
        agents(connection, turn.agentCalls());
        CampaignMoves moves = new CampaignMoves(connection);
        moves.write(turn.moves().stream()
                .filter(move -> owned.contains(move.tenant()))
                .toList());
        Set<UUID> claimed = Claims.write(connection, turn.batch(), replica, turn.claims(), owned);
        tallies.write(connection);
        return new Committed(claimed, moves.moved(), moves.started());
    }

    /** Every tenant that the turn writes for. */
    static Set<TenantId> tenantsOf(Turn turn) {
        Set<TenantId> tenants = new HashSet<>(turn.fences().keySet());
        turn.cancelled().forEach(cancelled -> tenants.add(cancelled.tenant()));
        turn.claims().forEach(claim -> tenants.add(claim.attempt().tenant()));
        turn.takeBacks().forEach(back -> tenants.add(back.from().tenant()));
        turn.answers().forEach(answer -> tenants.add(answer.tenant()));
        turn.outcomes().forEach(outcome -> tenants.add(outcome.tenant()));
        turn.expiries().forEach(expiry -> tenants.add(expiry.from().tenant()));
        turn.closedTargets().forEach(closed -> tenants.add(closed.from().tenant()));
        turn.agentCalls().forEach(call -> tenants.add(call.tenant()));
        turn.moves().forEach(move -> tenants.add(move.tenant()));
        turn.refusals().forEach(refusal -> tenants.add(refusal.tenant()));
        return tenants;
    }

    private static void answers(Connection connection, List<Answer> answers, Instant now) {
        List<@Nullable Object[]> rows = new ArrayList<>(answers.size());
        for (Answer answer : answers) {
            rows.add(new @Nullable Object[] {
                answer.ringing(),
                answer.answered(),
                answer.agent(),
                AttemptRows.pressed(answer.pressed()),
                now,
                answer.tenant(),
                answer.attempt()
            });
        }
        Sql.batch(connection, """
                UPDATE attempt
                SET ringing_at = COALESCE(?, ringing_at), answered_at = ?, agent = COALESCE(?, agent),
                    pressed = COALESCE(?, pressed), updated_at = ?
                WHERE tenant = ? AND id = ? AND disposition IS NULL
                """, rows);
    }

    /** Returns those that are closed now. */
    private static Set<UUID> close(Connection connection, List<ClosedTarget> closed, Tallies tallies) {
        List<@Nullable Object[]> rows = new ArrayList<>(closed.size());
        for (ClosedTarget target : closed) {
            rows.add(new Object[] {
                target.to(),
                target.from().tenant(),
                target.from().id(),
                target.from().state()
            });
        }
        int[] written = Sql.batch(connection, """
                UPDATE target
                SET state = ?
                WHERE tenant = ? AND id = ? AND COALESCE(state, '') = ?
                """, rows);
        Set<UUID> held = new HashSet<>();
        for (int i = 0; i < written.length; i++) {
            if (written[i] == 1) {
                ClosedTarget target = closed.get(i);
                held.add(target.from().id());
                tallies.add(
                        target.from().tenant(),
                        target.from().list(),
                        target.to().name(),
                        1);
            }
        }
        return held;
    }

    private static void agents(Connection connection, List<AgentCall> calls) {
        // In their order: an agent may be free of one call and on the next in one turn.
        List<@Nullable Object[]> rows = new ArrayList<>(calls.size());
        for (AgentCall call : calls) {
            rows.add(new @Nullable Object[] {
                call.up() ? call.call() : null, call.tenant(), call.agent(), call.up(), call.call()
            });
        }
        Sql.batch(connection, "UPDATE agent SET call = ? WHERE tenant = ? AND id = ? AND (? OR call = ?)", rows);
    }
}
