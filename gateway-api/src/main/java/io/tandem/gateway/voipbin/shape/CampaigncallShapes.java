package io.tandem.gateway.voipbin.shape;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.tandem.gateway.voipbin.shape.AddressShapes.Address;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls that campaigns made. (1.5) */
public final class CampaigncallShapes {

    private CampaigncallShapes() {}

    /** One try on one destination. */
    public record Campaigncall(
            @Schema(format = "uuid") String id,

            @JsonProperty("customer_id") @Schema(format = "uuid")
            String customerId,

            @JsonProperty("campaign_id") @Schema(format = "uuid")
            String campaignId,

            @JsonProperty("outplan_id") @Schema(format = "uuid")
            String outplanId,

            @JsonProperty("outdial_id") @Schema(format = "uuid")
            String outdialId,

            @JsonProperty("outdial_target_id") @Schema(format = "uuid")
            String outdialTargetId,

            @JsonProperty("queue_id") @Schema(format = "uuid")
            String queueId,

            @JsonProperty("activeflow_id") @Schema(format = "uuid")
            String activeflowId,

            @JsonProperty("flow_id") @Schema(format = "uuid")
            String flowId,

            @JsonProperty("reference_type")
            @Schema(
                    type = "string",
                    allowableValues = {"call", "flow"})
            String referenceType,

            @JsonProperty("reference_id") @Schema(format = "uuid")
            String referenceId,

            @Schema(
                    type = "string",
                    allowableValues = {"dialing", "progressing", "done"})
            String status,

            @Schema(pattern = "^(success|fail)?$", description = "Empty until it is done.")
            String result,

            Address source,
            Address destination,
            @JsonProperty("destination_index") int destinationIndex,
            @JsonProperty("try_count") int tryCount,

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
    public record CampaigncallPage(
            List<Campaigncall> result,

            @JsonProperty("next_page_token")
            @Schema(description = "Where the next page begins; empty after an empty page.")
            String nextPageToken) {}
}
