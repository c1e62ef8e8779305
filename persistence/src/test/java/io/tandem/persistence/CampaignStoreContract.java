package io.tandem.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.CampaignKind;
import io.tandem.campaigns.model.Run;
import io.tandem.campaigns.model.Script;
import io.tandem.campaigns.ports.CampaignStore.NameReserved;
import io.tandem.campaigns.ports.Page;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

abstract class CampaignStoreContract extends StoreContract {

    CampaignStoreContract(TestDatabase database) {
        super(database);
    }

    @Test
    void pagesAndCountsByKind() {
        Campaign old =
                stored(campaigns, campaign(tenant).withKind(CampaignKind.FLOW).withCreated(NOW));
        Campaign young =
                stored(campaigns, campaign(tenant).withKind(CampaignKind.AGENT).withCreated(NOW.plusSeconds(1)));
        stored(campaigns, campaign(tenant).withKind(CampaignKind.INBOUND));
        stored(campaigns, campaign(tenant).withKind(CampaignKind.AGENT).withDeleted(NOW));
        stored(campaigns, campaign(other).withKind(CampaignKind.AGENT));
        Set<CampaignKind> kinds = Set.of(CampaignKind.FLOW, CampaignKind.AGENT);

        in(tenant, () -> {
            assertThat(campaigns.page(tenant, kinds, Page.first(10))).containsExactly(young, old);
            assertThat(campaigns.page(tenant, kinds, Page.olderThan(10, young.created(), young.id())))
                    .containsExactly(old);
            assertThat(campaigns.page(tenant, kinds, Page.skipping(10, 1))).containsExactly(old);
            assertThat(campaigns.count(tenant, kinds)).isEqualTo(2);
            assertThat(campaigns.count(tenant, Set.of())).isZero();
        });
    }

    @Test
    void knowsNamesInUseTrimmedAndAmongTheLivingOnly() {
        Campaign campaign = stored(campaigns, campaign(tenant).withName("  Tết 2026 "));
        stored(campaigns, campaign(tenant).withName("gone").withDeleted(NOW));
        stored(campaigns, campaign(other).withName("theirs"));

        in(tenant, () -> {
            assertThat(campaigns.nameInUse(tenant, "Tết 2026", random.id())).isTrue();
            assertThat(campaigns.nameInUse(tenant, "Tết 2026", campaign.id())).isFalse();
            assertThat(campaigns.nameInUse(tenant, "tết 2026", random.id())).isFalse();
            assertThat(campaigns.nameInUse(tenant, "gone", random.id())).isFalse();
            assertThat(campaigns.nameInUse(tenant, "theirs", random.id())).isFalse();
        });
    }

    @Test
    void knowsWhoReservesAName() {
        Campaign campaign = stored(campaigns, campaign(tenant).withReservedName("mine"));
        stored(campaigns, campaign(tenant).withReservedName("gone").withDeleted(NOW));
        stored(campaigns, campaign(other).withReservedName("theirs"));

        in(tenant, () -> {
            assertThat(campaigns.reserves(tenant, "mine", random.id())).contains(campaign.id());
            assertThat(campaigns.reserves(tenant, "mine", campaign.id())).isEmpty();
            assertThat(campaigns.reserves(tenant, "gone", random.id())).isEmpty();
            assertThat(campaigns.reserves(tenant, "theirs", random.id())).isEmpty();
        });
    }

    @Test
    void refusesAReservedNameOnInsertAndUpdateAndFreesItWithTheCampaign() {
        Campaign holder = stored(campaigns, campaign(tenant).withReservedName("spring"));
        Campaign rival = stored(campaigns, campaign(tenant));

        assertThatThrownBy(() -> stored(campaigns, campaign(tenant).withReservedName("spring")))
                .isInstanceOf(NameReserved.class);
        assertThatThrownBy(() -> in(tenant, () -> campaigns.update(rival.withReservedName("spring"))))
                .isInstanceOf(NameReserved.class);
        stored(campaigns, campaign(other).withReservedName("spring"));

        in(tenant, () -> campaigns.update(holder.withDeleted(NOW)));
        in(tenant, () -> campaigns.update(rival.withReservedName("spring")));
        assertThat(read(rival).reservedName()).isEqualTo("spring");
    }

