package io.tandem.campaigns.oracle;

import java.util.List;

/**
 * What became of a campaign.
 *
 * @param status {@code start} or {@code stop}
 * @param leads in the order of the wish
 */
public record Story(String status, List<LeadStory> leads) {

    /**
     * What became of a lead.
     *
     * @param state {@code fresh} (never called, and never will be), {@code waiting} (never called again though tries are
     *     left, as no opening comes), {@code done}, {@code exhausted}, {@code dnc}
     */
    public record LeadStory(String state, List<Try> tries) {}

    /**
     * One try.
     *
     * @param start nanoseconds, as in {@link Wish}
     * @param word the CDR's status, or {@code interrupted} for the failed one that no event came of
     * @param success v1.0's result
     */
    public record Try(int destination, int number, long start, long end, String word, long talk, boolean success) {}
}
