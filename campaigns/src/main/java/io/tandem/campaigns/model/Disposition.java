package io.tandem.campaigns.model;

/** How one call attempt ended. What each means to both dialects and to retries: mapping.md, "Dispositions". */
public enum Disposition {
    ANSWERED,
    BUSY,
    NO_ANSWER,
    NOT_AVAILABLE,
    INVALID_NUMBER,
    BLOCKED,
    CONGESTION,
    VOICEMAIL,
    FAILED,
    /** We hung up while it rang: shutdown grace, red button. */
    CANCELLED,
    /** Answered, and no agent came within the queue's wait time. */
    ABANDONED,
    /** The gateway died during the call, or no event of it ever came. */
    INTERRUPTED;

    /** Tried again whatever the policy says, while tries are left: the far end had no part in it. */
    public boolean alwaysTriedAgain() {
        return this == CANCELLED || this == INTERRUPTED;
    }
}
