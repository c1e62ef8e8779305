package io.tandem.campaigns.rules;

import io.tandem.campaigns.model.Disposition;
import io.tandem.campaigns.model.HangupCause;
import io.tandem.campaigns.model.Release;
import io.tandem.campaigns.model.Release.Location;
import org.jspecify.annotations.Nullable;

/**
 * What a release says about a call that was not answered. (autocall-v3.md, 2.6)
 *
 * <p>One table, of Q.850 causes. A SIP status is read as the cause whose row it stands in; that cause is what records
 * keep. The Reason header's cause wins over the status.
 */
public final class Causes {

    private Causes() {}

    /**
     * Reads the release.
     *
     * @param rang whether the far end was heard ringing
     */
    public static Disposition ofUnanswered(Release release, boolean rang) {
        HangupCause cause = causeOf(release);
        if (cause == null) {
            return Disposition.FAILED;
        }
        return switch (cause.value()) {
            case 3 -> saysNoSuchNumber(release.sipStatus()) ? Disposition.INVALID_NUMBER : Disposition.CONGESTION;
            case 19 -> Disposition.NO_ANSWER;
            case 18, 31 -> rang ? Disposition.NO_ANSWER : Disposition.NOT_AVAILABLE;
            case 16, 102 -> rang ? Disposition.NO_ANSWER : Disposition.FAILED;
            case 17 -> Disposition.BUSY;
            case 21 -> locationOf(release) == Location.NETWORK ? Disposition.CONGESTION : Disposition.BUSY;
            case 20, 27 -> Disposition.NOT_AVAILABLE;
            case 1, 2, 22, 26, 28 -> Disposition.INVALID_NUMBER;
            case 50, 52, 53, 54, 55, 56, 57, 87 -> Disposition.BLOCKED;
            case 25, 34, 38, 41, 42, 43, 44, 46, 47, 58 -> Disposition.CONGESTION;
            default -> Disposition.FAILED;
        };
    }

    /**
     * The release's own cause, else the one that its status stands for. Null for 487, which only says that the call was
     * cancelled: why is for the canceller to know.
     */
    public static @Nullable HangupCause causeOf(Release release) {
        Integer status = release.sipStatus();
        if (release.cause() != null || status == null) {
            return release.cause();
        }
        return switch (status) {
            case 404, 485, 604 -> HangupCause.UNALLOCATED_NUMBER;
            case 410 -> HangupCause.NUMBER_CHANGED;
            case 416, 484 -> HangupCause.INVALID_NUMBER_FORMAT;
            case 408, 480 -> HangupCause.NO_USER_RESPONSE;
            case 486, 600 -> HangupCause.USER_BUSY;
            case 401, 403, 407, 603 -> HangupCause.CALL_REJECTED;
            case 429 -> HangupCause.SWITCH_CONGESTION;
            case 500, 503, 504 -> HangupCause.TEMPORARY_FAILURE;
            case 502 -> HangupCause.NETWORK_OUT_OF_ORDER;
            case 405 -> HangupCause.SERVICE_UNAVAILABLE;
            case 406, 415, 501 -> HangupCause.SERVICE_NOT_IMPLEMENTED;
            case 487 -> null;
            case 488, 606 -> HangupCause.INCOMPATIBLE_DESTINATION;
            default -> HangupCause.INTERWORKING;
        };
    }

    /** As the release says; else by its status, for a network refuses with 4xx and 5xx what a user declines with 6xx. */
    private static @Nullable Location locationOf(Release release) {
        Integer status = release.sipStatus();
        if (release.location() != null || status == null) {
            return release.location();
        }
        return switch (status) {
            case 401, 403, 407, 429, 500, 502, 503, 504 -> Location.NETWORK;
            default -> Location.USER;
        };
    }

    private static boolean saysNoSuchNumber(@Nullable Integer status) {
        return status != null && (status == 404 || status == 484 || status == 604);
    }
}
