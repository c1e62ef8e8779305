package io.tandem.gateway.voipbin.shape;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tandem.gateway.voipbin.shape.AddressShapes.Address;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Agents. (1.9) */
public final class AgentShapes {

    private AgentShapes() {}

    /** What an agent is made of. */
    public record NewAgent(
            @Schema(description = "One in its tenant, whatever its case.")
            String username,

            String password,
            @Nullable String name,
            @Nullable String detail,

            @JsonProperty("ring_method")
            @Schema(
                    type = "string",
                    allowableValues = {"ringall", "linear"})
            @Nullable
            String ringMethod,

            @Schema(description = "Sum of 16 agent, 32 admin, 64 manager.") @Nullable
            Integer permission,

            @JsonProperty("tag_ids") @Nullable List<UUID> tagIds,
            @Nullable List<Address> addresses) {}

    /** What is absent or null stays. */
    public record AgentFields(
            @Nullable String name,
            @Nullable String detail,

            @JsonProperty("ring_method")
            @Schema(
                    type = "string",
                    allowableValues = {"ringall", "linear"})
            @Nullable
            String ringMethod) {}

    /** What the agent does. */
    public record AgentStatus(
            @Schema(
                    type = "string",
                    allowableValues = {"available", "away", "busy", "offline", "ringing"})
            String status) {}

    /** The whole list. */
    public record AgentAddresses(List<Address> addresses) {}

    /** Sum of 16 agent, 32 admin, 64 manager. */
    public record AgentPermission(int permission) {}

    /** The new one. */
    public record AgentPassword(String password) {}

    /** An agent, busy while on a campaign call; the single object also bears unknown properties that were sent. */
    public record Agent(
            @Schema(format = "uuid") String id,

            @JsonProperty("customer_id") @Schema(format = "uuid")
            String customerId,

            String username,
            String name,
            String detail,

            @JsonProperty("ring_method")
            @Schema(
                    type = "string",
                    allowableValues = {"ringall", "linear"})
            String ringMethod,

            @Schema(
                    type = "string",
                    allowableValues = {"available", "away", "busy", "offline", "ringing"})
            String status,

            int permission,
            @JsonProperty("tag_ids") List<UUID> tagIds,
            List<Address> addresses,
            @JsonProperty("direct_hash") String directHash,

            @JsonProperty("tm_create") @Schema(pattern = Times.EITHER)
            String tmCreate,

            @JsonProperty("tm_update") @Schema(pattern = Times.EITHER, nullable = true) @Nullable
            String tmUpdate,

            @JsonProperty("tm_delete") @Schema(pattern = Times.EITHER, nullable = true) @Nullable
            String tmDelete) {}

    /** A page of them, newest first. */
    public record AgentPage(
            List<Agent> result,

            @JsonProperty("next_page_token")
            @Schema(description = "Where the next page begins; empty after an empty page.")
            String nextPageToken) {}
}
