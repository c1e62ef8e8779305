package io.tandem.campaigns.rules;

import io.tandem.campaigns.model.CallingHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Targets that may be called from a day on: from the start of that day's opening, or of the next day's that opens. What an
 * opening of the day before leaves after midnight is not for them. (autocall-v3.md, 2.9)
 */
public final class EarliestDay {

    /** As fine as databases keep instants. */
    private static final Duration MARK = Duration.ofNanos(1_000);

    private EarliestDay() {}

    /**
     * When such a target is due: a microsecond before its day. It is told by that from one that is due at midnight, as
     * who was put off to the next day is. One that falls due at this very instant by chance waits with them.
     */
    public static Instant due(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant().minus(MARK);
    }

    /**
     * Those who are due and wait all the same.
     *
     * @param due of all of them
     * @param until when they may be called
     */
    public record Held(Instant due, Instant until) {}

    /** Who is held now; empty if nobody is. Of an opening that has begun only today's can be still to come. */
    public static Optional<Held> held(CallingHours hours, ZoneId zone, Instant now) {
        LocalDate today = LocalDate.ofInstant(now.plus(MARK), zone);
        Instant until = hours.firstStart(today, zone).orElse(Instant.MAX);
        return until.isAfter(now) ? Optional.of(new Held(due(today, zone), until)) : Optional.empty();
    }

    /** When {@link #held} may say something else, if the hours stay. */
    public static Instant knownUntil(Optional<Held> held, ZoneId zone, Instant now) {
        Instant tomorrow = due(LocalDate.ofInstant(now.plus(MARK), zone).plusDays(1), zone);
        return held.map(Held::until).filter(until -> until.isBefore(tomorrow)).orElse(tomorrow);
    }
}
