package io.tandem.campaigns.rules;

import io.tandem.campaigns.model.DialPlan;
import io.tandem.campaigns.model.RetryPolicy;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetState;
import io.tandem.campaigns.ports.ReplanStore.Idle;
import io.tandem.campaigns.ports.ReplanStore.LastAttempt;
import io.tandem.campaigns.ports.SchedulerStore.NextState;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a changed plan makes of a target that is in no call: what its last attempt would have led to, had the plan been
 * this one then. Who was reached stays reached. (autocall-v3.md, D39; design section 5, "A plan edit")
 */
public final class Replanned {

    private Replanned() {}

    /** Where the target goes now; empty if it stays as it is. */
    public static Optional<NextState> of(Idle idle, DialPlan plan, RetryPolicy policy) {
        Target target = idle.target();
        if (target.state() != TargetState.RETRY && target.state() != TargetState.EXHAUSTED) {
            return Optional.empty();
        }
        NextState next = next(target, idle.last(), plan, policy);
        boolean dueMatters = !next.state().hasEnded();
        boolean same =
                next.state() == target.state() && (!dueMatters || next.due().equals(target.due()));
        return same ? Optional.empty() : Optional.of(next);
    }

    /** Without an attempt it was closed because the plan had no try for it at all. */
    private static NextState next(Target target, @Nullable LastAttempt last, DialPlan plan, RetryPolicy policy) {
        if (last == null) {
            boolean hasTries = DialOrder.next(target, plan).isPresent();
            return new NextState(hasTries ? TargetState.FRESH : TargetState.EXHAUSTED, target.due());
        }
        return AfterAttempt.of(target, plan, policy, last.disposition(), last.talk(), last.ended())
                .next();
    }
}
