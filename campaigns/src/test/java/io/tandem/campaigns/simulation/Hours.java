package io.tandem.campaigns.simulation;

import io.tandem.campaigns.model.CallingHours;
import io.tandem.campaigns.model.Target;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
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

    /** Whether a target that was never called, and is due in the name of a day, waits for that day's opening. (autocall-v3.md, 2.9) */
    static boolean isBeforeItsDay(Target target, CallingHours hours, Instant at, ZoneId zone) {
        Instant due = target.due();
        LocalDateTime day = LocalDateTime.ofInstant(due.plusNanos(1_000), zone);
        if (target.push() != null
                || due.getNano() != 999_999_000
                || !day.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            return false;
        }
        LocalDateTime local = LocalDateTime.ofInstant(at, zone);
        for (LocalDateTime of = day; !of.isAfter(local); of = of.plusDays(1)) {
            for (CallingHours.Week week : hours.weeks()) {
                var opening = week.on(of.getDayOfWeek());
                boolean opens = opening.startNanos() != opening.endNanos();
                if (opens && !of.plusNanos(opening.startNanos()).isAfter(local)) {
                    return false;
                }
            }
        }
        return true;
    }
}
