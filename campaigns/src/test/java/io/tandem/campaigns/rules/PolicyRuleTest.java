package io.tandem.campaigns.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tandem.campaigns.model.Policy;
import io.tandem.campaigns.model.Policy.QuietHours;
import io.tandem.campaigns.rules.PolicyRule.Verdict;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyRuleTest {

    private static final ZoneId SAIGON = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Verdict ALLOWED = new Verdict.Allowed();
    private static final Verdict REFUSED = new Verdict.Refused();

    private static Policy quiet(@Nullable Integer perDay, String... hours) {
        return new Policy(
                List.of(hours).stream()
                        .map(text -> text.split("-", 2))
                        .map(pair -> new QuietHours(LocalTime.parse(pair[0]), LocalTime.parse(pair[1])))
                        .toList(),
                perDay);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse("2030-03-04T" + local).atZone(SAIGON).toInstant();
    }

    private static Verdict judge(Policy policy, Instant now, int attempts) {
        return PolicyRule.judge(policy, SAIGON, now, attempts, false);
    }

    @Test
    void forbidsNothingByDefault() {
        assertThat(judge(Policy.NONE, at("03:00"), 1_000)).isEqualTo(ALLOWED);
    }

    @Test
    void refusesAListedNumberWhateverTheHour() {
        assertThat(PolicyRule.judge(Policy.NONE, SAIGON, at("10:00"), 0, true)).isEqualTo(REFUSED);
    }

    @ParameterizedTest
    @CsvSource({"07:59:59.999,08:00", "08:00,", "16:59:59,", "17:00,08:00", "23:59:59,08:00", "00:00,08:00"})
    void waitsForTheEndOfQuietHoursOverMidnight(String now, @Nullable String until) {
        Policy policy = quiet(null, "17:00-08:00");

        Verdict verdict = judge(policy, at(now), 0);

        if (until == null) {
            assertThat(verdict).isEqualTo(ALLOWED);
        } else {
            assertThat(verdict).isInstanceOfSatisfying(Verdict.Wait.class, wait -> {
                assertThat(wait.until()).isAfter(at(now));
                assertThat(wait.until().atZone(SAIGON).toLocalTime()).isEqualTo(LocalTime.parse(until));
            });
        }
    }

    @Test
    void joinsQuietHoursThatTouch() {
        Policy policy = quiet(null, "12:00-13:00", "13:00-14:30", "14:00-15:00");

        assertThat(judge(policy, at("12:10"), 0)).isEqualTo(new Verdict.Wait(at("15:00")));
    }

    @Test
    void refusesWhenQuietHoursFillTheDay() {
        assertThat(judge(quiet(null, "08:00-20:00", "20:00-08:00"), at("12:10"), 0))
                .isEqualTo(REFUSED);
    }

    @Test
    void waitsForTheNextDayWhenANumberHadItsAttempts() {
        Policy policy = quiet(2);

        assertThat(judge(policy, at("10:00"), 1)).isEqualTo(ALLOWED);
        assertThat(judge(policy, at("10:00"), 2)).isEqualTo(new Verdict.Wait(Instant.parse("2030-03-04T17:00:00Z")));
    }

    @Test
    void waitsForTheNextDaysFirstHourThatIsNotQuiet() {
        Policy policy = quiet(1, "21:00-08:00");

        assertThat(judge(policy, at("10:00"), 1))
                .isEqualTo(new Verdict.Wait(at("08:00").plusSeconds(86_400)));
    }

    @Test
    void endsQuietHoursWhereClocksSkipTheirEnd() {
        Instant now = Instant.parse("2030-03-31T00:10:00Z");

        Verdict verdict = PolicyRule.judge(quiet(null, "01:00-02:30"), BERLIN, now, 0, false);

        assertThat(verdict).isEqualTo(new Verdict.Wait(Instant.parse("2030-03-31T01:00:00Z")));
    }

    @Test
    void staysQuietUntilTheSecondTimeThatClocksShowTheEnd() {
        Instant secondTwoFifteen = Instant.parse("2030-10-27T01:15:00Z");

        Verdict verdict = PolicyRule.judge(quiet(null, "01:00-02:30"), BERLIN, secondTwoFifteen, 0, false);

        assertThat(verdict).isEqualTo(new Verdict.Wait(Instant.parse("2030-10-27T01:30:00Z")));
    }

    @Test
    void saysTheSameOfAnInstantWheneverItIsAsked() {
        Policy policy = quiet(null, "01:00-02:30", "02:45-03:10", "23:30-00:15");

        for (String start : List.of("2030-03-30T20:00:00Z", "2030-10-26T20:00:00Z")) {
            Instant from = Instant.parse(start);
            Instant open = PolicyRule.afterQuietHours(policy, BERLIN, from).orElseThrow();
            Instant quiet = PolicyRule.nextQuietHours(policy, BERLIN, from).orElseThrow();
            for (Instant at = from; at.isBefore(from.plusSeconds(86_400)); at = at.plusSeconds(60)) {
                if (at.isAfter(open)) {
                    open = PolicyRule.afterQuietHours(policy, BERLIN, at).orElseThrow();
                }
                if (at.isAfter(quiet)) {
                    quiet = PolicyRule.nextQuietHours(policy, BERLIN, at).orElseThrow();
                }
                assertThat(PolicyRule.afterQuietHours(policy, BERLIN, at)).contains(open);
                assertThat(PolicyRule.nextQuietHours(policy, BERLIN, at)).contains(quiet);
                assertThat(at.equals(open)).as(at.toString()).isNotEqualTo(at.equals(quiet));
            }
        }
    }

    @Test
    void quietHoursBeginWhereClocksJumpIntoThem() {
        Policy policy = quiet(null, "02:30-04:00");

        assertThat(PolicyRule.nextQuietHours(policy, BERLIN, Instant.parse("2030-03-31T00:10:00Z")))
                .contains(Instant.parse("2030-03-31T01:00:00Z"));
        assertThat(PolicyRule.nextQuietHours(Policy.NONE, BERLIN, Instant.parse("2030-03-31T00:10:00Z")))
                .isEmpty();
    }

    @Test
    void countsAttemptsByTheTenantsCalendarDay() {
        assertThat(PolicyRule.dayOf(SAIGON, Instant.parse("2030-03-04T16:59:59Z")))
                .isEqualTo("2030-03-04");
        assertThat(PolicyRule.dayOf(SAIGON, Instant.parse("2030-03-04T17:00:00Z")))
                .isEqualTo("2030-03-05");
        assertThat(PolicyRule.dayAround(SAIGON, Instant.parse("2030-03-04T17:00:00Z")))
                .isEqualTo(new PolicyRule.Day(
                        Instant.parse("2030-03-04T17:00:00Z"), Instant.parse("2030-03-05T17:00:00Z")));
    }

    @Test
    void refusesQuietHoursThatAreNone() {
        assertThatThrownBy(() -> new QuietHours(LocalTime.NOON, LocalTime.NOON))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Policy(List.of(), 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
