package io.tandem.gateway.voipbin.shape;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Actions of campaigns and flows. (1.1) */
public final class ActionShapes {

    private ActionShapes() {}

    /** A step as it is sent. */
    public record NewAction(
            @Schema(description = "One of the types that VoIPbin knows: answer, talk, play, sleep …")
            String type,

            @Nullable String id,
            @JsonProperty("next_id") @Nullable String nextId,

            @Schema(type = "object", description = "Kept as sent; of a sleep, duration is in milliseconds.") @Nullable
            Map<String, Object> option) {}

    /** A step as it is shown. */
    public record Action(
            @Schema(format = "uuid") String id,

            @JsonProperty("next_id") @Schema(format = "uuid")
            String nextId,

            String type,
            @Schema(type = "object") @Nullable Map<String, Object> option,

            @JsonProperty("tm_execute") @Schema(pattern = Times.EITHER, nullable = true) @Nullable
            String tmExecute) {}
}
