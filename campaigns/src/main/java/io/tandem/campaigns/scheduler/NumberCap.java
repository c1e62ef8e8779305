package io.tandem.campaigns.scheduler;

import io.tandem.campaigns.model.Policy;
import io.tandem.campaigns.model.Tenant;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.SchedulerStore;
import io.tandem.campaigns.rules.PolicyRule;
import io.tandem.campaigns.rules.PolicyRule.Day;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How often each number was called on one of the tenant's days, held against the policy's limit. Asks nothing and keeps
 * nothing where there is no limit. (autocall-v3.md, D35)
 *
 * <p>What the store says of a number is true when it is read, for all that was claimed before is committed then; from
 * there on every claim is counted here. Claims that vanish (taken back, refused, in doubt) make the desk read the tenant
 * anew, and this with it. So it never counts too little; and too much only until that commit.
 */
final class NumberCap {

    /** Who has no policy, and nobody's tenant. */
    static final NumberCap NONE = new NumberCap(null, null, ZoneId.of("UTC"), Instant.MIN);

    /** So many numbers are never too many to keep. */
    private static final int FEW = 10_000;

    private final @Nullable TenantId tenant;
    private final @Nullable Integer most;
    private final ZoneId zone;
    private final Day day;
    private final Map<String, Integer> made = new HashMap<>();
    private int enough = FEW;

    private NumberCap(@Nullable TenantId tenant, @Nullable Integer most, ZoneId zone, Instant now) {
        this.tenant = tenant;
        this.most = most;
        this.zone = zone;
        this.day = most == null ? new Day(Instant.MIN, Instant.MAX) : PolicyRule.dayAround(zone, now);
    }

    /** The limit on the day that {@code now} belongs to. */
    static NumberCap of(Tenant tenant, Instant now) {
        Policy policy = tenant.policy();
        return new NumberCap(tenant.id(), policy.attemptsPerNumberAndDay(), tenant.zone(), now);
    }

    boolean isSet() {
        return most != null;
    }

    /** What decides whom it postpones; empty if it postpones nobody. */
    String rule() {
        return most == null ? "" : most + " a day in " + zone;
    }

    /** When the numbers' next day begins and this counts no more; {@link Instant#MAX} without a limit. */
    Instant dayEnd() {
        return day.end();
    }

    /** Reads how often these numbers were called. Nothing of this turn may have been claimed yet. */
    void read(SchedulerStore store, Set<String> numbers) {
        if (tenant != null && isSet() && !numbers.isEmpty()) {
            made.keySet().removeAll(numbers);
            made.putAll(store.attempts(tenant, numbers, day.start(), day.end()));
        }
    }

    void claimed(String number) {
        if (isSet()) {
            made.merge(number, 1, Integer::sum);
        }
    }

    /** Whether a number that was read has had its attempts of the day. */
    boolean isReached(String number) {
        return most != null && made.getOrDefault(number, 0) >= most;
    }

    /** Whether so many numbers are kept that most of them may be of no use any more. */
    boolean isFull() {
        return made.size() > enough;
    }

    /** Forgets all numbers but these. */
    void keep(Set<String> numbers) {
        made.keySet().retainAll(numbers);
        enough = Math.max(FEW, 2 * made.size());
    }
}
