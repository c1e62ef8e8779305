package io.tandem.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.campaigns.model.Address;
import io.tandem.campaigns.model.CallAttempt;
import io.tandem.campaigns.model.Destination;
import io.tandem.campaigns.model.Destination.NotDialable;
import io.tandem.campaigns.model.Destination.PhoneNumber;
import io.tandem.campaigns.model.Destination.SipAddress;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetState;
import io.tandem.campaigns.ports.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a tenant's policy asks and refuses. (autocall-v3.md, D35) */
abstract class PolicyStoreContract extends SchedulerContract {

    private static final Instant TOMORROW = NOW.plusSeconds(86_400);
    private static final String RULE = "2 a day in Asia/Ho_Chi_Minh";

    PolicyStoreContract(TestDatabase database) {
        super(database);
    }

    // ---- attempts at a number

    private CallAttempt called(Destination to, Instant placed) {
        Target target = stored(target(tenant, list));
        CallAttempt attempt = attempt(target, random.id())
                .with(it -> it.to(Address.of(to)).carrier(random.id()).placed(placed));
        assertThat(commit(turn().claim(target, attempt)).claimed()).contains(attempt.id());
        return attempt;
    }

    private Map<String, Integer> attempts(String... numbers) {
        return scheduler.attempts(tenant, List.of(numbers), NOW, TOMORROW);
    }

    @Test
    void countsTheAttemptsAtANumberOverAllCampaigns() {
        PhoneNumber often = new PhoneNumber(random.number());
        PhoneNumber once = new PhoneNumber(random.number());
        SipAddress sip = new SipAddress("sip:someone@example.com");
        called(often, NOW);
        commit(turn().outcome(answered(called(often, NOW.plusSeconds(5)))));
        called(often, TOMORROW.minusNanos(1_000));
        called(often, TOMORROW);
        called(often, NOW.minusNanos(1_000));
        called(once, NOW);
        called(sip, NOW);

        assertThat(attempts(often.text(), once.text(), sip.text(), random.number()))
                .isEqualTo(Map.of(often.text(), 3, once.text(), 1, sip.text(), 1));
        assertThat(in(tenant, () -> attempts.made(tenant, often, NOW, TOMORROW)))
                .isEqualTo(3);
        assertThat(in(tenant, () -> attempts.made(tenant, new PhoneNumber(random.number()), NOW, TOMORROW)))
                .isZero();
        assertThat(scheduler.attempts(other, List.of(often.text()), NOW, TOMORROW))
                .isEmpty();
    }

    @Test
    void countsNothingThatDidNotRing() {
        PhoneNumber number = new PhoneNumber(random.number());
        Target target = stored(target(tenant, list));
        CallAttempt flow =
                attempt(target, campaign).with(it -> it.to(Address.of(number)).carrier(null));
        commit(turn().claim(target, flow));
        NotDialable other = new NotDialable("email", "someone@example.com");
        called(other, NOW);

        assertThat(attempts(number.text(), other.text())).isEmpty();
        assertThat(in(tenant, () -> attempts.made(tenant, other, NOW, TOMORROW)))
                .isZero();
    }

    @Test
    void aClaimThatIsTakenBackWasNoAttempt() {
        PhoneNumber number = new PhoneNumber(random.number());
        Target target = stored(target(tenant, list));
        CallAttempt attempt =
                attempt(target, campaign).with(it -> it.to(Address.of(number)).carrier(random.id()));
        UUID batch = random.id();
        commit(new TurnBuilder(batch, NOW).fence(tenant, fence).claim(target, attempt));

        commit(turn().takeBack(target, attempt, batch));

        assertThat(attempts(number.text())).isEmpty();
    }

    @Test
    void anAttemptWithAVeryLongAddressIsWritten() {
        NotDialable other = new NotDialable("%".repeat(255), "\uD83D\uDE00".repeat(1_000));

        CallAttempt attempt = called(other, NOW);

        assertThat(read(attempt).to().destination()).isEqualTo(other);
    }

    // ---- targets that are put off

    private Refusal tomorrow(Target target) {
        return Refusal.postponed(campaign, target, TOMORROW, RULE);
    }

