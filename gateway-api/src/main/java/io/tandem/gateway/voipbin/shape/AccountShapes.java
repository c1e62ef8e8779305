package io.tandem.gateway.voipbin.shape;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Log-in and access keys. (1.2, 1.3) */
public final class AccountShapes {

    private AccountShapes() {}

    /** User name and password. */
    public record Login(String username, String password) {}

    /** A token for a week. */
    public record LoggedIn(String username, String token) {}

    /** What a key is made of. */
    public record NewAccessKey(
            @Nullable String name,
            @Nullable String detail,

            @Schema(description = "Seconds from now, at least 86400.")
            int expire) {}

    /** What may be changed of a key. */
    public record AccessKeyLabels(
            @Nullable String name, @Nullable String detail) {}

    /** A key; its token stands in the answer to the POST only. */
    public record AccessKey(
            @Schema(format = "uuid") String id,

            @JsonProperty("customer_id") @Schema(format = "uuid")
            String customerId,

            @Nullable String name,
            @Nullable String detail,
            @Nullable String token,
            @JsonProperty("token_prefix") @Nullable String tokenPrefix,

            @JsonProperty("tm_expire") @Schema(pattern = Times.EITHER)
            String tmExpire,

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
    public record AccessKeyPage(
            List<AccessKey> result,

            @JsonProperty("next_page_token")
            @Schema(description = "Where the next page begins; empty after an empty page.")
            String nextPageToken) {}
}
