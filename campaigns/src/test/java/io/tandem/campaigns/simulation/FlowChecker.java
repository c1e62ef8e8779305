package io.tandem.campaigns.simulation;

import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.CampaignKind;
import java.time.Duration;
import java.time.Instant;

/**
 * Campaigns of type flow: no phone is called and no carrier takes part (promise 3), and each run of their actions lasts
 * as long as these sleep, up to the longest talk (10). (voipbin-v1.md, 1.4 and 2.3)
 */
final class FlowChecker {

    private static final Duration JOURNAL_UNIT = Duration.ofNanos(1_000);

    private final Laws laws;
    private final Verdict verdict;
    private final Duration longestTalk;

    FlowChecker(Laws laws, Verdict verdict, Duration longestTalk) {
        this.laws = laws;
        this.verdict = verdict;
        this.longestTalk = longestTalk;
    }

    private Campaign campaign(SeenCall call) {
        return laws.last(call.tenant).campaign(call.campaign);
    }

    void check(SeenCall call) {
        boolean flow = campaign(call).kind() == CampaignKind.FLOW;
        if (flow != call.to.isEmpty() || flow != (call.carrier == null) || flow && call.queue != null) {
            verdict.broken(
                    3,
                    "call " + call.id + " of a campaign of kind "
                            + campaign(call).kind() + " goes to \"" + call.to + "\" over carrier " + call.carrier);
        }
    }

    /** The carrier says that it is over; nobody ended it before its time. */
    void ended(SeenCall call, Instant at) {
        if (call.carrier != null) {
            return;
        }
        Duration sleeps = Sleeps.of(campaign(call).script());
        Duration expected = sleeps.compareTo(longestTalk) < 0 ? sleeps : longestTalk;
        Duration lasted = Duration.between(call.placed, at);
        if (lasted.minus(expected).abs().compareTo(JOURNAL_UNIT) > 0) {
            verdict.broken(10, "flow " + call.id + " lasted " + lasted + ", its actions last " + sleeps);
        }
    }
}
