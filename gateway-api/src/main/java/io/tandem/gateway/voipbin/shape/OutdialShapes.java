package io.tandem.gateway.voipbin.shape;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists of targets. (1.7) */
public final class OutdialShapes {

    private OutdialShapes() {}

    /** What an outdial is made of; with a campaign_id that campaign dials it. */
    public record NewOutdial(
            String name,
            @Nullable String detail,

            @Schema(description = "Text, or any JSON, whose text is kept.") @Nullable
            Object data,

            @JsonProperty("campaign_id") @Nullable String campaignId) {}

    /** Empty text, null or absent release the outdial. */
    public record OutdialCampaign(
            @JsonProperty("campaign_id") @Nullable String campaignId) {}

    /** Text, or any JSON, whose text is kept. */
    public record OutdialContent(Object data) {}

    /** An outdial; the single object also bears unknown properties that were sent. */
    public record Outdial(
            @Schema(format = "uuid") String id,

            @JsonProperty("customer_id") @Schema(format = "uuid")
            String customerId,

            @JsonProperty("campaign_id") @Schema(format = "uuid")
            String campaignId,

            String name,
            String detail,
            String data,

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
    public record OutdialPage(
            List<Outdial> result,

            @JsonProperty("next_page_token")
            @Schema(description = "Where the next page begins; empty after an empty page.")
            String nextPageToken) {}
}