    @Test
    void reservesNamesOfAnyLength() {
        String name = "ữ".repeat(20_000);
        Campaign holder = stored(campaigns, campaign(tenant).withName(name).withReservedName(name));

        assertThat(read(holder)).isEqualTo(holder);
        in(tenant, () -> {
            assertThat(campaigns.reserves(tenant, name, random.id())).contains(holder.id());
            assertThat(campaigns.nameInUse(tenant, name, random.id())).isTrue();
            assertThat(campaigns.nameInUse(tenant, name + "x", random.id())).isFalse();
        });
        assertThatThrownBy(() -> stored(campaigns, campaign(tenant).withReservedName(name)))
                .isInstanceOf(NameReserved.class);
    }

    @Test
    void ofTwoThatReserveANameAtOnceExactlyOneWins() throws Exception {
        for (int round = 0; round < 10; round++) {
            String name = "race " + round;
            CyclicBarrier inserted = new CyclicBarrier(2);
            List<CompletableFuture<Boolean>> rivals = IntStream.range(0, 2)
                    .mapToObj(i -> Rivals.start(() -> reserve(name, inserted)))
                    .toList();

            int winners = 0;
            for (CompletableFuture<Boolean> rival : rivals) {
                winners += rival.get(30, TimeUnit.SECONDS) ? 1 : 0;
            }

            assertThat(winners).isEqualTo(1);
        }
    }

    private boolean reserve(String name, CyclicBarrier together) {
        try {
            in(tenant, () -> {
                campaigns.reserves(tenant, name, random.id());
                await(together);
                campaigns.insert(campaign(tenant).withReservedName(name));
            });
            return true;
        } catch (NameReserved e) {
            return false;
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void findsTheLivingUsersOfEverythingACampaignPointsAt() {
        UUID plan = random.id();
        UUID queue = random.id();
        UUID carrier = random.id();
        UUID template = random.id();
        UUID list = random.id();
        Campaign user = stored(
                campaigns,
                campaign(tenant, random.id(), list)
                        .with(it -> it.dialPlan(plan)
                                .queue(queue)
                                .carrier(carrier)
                                .script(Script.EMPTY.withTemplate(template))));
        stored(campaigns, user.withId(random.id()).withDeleted(NOW));
        stored(campaigns, user.withId(random.id()).withTenant(other));
        stored(campaigns, campaign(tenant, random.id()));

        in(tenant, () -> {
            assertThat(campaigns.usingPlan(tenant, plan)).containsExactly(user);
            assertThat(campaigns.usingQueue(tenant, queue)).containsExactly(user);
            assertThat(campaigns.usingCarrier(tenant, carrier)).containsExactly(user);
            assertThat(campaigns.usingTemplate(tenant, template)).containsExactly(user);
            assertThat(campaigns.usingList(tenant, list)).containsExactly(user);
            assertThat(campaigns.usingList(tenant, random.id())).isEmpty();
            assertThat(campaigns.usingLists(tenant, List.of(random.id(), list, list)))
                    .containsExactly(user);
            assertThat(campaigns.usingLists(tenant, List.of(random.id()))).isEmpty();
            assertThat(campaigns.usingLists(tenant, List.of())).isEmpty();
        });
    }

    @Test
    void aChangeOfListsChangesWhoUsesThem() {
        UUID kept = random.id();
        UUID dropped = random.id();
        UUID added = random.id();
        Campaign before = stored(campaigns, campaign(tenant, dropped, kept));

        Campaign after = before.withLists(List.of(kept, added, kept));
        in(tenant, () -> campaigns.update(after));

        in(tenant, () -> {
            assertThat(campaigns.find(tenant, after.id())).contains(after);
            assertThat(campaigns.usingList(tenant, dropped)).isEmpty();
            assertThat(campaigns.usingList(tenant, kept)).containsExactly(after);
            assertThat(campaigns.usingList(tenant, added)).containsExactly(after);
        });
    }

    @Test
    void aRunIsWrittenAndReadWithTheCampaign() {
        Run run = Run.running(random.id(), List.of(random.id(), random.id())).pausedUntil(NOW);

        Campaign campaign = storedCampaign(tenant, run);

        assertThat(read(campaign).run()).isEqualTo(run);
    }
}
