package io.tandem.campaigns.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a target has that a client pushed to be called at once: it goes before all other targets of its campaign, and its
 * first attempt is made under an id that the client was told already. (autocall-v3.md, D36)
 *
 * @param call id of its first attempt
 * @param at when it was pushed; of two the earlier goes first. Null since its list was reset: it is one target among
 *     others then, and its id is used up
 * @param expires no attempt of it starts from then on, null for no end; one that never started ends as FAILED
 * @param template played instead of the campaign's own, null for that one
 */
public record Push(
        UUID call,
        @Nullable Instant at,
        @Nullable Instant expires,
        @Nullable UUID template) {

    boolean isOver(Instant now) {
        return expires != null && !now.isBefore(expires);
    }
}
