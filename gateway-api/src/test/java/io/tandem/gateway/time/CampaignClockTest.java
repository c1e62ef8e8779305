package io.tandem.gateway.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tandem.campaigns.ports.SettingStore;
import io.tandem.gateway.BadSetting;
import io.tandem.gateway.TestGateway;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CampaignClockTest {

    private static final Instant START = Instant.parse("2026-05-01T00:00:00Z");

    @RegisterExtension
    static final TestGateway GATEWAY = TestGateway.unlimited();

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final InstantSource system = now::get;
    /** What another replica does at the worst moment. */
    private Runnable meanwhile = () -> {};

    private SettingStore settings = GATEWAY.running().context().getBean(SettingStore.class);

    /** Every test has a clock of its own in the one database. */
    @BeforeEach
    void ownNames(org.junit.jupiter.api.TestInfo test) {
        SettingStore all = settings;
        String prefix = test.getDisplayName() + ":";
        settings = new SettingStore() {
            @Override
            public java.util.Optional<String> get(String name) {
                return all.get(prefix + name);
            }

            @Override
            public String putIfAbsent(String name, String value) {
                return all.putIfAbsent(prefix + name, value);
            }

            @Override
            public boolean replace(String name, String before, String value) {
                meanwhile.run();
                return all.replace(prefix + name, before, value);
            }
        };
    }

    @Test
    void isTheSystemsTimeUnlessSet() {
        CampaignClock clock = start(null);
        pass(Duration.ofHours(1));

        assertThat(clock.instant()).isEqualTo(START.plusSeconds(3600));
    }

    @Test
    void startsAFreshDatabaseAtAnyInstantAndRunsOn() {
        CampaignClock clock = start("2020-01-01T00:00:00Z");
        pass(Duration.ofHours(1));

        assertThat(clock.instant()).isEqualTo(Instant.parse("2020-01-01T01:00:00Z"));
    }

    @Test
    void keepsItsOffsetOverRestarts() {
        start("2030-01-01T00:00:00Z");
        pass(Duration.ofHours(2));

        assertThat(start(null).instant()).isEqualTo(Instant.parse("2030-01-01T02:00:00Z"));
        assertThat(start("2030-01-01T00:00:00Z").instant()).isEqualTo(Instant.parse("2030-01-01T02:00:00Z"));
    }

    @Test
    void isNotMovedBackByAReplicaThatStartsAtOnceWithAnEarlierInstant() {
        start("2030-01-01T00:00:00Z");
        meanwhile = () -> {
            meanwhile = () -> {};
            start("2032-01-01T00:00:00Z");
        };

        assertThatThrownBy(() -> start("2031-01-01T00:00:00Z")).isInstanceOf(BadSetting.class);

        assertThat(start(null).instant()).isEqualTo(Instant.parse("2032-01-01T00:00:00Z"));
    }

    @Test
    void movesForwardToALaterInstant() {
        start("2030-01-01T00:00:00Z");
        pass(Duration.ofHours(2));

        assertThat(start("2030-01-02T00:00:00Z").instant()).isEqualTo(Instant.parse("2030-01-02T00:00:00Z"));
        assertThat(start("2030-01-02T00:00:00Z").instant()).isEqualTo(Instant.parse("2030-01-02T00:00:00Z"));
    }

    @Test
    void neverMovesBackwards() {
        start("2030-01-01T00:00:00Z");
        pass(Duration.ofHours(2));

        assertRefused("2029-12-31T00:00:00Z");
        assertRefused("2030-01-01T01:00:00Z");
        assertThat(start(null).instant()).isEqualTo(Instant.parse("2030-01-01T02:00:00Z"));
    }

    @Test
    void refusesAnInstantBeforeATimeThatWasNeverSet() {
        start(null);

        assertRefused("2020-01-01T00:00:00Z");
    }

    @Test
    void followsAnotherReplicaForward() {
        CampaignClock one = start(null);
        start("2030-01-01T00:00:00Z");

        one.follow();

        assertThat(one.instant()).isEqualTo(Instant.parse("2030-01-01T00:00:00Z"));
    }

    private CampaignClock start(@Nullable String wanted) {
        return new CampaignClock(settings, system, wanted == null ? null : Instant.parse(wanted));
    }

    private void pass(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    private void assertRefused(String wanted) {
        assertThatThrownBy(() -> start(wanted))
                .isInstanceOf(BadSetting.class)
                .hasMessageStartingWith("TANDEM_CLOCK")
                .hasMessageEndingWith(".");
    }
}
