package io.tandem.campaigns.model;

/**
 * Where a campaign's events are posted.
 *
 * @param onRecord receives each ended attempt's record, empty for none
 * @param onAnswer receives each answer, empty for none
 */
public record Callbacks(String onRecord, String onAnswer) {

    public static final Callbacks NONE = new Callbacks("", "");
}
