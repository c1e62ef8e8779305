package io.tandem.gateway.voipbin.shape;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.tandem.gateway.voipbin.shape.ActionShapes.Action;
import io.tandem.gateway.voipbin.shape.ActionShapes.NewAction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Campaigns. (1.4) Ids are the nil UUID where there is none. */
public final class CampaignShapes {

    private CampaignShapes() {}

    /** What a campaign is made of. */
    public record NewCampaign(
            String name,

            @Schema(
                    type = "string",
                    allowableValues = {"call", "flow"})
            String type,

            @Nullable String detail,

            @JsonProperty("service_level") @Schema(description = "Percent; 100 if absent.") @Nullable
            Integer serviceLevel,

            @JsonProperty("end_handle")
            @Schema(
                    type = "string",
                    allowableValues = {"stop", "continue"},
                    description = "stop if absent.")
            @Nullable
            String endHandle,

            @Nullable List<NewAction> actions,
            @JsonProperty("outplan_id") @Nullable String outplanId,
            @JsonProperty("outdial_id") @Nullable String outdialId,
            @JsonProperty("queue_id") @Nullable String queueId,
            @JsonProperty("next_campaign_id") @Nullable String nextCampaignId) {}

    /** What is absent or null stays. */
    public record CampaignFields(
            @Nullable String name,
            @Nullable String detail,

            @Schema(
                    type = "string",
                    allowableValues = {"call", "flow"})
            @Nullable
            String type,

            @JsonProperty("service_level") @Nullable Integer serviceLevel,

            @JsonProperty("end_handle")
            @Schema(
                    type = "string",
                    allowableValues = {"stop", "continue"})
            @Nullable
            String endHandle,

            @Nullable String status) {}

    /** A command. */
    public record CampaignStatus(
            @Schema(
                    type = "string",
                    allowableValues = {"run", "running", "stop"})
            String status) {}

    /** Percent of the available agents. */
    public record ServiceLevel(
            @JsonProperty("service_level") int serviceLevel) {}

    /** The whole list. */
    public record Actions(List<NewAction> actions) {}

    /** What is absent or null stays, empty text and the nil UUID clear. */
    public record Resources(
            @JsonProperty("outplan_id") @Nullable String outplanId,
            @JsonProperty("outdial_id") @Nullable String outdialId,
            @JsonProperty("queue_id") @Nullable String queueId,
            @JsonProperty("next_campaign_id") @Nullable String nextCampaignId) {}

    /** Empty text, null or absent unchain. */
    public record NextCampaign(
            @JsonProperty("next_campaign_id") @Nullable String nextCampaignId) {}

    /** A campaign; the single object also bears unknown properties that were sent. */
    public record Campaign(
            @Schema(format = "uuid") String id,

            @JsonProperty("customer_id") @Schema(format = "uuid")
            String customerId,

            @Schema(
                    type = "string",
                    allowableValues = {"call", "flow"})
            String type,

            String name,
            String detail,

            @Schema(
                    type = "string",
                    allowableValues = {"stop", "stopping", "run"})
            String status,

            @JsonProperty("service_level") int serviceLevel,

            @JsonProperty("end_handle")
            @Schema(
                    type = "string",
                    allowableValues = {"stop", "continue"})
            String endHandle,

            List<Action> actions,

            @JsonProperty("outplan_id") @Schema(format = "uuid")
            String outplanId,

            @JsonProperty("outdial_id") @Schema(format = "uuid")
            String outdialId,

            @JsonProperty("queue_id") @Schema(format = "uuid")
            String queueId,

            @JsonProperty("next_campaign_id") @Schema(format = "uuid")
            String nextCampaignId,

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
    public record CampaignPage(
            List<Campaign> result,

            @JsonProperty("next_page_token")
            @Schema(description = "Where the next page begins; empty after an empty page.")
            String nextPageToken) {}
}
