package io.tandem.campaigns.model;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The run of a campaign: what start, pause, stop and the scheduler change, and nothing else.
 *
 * @param id the current run, null exactly when STOPPED or STOPPING
 * @param resumeAt when a PAUSED campaign starts itself; null if its hours never open, and in every other state
 * @param chain the campaigns whose exhaustion led to this run, oldest first; a repeat ends the chain
 */
public record Run(
        CampaignState state, @Nullable UUID id, @Nullable Instant resumeAt, List<UUID> chain) {

    public static final Run STOPPED = new Run(CampaignState.STOPPED, null, null, List.of());

    public Run {
        chain = List.copyOf(chain);
        boolean inRun = state == CampaignState.RUNNING || state == CampaignState.PAUSED;
        if (inRun != (id != null)) {
            throw new IllegalArgumentException("a run id goes with RUNNING and PAUSED, not with " + state);
        }
        if (resumeAt != null && state != CampaignState.PAUSED) {
            throw new IllegalArgumentException("only a paused campaign resumes");
        }
    }

    public static Run running(UUID id, List<UUID> chain) {
        return new Run(CampaignState.RUNNING, id, null, chain);
    }

    public static Run stopping() {
        return new Run(CampaignState.STOPPING, null, null, List.of());
    }

    public Run resumed() {
        return new Run(CampaignState.RUNNING, id, null, chain);
    }

    public Run pausedUntil(@Nullable Instant nextStart) {
        return new Run(CampaignState.PAUSED, id, nextStart, chain);
    }
}
