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
    STOPPING;

    /**
     * Whether what a campaign names may not be deleted: it runs, or has yet to stop. A paused one does not; what it needs
     * is looked for when it starts again. (voipbin-v1.md, section 3)
     */
    public boolean usesWhatItNames() {
        return this == RUNNING || this == STOPPING;
    }
}
