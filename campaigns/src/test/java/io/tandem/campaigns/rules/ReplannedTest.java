package io.tandem.campaigns.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.campaigns.model.Address;
import io.tandem.campaigns.model.Carried;
import io.tandem.campaigns.model.Destination.PhoneNumber;
import io.tandem.campaigns.model.DialPlan;
import io.tandem.campaigns.model.Disposition;
import io.tandem.campaigns.model.RetryPolicy;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetState;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.ReplanStore.Idle;
import io.tandem.campaigns.ports.ReplanStore.LastAttempt;
import io.tandem.campaigns.ports.SchedulerStore.NextState;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** autocall-v3.md, D39: an edited plan re-opens or closes idle and exhausted targets. */
class ReplannedTest {

    private static final Instant END = Instant.parse("2026-03-02T05:00:00Z");
    private static final TenantId TENANT = new TenantId(new UUID(1, 1));
    private static final Address PHONE = Address.of(new PhoneNumber("+84903123456"));
    private static final RetryPolicy POLICY = RetryPolicy.EVERY_NON_ANSWER;

    /** A target after so many tries at destination 0, its second destination untried; RETRY counts from a minute. */
    @ParameterizedTest(name = "{0} after {1} tries, last {2}, talk {3} s; now {4} tries, delay {5} s, {6}: {7} {8}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // more tries, another destination, fewer tries
                "EXHAUSTED | 1 | BUSY      | 0 | 3 0 | 60 | BUSY     | RETRY     | 60",
                "EXHAUSTED | 1 | BUSY      | 0 | 1 1 | 60 | BUSY     | RETRY     | 60",
                "EXHAUSTED | 1 | BUSY      | 0 | 1 0 | 60 | BUSY     | -         | 0",
                "RETRY     | 2 | BUSY      | 0 | 2 0 | 60 | BUSY     | EXHAUSTED | 0",
                "RETRY     | 2 | BUSY      | 0 | 1 0 | 60 | BUSY     | EXHAUSTED | 0",
                "RETRY     | 2 | BUSY      | 0 | 0 1 | 60 | BUSY     | -         | 0",
                // the delay, from the end of the last attempt
                "RETRY     | 1 | BUSY      | 0 | 3 0 | 60 | BUSY     | -         | 0",
                "RETRY     | 1 | BUSY      | 0 | 3 0 | 90 | BUSY     | RETRY     | 90",
                "RETRY     | 1 | BUSY      | 0 | 3 0 | 0  | BUSY     | RETRY     | 0",
                // retry-on
                "RETRY     | 1 | BUSY      | 0 | 3 0 | 60 | FAILED   | EXHAUSTED | 0",
                "EXHAUSTED | 1 | BUSY      | 0 | 3 0 | 10 | BUSY     | RETRY     | 10",
                "EXHAUSTED | 1 | FAILED    | 0 | 3 0 | 60 | BUSY     | -         | 0",
                "EXHAUSTED | 1 | CANCELLED | 0 | 3 0 | 60 | BUSY     | RETRY     | 60",
                // an answer that was to be followed by another call no more is an answer
                "RETRY     | 1 | ANSWERED  | 9 | 3 0 | 60 | ANSWERED | -         | 0",
                "RETRY     | 1 | ANSWERED  | 9 | 3 0 | 60 | BUSY     | DONE      | 0",
                "RETRY     | 1 | ANSWERED  | 9 | 1 0 | 60 | ANSWERED | DONE      | 0",
            })
    void followsTheNewPlan(
            TargetState state,
            int tries,
            Disposition last,
            int talk,
            String attempts,
            int delay,
            Disposition again,
            String next,
            int dueAfter) {
        Idle idle = new Idle(target(state, tries), new LastAttempt(last, Duration.ofSeconds(talk), END));

        Optional<NextState> moved =
                Replanned.of(idle, plan(attempts, delay), new RetryPolicy(List.of(again), Duration.ZERO, false));

        assertThat(moved.map(NextState::state))
                .isEqualTo(Optional.ofNullable(next).map(TargetState::valueOf));
        moved.filter(to -> to.state() == TargetState.RETRY)
                .ifPresent(to -> assertThat(to.due()).isEqualTo(END.plusSeconds(dueAfter)));
    }

    @Test
    void aShorterLimitClosesAShortTalkAndALongerOneReopensNobodyWhoWasReached() {
        LastAttempt talked = new LastAttempt(Disposition.ANSWERED, Duration.ofSeconds(9), END);
        RetryPolicy ten = POLICY.withShortTalk(Duration.ofSeconds(10));
        RetryPolicy five = POLICY.withShortTalk(Duration.ofSeconds(5));
        Idle waiting = new Idle(target(TargetState.RETRY, 1), talked);
        Idle reached = new Idle(target(TargetState.DONE, 1), talked);

        assertThat(Replanned.of(waiting, plan("3 0", 60), ten)).isEmpty();
        assertThat(Replanned.of(waiting, plan("3 0", 60), five).map(NextState::state))
                .contains(TargetState.DONE);
        assertThat(Replanned.of(reached, plan("3 0", 60), ten)).isEmpty();
    }

    @Test
    void whatWasClosedBecauseThePlanHadNoTriesAtAllIsFreshAgain() {
        Idle never = new Idle(target(TargetState.EXHAUSTED, 0), null);

        assertThat(Replanned.of(never, plan("0 0", 60), POLICY)).isEmpty();
        assertThat(Replanned.of(never, plan("0 1", 60), POLICY))
                .contains(new NextState(TargetState.FRESH, never.target().due()));
    }

    @ParameterizedTest
    @EnumSource(
            names = {"RETRY", "EXHAUSTED"},
            mode = Mode.EXCLUDE)
    void leavesEveryOtherStateAlone(TargetState state) {
        Idle idle = new Idle(target(state, 1), new LastAttempt(Disposition.BUSY, Duration.ZERO, END));

        assertThat(Replanned.of(idle, plan("9 9", 1), POLICY)).isEmpty();
    }

    /** However often a batch is repeated, the second time changes nothing. */
    @ParameterizedTest
    @EnumSource(Disposition.class)
    void saysNothingNewTheSecondTime(Disposition last) {
        for (TargetState state : List.of(TargetState.RETRY, TargetState.EXHAUSTED)) {
            Idle idle = new Idle(target(state, 1), new LastAttempt(last, Duration.ofSeconds(3), END));
            Target moved = Replanned.of(idle, plan("2 0", 5), POLICY)
                    .map(to -> idle.target().withState(to.state()).withDue(to.due()))
                    .orElse(idle.target());

            assertThat(Replanned.of(new Idle(moved, idle.last()), plan("2 0", 5), POLICY))
                    .isEmpty();
        }
    }

    private static DialPlan plan(String attempts, int delay) {
        List<Integer> two =
                Arrays.stream(attempts.split(" ")).map(Integer::valueOf).toList();
        return new DialPlan(
                TENANT,
                new UUID(1, 2),
                "",
                "",
                null,
                Duration.ofSeconds(30),
                Duration.ofSeconds(delay),
                List.of(two.get(0), two.get(1), 0, 0, 0),
                Carried.NONE,
                END,
                null,
                null);
    }

    private static Target target(TargetState state, int tries) {
        return new Target(
                TENANT,
                new UUID(1, 3),
                new UUID(1, 4),
                "",
                "",
                "",
                Arrays.asList(PHONE, PHONE, null, null, null),
                "",
                state,
                END.plusSeconds(60),
                List.of(tries, 0, 0, 0, 0),
                null,
                null,
                null,
                Carried.NONE,
                END,
                null,
                null);
    }
}
