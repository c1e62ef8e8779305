package io.tandem.gateway.voipbin.shape;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Queues. (1.9) */
public final class QueueShapes {

    private QueueShapes() {}

    /** What is absent or null stays, or is the default. */
    public record QueueFields(
            @Nullable String name,
            @Nullable String detail,

            @JsonProperty("routing_method")
            @Schema(
                    type = "string",
                    allowableValues = {"random", "ringall"})
            @Nullable
            String routingMethod,

            @JsonProperty("tag_ids") @Nullable List<UUID> tagIds,
            @JsonProperty("wait_flow_id") @Nullable String waitFlowId,

            @JsonProperty("wait_timeout") @Schema(description = "Milliseconds.") @Nullable
            Long waitTimeout,

            @JsonProperty("service_timeout") @Schema(description = "Milliseconds.") @Nullable
            Long serviceTimeout) {}

    /** Who takes answered calls; the single object also bears unknown properties that were sent. */
    public record Queue(
            @Schema(format = "uuid") String id,

            @JsonProperty("customer_id") @Schema(format = "uuid")
            String customerId,

            String name,
            String detail,

            @JsonProperty("routing_method")
            @Schema(
                    type = "string",
                    allowableValues = {"random", "ringall"})
            String routingMethod,

            @JsonProperty("tag_ids") List<UUID> tagIds,

            @JsonProperty("wait_flow_id") @Schema(format = "uuid")
            String waitFlowId,

            @JsonProperty("wait_timeout") long waitTimeout,
            @JsonProperty("service_timeout") long serviceTimeout,

            @JsonProperty("total_incoming_count")
            @Schema(description = "Calls that came into it and have ended; absent when 0.")
            @Nullable
            Long totalIncomingCount,

            @JsonProperty("total_serviced_count")
            @Schema(description = "Those of them that an agent took; absent when 0.")
            @Nullable
            Long totalServicedCount,

            @JsonProperty("total_abandoned_count")
            @Schema(description = "Those of them for which nobody came; absent when 0.")
            @Nullable
            Long totalAbandonedCount,

            @JsonProperty("tm_create") @Schema(pattern = Times.EITHER)
            String tmCreate,

            @JsonProperty("tm_update")
            @Schema(pattern = Times.EITHER, nullable = true, requiredMode = RequiredMode.REQUIRED)
            @Nullable
            String tmUpdate,

            @JsonProperty("tm_delete")
            @Schema(pattern = Times.EITHER, nullable = true, requiredMode = RequiredMode.REQUIRED)
            @Nullable
            String tmDelete) {}

    /** A page of them, newest first. */
    public record QueuePage(
            List<Queue> result,

            @JsonProperty("next_page_token")
            @Schema(description = "Where the next page begins; empty after an empty page.")
            String nextPageToken) {}
}
