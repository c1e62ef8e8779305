package io.tandem.campaigns.model;

/** Where a target stands. */
public enum TargetState {
    /** Never called; due from its earliest date on. */
    FRESH,
    /** Called before and to be called again when due. */
    RETRY,
    /** In a call. */
    CALLING,
    /** Reached; ended. */
    DONE,
    /** Not reached, and no try left or none wanted; ended. */
    EXHAUSTED,
    /** Closed by the do-not-call list; ended. */
    DO_NOT_CALL;

    public boolean hasEnded() {
        return this == DONE || this == EXHAUSTED || this == DO_NOT_CALL;
    }
}
