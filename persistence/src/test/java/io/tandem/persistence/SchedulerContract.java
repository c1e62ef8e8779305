package io.tandem.persistence;

import io.tandem.campaigns.model.CallAttempt;
import io.tandem.campaigns.model.Disposition;
import io.tandem.campaigns.model.HangupCause;
import io.tandem.campaigns.model.KeyPress;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetState;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.SchedulerStore.Committed;
import io.tandem.campaigns.ports.SchedulerStore.InterruptedTarget;
import io.tandem.campaigns.ports.SchedulerStore.NextState;
import io.tandem.campaigns.ports.SchedulerStore.Outcome;
import io.tandem.campaigns.ports.SchedulerStore.Outcome.Queued;
import io.tandem.campaigns.ports.SchedulerStore.Turn;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A tenant that this process owns, with a list and a campaign, and short ways to claim and end calls. */
abstract class SchedulerContract extends StoreContract {

    static final InterruptedTarget AGAIN =
            (target, attempt, plan, now) -> new NextState(TargetState.RETRY, now.plusSeconds(60));

    final UUID list;
    final UUID campaign = random.id();
    final long fence;
    private final Map<UUID, UUID> batches = new HashMap<>();

    SchedulerContract(TestDatabase database) {
        super(database);
        list = storedList(tenant).id();
        fence = own(tenant);
    }

    final long own(TenantId tenant) {
        scheduler.takeOver(tenant, NOW, AGAIN);
        return scheduler.load(tenant).fence();
    }

    final TurnBuilder turn() {
        return new TurnBuilder(random.id(), NOW.plusSeconds(1)).fence(tenant, fence);
    }

    final Committed commit(TurnBuilder turn) {
        return scheduler.commit(turn.build());
    }

    final CallAttempt claimed(Target target) {
        CallAttempt attempt = attempt(target, campaign);
        Turn turn = turn().claim(target, attempt).build();
        batches.put(attempt.id(), turn.batch());
        if (!scheduler.commit(turn).claimed().contains(attempt.id())) {
            throw new AssertionError("the claim did not hold");
        }
        return attempt;
    }

    /** The batch of a claim that {@link #claimed} made. */
    final UUID batchOf(CallAttempt attempt) {
        return Objects.requireNonNull(batches.get(attempt.id()));
    }

    final Outcome busy(CallAttempt attempt, NextState next) {
        return new Outcome(
                attempt.tenant(),
                attempt.id(),
                attempt.campaign(),
                attempt.list(),
                attempt.target(),
                NOW.plusSeconds(2),
                null,
                NOW.plusSeconds(5),
                HangupCause.USER_BUSY,
                Disposition.BUSY,
                false,
                Duration.ZERO,
                null,
                next);
    }

    final Outcome answered(CallAttempt attempt) {
        return answered(attempt, List.of());
    }

    final Outcome answered(CallAttempt attempt, List<KeyPress> pressed) {
        return answered(attempt, pressed, null);
    }

    final Outcome answered(CallAttempt attempt, List<KeyPress> pressed, @Nullable Queued queued) {
        return new Outcome(
                attempt.tenant(),
                attempt.id(),
                attempt.campaign(),
                attempt.list(),
                attempt.target(),
                NOW.plusSeconds(2),
                NOW.plusSeconds(4),
                NOW.plusSeconds(5),
                HangupCause.NORMAL_CLEARING,
                Disposition.ANSWERED,
                true,
                Duration.ofSeconds(1),
                null,
                new NextState(TargetState.DONE, NOW),
                pressed,
                queued);
    }

    static NextState retry(int seconds) {
        return new NextState(TargetState.RETRY, NOW.plusSeconds(seconds));
    }
}
