package io.tandem.gateway.voipbin.shape;

/** How the two wire versions write an instant, in UTC with six digits. */
final class Times {

    /** {@code 2022-04-28 02:16:39.712142} or {@code 2026-01-15T09:30:00.123456Z}. */
    static final String EITHER = "^[0-9]{4}-[0-9]{2}-[0-9]{2}( [0-9:]{8}\\.[0-9]{6}|T[0-9:]{8}\\.[0-9]{6}Z)$";

    private Times() {}
}
