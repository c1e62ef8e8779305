package io.tandem.campaigns.rules;

import io.tandem.campaigns.model.Address;
import io.tandem.campaigns.model.DialPlan;
import io.tandem.campaigns.model.Target;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Which destination of a target is called next: the first of 0 to 4 that exists and has tries left. (design section 5,
 * promise 3)
 */
public final class DialOrder {

    private DialOrder() {}

    /** The next destination, do-not-call or not; empty if the target is exhausted under the plan. */
    public static OptionalInt next(Target target, DialPlan plan) {
        return next(target, plan, Set.of());
    }

    /** As {@link #next(Target, DialPlan)}, passing over destinations whose text is in {@code doNotCall}. */
    public static OptionalInt next(Target target, DialPlan plan, Set<String> doNotCall) {
        for (int index = 0; index < Target.DESTINATIONS; index++) {
            Address address = target.destinations().get(index);
            if (address != null
                    && target.tries().get(index) < allowed(address, plan, index)
                    && !doNotCall.contains(address.destination().text())) {
                return OptionalInt.of(index);
            }
        }
        return OptionalInt.empty();
    }

    /** What cannot be dialled gets one attempt at most, to say so. (mapping.md, row route) */
    private static int allowed(Address address, DialPlan plan, int index) {
        int attempts = plan.attemptsOn(index);
        return address.destination().isDialable() ? attempts : Math.min(1, attempts);
    }
}
