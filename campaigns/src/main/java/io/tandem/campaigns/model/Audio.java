package io.tandem.campaigns.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sound file that templates play; its bytes are kept apart.
 *
 * @param name unique among the tenant's living ones
 * @param by the account that uploaded it
 * @param bytes how long it is
 */
@RecordBuilder
public record Audio(
        TenantId tenant,
        UUID id,
        String name,
        UUID by,
        long bytes,
        Instant created,
        @Nullable Instant updated,
        @Nullable Instant deleted)
        implements AudioBuilder.With, Stored {}
