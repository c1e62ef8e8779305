package io.tandem.campaigns.rules;

import io.tandem.campaigns.model.CallingHours;
import io.tandem.campaigns.model.CampaignState;
import io.tandem.campaigns.model.Run;
import io.tandem.campaigns.ports.Ids;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * The table of a run's transitions by command. The scheduler adds three of its own: PAUSED to RUNNING at
 * {@code resumeAt}, STOPPING to STOPPED when no call is up, RUNNING to STOPPED when exhausted. (autocall-v3.md, 2.8)
 *
 * <pre>
 * from \ command   start             pause               stop
 * STOPPED          RUNNING, new id   PAUSED, new id      STOPPED
 * RUNNING          RUNNING           PAUSED, same id     STOPPING
 * PAUSED           RUNNING, same id  PAUSED              STOPPING
 * STOPPING         RUNNING, new id   PAUSED, new id      STOPPING
 * </pre>
 */
public final class Transitions {

    private Transitions() {}

    public static Run start(Run run, Ids ids) {
        return switch (run.state()) {
            case STOPPED, STOPPING -> Run.running(ids.next(), List.of());
            case PAUSED -> run.resumed();
            case RUNNING -> run;
        };
    }

    /** A pause lasts until the first start of a day's opening strictly after {@code now}. */
    public static Run pause(Run run, CallingHours hours, ZoneId zone, Instant now, Ids ids) {
        return switch (run.state()) {
            case STOPPED, STOPPING ->
                Run.running(ids.next(), List.of())
                        .pausedUntil(hours.nextStart(now, zone).orElse(null));
            case RUNNING -> run.pausedUntil(hours.nextStart(now, zone).orElse(null));
            case PAUSED -> run;
        };
    }

    /** Calls may be up, so a stop leads to STOPPING; the scheduler goes on to STOPPED. */
    public static Run stop(Run run) {
        return run.state() == CampaignState.STOPPED ? run : Run.stopping();
    }
}
