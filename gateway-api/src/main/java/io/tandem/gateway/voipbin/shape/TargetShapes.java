package io.tandem.gateway.voipbin.shape;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.tandem.gateway.voipbin.shape.AddressShapes.Address;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Targets of outdials. (1.8) */
public final class TargetShapes {

    private TargetShapes() {}

    /** What a target is made of: at least one destination with a target. */
    public record NewTarget(
            @Nullable String name,
            @Nullable String detail,

            @Schema(description = "Text, or any JSON, whose text is kept.") @Nullable
            Object data,

            @JsonProperty("destination_0") @Nullable Address destination0,
            @JsonProperty("destination_1") @Nullable Address destination1,
            @JsonProperty("destination_2") @Nullable Address destination2,
            @JsonProperty("destination_3") @Nullable Address destination3,
            @JsonProperty("destination_4") @Nullable Address destination4) {}

    /** A target; the single object also bears unknown properties that were sent. {@code tm_update} equals {@code tm_create} until it is tried. An unset destination is null in {@code 2022-10} and empty in {@code 2026-08}. */
    public record Target(
            @Schema(format = "uuid") String id,

            @JsonProperty("outdial_id") @Schema(format = "uuid")
            String outdialId,

            String name,
            String detail,
            String data,

            @Schema(
                    type = "string",
                    allowableValues = {"idle", "progressing", "done"})
            String status,

            @JsonProperty("destination_0") @Schema(nullable = true, requiredMode = RequiredMode.REQUIRED) @Nullable
            Address destination0,

            @JsonProperty("destination_1") @Schema(nullable = true, requiredMode = RequiredMode.REQUIRED) @Nullable
            Address destination1,

            @JsonProperty("destination_2") @Schema(nullable = true, requiredMode = RequiredMode.REQUIRED) @Nullable
            Address destination2,

            @JsonProperty("destination_3") @Schema(nullable = true, requiredMode = RequiredMode.REQUIRED) @Nullable
            Address destination3,

            @JsonProperty("destination_4") @Schema(nullable = true, requiredMode = RequiredMode.REQUIRED) @Nullable
            Address destination4,

            @JsonProperty("try_count_0") int tryCount0,
            @JsonProperty("try_count_1") int tryCount1,
            @JsonProperty("try_count_2") int tryCount2,
            @JsonProperty("try_count_3") int tryCount3,
            @JsonProperty("try_count_4") int tryCount4,

            @JsonProperty("tm_create") @Schema(pattern = Times.EITHER)
            String tmCreate,

            @JsonProperty("tm_update") @Schema(pattern = Times.EITHER)
            String tmUpdate,

            @JsonProperty("tm_delete")
            @Schema(pattern = Times.EITHER, nullable = true, requiredMode = RequiredMode.REQUIRED)
            @Nullable
            String tmDelete) {}

    /** A page of them, newest first. */
    public record TargetPage(
            List<Target> result,

            @JsonProperty("next_page_token")
            @Schema(description = "Where the next page begins; empty after an empty page.")
            String nextPageToken) {}
}
