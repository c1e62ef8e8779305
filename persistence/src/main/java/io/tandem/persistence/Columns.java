package io.tandem.persistence;

import io.tandem.campaigns.model.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How the hub's values stand in columns. */
final class Columns {

    /** Later instants are stored as this one: "never" to every rule, and within what both databases can hold. */
    static final Instant END_OF_TIME = Instant.parse("9999-12-31T23:59:59.999999Z");

    private Columns() {}

    /** Cut, not rounded, to the microsecond, so that both databases and the documents keep the same instant. */
    static Instant kept(Instant at) {
        return at.isAfter(END_OF_TIME) ? END_OF_TIME : at.truncatedTo(ChronoUnit.MICROS);
    }

    static OffsetDateTime stored(Instant at) {
        return kept(at).atOffset(ZoneOffset.UTC);
    }

    static long micros(Duration duration) {
        return duration.toSeconds() * 1_000_000 + duration.toNanosPart() / 1_000;
    }

    static Duration duration(ResultSet row, String column) throws SQLException {
        return Duration.of(row.getLong(column), ChronoUnit.MICROS);
    }

    static TenantId tenant(ResultSet row) throws SQLException {
        return new TenantId(id(row, "tenant"));
    }

    static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    static @Nullable UUID idOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static <E extends Enum<E>> E constant(ResultSet row, String column, Class<E> type) throws SQLException {
        return Enum.valueOf(type, row.getString(column));
    }

    static <E extends Enum<E>> @Nullable E constantOrNull(ResultSet row, String column, Class<E> type)
            throws SQLException {
        String name = row.getString(column);
        return name == null ? null : Enum.valueOf(type, name);
    }
}
