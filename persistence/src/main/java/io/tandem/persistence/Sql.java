package io.tandem.persistence;

import io.tandem.campaigns.model.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Plain JDBC without its ceremony: binds the hub's values, closes what it opens, and throws what {@link Faults} makes
 * of an {@link SQLException}.
 */
final class Sql {

    private Sql() {}

    /** Reads one row, without moving the cursor. */
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** An array for {@code = ANY (?)} or {@code UNNEST(?)}, of a type that both databases know. */
    record Array(String type, List<?> values) {

        static Array ofUuids(Collection<UUID> ids) {
            return new Array("uuid", List.copyOf(ids));
        }

        static Array ofTenants(Collection<TenantId> tenants) {
            return new Array("uuid", tenants.stream().map(TenantId::value).toList());
        }

        static Array ofTexts(Collection<String> texts) {
            return new Array("varchar", List.copyOf(texts));
        }
    }

    static <T> List<T> list(Connection connection, String sql, Row<T> row, @Nullable Object... parameters) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            try (ResultSet rows = statement.executeQuery()) {
                List<T> list = new ArrayList<>();
                while (rows.next()) {
                    list.add(row.read(rows));
                }
                return list;
            }
        } catch (SQLException e) {
            throw Faults.of(e);
        }
    }

    static <T> Optional<T> first(Connection connection, String sql, Row<T> row, @Nullable Object... parameters) {
        return list(connection, sql, row, parameters).stream().findFirst();
    }

    static boolean exists(Connection connection, String sql, @Nullable Object... parameters) {
        return !list(connection, sql, row -> true, parameters).isEmpty();
    }

    /** The first column of the first row, 0 if there is no row. */
    static long number(Connection connection, String sql, @Nullable Object... parameters) {
        return first(connection, sql, row -> row.getLong(1), parameters).orElse(0L);
    }

    /** Returns how many rows were written. */
    static int update(Connection connection, String sql, @Nullable Object... parameters) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw Faults.of(e);
        }
    }

    /**
     * Runs the statement once a row of parameters, in one round trip.
     *
     * @return how many rows each wrote; not to be relied on for inserts, which the PostgreSQL driver joins into one
     */
    static int[] batch(Connection connection, String sql, List<@Nullable Object[]> rows) {
        if (rows.isEmpty()) {
            return new int[0];
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (@Nullable Object[] row : rows) {
                bind(statement, row);
                statement.addBatch();
            }
            return statement.executeBatch();
        } catch (SQLException e) {
            throw Faults.of(e);
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            Object value = parameters[i];
            if (value instanceof Array array) {
                statement.setArray(i + 1, statement.getConnection().createArrayOf(array.type, array.values.toArray()));
            } else {
                statement.setObject(i + 1, stored(value));
            }
        }
    }

    private static @Nullable Object stored(@Nullable Object value) {
        if (value instanceof TenantId tenant) {
            return tenant.value();
        }
        if (value instanceof Instant at) {
            return Columns.stored(at);
        }
        if (value instanceof Duration duration) {
            return Columns.micros(duration);
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        return value;
    }
}
