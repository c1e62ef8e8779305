package io.tandem.gateway.voipbin.shape;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Addresses. (1.1) */
public final class AddressShapes {

    private AddressShapes() {}

    /** Where a call comes from or goes to. {@code 2022-10} shows all keys, {@code 2026-08} leaves out empty ones. */
    public record Address(
            @Schema(
                    description =
                            "tel, sip and others; of those tel and sip are called. Left out, it is inferred from the target.")
            @Nullable
            String type,

            @Nullable String target,
            @JsonProperty("target_name") @Nullable String targetName,
            @Nullable String name,
            @Nullable String detail) {}
}
