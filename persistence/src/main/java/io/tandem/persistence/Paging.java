package io.tandem.persistence;

import io.tandem.campaigns.ports.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Page} as SQL: a condition to append after the others, and its parameters, with those of
 * {@code LIMIT ? OFFSET ?} behind them. The order is {@code tenant, <instant> DESC, id DESC}, written out in full with
 * every column that an index begins with: H2 reads in index order only then.
 */
record Paging(String condition, List<Object> bounds, Page page) {

    static Paging by(String instant, Page page) {
        Instant before = page.before();
        if (before == null) {
            return new Paging("", List.of(), page);
        }
        if (page.beforeId() == null) {
            return new Paging(" AND " + instant + " < ?", List.of(before), page);
        }
        // The first part alone is what an index range can be made of.
        return new Paging(
                " AND " + instant + " <= ? AND (" + instant + " < ? OR id < ?)",
                List.of(before, before, page.beforeId()),
                page);
    }

    @Nullable
    Object[] parameters(@Nullable Object... first) {
        List<@Nullable Object> all = new ArrayList<>(Arrays.asList(first));
        all.addAll(bounds);
        all.add(page.limit());
        all.add(page.offset());
        return all.toArray();
    }
}
