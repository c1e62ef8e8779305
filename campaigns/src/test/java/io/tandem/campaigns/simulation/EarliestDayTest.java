package io.tandem.campaigns.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.campaigns.model.Address;
import io.tandem.campaigns.model.CallAttempt;
import io.tandem.campaigns.model.CallingHours;
import io.tandem.campaigns.model.CallingHours.Opening;
import io.tandem.campaigns.model.CallingHours.Week;
import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.Destination.PhoneNumber;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.rules.EarliestDay;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A lead that may be called from a day on, over random weekly hours: the real scheduler calls it in the very hour that a
 * reading of the contract's words, hour by hour, names. (autocall-v3.md, 2.7 and 2.9)
 */
class EarliestDayTest {

    private static final long SEED = Long.getLong("tandem.seed", 1);
    private static final int WEEKS = 300;
    private static final long HOUR = Duration.ofHours(1).toNanos();
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private final SplittableRandom chance = new SplittableRandom(SEED);

    @BeforeEach
    void quietly() {
        SchedulerLog.silence();
    }

    @Test
    void isCalledWhenThatDaysOpeningBegins() {
        for (int i = 0; i < WEEKS; i++) {
            CallingHours hours = hours();
            int days = 1 + chance.nextInt(4);

            Instant first = called(hours, days, 1).get(0).placed();

            assertThat(LocalDateTime.ofInstant(first, World.ZONE))
                    .as("-Dtandem.seed=%d, case %d, %d days, %s", SEED, i, days, hours)
                    .isEqualTo(expected(hours, TODAY.plusDays(days)));
        }
    }

    @Test
    void isNotCalledInTheNightBeforeItsDay() {
        CallingHours nights = CallingHours.everyDay(22 * HOUR, 2 * HOUR);

        List<CallAttempt> calls = called(nights, 1, 3);

        assertThat(calls)
                .hasSize(3)
                .allSatisfy(call -> assertThat(LocalDateTime.ofInstant(call.placed(), World.ZONE))
                        .isEqualTo(TODAY.plusDays(1).atTime(22, 0)));
    }

    /** Who fell due at midnight, as one who was put off to the next day does, is called in the night. */
    @Test
    void holdsUpNobodyElse() {
        Stage stage = new Stage();
        Campaign campaign = campaign(stage, CallingHours.everyDay(22 * HOUR, 2 * HOUR));
        Target lead = onlyTarget(stage);
        Target other = lead.withId(new UUID(0x7100, 1))
                .withDestinations(number(7))
                .withDue(TODAY.plusDays(1).atStartOfDay(World.ZONE).toInstant());
        stage.store.targets.put(lead.id(), lead.withDue(EarliestDay.due(TODAY.plusDays(1), World.ZONE)));
        stage.store.targets.put(other.id(), other);
        stage.run(campaign);

        stage.live();

        assertThat(placed(stage, other)).isEqualTo(TODAY.plusDays(1).atStartOfDay());
        assertThat(placed(stage, lead)).isEqualTo(TODAY.plusDays(1).atTime(22, 0));
    }

    /** The calls to so many leads of that day, in their order. */
    private static List<CallAttempt> called(CallingHours hours, int days, int leads) {
        Stage stage = new Stage();
        Campaign campaign = campaign(stage, hours);
        Target first = onlyTarget(stage);
        for (int i = 0; i < leads; i++) {
            Target lead = first.withId(new UUID(0x7100, i + 1))
                    .withDestinations(number(i))
                    .withDue(EarliestDay.due(TODAY.plusDays(days), World.ZONE));
            stage.store.targets.put(lead.id(), lead);
        }
        stage.store.targets.remove(first.id());
        stage.run(campaign);

        stage.live();

        List<CallAttempt> calls = new ArrayList<>(stage.store.attempts.values());
        calls.sort(Comparator.comparing(CallAttempt::placed));
        return calls;
    }

    private static List<@Nullable Address> number(int i) {
        List<@Nullable Address> numbers = new ArrayList<>(Collections.nCopies(5, null));
        numbers.set(0, Address.of(new PhoneNumber("+8490%02d99000".formatted(10 + i))));
        return numbers;
    }

    private static LocalDateTime placed(Stage stage, Target target) {
        return stage.store.attempts.values().stream()
                .filter(attempt -> attempt.target().equals(target.id()))
                .map(attempt -> LocalDateTime.ofInstant(attempt.placed(), World.ZONE))
                .findFirst()
                .orElseThrow();
    }

    private static Campaign campaign(Stage stage, CallingHours hours) {
        Campaign campaign = stage.campaign(stage.plan(1), "+84901299000").withHours(hours);
        stage.store.campaigns.put(campaign.id(), campaign);
        return campaign;
    }

    private static Target onlyTarget(Stage stage) {
        return List.copyOf(stage.store.targets.values()).get(0);
    }

    /** One or two weeks of whole hours, past midnight as often as not; at least one day of them opens. */
    private CallingHours hours() {
        List<Week> weeks = new ArrayList<>();
        while (weeks.isEmpty() || chance.nextInt(3) == 0) {
            Map<DayOfWeek, Opening> days = new EnumMap<>(DayOfWeek.class);
            for (DayOfWeek day : DayOfWeek.values()) {
                if (chance.nextInt(4) > 0) {
                    days.put(day, new Opening(chance.nextInt(25) * HOUR, chance.nextInt(25) * HOUR));
                }
            }
            days.put(DayOfWeek.FRIDAY, new Opening(21 * HOUR, 3 * HOUR));
            weeks.add(new Week(days));
        }
        return new CallingHours(weeks);
    }

    /** Hour by hour: the first in an opening of that day or of one after it. The zone knows no summer time. */
    private static LocalDateTime expected(CallingHours hours, LocalDate day) {
        for (LocalDateTime at = day.atStartOfDay(); ; at = at.plusHours(1)) {
            for (LocalDate of = day; !of.isAfter(at.toLocalDate()); of = of.plusDays(1)) {
                for (Week week : hours.weeks()) {
                    Opening opening = week.on(of.getDayOfWeek());
                    long start = opening.startNanos();
                    long end = opening.endNanos() < start ? opening.endNanos() + 24 * HOUR : opening.endNanos();
                    long now = Duration.between(of.atStartOfDay(), at).toNanos();
                    if (start <= now && now < end) {
                        return at;
                    }
                }
            }
        }
    }
}
