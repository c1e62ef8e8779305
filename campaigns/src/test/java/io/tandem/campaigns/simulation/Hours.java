package io.tandem.campaigns.simulation;

import io.tandem.campaigns.model.CallingHours;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** The calling hours straight from the words of the contract; right where clocks do not change. */
final class Hours {

    private Hours() {}

    static boolean isOpen(CallingHours hours, Instant at, ZoneId zone) {
        LocalDateTime local = LocalDateTime.ofInstant(at, zone);
        long nanos = local.toLocalTime().toNanoOfDay();
        for (CallingHours.Week week : hours.weeks()) {
            var today = week.on(local.getDayOfWeek());
            var yesterday = week.on(local.getDayOfWeek().minus(1));
            boolean within =
                    today.startNanos() < today.endNanos() && today.startNanos() <= nanos && nanos < today.endNanos();
            boolean beforeMidnight = today.endNanos() < today.startNanos() && today.startNanos() <= nanos;
            boolean afterMidnight = yesterday.endNanos() < yesterday.startNanos() && nanos < yesterday.endNanos();
            if (within || beforeMidnight || afterMidnight) {
                return true;
            }
        }
        return false;
    }
}
