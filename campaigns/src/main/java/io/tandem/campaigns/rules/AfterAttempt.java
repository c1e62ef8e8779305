package io.tandem.campaigns.rules;

import io.tandem.campaigns.model.DialPlan;
import io.tandem.campaigns.model.Disposition;
import io.tandem.campaigns.model.RetryPolicy;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetState;
import io.tandem.campaigns.ports.SchedulerStore.NextState;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a target when an attempt on it has ended. (mapping.md, "Dispositions"; autocall-v3.md, 2.2 to 2.4)
 *
 * <p>A pushed target whose time will be over when the next try is due is not tried again. (autocall-v3.md, D36)
 *
 * @param next where the target goes
 * @param reached whether the attempt ends the matter: answered, and not called again
 */
public record AfterAttempt(NextState next, boolean reached) {

    /**
     * Decides it.
     *
     * @param target as it is with this attempt counted
     * @param plan the campaign's plan now; null if it has none any more, and then nothing is tried again
     */
    public static AfterAttempt of(
            Target target,
            @Nullable DialPlan plan,
            RetryPolicy policy,
            Disposition disposition,
            Duration talk,
            Instant ended) {
        boolean wanted = policy.triesAgain(disposition, talk);
        if (wanted && plan != null && DialOrder.next(target, plan).isPresent()) {
            Instant due = ended.plus(plan.retryDelay());
            if (!target.isOver(due)) {
                return new AfterAttempt(new NextState(TargetState.RETRY, due), false);
            }
        }
        boolean reached = disposition == Disposition.ANSWERED;
        return new AfterAttempt(new NextState(reached ? TargetState.DONE : TargetState.EXHAUSTED, ended), reached);
    }
}
