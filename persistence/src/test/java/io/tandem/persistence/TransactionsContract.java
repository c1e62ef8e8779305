package io.tandem.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tandem.campaigns.model.TargetList;
import java.util.Optional;
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
}
