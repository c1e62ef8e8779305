package io.tandem.campaigns.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.campaigns.model.Address;
import io.tandem.campaigns.model.Carried;
import io.tandem.campaigns.model.Destination.NotDialable;
import io.tandem.campaigns.model.Destination.PhoneNumber;
import io.tandem.campaigns.model.DialPlan;
import io.tandem.campaigns.model.Disposition;
import io.tandem.campaigns.model.Push;
import io.tandem.campaigns.model.RetryPolicy;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetState;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.SchedulerStore.NextState;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** mapping.md, "Dispositions": what each means for the next try. */
class AfterAttemptTest {

    private static final Instant END = Instant.parse("2026-03-02T05:00:00Z");
    private static final TenantId TENANT = new TenantId(new UUID(1, 1));
    private static final Address PHONE = Address.of(new PhoneNumber("+84903123456"));
    private static final RetryPolicy NOTHING_LISTED = new RetryPolicy(List.of(), Duration.ZERO, false);

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "ANSWERED")
    void everyNonAnswerIsTriedAgainByDefault(Disposition disposition) {
        AfterAttempt after = after(RetryPolicy.EVERY_NON_ANSWER, disposition, 1, 3);

        assertThat(after.next()).isEqualTo(new NextState(TargetState.RETRY, END.plusSeconds(60)));
        assertThat(after.reached()).isFalse();
    }

    @Test
    void anAnswerEndsTheMatter() {
        AfterAttempt after = after(RetryPolicy.EVERY_NON_ANSWER, Disposition.ANSWERED, 1, 3);

        assertThat(after.next().state()).isEqualTo(TargetState.DONE);
        assertThat(after.reached()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            names = {"ANSWERED", "CANCELLED", "INTERRUPTED"},
            mode = Mode.EXCLUDE)
    void whatIsNotListedIsNotTriedAgain(Disposition disposition) {
        assertThat(after(NOTHING_LISTED, disposition, 1, 3).next().state()).isEqualTo(TargetState.EXHAUSTED);
    }

    @ParameterizedTest
    @EnumSource(names = {"CANCELLED", "INTERRUPTED"})
    void whatTheFarEndHadNoPartInIsTriedAgainUnlisted(Disposition disposition) {
        assertThat(after(NOTHING_LISTED, disposition, 1, 3).next().state()).isEqualTo(TargetState.RETRY);
    }

    @ParameterizedTest
    @EnumSource(Disposition.class)
    void withoutTriesLeftTheTargetEnds(Disposition disposition) {
        AfterAttempt after = after(RetryPolicy.EVERY_NON_ANSWER, disposition, 3, 3);

        assertThat(after.next().state().hasEnded()).isTrue();
    }

    @Test
    void recallTimesThreeMeansFourAttempts() {
        int attempts = 3 + 1;

        assertThat(after(RetryPolicy.EVERY_NON_ANSWER, Disposition.BUSY, 3, attempts)
                        .next()
                        .state())
                .isEqualTo(TargetState.RETRY);
        assertThat(after(RetryPolicy.EVERY_NON_ANSWER, Disposition.BUSY, 4, attempts)
                        .next()
                        .state())
                .isEqualTo(TargetState.EXHAUSTED);
    }

    @Test
    void aShortTalkIsTriedAgainAndALongOneIsNot() {
        RetryPolicy shortTalk = NOTHING_LISTED.withShortTalk(Duration.ofSeconds(5));

        assertThat(after(shortTalk, Disposition.ANSWERED, Duration.ofMillis(4999))
                        .reached())
                .isFalse();
        assertThat(after(shortTalk, Disposition.ANSWERED, Duration.ofSeconds(5)).reached())
                .isTrue();
    }

    @Test
    void theShortTalkRuleWinsOverAListedAnswer() {
        RetryPolicy both =
                NOTHING_LISTED.withAgain(List.of(Disposition.ANSWERED)).withShortTalk(Duration.ofSeconds(5));

        assertThat(after(both, Disposition.ANSWERED, Duration.ofSeconds(9)).reached())
                .isTrue();
        assertThat(after(both.withShortTalk(Duration.ZERO), Disposition.ANSWERED, Duration.ofSeconds(9))
                        .reached())
                .isFalse();
    }

    @Test
    void aPushedTargetIsNotTriedAgainWhenItsTimeIsOverByThen() {
        Instant due = END.plusSeconds(60);

        assertThat(afterPush(Disposition.BUSY, due.plusNanos(1))).isEqualTo(new NextState(TargetState.RETRY, due));
        assertThat(afterPush(Disposition.BUSY, due).state()).isEqualTo(TargetState.EXHAUSTED);
        assertThat(afterPush(Disposition.INTERRUPTED, END).state()).isEqualTo(TargetState.EXHAUSTED);
        assertThat(afterPush(Disposition.ANSWERED, END).state()).isEqualTo(TargetState.DONE);
    }

    private static NextState afterPush(Disposition disposition, Instant expires) {
        Target pushed = target(List.of(1, 0, 0, 0, 0), PHONE)
                .withPush(new Push(new UUID(1, 5), END.minusSeconds(60), expires, null));
        RetryPolicy all = RetryPolicy.EVERY_NON_ANSWER;
        return AfterAttempt.of(pushed, plan(3, 0, 0), all, disposition, Duration.ZERO, END)
                .next();
    }

    @Test
    void theNextDestinationComesWhenTheTriesOfTheFirstAreUsedUp() {
        Target target = target(List.of(2, 0, 0, 0, 0), PHONE, null, PHONE);

        assertThat(DialOrder.next(target, plan(3, 5, 1))).hasValue(0);
        assertThat(DialOrder.next(target, plan(2, 5, 1))).hasValue(2);
        assertThat(DialOrder.next(target, plan(2, 5, 0))).isEmpty();
    }

    @Test
    void whatCannotBeDialledGetsOneAttempt() {
        Address mail = Address.of(new NotDialable("email", "a@example.com"));

        assertThat(DialOrder.next(target(Target.NO_TRIES, mail), plan(3, 0, 0))).hasValue(0);
        assertThat(DialOrder.next(target(List.of(1, 0, 0, 0, 0), mail), plan(3, 0, 0)))
                .isEmpty();
    }

    private static AfterAttempt after(RetryPolicy policy, Disposition disposition, int tries, int attempts) {
        return AfterAttempt.of(
                target(List.of(tries, 0, 0, 0, 0), PHONE),
                plan(attempts, 0, 0),
                policy,
                disposition,
                Duration.ofSeconds(9),
                END);
    }

    private static AfterAttempt after(RetryPolicy policy, Disposition disposition, Duration talk) {
        return AfterAttempt.of(target(List.of(1, 0, 0, 0, 0), PHONE), plan(3, 0, 0), policy, disposition, talk, END);
    }

    private static DialPlan plan(int first, int second, int third) {
        return new DialPlan(
                TENANT,
                new UUID(1, 2),
                "",
                "",
                null,
                Duration.ofSeconds(30),
                Duration.ofSeconds(60),
                List.of(first, second, third, 0, 0),
                Carried.NONE,
                END,
                null,
                null);
    }

    private static Target target(List<Integer> tries, @Nullable Address... destinations) {
        return new Target(
                TENANT,
                new UUID(1, 3),
                new UUID(1, 4),
                "",
                "",
                "",
                Arrays.asList(Arrays.copyOf(destinations, Target.DESTINATIONS)),
                "",
                TargetState.CALLING,
                END,
                tries,
                null,
                null,
                null,
                Carried.NONE,
                END,
                null,
                null);
    }
}
