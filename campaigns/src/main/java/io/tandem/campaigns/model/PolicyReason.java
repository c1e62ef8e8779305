package io.tandem.campaigns.model;

/** Why a tenant's policy let no call start; what is refused is counted under it. (autocall-v3.md, D35) */
public enum PolicyReason {
    /** It was within the quiet hours. */
    QUIET_HOURS,
    /** The number had had its attempts of the day. */
    ATTEMPTS_PER_DAY,
    /** The number is on the do-not-call list. */
    DO_NOT_CALL
}
