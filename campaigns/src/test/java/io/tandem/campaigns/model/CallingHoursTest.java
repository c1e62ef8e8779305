package io.tandem.campaigns.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.campaigns.model.CallingHours.Opening;
import io.tandem.campaigns.model.CallingHours.Week;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** autocall-v3.md, 2.7 and cases 66 to 69. */
class CallingHoursTest {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final CallingHours DAY = CallingHours.everyDay(hours(8), hours(21));

    @Test
    void opensAtTheStartAndClosesAtTheEnd() {
        assertThat(DAY.isOpen(at("2026-03-02T00:59:59.999999Z"), VIETNAM)).isFalse();
        assertThat(DAY.isOpen(at("2026-03-02T01:00:00Z"), VIETNAM)).isTrue();
        assertThat(DAY.isOpen(at("2026-03-02T13:59:59.999999Z"), VIETNAM)).isTrue();
        assertThat(DAY.isOpen(at("2026-03-02T14:00:00Z"), VIETNAM)).isFalse();
    }

    @Test
    void aDayThatStartsAndEndsAtTheSameTimeIsClosed() {
        CallingHours monday = week(Map.of(
                DayOfWeek.MONDAY,
                new Opening(hours(8), hours(9)),
                DayOfWeek.SATURDAY,
                new Opening(hours(5), hours(5))));

        assertThat(monday.isOpen(at("2026-03-06T22:30:00Z"), VIETNAM)).isFalse();
        assertThat(monday.nextOpening(at("2026-03-02T02:00:00Z"), VIETNAM)).contains(at("2026-03-09T01:00:00Z"));
    }

    @Test
    void anOpeningPastMidnightBelongsToTheDayItBeganOn() {
        CallingHours friday = week(Map.of(DayOfWeek.FRIDAY, new Opening(hours(22), hours(2))));

        assertThat(friday.isOpen(at("2026-03-06T15:00:00Z"), VIETNAM)).isTrue();
        assertThat(friday.isOpen(at("2026-03-06T18:59:59Z"), VIETNAM)).isTrue();
        assertThat(friday.isOpen(at("2026-03-06T19:00:00Z"), VIETNAM)).isFalse();
        assertThat(friday.isOpen(at("2026-03-05T18:00:00Z"), VIETNAM)).isFalse();
        assertThat(friday.closesAt(at("2026-03-06T15:00:00Z"), VIETNAM)).contains(at("2026-03-06T19:00:00Z"));
    }

    @Test
    void severalWeeksAreTheirUnion() {
        CallingHours both = new CallingHours(List.of(
                new Week(Map.of(DayOfWeek.MONDAY, new Opening(hours(8), hours(10)))),
                new Week(Map.of(DayOfWeek.MONDAY, new Opening(hours(9), hours(12))))));

        assertThat(both.closesAt(at("2026-03-02T01:30:00Z"), VIETNAM)).contains(at("2026-03-02T05:00:00Z"));
    }

    @Test
    void alwaysNeverClosesAndStillStartsEveryMidnight() {
        Instant noon = at("2026-03-02T05:00:00Z");

        assertThat(CallingHours.ALWAYS.closesAt(noon, VIETNAM)).contains(Instant.MAX);
        assertThat(CallingHours.ALWAYS.nextOpening(noon, VIETNAM)).contains(noon);
        assertThat(CallingHours.ALWAYS.nextStart(noon, VIETNAM)).contains(at("2026-03-02T17:00:00Z"));
        assertThat(CallingHours.ALWAYS.nextStart(at("2026-03-02T17:00:00Z"), VIETNAM))
                .contains(at("2026-03-03T17:00:00Z"));
    }

    @Test
    void hoursThatNeverOpenHaveNoNextOpening() {
        CallingHours never = week(Map.of());

        assertThat(never.nextOpening(at("2026-03-02T05:00:00Z"), VIETNAM)).isEmpty();
        assertThat(never.nextStart(at("2026-03-02T05:00:00Z"), VIETNAM)).isEmpty();
    }

    @Test
    void aStartInTheSkippedHourMovesRightAfterIt() {
        CallingHours early = CallingHours.everyDay(hours(2) + hours(1) / 2, hours(4));

        assertThat(early.nextOpening(at("2026-03-08T06:00:00Z"), NEW_YORK)).contains(at("2026-03-08T07:00:00Z"));
        assertThat(early.closesAt(at("2026-03-08T07:00:00Z"), NEW_YORK)).contains(at("2026-03-08T08:00:00Z"));
    }

    @Test
    void theRepeatedHourCountsOnce() {
        CallingHours repeated = CallingHours.everyDay(hours(1), hours(2));

        assertThat(repeated.isOpen(at("2026-11-01T05:30:00Z"), NEW_YORK)).isTrue();
        assertThat(repeated.isOpen(at("2026-11-01T06:30:00Z"), NEW_YORK)).isFalse();
    }

    @Test
    void nanosecondsCount() {
        CallingHours odd = CallingHours.everyDay(1, 3);

        assertThat(odd.isOpen(at("2026-03-01T17:00:00Z"), VIETNAM)).isFalse();
        assertThat(odd.isOpen(at("2026-03-01T17:00:00.000000002Z"), VIETNAM)).isTrue();
        assertThat(odd.isOpen(at("2026-03-01T17:00:00.000000003Z"), VIETNAM)).isFalse();
    }

    private static CallingHours week(Map<DayOfWeek, Opening> days) {
        return new CallingHours(List.of(new Week(days)));
    }

    private static long hours(int hours) {
        return Duration.ofHours(hours).toNanos();
    }

    private static Instant at(String text) {
        return Instant.parse(text);
    }
}
