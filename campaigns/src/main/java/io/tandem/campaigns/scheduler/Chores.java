package io.tandem.campaigns.scheduler;

import io.tandem.campaigns.model.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something to be done for tenants, each by itself: one for which it fails is tried again later, less and less often, and
 * keeps no other waiting.
 */
final class Chores {

    private static final Duration SOON = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private record Chore(Instant at, Duration rest) {}

    private final Map<TenantId, Chore> open = new LinkedHashMap<>();

    void add(TenantId tenant) {
        open.put(tenant, new Chore(Instant.MIN, SOON));
    }

    boolean done(TenantId tenant) {
        return open.remove(tenant) != null;
    }

    /** It could not be done now for a reason that passes. */
    void again(TenantId tenant, Instant now) {
        open.put(tenant, new Chore(now.plus(SOON), SOON));
    }

    /** It failed for a reason of its own. */
    void failed(TenantId tenant, Instant now) {
        open.computeIfPresent(tenant, (id, chore) -> {
            Duration longer = chore.rest.multipliedBy(2);
            return new Chore(now.plus(chore.rest), longer.compareTo(LONGEST) < 0 ? longer : LONGEST);
        });
    }

    List<TenantId> due(Instant now) {
        return open.entrySet().stream()
                .filter(chore -> !chore.getValue().at.isAfter(now))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** When the next is due; {@link Instant#MAX} for never. */
    Instant next() {
        return open.values().stream().map(Chore::at).min(Instant::compareTo).orElse(Instant.MAX);
    }
}
