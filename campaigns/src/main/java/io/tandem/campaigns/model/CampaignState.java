package io.tandem.campaigns.model;

/** Where a campaign's run stands. Transitions: {@code io.tandem.campaigns.rules.Transitions}. */
public enum CampaignState {
    /** Dials nothing and never starts by itself. */
    STOPPED,
    /** Dials within its calling hours. */
    RUNNING,
    /** Dials nothing; starts itself at the run's {@code resumeAt}. */
    PAUSED,
    /** Dials nothing; some of its calls are still up. */
    STOPPING
}
