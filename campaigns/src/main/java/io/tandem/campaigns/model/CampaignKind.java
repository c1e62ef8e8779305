package io.tandem.campaigns.model;

/** What a campaign does with the people it reaches. (mapping.md, row kind) */
public enum CampaignKind {
    /** Calls play a script; no agent takes part. */
    AUTOMATED,
    /** Answered calls go to an agent of the campaign's queue. */
    AGENT,
    /** The script runs without a call. */
    FLOW,
    /** Takes calls only; stored and listed, never started. */
    INBOUND,
    /** Agents dial by hand; stored and listed, never started. */
    MANUAL;

    /** Whether its calls go to somebody; a flow runs by itself. */
    public boolean rings() {
        return this != FLOW;
    }

    /** Whether this engine can run such a campaign. */
    public boolean dials() {
        return this == AUTOMATED || this == AGENT || this == FLOW;
    }
}
