package io.tandem.campaigns.rules;

import io.tandem.campaigns.model.Policy;
import io.tandem.campaigns.model.Policy.QuietHours;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Whether a tenant's policy lets a call to a number start. A refusal is no attempt. (autocall-v3.md, D35)
 */
public final class PolicyRule {

    /** A time that clocks show every day they show within these, even if one day skips it. */
    private static final int DAYS_AHEAD = 2;

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
        Instant earliest =
                most != null && attemptsToday >= most ? dayAround(zone, now).end() : now;
        Optional<Instant> open = afterQuietHours(policy, zone, earliest);
        if (open.isEmpty()) {
            return new Verdict.Refused();
        }
        return open.get().equals(now) ? new Verdict.Allowed() : new Verdict.Wait(open.get());
    }

    /**
     * The first instant from {@code from} on that is not in quiet hours: {@code from} itself if it is not; empty if
     * quiet hours fill the day. The same whenever it is asked before then.
     */
    public static Optional<Instant> afterQuietHours(Policy policy, ZoneId zone, Instant from) {
        return first(policy, zone, from, QuietHours::to, false);
    }

    /** The first instant from {@code from} on that is in quiet hours, {@code from} itself if it is; empty if there are none. */
    public static Optional<Instant> nextQuietHours(Policy policy, ZoneId zone, Instant from) {
        return first(policy, zone, from, QuietHours::from, true);
    }

    /** The calendar day whose attempts count together. */
    public static LocalDate dayOf(ZoneId zone, Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /** From when to when, exclusive, the calendar day lasts that {@code at} belongs to. */
    public static Day dayAround(ZoneId zone, Instant at) {
        LocalDate day = dayOf(zone, at);
        return new Day(
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** A calendar day, half-open. */
    public record Day(Instant start, Instant end) {}

    /**
     * The first instant that is quiet, or is not: {@code from}, one at which clocks show an edge of quiet hours, or one
     * at which they are set.
     */
    private static Optional<Instant> first(
            Policy policy, ZoneId zone, Instant from, Function<QuietHours, LocalTime> edge, boolean quiet) {
        if (isQuiet(policy, zone, from) == quiet) {
            return Optional.of(from);
        }
        List<Instant> changes = new ArrayList<>();
        LocalDate today = dayOf(zone, from);
        for (int day = 0; day <= DAYS_AHEAD; day++) {
            for (QuietHours hours : policy.quietHours()) {
                LocalDateTime shown = today.plusDays(day).atTime(edge.apply(hours));
                for (ZoneOffset offset : zone.getRules().getValidOffsets(shown)) {
                    changes.add(shown.toInstant(offset));
                }
            }
        }
        ZoneOffsetTransition set = zone.getRules().nextTransition(from);
        for (int i = 0; set != null && i < DAYS_AHEAD; i++) {
            changes.add(set.getInstant());
            set = zone.getRules().nextTransition(set.getInstant());
        }
        return changes.stream()
                .filter(change -> change.isAfter(from) && isQuiet(policy, zone, change) == quiet)
                .min(Comparator.naturalOrder());
    }

    private static boolean isQuiet(Policy policy, ZoneId zone, Instant at) {
        LocalTime shown = LocalTime.ofInstant(at, zone);
        return policy.quietHours().stream().anyMatch(hours -> hours.contains(shown));
    }
}
