package io.tandem.campaigns.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A list of targets: the v1.0 outdial, the v3 list.
 *
 * @param campaign the campaign it was made for or first attached to, null if none; what is dialled is decided by
 *     {@link Campaign#lists}
 * @param data free text that goes with the list
 * @param enabled a list that is not is skipped by the scheduler
 */
@RecordBuilder
public record TargetList(
        TenantId tenant,
        UUID id,
        String name,
        String detail,
        String data,
        @Nullable UUID campaign,
        boolean enabled,
        Carried carried,
        Instant created,
        @Nullable Instant updated,
        @Nullable Instant deleted)
        implements TargetListBuilder.With, Stored {}
