package io.tandem.campaigns.simulation;

import io.tandem.campaigns.model.Policy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;

/** Quiet hours and days straight from the words of the policy; right where clocks do not change. */
final class Quiet {

    private static final long DAY = Duration.ofDays(1).toNanos();

    private Quiet() {}

    static boolean isQuiet(Policy policy, Instant at, ZoneId zone) {
        long now = nanosOfDay(at, zone);
        for (Policy.QuietHours hours : policy.quietHours()) {
            long sinceItsStart = Math.floorMod(now - hours.from().toNanoOfDay(), DAY);
            long length = Math.floorMod(hours.to().toNanoOfDay() - hours.from().toNanoOfDay(), DAY);
            if (sinceItsStart < length) {
                return true;
            }
        }
        return false;
    }

    /** The time until quiet hours begin or end next, or a day whose attempts count; a day if there are none. */
    static Duration untilChange(Policy policy, Instant now, ZoneId zone) {
        boolean daysCount = policy.attemptsPerNumberAndDay() != null;
        long soonest = daysCount ? until(LocalTime.MIDNIGHT, now, zone) : DAY;
        for (Policy.QuietHours hours : policy.quietHours()) {
            soonest = Math.min(soonest, until(hours.from(), now, zone));
            soonest = Math.min(soonest, until(hours.to(), now, zone));
        }
        return Duration.ofNanos(soonest);
    }

    private static long until(LocalTime time, Instant now, ZoneId zone) {
        long left = Math.floorMod(time.toNanoOfDay() - nanosOfDay(now, zone), DAY);
        return left == 0 ? DAY : left;
    }

    private static long nanosOfDay(Instant at, ZoneId zone) {
        return LocalDateTime.ofInstant(at, zone).toLocalTime().toNanoOfDay();
    }

    static LocalDate day(Instant at, ZoneId zone) {
        return LocalDateTime.ofInstant(at, zone).toLocalDate();
    }
}
