package io.tandem.gateway.voipbin.shape;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.tandem.gateway.voipbin.shape.AddressShapes.Address;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How targets are dialled. (1.6) */
public final class OutplanShapes {

    private OutplanShapes() {}

    /** What an outplan is made of; without any max_try_count the first destination is tried once. */
    public record NewOutplan(
            @Nullable String name,
            @Nullable String detail,
            @Nullable Address source,

            @JsonProperty("dial_timeout") @Schema(description = "Milliseconds, 180,000 at most.") @Nullable
            Long dialTimeout,

            @JsonProperty("try_interval") @Schema(description = "Milliseconds.") @Nullable
            Long tryInterval,

            @JsonProperty("max_try_count_0") @Nullable Integer maxTryCount0,
            @JsonProperty("max_try_count_1") @Nullable Integer maxTryCount1,
            @JsonProperty("max_try_count_2") @Nullable Integer maxTryCount2,
            @JsonProperty("max_try_count_3") @Nullable Integer maxTryCount3,
            @JsonProperty("max_try_count_4") @Nullable Integer maxTryCount4) {}

    /** What is absent or null stays. */
    public record DialPlan(
            @Nullable Address source,

            @JsonProperty("dial_timeout") @Schema(description = "Milliseconds, 180,000 at most.") @Nullable
            Long dialTimeout,

            @JsonProperty("try_interval") @Schema(description = "Milliseconds.") @Nullable
            Long tryInterval,

            @JsonProperty("max_try_count_0") @Nullable Integer maxTryCount0,
            @JsonProperty("max_try_count_1") @Nullable Integer maxTryCount1,
            @JsonProperty("max_try_count_2") @Nullable Integer maxTryCount2,
            @JsonProperty("max_try_count_3") @Nullable Integer maxTryCount3,
            @JsonProperty("max_try_count_4") @Nullable Integer maxTryCount4) {}

    /** An outplan; the single object also bears unknown properties that were sent. */
    public record Outplan(
            @Schema(format = "uuid") String id,

            @JsonProperty("customer_id") @Schema(format = "uuid")
            String customerId,

            String name,
            String detail,
            Address source,
            @JsonProperty("dial_timeout") long dialTimeout,
            @JsonProperty("try_interval") long tryInterval,
            @JsonProperty("max_try_count_0") int maxTryCount0,
            @JsonProperty("max_try_count_1") int maxTryCount1,
            @JsonProperty("max_try_count_2") int maxTryCount2,
            @JsonProperty("max_try_count_3") int maxTryCount3,
            @JsonProperty("max_try_count_4") int maxTryCount4,

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
    public record OutplanPage(
            List<Outplan> result,

            @JsonProperty("next_page_token")
            @Schema(description = "Where the next page begins; empty after an empty page.")
            String nextPageToken) {}
}
