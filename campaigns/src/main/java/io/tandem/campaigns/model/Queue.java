package io.tandem.campaigns.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who takes answered calls: the tenant's agents that bear one of its tags; without tags, all of them.
 *
 * @param routingMethod as the client named it; agents are taken at random whatever it says
 * @param waitTimeout how long an answered call waits for an agent before it is ABANDONED; zero does not wait
 * @param serviceTimeout how long an agent may talk; zero for no limit but the longest talk
 */
@RecordBuilder
public record Queue(
        TenantId tenant,
        UUID id,
        String name,
        String detail,
        String routingMethod,
        List<UUID> tags,
        Duration waitTimeout,
        Duration serviceTimeout,
        Carried carried,
        Instant created,
        @Nullable Instant updated,
        @Nullable Instant deleted)
        implements QueueBuilder.With, Stored {

    public Queue {
        tags = List.copyOf(tags);
    }

    public boolean takes(Agent agent) {
        return tags.isEmpty() || agent.tags().stream().anyMatch(tags::contains);
    }
}
