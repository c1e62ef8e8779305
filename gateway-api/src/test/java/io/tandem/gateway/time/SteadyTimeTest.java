package io.tandem.gateway.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SteadyTimeTest {

    private static final Instant START = Instant.parse("2026-05-01T00:00:00Z");

    private Instant wall = START;
    private long nanos = 5;
    private final SteadyTime time = new SteadyTime(() -> wall, () -> nanos);

    private void pass(Duration duration) {
        wall = wall.plus(duration);
        nanos += duration.toNanos();
    }

    @Test
    void runsByTheMonotonicClock() {
        pass(Duration.ofMinutes(1));
        wall = START.minusSeconds(3600);

        assertThat(time.instant()).isEqualTo(START.plusSeconds(60));
    }

    @Test
    void takesTheFirstReferenceAsItIs() {
        assertThat(time.follow(START.plusSeconds(900))).isTrue();

        assertThat(time.instant()).isEqualTo(START.plusSeconds(900));
    }

    @Test
    void makesUpADistanceSlowlyInBothDirections() {
        time.follow(START);

        assertThat(time.follow(START.plusMillis(100))).isTrue();
        pass(Duration.ofSeconds(1));
        assertThat(time.instant()).isEqualTo(START.plusMillis(1_020));
        pass(Duration.ofSeconds(9));
        assertThat(time.instant()).isEqualTo(START.plusMillis(10_100));

        assertThat(time.follow(START.plusMillis(10_000))).isTrue();
        pass(Duration.ofSeconds(1));
        assertThat(time.instant()).isEqualTo(START.plusMillis(11_080));
    }

    @Test
    void jumpsAheadOverALongSleepAndSaysThatItWasOff() {
        time.follow(START);

        assertThat(time.follow(START.plusSeconds(3_600))).isFalse();

        assertThat(time.instant()).isEqualTo(START.plusSeconds(3_600));
        assertThat(time.follow(START.plusSeconds(3_600))).isTrue();
    }

    @Test
    void standsStillWhileItIsFarAhead() {
        time.follow(START);
        pass(Duration.ofSeconds(100));

        assertThat(time.follow(START.plusSeconds(90))).isFalse();
        pass(Duration.ofSeconds(6));
        assertThat(time.instant()).isEqualTo(START.plusSeconds(100));
        pass(Duration.ofSeconds(6));
        assertThat(time.instant()).isEqualTo(START.plusSeconds(102));
        assertThat(time.follow(START.plusSeconds(102))).isTrue();
    }

    @Test
    void neverGoesBack() {
        time.follow(START);
        Instant last = time.instant();
        long[] shown = {3_000, 900, -4_000, 12_000, 100, 0, -1};
        for (long millis : shown) {
            time.follow(START.plusMillis(millis));
            for (int i = 0; i < 20; i++) {
                pass(Duration.ofMillis(7));
                assertThat(time.instant()).isAfterOrEqualTo(last);
                last = time.instant();
            }
        }
    }
}
