package io.tandem.campaigns.ports;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list that is ordered newest first: by creation, then by id, both descending.
 *
 * @param limit rows at most
 * @param offset rows skipped
 * @param before only rows created before this instant (and, with {@code beforeId}, rows of that very instant with a
 *     smaller id); null for no bound
 */
public record Page(
        int limit,
        long offset,
        @Nullable Instant before,
        @Nullable UUID beforeId) {

    public static Page first(int limit) {
        return new Page(limit, 0, null, null);
    }

    public static Page skipping(int limit, long offset) {
        return new Page(limit, offset, null, null);
    }

    public static Page olderThan(int limit, @Nullable Instant before, @Nullable UUID beforeId) {
        return new Page(limit, 0, before, beforeId);
    }
}
