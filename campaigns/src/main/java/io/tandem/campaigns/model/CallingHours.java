package io.tandem.campaigns.model;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The weekly openings in which a campaign may place calls, as wall-clock times; the zone is the tenant's.
 *
 * <p>Half-open: a call may start at 08:00:00 and not at 21:00:00. An opening that ends before its start runs past
 * midnight and belongs to the day it began on; one that ends at its start is closed. When clocks go forward, an opening
 * that starts in the skipped hour starts right after it; when they go back, the repeated hour counts once: its second
 * pass is closed unless the opening goes on beyond it. Several weeks are their union. (autocall-v3.md, 2.7)
 */
public record CallingHours(List<Week> weeks) {

    public static final long DAY_NANOS = Duration.ofDays(1).toNanos();

    /** 0-24 h every day. */
    public static final CallingHours ALWAYS = everyDay(0, DAY_NANOS);

    public CallingHours {
        weeks = List.copyOf(weeks);
    }

    public static CallingHours everyDay(long startNanos, long endNanos) {
        Map<DayOfWeek, Opening> days = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            days.put(day, new Opening(startNanos, endNanos));
        }
        return new CallingHours(List.of(new Week(days)));
    }

    public boolean isOpen(Instant at, ZoneId zone) {
        return closesAt(at, zone).isPresent();
    }

    /**
     * The end of the opening that {@code at} lies in, adjoining and overlapping openings of the following days joined;
     * {@link Instant#MAX} if it never ends, empty if {@code at} is outside every opening.
     */
    public Optional<Instant> closesAt(Instant at, ZoneId zone) {
        Instant end = null;
        for (Span span : spansAround(at, zone)) {
            Instant reached = end == null ? at : end;
            if (!span.start.isAfter(reached) && span.end.isAfter(reached)) {
                end = span.end;
            }
        }
        boolean never = end != null && end.isAfter(at.plus(Duration.ofDays(8)));
        return Optional.ofNullable(never ? Instant.MAX : end);
    }

    /** {@code from} itself if calls may start then, else the next instant at which they may; empty if never. */
    public Optional<Instant> nextOpening(Instant from, ZoneId zone) {
        return isOpen(from, zone) ? Optional.of(from) : nextStart(from, zone);
    }

    /**
     * The first start of a day's opening strictly after {@code from}, whether or not it adjoins the one before: when a
     * paused campaign starts itself (decision D38). Empty if no day opens.
     */
    public Optional<Instant> nextStart(Instant from, ZoneId zone) {
        return spansAround(from, zone).stream()
                .map(Span::start)
                .filter(start -> start.isAfter(from))
                .min(Comparator.naturalOrder());
    }

    /** The first start of the day's openings, or of the next day's that opens; empty if no day opens. */
    public Optional<Instant> firstStart(LocalDate day, ZoneId zone) {
        return spansAround(day.atStartOfDay(zone).toInstant(), zone).stream()
                .filter(span -> !span.day.isBefore(day))
                .map(Span::start)
                .min(Comparator.naturalOrder());
    }

    /** Every opening of the two days before {@code at} and the nine after it, by start. */
    private List<Span> spansAround(Instant at, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(at, zone);
        List<Span> spans = new ArrayList<>();
        for (int offset = -2; offset <= 9; offset++) {
            LocalDate date = today.plusDays(offset);
            for (Week week : weeks) {
                Opening opening = week.on(date.getDayOfWeek());
                if (!opening.isClosed()) {
                    Instant start = startOf(date, opening.startNanos, zone);
                    boolean pastMidnight = opening.endNanos < opening.startNanos;
                    Instant end = endOf(pastMidnight ? date.plusDays(1) : date, opening.endNanos, zone);
                    if (end.isAfter(start)) {
                        spans.add(new Span(date, start, end));
                    }
                }
            }
        }
        spans.sort(Comparator.comparing(Span::start));
        return spans;
    }

    /** The first pass of a repeated time; the first instant after a skipped one. */
    private static Instant startOf(LocalDate date, long nanosOfDay, ZoneId zone) {
        LocalDateTime local = date.atStartOfDay().plusNanos(nanosOfDay);
        var transition = zone.getRules().getTransition(local);
        boolean skipped = transition != null && transition.isGap();
        return skipped
                ? transition.getInstant()
                : ZonedDateTime.of(local, zone).withEarlierOffsetAtOverlap().toInstant();
    }

    /** Right after the first pass of the last moment before it, so that an hour that is repeated counts once. */
    private static Instant endOf(LocalDate date, long nanosOfDay, ZoneId zone) {
        LocalDateTime last = date.atStartOfDay().plusNanos(nanosOfDay).minusNanos(1);
        var transition = zone.getRules().getTransition(last);
        boolean skipped = transition != null && transition.isGap();
        return skipped
                ? transition.getInstant()
                : ZonedDateTime.of(last, zone)
                        .withEarlierOffsetAtOverlap()
                        .toInstant()
                        .plusNanos(1);
    }

    private record Span(LocalDate day, Instant start, Instant end) {}

    /** One opening of each day of the week; a day that is not named is closed. */
    public record Week(Map<DayOfWeek, Opening> days) {

        public Week {
            EnumMap<DayOfWeek, Opening> all = new EnumMap<>(DayOfWeek.class);
            for (DayOfWeek day : DayOfWeek.values()) {
                all.put(day, days.getOrDefault(day, Opening.CLOSED));
            }
            days = Collections.unmodifiableMap(all);
        }

        public Opening on(DayOfWeek day) {
            return days.getOrDefault(day, Opening.CLOSED);
        }
    }

    /** Nanoseconds since local midnight, 0 to 86,400,000,000,000 (24:00). */
    public record Opening(long startNanos, long endNanos) {

        public static final Opening CLOSED = new Opening(0, 0);

        public Opening {
            if (startNanos < 0 || startNanos > DAY_NANOS || endNanos < 0 || endNanos > DAY_NANOS) {
                throw new IllegalArgumentException("outside the day: " + startNanos + ".." + endNanos);
            }
        }

        public boolean isClosed() {
            return startNanos == endNanos;
        }
    }
}
