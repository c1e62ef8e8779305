package io.tandem.campaigns.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.campaigns.model.Address;
import io.tandem.campaigns.model.CallAttempt;
import io.tandem.campaigns.model.Carried;
import io.tandem.campaigns.model.Destination;
import io.tandem.campaigns.model.DialPlan;
import io.tandem.campaigns.model.RetryPolicy;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetState;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.SchedulerStore.OpenCall;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CallsTest {

    private static final Instant NOW = Instant.parse("2026-05-01T00:00:00Z");
    private static final TenantId TENANT = new TenantId(new UUID(0, 1));
    private static final UUID TARGET = new UUID(0, 2);
    private static final Address NUMBER = Address.of(new Destination.PhoneNumber("+84901234567"));

    private final Calls calls = new Calls(by -> {});

    private static LiveCall call(int id) {
        Target target = new Target(
                TENANT,
                new UUID(0, 3),
                TARGET,
                "",
                "",
                "",
                Arrays.asList(NUMBER, null, null, null, null),
                "mobi",
                TargetState.CALLING,
                NOW,
                Target.NO_TRIES,
                null,
                null,
                null,
                Carried.NONE,
                NOW,
                null,
                null);
        DialPlan plan = new DialPlan(
                TENANT,
                new UUID(0, 4),
                "p",
                "",
                null,
                Duration.ofSeconds(30),
                Duration.ZERO,
                List.of(3, 0, 0, 0, 0),
                Carried.NONE,
                NOW,
                null,
                null);
        CallAttempt attempt = new CallAttempt(
                TENANT,
                new UUID(1, id),
                new UUID(0, 5),
                new UUID(0, 6),
                plan.id(),
                target.list(),
                TARGET,
                null,
                new UUID(0, 7),
                null,
                null,
                NUMBER,
                0,
                id,
                NOW,
                null,
                null,
                null,
                null,
                null,
                false,
                Duration.ZERO,
                NOW,
                null);
        return LiveCall.elsewhere(new OpenCall(target, attempt, plan, RetryPolicy.EVERY_NON_ANSWER, NOW), "mobi");
    }

    @Test
    void aNumberIsUpUntilTheLastCallToItHasEnded() {
        LiveCall closedByAnotherOwner = call(1);
        LiveCall calledAgain = call(2);
        calls.add(closedByAnotherOwner);
        calls.add(calledAgain);

        calls.remove(closedByAnotherOwner);

        assertThat(calls.isNumberUp(calledAgain.number())).isTrue();
        assertThat(calls.isTargetUp(TARGET)).isTrue();
        calls.remove(calledAgain);
        assertThat(calls.isNumberUp(calledAgain.number())).isFalse();
        assertThat(calls.isTargetUp(TARGET)).isFalse();
    }
}
