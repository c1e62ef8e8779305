package io.tandem.campaigns.simulation;

import io.tandem.campaigns.model.Address;
import io.tandem.campaigns.model.CallAttempt;
import io.tandem.campaigns.model.Policy;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetState;
import io.tandem.campaigns.model.Tenant;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether calls keep to their tenant's policy (promise 2), and nobody waits for it who need not (11). Counts the calls
 * that the carrier saw.
 */
final class PolicyChecker implements MemoryStore.Witness {

    private record OnDay(TenantId tenant, String number, LocalDate day) {}

    private final MemoryStore store;
    private final Laws laws;
    private final Verdict verdict;
    private final Map<OnDay, Integer> calls = new HashMap<>();
    private final Map<Happening, Integer> happened = new EnumMap<>(Happening.class);

    PolicyChecker(MemoryStore store, Laws laws, Verdict verdict) {
        this.store = store;
        this.laws = laws;
        this.verdict = verdict;
    }

    /**
     * Of a call that a freeze held up after its last look nothing is asked, and it counts for the day before; of a flow,
     * which no carrier takes, nothing at all.
     */
    void placed(SeenCall call) {
        if (call.frozenBefore || call.carrier == null) {
            return;
        }
        if (!laws.any(
                call.tenant,
                law -> !Quiet.isQuiet(
                        law.tenant().policy(), call.placed, law.tenant().zone()))) {
            verdict.broken(2, "call " + call.id + " at " + call.placed + " is in the quiet hours");
        }
        LocalDate day = Quiet.day(call.placed, World.ZONE);
        int made = calls.merge(new OnDay(call.tenant, call.to, day), 1, Integer::sum);
        int most = laws.most(call.tenant, law -> most(law.tenant().policy()));
        if (made > most) {
            verdict.broken(2, "number " + call.to + " gets call " + made + " of " + most + " on " + day);
        }
    }

    private static int most(Policy policy) {
        Integer most = policy.attemptsPerNumberAndDay();
        return most == null ? Integer.MAX_VALUE : most;
    }

    @Override
    public void refused(Refusal refusal) {
        switch (refusal.reason()) {
            case QUIET_HOURS -> happened.merge(Happening.QUIET_HOURS, 1, Integer::sum);
            case ATTEMPTS_PER_DAY -> {
                happened.merge(Happening.POSTPONED, 1, Integer::sum);
                Target target = Objects.requireNonNull(refusal.from());
                Instant until = Objects.requireNonNull(refusal.postponed()).until();
                mayWait(target, until, null);
            }
            case DO_NOT_CALL -> happened.merge(Happening.DO_NOT_CALL_CLOSED, 1, Integer::sum);
        }
    }

    /** Between turns: nobody is put off who may be called today under the policy as it is. */
    void atRest(Instant now) {
        store.postponed((target, until) -> {
            boolean waits = target.state() == TargetState.FRESH || target.state() == TargetState.RETRY;
            if (waits && target.deleted() == null && target.due().equals(until) && until.isAfter(now)) {
                mayWait(target, until, now);
            }
        });
    }

    /** @param now to hold it against the last policy alone; null for any in force */
    private void mayWait(Target target, Instant until, @Nullable Instant now) {
        LocalDate last = Quiet.day(until.minusNanos(1), World.ZONE);
        boolean atMidnight = Quiet.day(until, World.ZONE)
                .atStartOfDay(World.ZONE)
                .toInstant()
                .equals(until);
        int made = 0;
        for (Address address : target.destinations()) {
            if (address != null && address.destination().isDialable()) {
                made = Math.max(
                        made, attempts(target.tenant(), address.destination().text(), last));
            }
        }
        int most = made;
        boolean refused = now == null
                ? laws.any(target.tenant(), law -> most >= most(law.tenant().policy()))
                : most >= most(tenant(target).policy());
        if (!atMidnight || !refused) {
            verdict.broken(
                    11,
                    "target " + target.id() + " is put off until " + until + " after " + made + " attempts on " + last);
        }
    }

    private Tenant tenant(Target target) {
        return Objects.requireNonNull(store.tenants.get(target.tenant()));
    }

    private int attempts(TenantId tenant, String number, LocalDate day) {
        int made = 0;
        for (CallAttempt attempt : store.attempts.values()) {
            if (attempt.tenant().equals(tenant)
                    && attempt.carrier() != null
                    && attempt.to().destination().text().equals(number)
                    && Quiet.day(attempt.placed(), World.ZONE).equals(day)) {
                made++;
            }
        }
        return made;
    }

    void count(Map<Happening, Integer> all) {
        all.putAll(happened);
    }
}
