package io.tandem.campaigns.rules;

import io.tandem.campaigns.model.Disposition;
import io.tandem.campaigns.model.HangupCause;

/** What a Q.850 cause says about a call that was not answered. (autocall-v3.md, 2.6) */
public final class Causes {

    private Causes() {}

    /**
     * Reads the cause.
     *
     * @param rang whether the far end was heard ringing
     */
    public static Disposition ofUnanswered(HangupCause cause, boolean rang) {
        return switch (cause.value()) {
            case 19 -> Disposition.NO_ANSWER;
            case 18, 31 -> rang ? Disposition.NO_ANSWER : Disposition.NOT_AVAILABLE;
            case 16, 102 -> rang ? Disposition.NO_ANSWER : Disposition.FAILED;
            case 17, 21 -> Disposition.BUSY;
            case 20, 27 -> Disposition.NOT_AVAILABLE;
            case 1, 2, 22, 26, 28 -> Disposition.INVALID_NUMBER;
            case 50, 52, 53, 54, 55, 56, 57, 87 -> Disposition.BLOCKED;
            case 3, 25, 34, 38, 41, 42, 43, 44, 46, 47, 58 -> Disposition.CONGESTION;
            default -> Disposition.FAILED;
        };
    }
}