    @Test
    void putsATargetOffAndCountsIt() {
        Target fresh = stored(target(tenant, list));
        Target again = stored(target(tenant, list)
                .with(it -> it.state(TargetState.RETRY)
                        .tries(List.of(1, 0, 0, 0, 0))
                        .due(NOW.minusSeconds(9))));

        commit(turn().refuse(tomorrow(fresh)).refuse(tomorrow(again)));

        assertThat(read(fresh)).isEqualTo(fresh.withDue(TOMORROW));
        assertThat(read(again)).isEqualTo(again.withDue(TOMORROW));
        assertThat(tally(campaign)).isEqualTo(Map.of("POLICY_ATTEMPTS_PER_DAY", 2L));
        assertThat(tally(list)).isEqualTo(Map.of("TOTAL", 2L));
    }

    @Test
    void putsNobodyOffWhoChangedSince() {
        Target edited = stored(target(tenant, list));
        Target calling = stored(target(tenant, list));
        Target deleted = stored(target(tenant, list));
        Target fenced = stored(target(tenant, list));
        in(tenant, () -> targets.update(edited.withDue(NOW.plusSeconds(7))));
        claimed(calling);
        in(tenant, () -> targets.delete(deleted.withDeleted(NOW)));

        commit(turn().refuse(tomorrow(edited)).refuse(tomorrow(calling)).refuse(tomorrow(deleted)));
        commit(turn().fence(tenant, fence - 1).refuse(tomorrow(fenced)));

        assertThat(read(edited).due()).isEqualTo(NOW.plusSeconds(7));
        assertThat(read(calling).due()).isEqualTo(calling.due());
        assertThat(read(deleted).due()).isEqualTo(deleted.due());
        assertThat(read(fenced).due()).isEqualTo(fenced.due());
        assertThat(tally(campaign)).isEmpty();
    }

    @Test
    void countsListedTargetsThatItClosesAndQuietHours() {
        Target target = stored(target(tenant, list));
        Target gone = stored(target(tenant, list));
        in(tenant, () -> targets.delete(gone.withDeleted(NOW)));

        commit(turn().close(target, TargetState.DO_NOT_CALL)
                .close(gone, TargetState.DO_NOT_CALL)
                .refuse(Refusal.listed(campaign, target))
                .refuse(Refusal.listed(campaign, gone))
                .refuse(Refusal.quiet(tenant, campaign)));

        assertThat(tally(campaign)).isEqualTo(Map.of("POLICY_DO_NOT_CALL", 1L, "POLICY_QUIET_HOURS", 1L));
    }

    private int recallAll(@Nullable String rule) {
        int looks = 0;
        while (scheduler.recall(tenant, rule == null ? "" : rule) > 0) {
            looks++;
        }
        return looks;
    }

    @Test
    void recallsWhomAnotherRulePutOff() {
        Target target = stored(target(tenant, list));
        commit(turn().refuse(tomorrow(target)));

        assertThat(recallAll(RULE)).isZero();
        assertThat(read(target).due()).isEqualTo(TOMORROW);

        for (String rule : new String[] {null, "1 a day in Asia/Ho_Chi_Minh", "3 a day in Asia/Ho_Chi_Minh"}) {
            commit(turn().refuse(tomorrow(target)));
            assertThat(recallAll(rule)).isEqualTo(1);
            assertThat(read(target)).isEqualTo(target);
        }
        assertThat(scheduler.recall(other, "")).isZero();
    }

    @Test
    void recallsNobodyWhoWasGivenAnotherInstantSince() {
        Target edited = stored(target(tenant, list));
        Target called = stored(target(tenant, list));
        Target closed = stored(target(tenant, list));
        commit(turn().refuse(tomorrow(edited)).refuse(tomorrow(called)).refuse(tomorrow(closed)));
        in(tenant, () -> targets.update(edited.withDue(NOW.plusSeconds(7))));
        CallAttempt attempt = claimed(read(called));
        commit(turn().outcome(busy(attempt, retry(600))).close(closed, TargetState.EXHAUSTED));

        recallAll(null);

        assertThat(read(edited).due()).isEqualTo(NOW.plusSeconds(7));
        assertThat(read(called).due()).isEqualTo(NOW.plusSeconds(600));
        assertThat(read(closed).due()).isEqualTo(TOMORROW);
    }

    @Test
    void recallsAnyNumberSomeAtATime() {
        List<Target> many =
                Stream.generate(() -> target(tenant, list)).limit(1_200).toList();
        in(tenant, () -> targets.insertAll(tenant, many));
        TurnBuilder turn = turn();
        many.forEach(target -> turn.refuse(tomorrow(target)));
        commit(turn);

        assertThat(recallAll(null)).isEqualTo(3);

        assertThat(read(many.get(0)).due()).isEqualTo(NOW);
        assertThat(read(many.get(1_199)).due()).isEqualTo(NOW);
    }
}
