package io.tandem.campaigns.simulation;

/** What clients and fate do to a gateway, and what must come of it. A kind that never happens proves nothing. */
enum Happening {
    // fate
    COMMIT_LOST,
    COMMIT_ANSWER_LOST,
    COMMIT_SLOW,
    COMMIT_SLOW_UNTIL_HOURS_CHANGE,
    READ_FAILED,
    FROZEN,
    CRASH_BETWEEN_TURNS,
    CRASH_WITHIN_TURN,
    CRASH_BEFORE_PLACING,
    CRASH_AFTER_PLACING,
    CARRIER_REFUSED,
    CARRIER_SLOW,
    HANG_UP_LATE,
    EVENT_LOST,
    EVENT_DOUBLED,
    EVENT_LATE,
    // clients
    EDIT_WITHIN_TURN,
    EDIT_AT_HOURS_CHANGE,
    STOP,
    PAUSE,
    START,
    DISABLE,
    CAP,
    CARRIER_CAP,
    TENANT_CAP,
    SERVICE_LEVEL,
    HOURS,
    PLAN,
    DO_NOT_CALL,
    DELETE_TARGET,
    DELETE_TARGET_BEING_CLAIMED,
    NEW_TARGETS,
    AGENT_STATUS,
    IMPORT,
    SUSPEND,
    // what comes of it
    RESUMED,
    EXHAUSTED,
    CHAINED,
    REPLANNED,
    TAKEN_BACK,
    CLAIM_REFUSED
}
