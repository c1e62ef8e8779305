package io.tandem.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tandem.campaigns.model.TargetList;
import io.tandem.campaigns.ports.StoreUnavailable;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

abstract class TransactionsContract extends StoreContract {

    TransactionsContract(TestDatabase database) {
        super(database);
    }

    @Test
    void commitsWhenTheWorkReturns() {
        TargetList list = random.targetList(tenant);

        String answer = in(tenant, () -> {
            lists.insert(list);
            return "done";
        });

        assertThat(answer).isEqualTo("done");
        assertThat(in(tenant, () -> lists.find(tenant, list.id()))).contains(list);
    }

    @Test
    void rollsBackAndPassesTheExceptionOnWhenTheWorkThrows() {
        TargetList list = random.targetList(tenant);
        RuntimeException reason = new ArithmeticException("of the work");

        assertThatThrownBy(() -> in(tenant, () -> {
                    lists.insert(list);
                    throw reason;
                }))
                .isSameAs(reason);

        assertThat(in(tenant, () -> lists.find(tenant, list.id()))).isEmpty();
    }

    @Test
    void aCallWithinACallJoinsTheOuterOne() {
        TargetList list = random.targetList(tenant);

        assertThatThrownBy(() -> in(tenant, () -> {
                    in(tenant, () -> lists.insert(list));
                    throw new ArithmeticException();
                }))
                .isInstanceOf(ArithmeticException.class);

        assertThat(in(tenant, () -> lists.find(tenant, list.id()))).isEmpty();
    }

    @Test
    void refusesAnotherTenantsWorkWithin() {
        assertThatThrownBy(() -> in(tenant, () -> in(other, () -> Optional.empty())))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesWorkForAnotherTenantThanTheTransactions() {
        assertThatThrownBy(() -> in(tenant, () -> lists.count(other))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesWorkOutsideATransaction() {
        assertThatThrownBy(() -> lists.count(tenant)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theThreadIsFreeAgainAfterAFailure() {
        assertThatThrownBy(() -> in(tenant, () -> {
                    throw new ArithmeticException();
                }))
                .isInstanceOf(ArithmeticException.class);

        assertThat(in(other, () -> lists.count(other))).isZero();
    }

    @Test
    void aDeadlockMeansTryAgain() throws Exception {
        TargetList one = storedList(tenant);
        TargetList two = storedList(tenant);
        CyclicBarrier bothLocked = new CyclicBarrier(2);

        List<CompletableFuture<Boolean>> rivals = Stream.of(List.of(one, two), List.of(two, one))
                .map(order -> Rivals.start(() -> lockBoth(order, bothLocked)))
                .toList();

        int unavailable = 0;
        for (CompletableFuture<Boolean> rival : rivals) {
            unavailable += rival.get(60, TimeUnit.SECONDS) ? 0 : 1;
        }
        assertThat(unavailable).isPositive();
    }

    private boolean lockBoth(List<TargetList> order, CyclicBarrier bothLocked) {
        try {
            in(tenant, () -> {
                lists.lock(tenant, order.get(0).id());
                try {
                    bothLocked.await(30, TimeUnit.SECONDS);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
                lists.lock(tenant, order.get(1).id());
            });
            return true;
        } catch (StoreUnavailable e) {
            return false;
        }
    }
}
