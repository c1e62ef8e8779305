package io.tandem.tests.autocall;

import static io.tandem.tests.autocall.TestNumbers.busyFirst;
import static io.tandem.tests.autocall.TestNumbers.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tandem.tests.GatewayUnderTest;
import io.tandem.tests.Journal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * The gap before a recall "after a minute". A gateway that starts again with a later clock spends most of it; so the
 * minute outlives the process, too.
 */
abstract class RecallAfterAMinuteContract {

    private static final Instant MORNING = Instant.parse("2030-03-04T03:00:00Z");
    private static final Duration MINUTE = Duration.ofSeconds(60);
    private static final Duration SLEPT = Duration.ofSeconds(48);
    private static final Duration TOLERANCE = Duration.ofSeconds(2);
    private static final Duration SOON = Duration.ofSeconds(40);

    private final Map<String, String> settings;

    /** @param settings of a database that outlives a gateway */
    RecallAfterAMinuteContract(Map<String, String> settings) {
        this.settings = settings;
    }

    private GatewayUnderTest startedAt(Instant clock) {
        return GatewayUnderTest.start(settings, Map.of("TANDEM_CLOCK", clock.toString()));
    }

    @Test
    void waitsAMinuteBetweenTheEndAndTheNextStart_case57() {
        Instant ended;
        try (GatewayUnderTest gateway = startedAt(MORNING)) {
            Autocall v3 = new Autocall(gateway.tenant("t").autocall());
            String campaign = v3.campaign(
                    "minute", "recall_times", 1, "schedule_recall", "minute", "schedule_recall_duration", 1);
            v3.lead(v3.list(campaign), number(57, busyFirst(1)));
            v3.start(campaign);
            await().atMost(SOON)
                    .until(() -> v3.api().get("/v3/cdr").json().path("total").asInt() == 1);
            ended = Objects.requireNonNull(gateway.journal().calls().get(0).ended());
        }

        Journal.Call recall;
        try (GatewayUnderTest gateway = startedAt(ended.plus(SLEPT))) {
            await().atMost(SOON).until(() -> !gateway.journal().calls().isEmpty());
            recall = gateway.journal().calls().get(0);
        }

        assertThat(recall.placed())
                .isBetween(ended.plus(MINUTE), ended.plus(MINUTE).plus(TOLERANCE));
    }
}
