package io.tandem.campaigns.model;

import java.time.Duration;
import java.util.List;

/**
 * Which ended attempts are followed by another, tries permitting.
 *
 * @param again dispositions that are tried again, in the order they were given, without repeats
 * @param shortTalk answered calls that talked less than this are tried again; zero switches the rule off, and then
 *     {@code again} decides answered calls too (autocall-v3.md, 2.4)
 * @param retriesFirst due retries go before fresh targets, else after them (autocall-v3.md, 2.5)
 */
public record RetryPolicy(List<Disposition> again, Duration shortTalk, boolean retriesFirst) {

    /** Every non-answer is tried again: the eight that autocall can name, and abandoned calls. (mapping.md) */
    public static final RetryPolicy EVERY_NON_ANSWER = new RetryPolicy(
            List.of(
                    Disposition.BUSY,
                    Disposition.FAILED,
                    Disposition.NO_ANSWER,
                    Disposition.NOT_AVAILABLE,
                    Disposition.VOICEMAIL,
                    Disposition.INVALID_NUMBER,
                    Disposition.BLOCKED,
                    Disposition.CONGESTION,
                    Disposition.ABANDONED),
            Duration.ZERO,
            false);

    public RetryPolicy {
        again = again.stream().distinct().toList();
        if (shortTalk.isNegative()) {
            throw new IllegalArgumentException("shortTalk < 0");
        }
    }

    public RetryPolicy withAgain(List<Disposition> dispositions) {
        return new RetryPolicy(dispositions, shortTalk, retriesFirst);
    }

    public RetryPolicy withShortTalk(Duration threshold) {
        return new RetryPolicy(again, threshold, retriesFirst);
    }

    public RetryPolicy withRetriesFirst(boolean first) {
        return new RetryPolicy(again, shortTalk, first);
    }

    /** Whether an attempt that ended so, after {@code talk} of conversation, is to be followed by another. */
    public boolean triesAgain(Disposition disposition, Duration talk) {
        if (disposition.alwaysTriedAgain()) {
            return true;
        }
        boolean asAnswered = disposition == Disposition.ANSWERED
                || (disposition == Disposition.ABANDONED && !triesAbandonedWhateverTheTalk());
        if (asAnswered && !shortTalk.isZero()) {
            return talk.compareTo(shortTalk) < 0;
        }
        return again.contains(disposition);
    }

    /**
     * v3 has no word for an abandoned call: it goes as an answered one. Only a policy that never was v3's names it
     * without {@code ANSWERED}, and then it is a non-answer. (mapping.md, "Dispositions")
     */
    private boolean triesAbandonedWhateverTheTalk() {
        return again.contains(Disposition.ABANDONED) && !again.contains(Disposition.ANSWERED);
    }
}
