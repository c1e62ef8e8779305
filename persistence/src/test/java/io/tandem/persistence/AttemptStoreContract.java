package io.tandem.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.campaigns.model.CallAttempt;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.ports.Page;
import io.tandem.campaigns.ports.SchedulerStore.Claim;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

abstract class AttemptStoreContract extends StoreContract {

    private final UUID campaign = random.id();
    private final Target target = target(tenant, random.id());

    AttemptStoreContract(TestDatabase database) {
        super(database);
    }

    private CallAttempt stored(CallAttempt attempt) {
        Target from = target.withTenant(attempt.tenant());
        in(
                attempt.tenant(),
                () -> AttemptRows.insert(
                        database.bean(Database.class).of(attempt.tenant()),
                        random.id(),
                        random.id(),
                        List.of(new Claim(from, attempt, attempt.placed()))));
        return attempt;
    }

    @Test
    void readsBackWhatWasWritten() {
        for (int i = 0; i < 100; i++) {
            CallAttempt attempt = stored(random.attempt(random.target(tenant, random.id())));

            assertThat(read(attempt)).isEqualTo(attempt);
        }
    }

    @Test
    void pagesByPlacedThenIdAndCounts() {
        CallAttempt first = stored(attempt(target, campaign));
        CallAttempt second = stored(attempt(target, random.id()).withPlaced(NOW.plusSeconds(1)));
        CallAttempt third =
                stored(attempt(target, campaign).withId(new UUID(-1, 0)).withPlaced(NOW.plusSeconds(2)));
        CallAttempt fourth =
                stored(attempt(target, campaign).withId(new UUID(-1, 1)).withPlaced(NOW.plusSeconds(2)));
        stored(attempt(target, campaign).withDeleted(NOW));

        in(tenant, () -> {
            assertThat(attempts.page(tenant, null, Page.first(9))).containsExactly(fourth, third, second, first);
            assertThat(attempts.page(tenant, campaign, Page.first(9))).containsExactly(fourth, third, first);
            assertThat(attempts.page(tenant, campaign, Page.olderThan(9, fourth.placed(), fourth.id())))
                    .containsExactly(third, first);
            assertThat(attempts.page(tenant, null, Page.skipping(2, 1))).containsExactly(third, second);
            assertThat(attempts.count(tenant, null)).isEqualTo(4);
            assertThat(attempts.count(tenant, campaign)).isEqualTo(3);
        });
    }

    @Test
    void removesAnEndedAttemptOnce() {
        CallAttempt attempt = stored(attempt(target, campaign).withEnded(NOW));

        in(tenant, () -> {
            assertThat(attempts.remove(tenant, attempt.id(), NOW)).isTrue();
            assertThat(attempts.remove(tenant, attempt.id(), NOW)).isFalse();
            assertThat(attempts.remove(tenant, random.id(), NOW)).isFalse();
            assertThat(attempts.count(tenant, campaign)).isZero();
            assertThat(attempts.page(tenant, null, Page.first(9))).isEmpty();
        });
        assertThat(read(attempt)).isEqualTo(attempt.withDeleted(NOW));
    }

    @Test
    void doesNotRemoveAnAttemptThatIsUp() {
        CallAttempt attempt = stored(attempt(target, campaign));

        assertThat(in(tenant, () -> attempts.remove(tenant, attempt.id(), NOW))).isFalse();

        assertThat(read(attempt)).isEqualTo(attempt);
    }

    @Test
    void anotherTenantsAttemptLooksUnknown() {
        CallAttempt attempt = stored(attempt(target, campaign).withEnded(NOW));

        in(other, () -> {
            assertThat(attempts.find(other, attempt.id())).isEmpty();
            assertThat(attempts.page(other, null, Page.first(9))).isEmpty();
            assertThat(attempts.page(other, campaign, Page.first(9))).isEmpty();
            assertThat(attempts.count(other, campaign)).isZero();
            assertThat(attempts.remove(other, attempt.id(), NOW)).isFalse();
        });
        assertThat(read(attempt)).isEqualTo(attempt);
    }
}
