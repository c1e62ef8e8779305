package io.tandem.campaigns.simulated;

import io.tandem.campaigns.model.HangupCause;
import java.time.Duration;
import java.util.SplittableRandom;

/**
 * Draws what happens on numbers without a script: shares and times of an ordinary evening's list.
 *
 * <p>A draw depends on the seed, the number and the try only, so that a list behaves the same in every order.
 */
record CallModel(long seed) {

    Scenario draw(String number, int tryNumber) {
        SplittableRandom chance = new SplittableRandom(seed ^ (number.hashCode() * 0x9E3779B97F4A7C15L + tryNumber));
        chance.nextLong();
        int percent = chance.nextInt(100);
        if (percent < 52) {
            return Scenario.answered(seconds(chance, 2, 12), seconds(chance, 4, 40));
        }
        if (percent < 66) {
            return Scenario.refused(seconds(chance, 1, 5), HangupCause.USER_BUSY);
        }
        if (percent < 84) {
            return Scenario.ringsOut(seconds(chance, 20, 35));
        }
        if (percent < 91) {
            return Scenario.refused(seconds(chance, 2, 6), HangupCause.SUBSCRIBER_ABSENT);
        }
        if (percent < 95) {
            return Scenario.mailbox(seconds(chance, 12, 20));
        }
        return Scenario.refused(
                seconds(chance, 1, 3),
                switch (percent) {
                    case 95, 96 -> HangupCause.UNALLOCATED_NUMBER;
                    case 97 -> HangupCause.OUTGOING_CALL_BARRED;
                    case 98 -> HangupCause.NO_CIRCUIT;
                    default -> HangupCause.INTERWORKING;
                });
    }

    private static Duration seconds(SplittableRandom chance, int least, int most) {
        return Duration.ofMillis(chance.nextLong(least * 1000L, most * 1000L));
    }
}
