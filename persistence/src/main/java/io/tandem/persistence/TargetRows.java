package io.tandem.persistence;

import io.tandem.campaigns.model.Address;
import io.tandem.campaigns.model.Carried;
import io.tandem.campaigns.model.Destination.PhoneNumber;
import io.tandem.campaigns.model.Disposition;
import io.tandem.campaigns.model.Push;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetState;
import io.tandem.persistence.AddressColumns.Labels;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A target as a row: reads it and writes new ones. The layout is explained in V1__tables.sql. */
final class TargetRows {

    /** The state of every deleted target, so that no statement that asks for a state meets one. */
    static final String DELETED = "DELETED";

    static final String COLUMNS = """
            tenant, id, list, name, detail, data, d0, d1, d2, d3, d4, labels, number, network, state, deleted_state,
            due_at, t0, t1, t2, t3, t4, attempt, last_disposition, last_called_at, carried,
            created_at, updated_at, deleted_at, push_call, push_at, push_expires_at, push_template, network_given
            """;

    private static final String INSERT = "INSERT INTO target (" + COLUMNS
            + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    /** Rows sent at once; bounds the memory of a large insert. */
    private static final int BATCH = 1_000;

    private TargetRows() {}

    static Target read(ResultSet row) throws SQLException {
        String deletedState = row.getString("deleted_state");
        String carried = row.getString("carried");
        return new Target(
                Columns.tenant(row),
                Columns.id(row, "list"),
                Columns.id(row, "id"),
                row.getString("name"),
                row.getString("detail"),
                row.getString("data"),
                destinations(row),
                row.getString("network"),
                deletedState == null
                        ? Columns.constant(row, "state", TargetState.class)
                        : TargetState.valueOf(deletedState),
                Columns.instant(row, "due_at"),
                tries(row),
                Columns.idOrNull(row, "attempt"),
                Columns.constantOrNull(row, "last_disposition", Disposition.class),
                Columns.instantOrNull(row, "last_called_at"),
                carried == null ? Carried.NONE : Documents.read(carried, Carried.class),
                Columns.instant(row, "created_at"),
                Columns.instantOrNull(row, "updated_at"),
                Columns.instantOrNull(row, "deleted_at"),
                push(row),
                row.getBoolean("network_given"));
    }

    private static @Nullable Push push(ResultSet row) throws SQLException {
        UUID call = Columns.idOrNull(row, "push_call");
        return call == null
                ? null
                : new Push(
                        call,
                        Columns.instantOrNull(row, "push_at"),
                        Columns.instantOrNull(row, "push_expires_at"),
                        Columns.idOrNull(row, "push_template"));
    }

    static void insert(Connection connection, List<Target> targets) {
        for (int from = 0; from < targets.size(); from += BATCH) {
            List<@Nullable Object[]> rows = new ArrayList<>();
            targets.subList(from, Math.min(from + BATCH, targets.size())).forEach(target -> rows.add(row(target)));
            Sql.batch(connection, INSERT, rows);
        }
    }

    /** E.164 of destination 0, null if that is no telephone number. */
    static @Nullable String number(Target target) {
        Address first = target.destinations().get(0);
        return first != null && first.destination() instanceof PhoneNumber number ? number.text() : null;
    }

    static @Nullable String destination(Target target, int index) {
        return AddressColumns.text(target.destinations().get(index));
    }

    static @Nullable String labels(Target target) {
        Map<String, Address> addresses = new LinkedHashMap<>();
        for (int index = 0; index < Target.DESTINATIONS; index++) {
            Address address = target.destinations().get(index);
            if (address != null) {
                addresses.put(Integer.toString(index), address);
            }
        }
        return AddressColumns.labels(addresses);
    }

    static @Nullable String carried(Target target) {
        return target.carried().equals(Carried.NONE) ? null : Documents.write(target.carried());
    }

    private static @Nullable Object[] row(Target target) {
        boolean deleted = target.deleted() != null;
        Push push = target.push();
        return new @Nullable Object[] {
            target.tenant(),
            target.id(),
            target.list(),
            target.name(),
            target.detail(),
            target.data(),
            destination(target, 0),
            destination(target, 1),
            destination(target, 2),
            destination(target, 3),
            destination(target, 4),
            labels(target),
            number(target),
            target.network(),
            deleted ? DELETED : target.state().name(),
            deleted ? target.state() : null,
            target.due(),
            target.tries().get(0),
            target.tries().get(1),
            target.tries().get(2),
            target.tries().get(3),
            target.tries().get(4),
            target.attempt(),
            target.lastDisposition(),
            target.lastCalled(),
            carried(target),
            target.created(),
            target.updated(),
            target.deleted(),
            push == null ? null : push.call(),
            push == null ? null : push.at(),
            push == null ? null : push.expires(),
            push == null ? null : push.template(),
            target.networkGiven()
        };
    }

    private static List<@Nullable Address> destinations(ResultSet row) throws SQLException {
        Labels labels = AddressColumns.readLabels(row.getString("labels"));
        List<@Nullable Address> destinations = new ArrayList<>(Target.DESTINATIONS);
        for (int index = 0; index < Target.DESTINATIONS; index++) {
            destinations.add(labels.address(Integer.toString(index), row.getString("d" + index)));
        }
        return destinations;
    }

    private static List<Integer> tries(ResultSet row) throws SQLException {
        return List.of(row.getInt("t0"), row.getInt("t1"), row.getInt("t2"), row.getInt("t3"), row.getInt("t4"));
    }
}
