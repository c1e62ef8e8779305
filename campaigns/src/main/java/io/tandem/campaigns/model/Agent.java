package io.tandem.campaigns.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person who takes answered calls and may log in.
 *
 * @param status what the agent or a client set last; while {@code call} is set the agent is busy whatever it says
 * @param call the campaign call the agent is on, null if none
 * @param permission bit mask (voipbin-v1.md, 1.1)
 * @param passwordHash null if the agent cannot log in
 */
@RecordBuilder
public record Agent(
        TenantId tenant,
        UUID id,
        String username,
        @Nullable String passwordHash,
        String name,
        String detail,
        String ringMethod,
        Status status,
        @Nullable UUID call,
        int permission,
        List<UUID> tags,
        List<Address> addresses,
        Carried carried,
        Instant created,
        @Nullable Instant updated,
        @Nullable Instant deleted)
        implements AgentBuilder.With, Stored {

    public Agent {
        tags = List.copyOf(tags);
        addresses = List.copyOf(addresses);
    }

    /** What an agent is doing, as set by the agent or a client. */
    public enum Status {
        AVAILABLE,
        AWAY,
        BUSY,
        OFFLINE,
        RINGING
    }
}
