package io.tandem.campaigns.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.campaigns.model.CallingHours;
import io.tandem.campaigns.model.CampaignState;
import io.tandem.campaigns.model.Run;
import io.tandem.campaigns.ports.Ids;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** autocall-v3.md, 2.8: the table of transitions. */
class TransitionsTest {

    private static final UUID OLD = new UUID(0, 1);
    private static final UUID NEW = new UUID(0, 2);
    private static final Ids IDS = () -> NEW;
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Instant NOON = Instant.parse("2026-03-02T05:00:00Z");
    private static final Run RUNNING = Run.running(OLD, List.of());
    private static final Run PAUSED = RUNNING.pausedUntil(NOON);

    @Test
    void startMakesANewRunOnlyFromStoppedAndStopping() {
        assertThat(Transitions.start(Run.STOPPED, IDS)).isEqualTo(Run.running(NEW, List.of()));
        assertThat(Transitions.start(Run.stopping(), IDS)).isEqualTo(Run.running(NEW, List.of()));
        assertThat(Transitions.start(RUNNING, IDS)).isEqualTo(RUNNING);
        assertThat(Transitions.start(PAUSED, IDS)).isEqualTo(RUNNING);
    }

    @Test
    void pauseWithinAnOpeningLastsUntilTheNextDays() {
        Run paused = Transitions.pause(RUNNING, CallingHours.ALWAYS, ZONE, NOON, IDS);

        assertThat(paused.id()).isEqualTo(OLD);
        assertThat(paused.resumeAt()).isEqualTo("2026-03-02T17:00:00Z");
    }

    @Test
    void pauseArmsAStoppedCampaign() {
        Run paused = Transitions.pause(Run.STOPPED, CallingHours.ALWAYS, ZONE, NOON, IDS);

        assertThat(paused.state()).isEqualTo(CampaignState.PAUSED);
        assertThat(paused.id()).isEqualTo(NEW);
    }

    @Test
    void pausingAPausedCampaignChangesNothing() {
        assertThat(Transitions.pause(PAUSED, CallingHours.ALWAYS, ZONE, NOON.plusSeconds(9), IDS))
                .isEqualTo(PAUSED);
    }

    @Test
    void stopLeavesCallsUp() {
        assertThat(Transitions.stop(RUNNING)).isEqualTo(Run.stopping());
        assertThat(Transitions.stop(PAUSED)).isEqualTo(Run.stopping());
        assertThat(Transitions.stop(Run.stopping())).isEqualTo(Run.stopping());
        assertThat(Transitions.stop(Run.STOPPED)).isEqualTo(Run.STOPPED);
    }
}
