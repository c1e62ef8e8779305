package io.tandem.persistence;

import io.tandem.campaigns.ports.SchedulerStore.Outcome;
import io.tandem.campaigns.ports.SchedulerStore.Outcome.Queued;
import io.tandem.campaigns.ports.TallyStore;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ends attempts and moves their targets on. An attempt ends once: whoever comes second finds it ended and changes
 * nothing, neither target nor counters.
 */
final class Outcomes {

    private Outcomes() {}

    static void write(Connection connection, List<Outcome> outcomes, Instant now, Tallies tallies) {
        List<Outcome> ended = chosen(outcomes, endAttempts(connection, outcomes, now), 1);
        for (Outcome outcome : ended) {
            tallies.add(
                    outcome.tenant(), outcome.campaign(), outcome.disposition().name(), 1);
            Queued queued = outcome.queued();
            if (queued != null) {
                String counter = queued.serviced() ? TallyStore.SERVICED : TallyStore.ABANDONED;
                tallies.add(outcome.tenant(), queued.queue(), counter, 1);
            }
        }
        int[] moved = moveLiving(connection, ended);
        for (Outcome outcome : chosen(ended, moved, 1)) {
            if (outcome.next().state().hasEnded()) {
                tallies.add(
                        outcome.tenant(), outcome.list(), outcome.next().state().name(), 1);
            }
        }
        moveDeleted(connection, chosen(ended, moved, 0));
    }

    private static int[] endAttempts(Connection connection, List<Outcome> outcomes, Instant now) {
        List<@Nullable Object[]> rows = new ArrayList<>(outcomes.size());
        for (Outcome outcome : outcomes) {
            rows.add(new @Nullable Object[] {
                outcome.ringing(),
                outcome.answered(),
                outcome.ended(),
                outcome.cause() == null ? null : outcome.cause().value(),
                outcome.disposition(),
                outcome.reached(),
                outcome.talk(),
                outcome.agent(),
                AttemptRows.pressed(outcome.pressed()),
                now,
                outcome.tenant(),
                outcome.attempt()
            });
        }
        return Sql.batch(connection, """
                UPDATE attempt
                SET ringing_at = COALESCE(?, ringing_at), answered_at = COALESCE(?, answered_at), ended_at = ?,
                    cause = ?, disposition = ?, reached = ?, talk_micros = ?, agent = COALESCE(?, agent),
                    pressed = COALESCE(?, pressed), updated_at = ?
                WHERE tenant = ? AND id = ? AND disposition IS NULL
                """, rows);
    }

    private static int[] moveLiving(Connection connection, List<Outcome> outcomes) {
        return Sql.batch(connection, """
                UPDATE target
                SET state = ?, due_at = COALESCE(?, due_at), attempt = NULL, last_disposition = ?,
                    last_ended_at = ?, last_talk_micros = ?
                WHERE tenant = ? AND id = ? AND attempt = ? AND deleted_at IS NULL
                """, rows(outcomes));
    }

    /** A target that was deleted during its call keeps its record true, and is counted no more. */
    private static void moveDeleted(Connection connection, List<Outcome> outcomes) {
        Sql.batch(connection, """
                UPDATE target
                SET deleted_state = ?, due_at = COALESCE(?, due_at), attempt = NULL, last_disposition = ?,
                    last_ended_at = ?, last_talk_micros = ?
                WHERE tenant = ? AND id = ? AND attempt = ? AND deleted_at IS NOT NULL
                """, rows(outcomes));
    }

    private static List<@Nullable Object[]> rows(List<Outcome> outcomes) {
        List<@Nullable Object[]> rows = new ArrayList<>(outcomes.size());
        for (Outcome outcome : outcomes) {
            rows.add(new @Nullable Object[] {
                outcome.next().state(),
                outcome.next().state().hasEnded() ? null : outcome.next().due(),
                outcome.disposition(),
                outcome.ended(),
                outcome.talk(),
                outcome.tenant(),
                outcome.target(),
                outcome.attempt()
            });
        }
        return rows;
    }

    private static List<Outcome> chosen(List<Outcome> outcomes, int[] written, int count) {
        List<Outcome> chosen = new ArrayList<>(outcomes.size());
        for (int i = 0; i < written.length; i++) {
            if (written[i] == count) {
                chosen.add(outcomes.get(i));
            }
        }
        return chosen;
    }
}
