package io.tandem.campaigns.model;

/**
 * Why a call ended: a Q.850 cause value, 1 to 127.
 *
 * <p>Named ones are those that this code speaks of; any other value is legal.
 */
public record HangupCause(int value) {

    public static final HangupCause UNALLOCATED_NUMBER = new HangupCause(1);
    public static final HangupCause NORMAL_CLEARING = new HangupCause(16);
    public static final HangupCause USER_BUSY = new HangupCause(17);
    public static final HangupCause NO_USER_RESPONSE = new HangupCause(18);
    public static final HangupCause NO_ANSWER = new HangupCause(19);
    public static final HangupCause SUBSCRIBER_ABSENT = new HangupCause(20);
    public static final HangupCause CALL_REJECTED = new HangupCause(21);
    public static final HangupCause NUMBER_CHANGED = new HangupCause(22);
    public static final HangupCause INVALID_NUMBER_FORMAT = new HangupCause(28);
    public static final HangupCause NO_CIRCUIT = new HangupCause(34);
    public static final HangupCause NETWORK_OUT_OF_ORDER = new HangupCause(38);
    public static final HangupCause TEMPORARY_FAILURE = new HangupCause(41);
    public static final HangupCause SWITCH_CONGESTION = new HangupCause(42);
    public static final HangupCause OUTGOING_CALL_BARRED = new HangupCause(52);
    public static final HangupCause SERVICE_UNAVAILABLE = new HangupCause(63);
    public static final HangupCause SERVICE_NOT_IMPLEMENTED = new HangupCause(79);
    public static final HangupCause INCOMPATIBLE_DESTINATION = new HangupCause(88);
    public static final HangupCause RECOVERY_ON_TIMER = new HangupCause(102);
    public static final HangupCause INTERWORKING = new HangupCause(127);

    public HangupCause {
        if (value < 1 || value > 127) {
            throw new IllegalArgumentException("not a Q.850 cause: " + value);
        }
    }
}
