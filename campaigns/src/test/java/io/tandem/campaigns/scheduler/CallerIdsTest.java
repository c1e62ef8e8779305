package io.tandem.campaigns.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.campaigns.model.Address;
import io.tandem.campaigns.model.Carried;
import io.tandem.campaigns.model.Carrier;
import io.tandem.campaigns.model.Destination.NotDialable;
import io.tandem.campaigns.model.Destination.PhoneNumber;
import io.tandem.campaigns.model.DialPlan;
import io.tandem.campaigns.model.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.assertj.core.data.Percentage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CallerIdsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T05:00:00Z");
    private static final TenantId TENANT = new TenantId(new UUID(1, 1));
    private static final List<String> POOL = List.of("+842871000001", "+842871000002", "1900 6067");

    private final RandomGenerator chance = new Random(7);

    @Test
    void drawsEachNumberOfThePoolAsOften() {
        Map<String, Integer> shown = new HashMap<>();

        for (int i = 0; i < 30_000; i++) {
            shown.merge(shown(plan(null), carrier(POOL, true)), 1, Integer::sum);
        }

        assertThat(shown.keySet()).containsExactlyInAnyOrderElementsOf(POOL);
        assertThat(shown.values())
                .allSatisfy(count -> assertThat(count).isCloseTo(10_000, Percentage.withPercentage(5)));
    }

    @Test
    void showsTheFirstNumberOfACarrierThatDoesNotDraw() {
        for (int i = 0; i < 100; i++) {
            assertThat(shown(plan(null), carrier(POOL, false))).isEqualTo(POOL.get(0));
        }
    }

    @Test
    void asksNoChanceWhereThereIsNoChoice() {
        RandomGenerator none = () -> {
            throw new AssertionError("asked");
        };

        assertThat(CallerIds.shown(plan(null), carrier(POOL.subList(1, 2), true), none))
                .isEqualTo(Address.of(new PhoneNumber(POOL.get(1))));
    }

    @Test
    void showsThePlansOwnNumberWhateverTheCarrierHas() {
        Address own = Address.of(new PhoneNumber("+15559876543"));

        assertThat(CallerIds.shown(plan(own), carrier(POOL, true), chance)).isEqualTo(own);
        assertThat(CallerIds.shown(plan(own), null, chance)).isEqualTo(own);
    }

    @Test
    void showsNothingWhereNobodyHasANumber() {
        assertThat(CallerIds.shown(plan(null), carrier(List.of(), true), chance))
                .isNull();
        assertThat(CallerIds.shown(plan(null), null, chance)).isNull();
    }

    @Test
    void showsANumberThatIsNoneAsItIsWritten() {
        assertThat(CallerIds.shown(plan(null), carrier(POOL.subList(2, 3), false), chance))
                .isEqualTo(Address.of(new NotDialable("tel", "1900 6067")));
    }

    private String shown(DialPlan plan, Carrier carrier) {
        return CallerIds.shown(plan, carrier, chance).destination().text();
    }

    private static DialPlan plan(@Nullable Address callerId) {
        return new DialPlan(
                TENANT,
                new UUID(1, 2),
                "",
                "",
                callerId,
                Duration.ofSeconds(30),
                Duration.ofSeconds(10),
                List.of(1, 0, 0, 0, 0),
                Carried.NONE,
                NOW,
                null,
                null);
    }

    private static Carrier carrier(List<String> callerIds, boolean draws) {
        return new Carrier(
                TENANT, new UUID(1, 3), "c", callerIds, draws, 10, Map.of(), null, true, Carried.NONE, NOW, null, null);
    }
}
