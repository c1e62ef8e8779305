package io.tandem.gateway.voipbin.shape;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.tandem.gateway.voipbin.shape.ActionShapes.Action;
import io.tandem.gateway.voipbin.shape.ActionShapes.NewAction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Flows. (1.9) */
public final class FlowShapes {

    private FlowShapes() {}

    /** What is absent or null stays. */
    public record FlowFields(
            @Nullable String name,
            @Nullable String detail,
            @Nullable List<NewAction> actions,
            @JsonProperty("on_complete_flow_id") @Nullable String onCompleteFlowId) {}

    /** Actions under a name; the single object also bears unknown properties that were sent. */
    public record Flow(
            @Schema(format = "uuid") String id,

            @JsonProperty("customer_id") @Schema(format = "uuid")
            String customerId,

            @Schema(
                    type = "string",
                    allowableValues = {"flow"})
            String type,

            String name,
            String detail,
            List<Action> actions,

            @JsonProperty("on_complete_flow_id") @Schema(format = "uuid")
            String onCompleteFlowId,

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
    public record FlowPage(
            List<Flow> result,

            @JsonProperty("next_page_token")
            @Schema(description = "Where the next page begins; empty after an empty page.")
            String nextPageToken) {}
}
