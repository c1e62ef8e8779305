package io.tandem.campaigns.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a target is called: the v1.0 outplan, shared between campaigns there.
 *
 * @param callerId shown to the called party; null takes the carrier's
 * @param ringTimeout an unanswered call is cancelled then
 * @param retryDelay least time from the end of an attempt to the start of the next on that target
 * @param attempts most attempts for destination 0 to 4, always five numbers; 0 never tries it
 * @param carried what one dialect said of it that the hub has no word for
 */
@RecordBuilder
public record DialPlan(
        TenantId tenant,
        UUID id,
        String name,
        String detail,
        @Nullable Address callerId,
        Duration ringTimeout,
        Duration retryDelay,
        List<Integer> attempts,
        Carried carried,
        Instant created,
        @Nullable Instant updated,
        @Nullable Instant deleted)
        implements DialPlanBuilder.With, Stored {

    public DialPlan {
        attempts = List.copyOf(attempts);
        if (attempts.size() != Target.DESTINATIONS) {
            throw new IllegalArgumentException("attempts must be " + Target.DESTINATIONS + " numbers: " + attempts);
        }
    }

    public int attemptsOn(int destination) {
        return attempts.get(destination);
    }
}
