package io.tandem.campaigns.scheduler;

import io.tandem.campaigns.model.CallAttempt;
import io.tandem.campaigns.model.DialPlan;
import io.tandem.campaigns.model.Disposition;
import io.tandem.campaigns.model.HangupCause;
import io.tandem.campaigns.model.RetryPolicy;
import io.tandem.campaigns.ports.SchedulerStore.Outcome;
import io.tandem.campaigns.rules.AfterAttempt;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call that has ended and is not written yet. What becomes of its target is decided when it is written, by the plan as
 * it is then: an edit in between holds, and whoever re-plans targets after the edit meets this one as written. (D39)
 */
record EndedCall(LiveCall call, Instant end, @Nullable HangupCause cause, Disposition disposition, Duration talk) {

    /** Goes by the campaign that runs the list; by what its own went by when it was claimed if neither is at work. */
    Outcome judged(View view) {
        CallAttempt attempt = call.attempt;
        Line line = view.judgeOf(attempt.campaign(), attempt.list());
        DialPlan plan = line == null ? call.plan : line.plan;
        RetryPolicy policy = line == null ? call.policy : line.campaign.retry();
        AfterAttempt after = AfterAttempt.of(call.target(), plan, policy, disposition, talk, end);
        return new Outcome(
                attempt.tenant(),
                call.id(),
                attempt.campaign(),
                attempt.list(),
                attempt.target(),
                call.ringing,
                call.answered,
                end,
                cause,
                disposition,
                after.reached(),
                talk,
                call.agent,
                after.next(),
                call.pressed(),
                Outcome.Queued.of(attempt.queue(), call.agent, disposition));
    }
}
