package io.tandem.gateway.voipbin.shape;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tags; and the two words that most objects have. (1.9) */
public final class TagShapes {

    private TagShapes() {}

    /** What is absent or null stays. */
    public record Labels(@Nullable String name, @Nullable String detail) {}

    /** A skill that queues ask for and agents bear. */
    public record Tag(
            @Schema(format = "uuid") String id,

            @JsonProperty("customer_id") @Schema(format = "uuid")
            String customerId,

            String name,
            String detail,

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

    /** The whole list. */
    public record TagIds(@JsonProperty("tag_ids") List<UUID> tagIds) {}

    /** A page of them, newest first. */
    public record TagPage(
            List<Tag> result,

            @JsonProperty("next_page_token")
            @Schema(description = "Where the next page begins; empty after an empty page.")
            String nextPageToken) {}
}
