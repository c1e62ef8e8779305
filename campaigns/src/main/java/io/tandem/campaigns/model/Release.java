package io.tandem.campaigns.model;

import org.jspecify.annotations.Nullable;

/**
 * What the network said when it released a call: a Q.850 cause, a SIP final status, or both.
 *
 * @param cause of SIP the Reason header's, null without one
 * @param location who the cause came from, null where the network does not say
 * @param sipStatus the final status, 300 to 699; null where the carrier is no SIP or never answered finally
 */
public record Release(
        @Nullable HangupCause cause,
        @Nullable Location location,
        @Nullable Integer sipStatus) {

    /** Whose doing a cause is, as Q.850 tells it. */
    public enum Location {
        /** The called party, or its own equipment. */
        USER,
        /** Any network on the way to it. */
        NETWORK
    }

    public Release {
        if (cause == null && sipStatus == null) {
            throw new IllegalArgumentException("neither a cause nor a status");
        }
        if (sipStatus != null && (sipStatus < 300 || sipStatus > 699)) {
            throw new IllegalArgumentException("no final status of an unanswered call: " + sipStatus);
        }
    }

    public static Release of(HangupCause cause) {
        return new Release(cause, null, null);
    }

    /** A final status without a Reason header. */
    public static Release ofSip(int status) {
        return new Release(null, null, status);
    }
}
