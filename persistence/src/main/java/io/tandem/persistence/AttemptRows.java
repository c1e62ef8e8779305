package io.tandem.persistence;

import io.tandem.campaigns.model.Address;
import io.tandem.campaigns.model.CallAttempt;
import io.tandem.campaigns.model.Disposition;
import io.tandem.campaigns.model.HangupCause;
import io.tandem.campaigns.model.KeyPress;
import io.tandem.campaigns.ports.SchedulerStore.Claim;
import io.tandem.persistence.AddressColumns.Labels;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A call attempt as a row: reads it and writes new ones. */
final class AttemptRows {

    static final String COLUMNS = """
            tenant, id, campaign, run, dial_plan, list, target, queue, carrier, agent, from_address, to_address, labels,
            destination, try_number, placed_at, ringing_at, answered_at, ended_at, cause, disposition, reached,
            talk_micros, updated_at, deleted_at, pressed
            """;

    private static final String INSERT =
            "INSERT INTO attempt (" + COLUMNS + ", batch, replica, deadline_at, from_state, from_called_at)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String FROM = "from";
    private static final String TO = "to";

    private AttemptRows() {}

    static CallAttempt read(ResultSet row) throws SQLException {
        Labels labels = AddressColumns.readLabels(row.getString("labels"));
        int cause = row.getInt("cause");
        return new CallAttempt(
                Columns.tenant(row),
                Columns.id(row, "id"),
                Columns.id(row, "campaign"),
                Columns.id(row, "run"),
                Columns.idOrNull(row, "dial_plan"),
                Columns.id(row, "list"),
                Columns.id(row, "target"),
                Columns.idOrNull(row, "queue"),
                Columns.idOrNull(row, "carrier"),
                Columns.idOrNull(row, "agent"),
                labels.address(FROM, row.getString("from_address")),
                Objects.requireNonNull(labels.address(TO, row.getString("to_address"))),
                row.getInt("destination"),
                row.getInt("try_number"),
                Columns.instant(row, "placed_at"),
                Columns.instantOrNull(row, "ringing_at"),
                Columns.instantOrNull(row, "answered_at"),
                Columns.instantOrNull(row, "ended_at"),
                cause == 0 ? null : new HangupCause(cause),
                Columns.constantOrNull(row, "disposition", Disposition.class),
                row.getBoolean("reached"),
                Columns.duration(row, "talk_micros"),
                Columns.instant(row, "updated_at"),
                Columns.instantOrNull(row, "deleted_at"),
                pressed(row.getString("pressed")));
    }

    private static List<KeyPress> pressed(@Nullable String text) {
        return text == null ? List.of() : List.of(Documents.read(text, KeyPress[].class));
    }

    /** As the column holds it: null for nothing, so that writing it over what is there keeps that. */
    static @Nullable String pressed(List<KeyPress> pressed) {
        return pressed.isEmpty() ? null : Documents.write(pressed);
    }

    /** Writes claims as intents of a replica, each with what its target was before. */
    static void insert(Connection connection, UUID batch, UUID replica, List<Claim> intents) {
        List<@Nullable Object[]> rows = new ArrayList<>(intents.size());
        intents.forEach(intent -> rows.add(row(batch, replica, intent)));
        Sql.batch(connection, INSERT, rows);
    }

    private static @Nullable Object[] row(UUID batch, UUID replica, Claim intent) {
        CallAttempt attempt = intent.attempt();
        return new @Nullable Object[] {
            attempt.tenant(),
            attempt.id(),
            attempt.campaign(),
            attempt.run(),
            attempt.dialPlan(),
            attempt.list(),
            attempt.target(),
            attempt.queue(),
            attempt.carrier(),
            attempt.agent(),
            AddressColumns.text(attempt.from()),
            AddressColumns.text(attempt.to()),
            labels(attempt),
            attempt.index(),
            attempt.tryNumber(),
            attempt.placed(),
            attempt.ringing(),
            attempt.answered(),
            attempt.ended(),
            attempt.cause() == null ? null : attempt.cause().value(),
            attempt.disposition(),
            attempt.reached(),
            attempt.talk(),
            attempt.updated(),
            attempt.deleted(),
            pressed(attempt.pressed()),
            batch,
            replica,
            intent.deadline(),
            intent.from().state(),
            intent.from().lastCalled()
        };
    }

    private static @Nullable String labels(CallAttempt attempt) {
        Map<String, Address> addresses = new LinkedHashMap<>();
        Address from = attempt.from();
        if (from != null) {
            addresses.put(FROM, from);
        }
        addresses.put(TO, attempt.to());
        return AddressColumns.labels(addresses);
    }
}
