package io.tandem.campaigns.simulation;

import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.TenantId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * Which laws a tenant's calls may go by at this instant: that of the last write whose answer has left, and those of all
 * writes after it. A promise that a write makes binds once its answer has left, and from the write on it may be kept.
 */
final class Laws {

    private final MemoryStore store;
    private final Map<TenantId, Deque<Law>> inForce = new HashMap<>();

    Laws(MemoryStore store) {
        this.store = store;
    }

    /** A client wrote; the law that holds once it is answered. */
    Law written(TenantId tenant) {
        Law law = Law.now(tenant, store);
        inForce.computeIfAbsent(tenant, t -> new ArrayDeque<>()).addLast(law);
        return law;
    }

    /** A write's answer has left: what went before it is void. */
    void answered(TenantId tenant, Law law) {
        Deque<Law> laws = of(tenant);
        if (laws.stream().anyMatch(each -> each == law)) {
            while (laws.getFirst() != law) {
                laws.removeFirst();
            }
        }
    }

    /** A process that reads everything anew has nothing to go by but the last writes. */
    void onlyTheLast() {
        inForce.values().forEach(laws -> {
            while (laws.size() > 1) {
                laws.removeFirst();
            }
        });
    }

    void moved(Campaign campaign) {
        of(campaign.tenant()).forEach(law -> law.moved(campaign));
    }

    boolean allAnswered() {
        return inForce.values().stream().allMatch(laws -> laws.size() == 1);
    }

    Law last(TenantId tenant) {
        return of(tenant).getLast();
    }

    boolean any(TenantId tenant, Predicate<Law> allows) {
        return of(tenant).stream().anyMatch(allows);
    }

    int most(TenantId tenant, ToIntFunction<Law> limit) {
        return of(tenant).stream().mapToInt(limit).max().orElseThrow();
    }

    private Deque<Law> of(TenantId tenant) {
        return Objects.requireNonNull(inForce.get(tenant));
    }
}
