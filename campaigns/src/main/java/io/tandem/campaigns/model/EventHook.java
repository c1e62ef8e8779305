package io.tandem.campaigns.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a tenant wants to be told of one kind of event of all its calls. (autocall-v3.md, 1.9)
 *
 * @param url absolute, http or https
 * @param sealedKey the receiver's API key, encrypted; empty if the client gave none
 */
@RecordBuilder
public record EventHook(
        TenantId tenant,
        UUID id,
        Event event,
        String url,
        String sealedKey,
        Instant created,
        @Nullable Instant updated,
        @Nullable Instant deleted)
        implements EventHookBuilder.With, Stored {

    /** What can be told. */
    public enum Event {
        RINGING,
        ANSWERED,
        HANGUP,
        /** After a call's record is final. */
        RECORD,
        /** An incoming call that nobody took; the gateway places calls only, so it never comes. */
        MISSED,
        /** As {@link #RECORD}, of campaigns without agents only. */
        AUTOMATED_RECORD
    }
}
