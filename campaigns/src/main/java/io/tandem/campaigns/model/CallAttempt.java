package io.tandem.campaigns.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One try at one destination of one target: the v1.0 campaigncall, the v3 CDR. Its id is the call's id at the carrier.
 *
 * @param run the campaign's run that made it
 * @param carrier null where the tenant has none
 * @param agent who took it, null if nobody (yet)
 * @param from caller id shown, null if none
 * @param index which of the target's destinations, 0 to 4
 * @param tryNumber which try of that destination, from 1
 * @param placed when it was handed to the dialer
 * @param cause null until it ended, and for attempts that no carrier saw
 * @param disposition null until it ended
 * @param reached once ended: whether the target needs no other try (v1.0 {@code success})
 * @param talk from answer to end, zero if it was not answered
 * @param deleted when a client removed the record from its lists, null if it did not
 * @param pressed what the called party pressed, in the order in which it did
 */
@RecordBuilder
public record CallAttempt(
        TenantId tenant,
        UUID id,
        UUID campaign,
        UUID run,
        @Nullable UUID dialPlan,
        UUID list,
        UUID target,
        @Nullable UUID queue,
        @Nullable UUID carrier,
        @Nullable UUID agent,
        @Nullable Address from,
        Address to,
        int index,
        int tryNumber,
        Instant placed,
        @Nullable Instant ringing,
        @Nullable Instant answered,
        @Nullable Instant ended,
        @Nullable HangupCause cause,
        @Nullable Disposition disposition,
        boolean reached,
        Duration talk,
        Instant updated,
        @Nullable Instant deleted,
        List<KeyPress> pressed)
        implements CallAttemptBuilder.With {

    public CallAttempt {
        pressed = List.copyOf(pressed);
    }

    /** An attempt in which nothing was pressed. */
    public CallAttempt(
            TenantId tenant,
            UUID id,
            UUID campaign,
            UUID run,
            @Nullable UUID dialPlan,
            UUID list,
            UUID target,
            @Nullable UUID queue,
            @Nullable UUID carrier,
            @Nullable UUID agent,
            @Nullable Address from,
            Address to,
            int index,
            int tryNumber,
            Instant placed,
            @Nullable Instant ringing,
            @Nullable Instant answered,
            @Nullable Instant ended,
            @Nullable HangupCause cause,
            @Nullable Disposition disposition,
            boolean reached,
            Duration talk,
            Instant updated,
            @Nullable Instant deleted) {
        this(
                tenant,
                id,
                campaign,
                run,
                dialPlan,
                list,
                target,
                queue,
                carrier,
                agent,
                from,
                to,
                index,
                tryNumber,
                placed,
                ringing,
                answered,
                ended,
                cause,
                disposition,
                reached,
                talk,
                updated,
                deleted,
                List.of());
    }
}
