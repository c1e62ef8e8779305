package io.tandem.campaigns.scheduler;

import io.tandem.campaigns.model.Address;
import io.tandem.campaigns.model.Carrier;
import io.tandem.campaigns.model.Destination;
import io.tandem.campaigns.model.DialPlan;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Which number a call shows. (mapping.md, row route; autocall-v3.md, 1.7) */
final class CallerIds {

    private CallerIds() {}

    /** The plan's own, else the carrier's: its first, or one drawn evenly of all; null where neither has one. */
    static @Nullable Address shown(DialPlan plan, @Nullable Carrier carrier, RandomGenerator chance) {
        if (plan.callerId() != null || carrier == null || carrier.callerIds().isEmpty()) {
            return plan.callerId();
        }
        List<String> numbers = carrier.callerIds();
        boolean draws = carrier.drawsCallerId() && numbers.size() > 1;
        return of(numbers.get(draws ? chance.nextInt(numbers.size()) : 0));
    }

    /** A number in E.164 as such, anything else as the carrier wrote it. */
    private static Address of(String written) {
        boolean number = written.matches("\\+[1-9][0-9]{2,14}");
        return Address.of(number ? new Destination.PhoneNumber(written) : new Destination.NotDialable("tel", written));
    }
}
