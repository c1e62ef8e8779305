package io.tandem.campaigns.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.tandem.campaigns.model.Script.Action;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Actions under a name. Campaigns have actions of their own and name no flow; queues name one for those who wait.
 * (voipbin-v1.md, 1.9)
 *
 * @param onComplete the flow that follows, null for none
 */
@RecordBuilder
public record Flow(
        TenantId tenant,
        UUID id,
        String name,
        String detail,
        List<Action> actions,
        @Nullable UUID onComplete,
        Carried carried,
        Instant created,
        @Nullable Instant updated,
        @Nullable Instant deleted)
        implements FlowBuilder.With, Stored {

    public Flow {
        actions = List.copyOf(actions);
    }
}
