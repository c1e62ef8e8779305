package io.tandem.campaigns.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A skill that queues ask for and agents bear. */
@RecordBuilder
public record Tag(
        TenantId tenant,
        UUID id,
        String name,
        String detail,
        Instant created,
        @Nullable Instant updated,
        @Nullable Instant deleted)
        implements TagBuilder.With, Stored {}
