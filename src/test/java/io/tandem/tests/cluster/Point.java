package io.tandem.tests.cluster;

/** Where in a turn a replica may be stopped; one that has calls to place, for only such a turn counts. */
enum Point {
    /** The turn's writes are decided and not written. */
    DECIDED,
    /** The claims are committed. */
    CLAIMED,
    /** The scheduler is about to look at the lease, for the last time before a call. */
    BEFORE_THE_LAST_LOOK,
    /** The dialer is about to place the call. */
    AFTER_THE_LAST_LOOK,
    /** The call is placed, and the scheduler does not know yet. */
    PLACED
}
