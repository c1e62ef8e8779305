package io.tandem.persistence;

import io.tandem.campaigns.model.TenantId;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is to be added to counters, and writes it once: a transaction that ends a thousand calls touches each
 * counter once, in an order common to all, so that two transactions never wait for each other.
 */
final class Tallies {

    private final TreeMap<Counter, Long> deltas = new TreeMap<>();

    private record Counter(TenantId tenant, UUID subject, String name) implements Comparable<Counter> {

        private static final Comparator<Counter> ORDER = Comparator.comparing(Counter::tenant)
                .thenComparing(Counter::subject)
                .thenComparing(Counter::name);

        @Override
        public int compareTo(Counter other) {
            return ORDER.compare(this, other);
        }
    }

    void add(TenantId tenant, UUID subject, String name, long delta) {
        deltas.merge(new Counter(tenant, subject, name), delta, Long::sum);
    }

    /** Adds everything collected to the stored counters; a counter is made when it is first needed. */
    void write(Connection connection) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        deltas.forEach((counter, delta) -> {
            if (delta != 0) {
                rows.add(new Object[] {delta, counter.tenant, counter.subject, counter.name});
            }
        });
        List<@Nullable Object[]> missing = add(connection, rows);
        Sql.batch(
                connection,
                """
                INSERT INTO tally (amount, tenant, subject, name)
                VALUES (0, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """,
                missing.stream()
                        .map(row -> Arrays.copyOfRange(row, 1, row.length))
                        .toList());
        add(connection, missing);
    }

    /** Returns the rows whose counter does not exist yet. */
    private static List<@Nullable Object[]> add(Connection connection, List<@Nullable Object[]> rows) {
        int[] written = Sql.batch(connection, """
                UPDATE tally
                SET amount = amount + ?
                WHERE tenant = ? AND subject = ? AND name = ?
                """, rows);
        List<@Nullable Object[]> missing = new ArrayList<>();
        for (int i = 0; i < written.length; i++) {
            if (written[i] == 0) {
                missing.add(rows.get(i));
            }
        }
        return missing;
    }
}
