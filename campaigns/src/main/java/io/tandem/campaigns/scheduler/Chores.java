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

    private static final BackOff FIRST = new BackOff(Duration.ofMillis(100), Duration.ofMinutes(1));

    private record Chore(Instant at, BackOff backOff) {}

    private final Map<TenantId, Chore> open = new LinkedHashMap<>();

    void add(TenantId tenant) {
        open.put(tenant, new Chore(Instant.MIN, FIRST));
    }

    /** As {@link #add}; one that is there already keeps its time. */
    void addNew(TenantId tenant) {
        open.putIfAbsent(tenant, new Chore(Instant.MIN, FIRST));
    }

    boolean done(TenantId tenant) {
        return open.remove(tenant) != null;
    }

    /** It could not be done now for a reason that passes. */
    void again(TenantId tenant, Instant now) {
        open.put(tenant, new Chore(now.plus(FIRST.rest()), FIRST));
    }

    /** It failed for a reason of its own. */
    void failed(TenantId tenant, Instant now) {
        open.computeIfPresent(tenant, (id, chore) -> new Chore(now.plus(chore.backOff.rest()), chore.backOff.next()));
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
