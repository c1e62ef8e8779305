package io.tandem.translators.voipbin;

/** The objects of this dialect, by the name of their route. */
public enum WireKind {
    ACCESSKEY,
    AGENT,
    CAMPAIGN,
    CAMPAIGNCALL,
    FLOW,
    OUTDIAL,
    OUTDIALTARGET,
    OUTPLAN,
    QUEUE,
    TAG
}
