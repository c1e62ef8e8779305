package io.tandem.campaigns.rules;

import io.tandem.campaigns.model.Policy;
import io.tandem.campaigns.model.Policy.QuietHours;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * Whether a tenant's policy lets a call to a number start. A refusal is no attempt. (autocall-v3.md, D35)
 */
public final class PolicyRule {

    /** More steps than openings can follow each other in two days. */
    private static final int MOST_STEPS = 100;

    private PolicyRule() {}

    /** What the policy says. */
    public sealed interface Verdict {

        /** The call may start. */
        record Allowed() implements Verdict {}

        /** Not now; may be asked again at {@code until}, which is later than now. */
        record Wait(Instant until) implements Verdict {}

        /** Never, or not before the policy changes: the number is on the do-not-call list, or quiet hours have no end. */
        record Refused() implements Verdict {}
    }

    /**
     * Judges one call.
     *
     * @param attemptsToday attempts on the number on the tenant's calendar day that {@code now} belongs to, over all
     *     its campaigns
     * @param isListed whether the number is on the tenant's do-not-call list
     */
    public static Verdict judge(Policy policy, ZoneId zone, Instant now, int attemptsToday, boolean isListed) {
        if (isListed) {
            return new Verdict.Refused();
        }
        Integer most = policy.attemptsPerNumberAndDay();
        Instant earliest = most != null && attemptsToday >= most ? nextDay(zone, now) : now;
        Optional<Instant> open = afterQuietHours(policy, zone, earliest);
        if (open.isEmpty()) {
            return new Verdict.Refused();
        }
        return open.get().equals(now) ? new Verdict.Allowed() : new Verdict.Wait(open.get());
    }

    /**
     * The first instant from {@code from} on that is not in quiet hours: {@code from} itself if it is not; empty if
     * quiet hours fill the day.
     */
    public static Optional<Instant> afterQuietHours(Policy policy, ZoneId zone, Instant from) {
        ZonedDateTime at = from.atZone(zone);
        for (int step = 0; step < MOST_STEPS; step++) {
            Optional<QuietHours> quiet = quietAt(policy, at.toLocalTime());
            if (quiet.isEmpty()) {
                return Optional.of(at.toInstant());
            }
            at = nextTime(at, quiet.get().to(), zone);
        }
        return Optional.empty();
    }

    /** The calendar day whose attempts count together. */
    public static LocalDate dayOf(ZoneId zone, Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    private static Optional<QuietHours> quietAt(Policy policy, LocalTime time) {
        return policy.quietHours().stream()
                .filter(quiet -> quiet.contains(time))
                .findFirst();
    }

    private static Instant nextDay(ZoneId zone, Instant now) {
        return dayOf(zone, now).plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** The next time that clocks show {@code time}, or pass it where they skip it. */
    private static ZonedDateTime nextTime(ZonedDateTime at, LocalTime time, ZoneId zone) {
        ZonedDateTime today = at.toLocalDate().atTime(time).atZone(zone);
        if (today.isAfter(at)) {
            return today;
        }
        ZonedDateTime again = today.withLaterOffsetAtOverlap();
        return again.isAfter(at)
                ? again
                : at.toLocalDate().plusDays(1).atTime(time).atZone(zone);
    }
}
