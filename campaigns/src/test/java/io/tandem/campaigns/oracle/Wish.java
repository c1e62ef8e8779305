package io.tandem.campaigns.oracle;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What clients asked of one campaign, in the words and units of the wire, and what becomes of every call of it.
 *
 * <p>Instants are nanoseconds since a Monday's midnight in the tenant's zone, which never changes its clocks.
 *
 * @param concurrentCall calls in flight
 * @param plan what says how often and how soon: v3's fields or v1.0's
 * @param recallStatus v3's {@code recall_status}; null where no v3 client ever wrote it
 * @param limitRecallSeconds v3's {@code limit_recall_duration}
 * @param recallFirst {@code priority_recall} is {@code recall}
 * @param schedules 14 numbers a schedule object: start and end of Monday to Sunday; empty for a v1.0-made campaign
 * @param stopAtEnd v1.0's {@code end_handle} is {@code stop}
 * @param start when the campaign is started
 * @param doNotCall numbers on the tenant's list from the start
 */
public record Wish(
        int concurrentCall,
        Plan plan,
        @Nullable List<String> recallStatus,
        int limitRecallSeconds,
        boolean recallFirst,
        List<List<Long>> schedules,
        boolean stopAtEnd,
        long start,
        Set<String> doNotCall,
        List<Lead> leads) {

    /** How often and how soon. */
    public sealed interface Plan {}

    /**
     * As v3 says it.
     *
     * @param scheduleRecall {@code after} or {@code minute}
     * @param callTimeoutSeconds {@code call_timeout}
     */
    public record AutocallPlan(int recallTimes, String scheduleRecall, int minutes, int callTimeoutSeconds)
            implements Plan {}

    /** As v1.0's outplan says it, milliseconds. */
    public record Outplan(List<Integer> maxTryCount, long tryInterval, long dialTimeout) implements Plan {}

    /**
     * Whom to call.
     *
     * @param destinations destination 0 to 4: a number, text that cannot be dialled, or null
     * @param earliest not called before
     * @param fates what becomes of try 1, 2, … of destination 0 to 4; the last one goes on for ever
     */
    public record Lead(List<@Nullable String> destinations, long earliest, List<List<Fate>> fates) {

        /** What becomes of a try, the first being 1. */
        public Fate fate(int destination, int number) {
            List<Fate> tries = fates.get(destination);
            return tries.get(Math.min(number, tries.size()) - 1);
        }
    }

    /**
     * What the network does with one call.
     *
     * @param kind what happens at last
     * @param rings the far end is heard ringing at once
     * @param after nanoseconds until the answer, or until the end of an unanswered call
     * @param talk nanoseconds until the far end hangs up
     * @param cause Q.850, of a call that is not answered
     */
    public record Fate(Kind kind, boolean rings, long after, long talk, int cause) {

        /** What happens at last. */
        public enum Kind {
            ANSWERED,
            /** Ends unanswered with a cause. */
            ENDED,
            /** A mailbox takes it. */
            MAILBOX,
            /** Nothing, until it is cancelled. */
            SILENT,
            /** Nothing, not even after it is cancelled. */
            MUTE,
            /** The carrier throws at the request. */
            REFUSED
        }
    }
}
