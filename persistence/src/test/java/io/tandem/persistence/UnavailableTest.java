package io.tandem.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.tandem.campaigns.model.TargetList;
import io.tandem.campaigns.ports.ObjectStore;
import io.tandem.campaigns.ports.SettingStore;
import io.tandem.campaigns.ports.StoreUnavailable;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database goes away at each step of a transaction. */
class UnavailableTest extends StoreContract {

    UnavailableTest() {
        super(TestDatabase.postgres());
    }

    private void endSessions() {
        try {
            database.asOwner("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '"
                    + TestDatabase.ROLE + "' AND state = 'idle in transaction'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aStatementWithoutAnswerSaysSo() {
        assertThatThrownBy(() -> in(tenant, () -> {
                    lists.count(tenant);
                    endSessions();
                    return lists.count(tenant);
                }))
                .isInstanceOf(StoreUnavailable.class);

        assertThat(in(tenant, () -> lists.count(tenant))).isZero();
    }

    @Test
    void aCommitWithoutAnswerSaysSo() {
        TargetList list = random.targetList(tenant);

        assertThatThrownBy(() -> in(tenant, () -> {
                    lists.insert(list);
                    endSessions();
                }))
                .isInstanceOf(StoreUnavailable.class);

        assertThat(in(tenant, () -> lists.find(tenant, list.id()))).isEmpty();
    }

    @Test
    void aPoolWithoutAFreeConnectionSaysSo(@TempDir Path directory) throws Exception {
        Map<String, Object> properties =
                new HashMap<>(new DatabaseSettings(null, null, null, null, null, directory).properties());
        // The migrations need two.
        properties.put("datasources.default.maximum-pool-size", 2);
        properties.put("datasources.default.connection-timeout", 250);
        try (ApplicationContext context = ApplicationContext.run(properties)) {
            Database small = context.getBean(Database.class);
            CountDownLatch taken = new CountDownLatch(2);
            CountDownLatch enough = new CountDownLatch(1);
            List<CompletableFuture<Boolean>> holders = Stream.generate(
                            () -> Rivals.start(() -> small.asOperator(connection -> {
                                taken.countDown();
                                return awaited(enough);
                            })))
                    .limit(2)
                    .toList();
            awaited(taken);

            assertThatThrownBy(() -> context.getBean(SettingStore.class).get("any"))
                    .isInstanceOf(StoreUnavailable.class);

            enough.countDown();
            for (CompletableFuture<Boolean> holder : holders) {
                assertThat(holder.get(30, TimeUnit.SECONDS)).isTrue();
            }
        }
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anH2ThatWasClosedSaysSo(@TempDir Path directory) {
        TestDatabase file = TestDatabase.h2File(directory);
        SettingStore settings = file.bean(SettingStore.class);
        settings.putIfAbsent("a", "b");

        assertThatThrownBy(() -> file.bean(Database.class).asOperator(connection -> {
                    settings.get("a");
                    Sql.update(connection, "SHUTDOWN");
                    return settings.get("a");
                }))
                .isInstanceOf(StoreUnavailable.class);

        file.close();
    }

    @Test
    void whatAFileOfH2HasCommittedIsThereAfterARestart(@TempDir Path directory) {
        TestDatabase first = TestDatabase.h2File(directory);
        first.bean(SettingStore.class).putIfAbsent("a", "b");
        first.close();

        TestDatabase second = TestDatabase.h2File(directory);

        assertThat(second.bean(SettingStore.class).get("a")).contains("b");
        second.close();
    }

    @Test
    void aTakenKeyIsNoReasonToTryAgain() {
        ObjectStore<TargetList> store = lists;
        TargetList list = stored(store, random.targetList(tenant));

        assertThatThrownBy(() -> in(tenant, () -> store.insert(list)))
                .isNotInstanceOf(StoreUnavailable.class)
                .isInstanceOf(Faults.KeyTaken.class);
    }
}
