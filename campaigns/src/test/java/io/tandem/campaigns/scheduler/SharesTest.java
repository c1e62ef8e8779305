package io.tandem.campaigns.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SharesTest {

    private static final UUID LARGE = new UUID(0, 1);
    private static final UUID SMALL = new UUID(0, 2);
    private static final UUID LATE = new UUID(0, 3);
    private static final Map<UUID, Integer> WEIGHTS = Map.of(LARGE, 30, SMALL, 10, LATE, 10);

    private final Shares shares = new Shares();

    private Map<UUID, Integer> serve(int times, UUID... who) {
        Map<UUID, Integer> served = new HashMap<>();
        for (int i = 0; i < times; i++) {
            List.of(who).forEach(shares::joins);
            UUID next = List.of(who).stream()
                    .min(Comparator.comparingDouble(shares::passOf).thenComparing(Comparator.naturalOrder()))
                    .orElseThrow();
            shares.served(next, WEIGHTS.get(next));
            served.merge(next, 1, Integer::sum);
        }
        return served;
    }

    @Test
    void servesByWeight() {
        assertThat(serve(400, LARGE, SMALL)).isEqualTo(Map.of(LARGE, 300, SMALL, 100));
    }

    @Test
    void whoRestedDoesNotCatchUp() {
        serve(400, LARGE, SMALL);

        Map<UUID, Integer> served = serve(500, LARGE, SMALL, LATE);

        assertThat(served.get(LATE)).isBetween(99, 101);
        assertThat(served.get(SMALL)).isBetween(99, 101);
    }
}
