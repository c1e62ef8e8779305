package io.tandem.persistence;

import io.tandem.campaigns.model.TenantId;
import java.sql.Connection;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** How often numbers were called. */
final class NumberAttempts {

    /**
     * By tenant and number alone, whose rows are few: the instants are put so that no index by them can serve. With
     * them PostgreSQL may find, by statistics of yesterday, that nothing was placed today, and read all of today's
     * attempts for every number. What has no carrier was a script that ran without a call.
     */
    static final String SQL = """
            SELECT asked.address,
                   (SELECT count(*) FROM attempt a
                    WHERE a.tenant = ? AND a.to_address = asked.address AND a.to_address NOT LIKE 'other:%'
                      AND COALESCE(a.placed_at, a.updated_at) >= ? AND COALESCE(a.placed_at, a.updated_at) < ?
                      AND a.carrier IS NOT NULL) AS made
            FROM UNNEST(?) AS asked(address)
            """;

    private NumberAttempts() {}

    /** Destinations' texts to how many attempts were placed in that time, those without any left out. */
    static Map<String, Integer> read(
            Connection connection, TenantId tenant, Collection<String> numbers, Instant from, Instant to) {
        Map<String, String> texts = new HashMap<>();
        numbers.forEach(number -> texts.put(AddressColumns.ofDialable(number), number));
        Map<String, Integer> made = new HashMap<>();
        Sql.list(
                        connection,
                        SQL,
                        row -> Map.entry(row.getString("address"), row.getInt("made")),
                        tenant,
                        from,
                        to,
                        Sql.Array.ofTexts(texts.keySet()))
                .stream()
                .filter(number -> number.getValue() > 0)
                .forEach(number -> made.put(Objects.requireNonNull(texts.get(number.getKey())), number.getValue()));
        return made;
    }
}
