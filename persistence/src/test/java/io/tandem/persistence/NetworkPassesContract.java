package io.tandem.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tandem.campaigns.model.Address;
import io.tandem.campaigns.model.CallAttempt;
import io.tandem.campaigns.model.Destination.PhoneNumber;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.NetworkStore;
import io.tandem.campaigns.ports.Owner;
import io.tandem.campaigns.rules.NetworkPrefixes;
import io.tandem.campaigns.service.NetworkPasses;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Targets follow another table of prefixes, on a real database, broken off and gone on with. */
abstract class NetworkPassesContract extends SchedulerContract {

    private static final int MANY = 2_300;
    private static final NetworkPrefixes TABLE = NetworkPrefixes.parse("vina=+84903;offnet=+84");

    private final NetworkStore networks;

    NetworkPassesContract(TestDatabase database) {
        super(database);
        networks = database.bean(NetworkStore.class);
    }

    private final class ToldOwner implements Owner {

        private int changed;
        private boolean dies;

        @Override
        public void created(TenantId of) {}

        @Override
        public void changed(TenantId of) {
            changed++;
            if (dies) {
                throw new ArithmeticException("the process dies");
            }
        }

        @Override
        public void forbade(TenantId of) {}
    }

    private final ToldOwner owner = new ToldOwner();
    private final NetworkPasses passes =
            new NetworkPasses(database.bean(NetworkStore.class), TABLE, transactions, owner);

    private Target mobi(TenantId of, int number) {
        List<@Nullable Address> one =
                Arrays.asList(Address.of(new PhoneNumber("+8490300" + (1_000 + number))), null, null, null, null);
        return target(of, list).withDestinations(one).withNetwork("mobi");
    }

    private Target withoutNumber() {
        return target(tenant, list)
                .withDestinations(Arrays.asList(null, Address.of(new PhoneNumber("+84903001000")), null, null, null))
                .withNetwork("");
    }

    private boolean isOpen() {
        return networks.open().contains(tenant);
    }

    @Test
    void oneOfTwoThatChangeTheTableAtOnceDoes() {
        String first = networks.tableOr("viettel=+84");

        assertThat(networks.tableOr("mobi=+84")).isEqualTo(first);
        assertThat(networks.change(first, "tel=+84")).isTrue();
        assertThat(networks.change(first, "vina=+84")).isFalse();
        assertThat(networks.tableOr("mobi=+84")).isEqualTo("tel=+84");
        assertThat(networks.open()).contains(tenant, other);
        assertThat(networks.change("tel=+84", first)).isTrue();
    }

    @Test
    void everyTargetFollowsTheTableButThoseWhoseNetworkAClientGave() {
        List<Target> many = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            many.add(mobi(tenant, i));
        }
        Target given = mobi(tenant, 1).withNetworkGiven(true);
        Target deleted = mobi(tenant, 2).withDeleted(NOW);
        Target none = withoutNumber();
        Target foreign = stored(mobi(other, 1));
        in(tenant, () -> {
            targets.insertAll(tenant, many);
            targets.insertAll(tenant, List.of(given, deleted, none));
        });
        networks.openAll();

        passes.run(tenant);

        assertThat(read(many.get(0))).isEqualTo(many.get(0).withNetwork("vina"));
        assertThat(read(many.get(MANY - 1)).network()).isEqualTo("vina");
        assertThat(read(given)).isEqualTo(given);
        assertThat(read(deleted)).isEqualTo(deleted);
        assertThat(read(none)).isEqualTo(none);
        assertThat(read(foreign)).isEqualTo(foreign);
        assertThat(isOpen()).isFalse();
        assertThat(networks.open()).contains(other);
        assertThat(owner.changed).isEqualTo(3);
    }

    @Test
    void goesOnWhereItWasBrokenOff() {
        List<Target> many = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            many.add(mobi(tenant, i));
        }
        in(tenant, () -> targets.insertAll(tenant, many));
        networks.openAll();
        owner.dies = true;
        assertThatThrownBy(() -> passes.run(tenant)).isInstanceOf(ArithmeticException.class);
        assertThat(isOpen()).isTrue();

        owner.dies = false;
        passes.run(tenant);

        assertThat(many).allSatisfy(target -> assertThat(read(target).network()).isEqualTo("vina"));
        assertThat(isOpen()).isFalse();
        assertThat(owner.changed).isEqualTo(3);
    }

    @Test
    void aTargetInACallIsMetAfterIt() {
        Target called = stored(mobi(tenant, 1));
        CallAttempt attempt = claimed(called);
        Target idle = stored(mobi(tenant, 2));
        networks.openAll();

        passes.run(tenant);
        passes.run(tenant);

        assertThat(read(called).network()).isEqualTo("mobi");
        assertThat(read(idle).network()).isEqualTo("vina");
        assertThat(isOpen()).isTrue();

        commit(turn().outcome(busy(attempt, retry(60))));
        Target ended = read(called);
        passes.run(tenant);

        assertThat(read(called)).isEqualTo(ended.withNetwork("vina"));
        assertThat(isOpen()).isFalse();
    }

    /** Else a pass and a turn of the scheduler could wait for each other. */
    @Test
    void waitsForNobodyWhoHasATarget() throws InterruptedException {
        Target held = stored(mobi(tenant, 1));
        networks.openAll();
        CountDownLatch locked = new CountDownLatch(1);
        CountDownLatch passed = new CountDownLatch(1);
        Thread holder = new Thread(() -> in(tenant, () -> {
            targets.lock(tenant, held.id());
            locked.countDown();
            try {
                passed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        holder.start();
        locked.await();

        passes.run(tenant);
        passed.countDown();
        holder.join();

        assertThat(read(held).network()).isEqualTo("mobi");
        passes.run(tenant);
        assertThat(read(held).network()).isEqualTo("vina");
    }

    @Test
    void aNumberThatWasEditedMeanwhileIsNotWrittenOver() {
        Target edited = stored(mobi(tenant, 1));
        List<NetworkStore.Derived> derived = List.of(new NetworkStore.Derived(edited.id(), "+84903009999", "viettel"));

        in(tenant, () -> assertThat(networks.write(tenant, derived)).isEmpty());

        assertThat(read(edited)).isEqualTo(edited);
    }
}
