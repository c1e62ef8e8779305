package io.tandem.campaigns.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PacerTest {

    private static final Instant START = Instant.parse("2026-03-02T05:00:00Z");

    @Test
    void spacesStartsEvenly() {
        assertThat(startsWithin(new Pacer(10), Duration.ofSeconds(5), Duration.ofMillis(1)))
                .isBetween(50, 51);
    }

    @Test
    void slowTurnsCostNoCalls() {
        assertThat(startsWithin(new Pacer(500), Duration.ofSeconds(5), Duration.ofMillis(15)))
                .isBetween(2480, 2512);
    }

    @Test
    void aPauseIsNotSavedUp() {
        Pacer pacer = new Pacer(10);
        pacer.started(START);

        assertThat(startsWithin(pacer, START.plusSeconds(60), Duration.ZERO, Duration.ofMillis(1)))
                .isEqualTo(1);
    }

    @Test
    void withoutARateEverythingMayStart() {
        Pacer pacer = new Pacer(null);
        pacer.started(START);

        assertThat(pacer.isReady(START)).isTrue();
    }

    private static int startsWithin(Pacer pacer, Duration length, Duration turn) {
        return startsWithin(pacer, START, length, turn);
    }

    private static int startsWithin(Pacer pacer, Instant from, Duration length, Duration turn) {
        int starts = 0;
        for (Instant now = from; !now.isAfter(from.plus(length)); now = now.plus(turn)) {
            while (pacer.isReady(now)) {
                pacer.started(now);
                starts++;
            }
        }
        return starts;
    }
}
