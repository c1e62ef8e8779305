package io.tandem.campaigns.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The canonical campaign: the union of what both dialects can say. (design section 2, mapping.md)
 *
 * @param reservedName a name that no other living campaign of the tenant may reserve, null if none is claimed
 *     (mapping.md, row name)
 * @param enabled a campaign that is not cannot run
 * @param dialPlan its {@link DialPlan}; without one nothing can be dialled
 * @param lists the {@link TargetList}s it dials, in order
 * @param queue the {@link Queue} that takes answered calls, null if none does
 * @param carrier the {@link Carrier} calls leave by, null for the tenant's default
 * @param whenExhausted what happens when nothing is left to dial
 * @param next the campaign that runs when this one is exhausted and stops, null if none
 * @param copiedFrom the campaign it was copied from, null if none
 * @param masksNumbers called numbers are masked in whatever is read or sent out
 * @param version grows with every write; guards against lost updates
 */
@RecordBuilder
public record Campaign(
        TenantId tenant,
        UUID id,
        String name,
        @Nullable String reservedName,
        String description,
        CampaignKind kind,
        boolean enabled,
        Run run,
        Pacing pacing,
        @Nullable UUID dialPlan,
        CallingHours hours,
        RetryPolicy retry,
        Script script,
        List<UUID> lists,
        @Nullable UUID queue,
        @Nullable UUID carrier,
        Callbacks callbacks,
        WhenExhausted whenExhausted,
        @Nullable UUID next,
        @Nullable UUID copiedFrom,
        boolean masksNumbers,
        Carried carried,
        long version,
        Instant created,
        @Nullable Instant updated,
        @Nullable Instant deleted)
        implements CampaignBuilder.With, Stored {

    public Campaign {
        lists = List.copyOf(lists);
    }

    public CampaignState state() {
        return run.state();
    }

    /** What a campaign does when no target is left. */
    public enum WhenExhausted {
        /** Stops, and starts the next campaign if there is one. */
        STOP,
        /** Stays running and waits for new targets. */
        WAIT
    }
}
