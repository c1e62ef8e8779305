package io.tandem.translators.autocall;

import io.tandem.campaigns.model.Disposition;
import io.tandem.campaigns.model.HangupCause;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The platform's names of hangup causes, which are FreeSWITCH's: {@code USER_BUSY}, {@code NORMAL_CLEARING} …, by Q.850
 * value. (autocall-v3.md, 1.8)
 */
final class HangupCauses {

    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(1, "UNALLOCATED_NUMBER"),
            Map.entry(2, "NO_ROUTE_TRANSIT_NET"),
            Map.entry(3, "NO_ROUTE_DESTINATION"),
            Map.entry(6, "CHANNEL_UNACCEPTABLE"),
            Map.entry(7, "CALL_AWARDED_DELIVERED"),
            Map.entry(16, "NORMAL_CLEARING"),
            Map.entry(17, "USER_BUSY"),
            Map.entry(18, "NO_USER_RESPONSE"),
            Map.entry(19, "NO_ANSWER"),
            Map.entry(20, "SUBSCRIBER_ABSENT"),
            Map.entry(21, "CALL_REJECTED"),
            Map.entry(22, "NUMBER_CHANGED"),
            Map.entry(23, "REDIRECTION_TO_NEW_DESTINATION"),
            Map.entry(25, "EXCHANGE_ROUTING_ERROR"),
            Map.entry(27, "DESTINATION_OUT_OF_ORDER"),
            Map.entry(28, "INVALID_NUMBER_FORMAT"),
            Map.entry(29, "FACILITY_REJECTED"),
            Map.entry(30, "RESPONSE_TO_STATUS_ENQUIRY"),
            Map.entry(31, "NORMAL_UNSPECIFIED"),
            Map.entry(34, "NORMAL_CIRCUIT_CONGESTION"),
            Map.entry(38, "NETWORK_OUT_OF_ORDER"),
            Map.entry(41, "NORMAL_TEMPORARY_FAILURE"),
            Map.entry(42, "SWITCH_CONGESTION"),
            Map.entry(43, "ACCESS_INFO_DISCARDED"),
            Map.entry(44, "REQUESTED_CHAN_UNAVAIL"),
            Map.entry(45, "PRE_EMPTED"),
            Map.entry(50, "FACILITY_NOT_SUBSCRIBED"),
            Map.entry(52, "OUTGOING_CALL_BARRED"),
            Map.entry(54, "INCOMING_CALL_BARRED"),
            Map.entry(57, "BEARERCAPABILITY_NOTAUTH"),
            Map.entry(58, "BEARERCAPABILITY_NOTAVAIL"),
            Map.entry(63, "SERVICE_UNAVAILABLE"),
            Map.entry(65, "BEARERCAPABILITY_NOTIMPL"),
            Map.entry(66, "CHAN_NOT_IMPLEMENTED"),
            Map.entry(69, "FACILITY_NOT_IMPLEMENTED"),
            Map.entry(79, "SERVICE_NOT_IMPLEMENTED"),
            Map.entry(81, "INVALID_CALL_REFERENCE"),
            Map.entry(88, "INCOMPATIBLE_DESTINATION"),
            Map.entry(95, "INVALID_MSG_UNSPECIFIED"),
            Map.entry(96, "MANDATORY_IE_MISSING"),
            Map.entry(97, "MESSAGE_TYPE_NONEXIST"),
            Map.entry(98, "WRONG_MESSAGE"),
            Map.entry(99, "IE_NONEXIST"),
            Map.entry(100, "INVALID_IE_CONTENTS"),
            Map.entry(101, "WRONG_CALL_STATE"),
            Map.entry(102, "RECOVERY_ON_TIMER_EXPIRE"),
            Map.entry(103, "MANDATORY_IE_LENGTH_ERROR"),
            Map.entry(111, "PROTOCOL_ERROR"),
            Map.entry(127, "INTERWORKING"));

    private HangupCauses() {}

    /**
     * The cause's name; of an attempt that no carrier ended, and of a cause that has none, what the platform calls its
     * disposition. Empty for what failed before any carrier saw it: {@code NORMAL_TEMPORARY_FAILURE} and its like are
     * congestion. A call that we cancelled ended by that, whatever the carrier calls it. (autocall-v3.md, 2.6)
     */
    static String name(@Nullable HangupCause cause, Disposition disposition) {
        String name = cause == null ? null : NAMES.get(cause.value());
        if (name != null && disposition != Disposition.CANCELLED) {
            return name;
        }
        return cause != null && disposition == Disposition.FAILED ? "UNKNOWN" : name(disposition);
    }

    private static String name(Disposition disposition) {
        return switch (disposition) {
            case ANSWERED, ABANDONED, VOICEMAIL -> "NORMAL_CLEARING";
            case BUSY -> "USER_BUSY";
            case NO_ANSWER -> "NO_ANSWER";
            case NOT_AVAILABLE -> "SUBSCRIBER_ABSENT";
            case INVALID_NUMBER -> "INVALID_NUMBER_FORMAT";
            case BLOCKED -> "OUTGOING_CALL_BARRED";
            case CONGESTION -> "NORMAL_CIRCUIT_CONGESTION";
            case FAILED -> "";
            case CANCELLED -> "ORIGINATOR_CANCEL";
            case INTERRUPTED -> "SYSTEM_SHUTDOWN";
        };
    }

    /** Who hung up, in FreeSWITCH's words; empty where no leg was. */
    static String side(@Nullable HangupCause cause, Disposition disposition) {
        if (cause == null && disposition == Disposition.FAILED) {
            return "";
        }
        return switch (disposition) {
            case ANSWERED, ABANDONED, VOICEMAIL -> "recv_bye";
            case NO_ANSWER, CANCELLED -> "send_cancel";
            case BUSY, NOT_AVAILABLE, INVALID_NUMBER, BLOCKED, CONGESTION, FAILED -> "recv_refuse";
            case INTERRUPTED -> "";
        };
    }
}
