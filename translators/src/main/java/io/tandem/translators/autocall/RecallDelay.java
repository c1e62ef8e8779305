package io.tandem.translators.autocall;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import java.time.Duration;
import java.util.List;

/**
 * {@code schedule_recall} and {@code schedule_recall_duration}: two fields that are one delay. (autocall-v3.md, 2.3;
 * mapping.md, row retry delay)
 *
 * <p>{@code minute} is N minutes; {@code after} is "at once", which the platform lets last about ten seconds. A shorter
 * delay than a minute, which v1.0 can set, shows as {@code after}; other delays are rounded up to minutes.
 */
final class RecallDelay {

    static final String RECALL = "schedule_recall";
    static final String DURATION = "schedule_recall_duration";
    static final String AFTER = "after";
    static final String MINUTE = "minute";
    static final List<String> MODES = List.of(AFTER, MINUTE);

    /** Thirty days. (D14) */
    static final long MOST_MINUTES = 43_200;

    private static final Duration ONE_MINUTE = Duration.ofMinutes(1);

    private RecallDelay() {}

    static String mode(Duration delay) {
        return delay.compareTo(ONE_MINUTE) < 0 ? AFTER : MINUTE;
    }

    /** Minutes of the delay; with {@code after} those that the client last sent, which have no effect then. */
    static long minutes(Duration delay, CarriedFields carried) {
        if (mode(delay).equals(AFTER)) {
            return carried.number(DURATION, 0);
        }
        return delay.plus(ONE_MINUTE).minusNanos(1).toMinutes();
    }

    /** Adds the fault of a write that asks for {@code minute} without minutes. */
    static void checkTogether(Reading<?> reading) {
        boolean changed = reading.changes(RECALL) || reading.changes(DURATION);
        boolean named = reading.faults().found().stream()
                .anyMatch(fault -> fault.field().equals(DURATION));
        if (changed
                && !named
                && reading.merged(RECALL).textValue().equals(MINUTE)
                && reading.merged(DURATION).longValue() < 1) {
            reading.faults().add(DURATION, Wording.atLeast(1));
        }
    }

    /** Writes both fields, whichever of them changed. */
    static void write(CampaignDraft draft, Reading<CampaignDraft> merged) {
        JsonNode duration = merged.merged(DURATION);
        long minutes = duration.longValue();
        if (merged.merged(RECALL).textValue().equals(MINUTE)) {
            draft.plan(plan -> plan.withRetryDelay(Duration.ofMinutes(minutes)));
            draft.carry(DURATION, null);
            return;
        }
        if (merged.changes(RECALL)) {
            draft.plan(plan -> plan.withRetryDelay(draft.retryFloor()));
        }
        draft.carry(DURATION, minutes == 0 ? null : LongNode.valueOf(minutes));
    }
}
