package io.tandem.campaigns.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.campaigns.model.Policy;
import io.tandem.campaigns.model.Tenant;
import io.tandem.campaigns.model.TenantId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NumberCapTest {

    private static final Instant NOW = Instant.parse("2030-03-04T03:00:00Z");

    private static NumberCap cap(@Nullable Integer most) {
        return NumberCap.of(
                new Tenant(
                        new TenantId(new UUID(1, 1)),
                        "t",
                        ZoneId.of("Asia/Ho_Chi_Minh"),
                        "VN",
                        "2022-10",
                        List.of(),
                        Set.of("VN"),
                        Tenant.Caps.DEFAULT,
                        false,
                        NOW,
                        null,
                        new Policy(List.of(), most)),
                NOW);
    }

    @Test
    void countsWhatIsClaimed() {
        NumberCap cap = cap(2);

        cap.claimed("+84901234567");
        assertThat(cap.isReached("+84901234567")).isFalse();
        cap.claimed("+84901234567");

        assertThat(cap.isReached("+84901234567")).isTrue();
        assertThat(cap.isReached("+84901234568")).isFalse();
        assertThat(cap.dayEnd()).isEqualTo("2030-03-04T17:00:00Z");
        assertThat(cap.rule()).isEqualTo("2 a day in Asia/Ho_Chi_Minh");
    }

    @Test
    void keepsNothingWhereThereIsNoLimit() {
        NumberCap cap = cap(null);

        for (int i = 0; i < 20_000; i++) {
            cap.claimed("+8490" + i);
        }

        assertThat(cap.isReached("+84900")).isFalse();
        assertThat(cap.isFull()).isFalse();
        assertThat(cap.dayEnd()).isEqualTo(Instant.MAX);
        assertThat(cap.rule()).isEmpty();
    }

    @Test
    void forgetsNumbersThatNobodyWaitsFor() {
        NumberCap cap = cap(1);
        for (int i = 0; i <= 10_000; i++) {
            cap.claimed("+8490" + i);
        }
        assertThat(cap.isFull()).isTrue();

        cap.keep(Set.of("+84907"));

        assertThat(cap.isFull()).isFalse();
        assertThat(cap.isReached("+84907")).isTrue();
        assertThat(cap.isReached("+84908")).isFalse();
    }
}
