package io.tandem.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tandem.campaigns.model.Agent;
import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.Carrier;
import io.tandem.campaigns.model.DialPlan;
import io.tandem.campaigns.model.Flow;
import io.tandem.campaigns.model.Queue;
import io.tandem.campaigns.model.Stored;
import io.tandem.campaigns.model.Tag;
import io.tandem.campaigns.model.TargetList;
import io.tandem.campaigns.model.Template;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.ObjectStore;
import io.tandem.campaigns.ports.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

abstract class ObjectStoreContract extends StoreContract {

    private final ObjectStore<Tag> tags;

    ObjectStoreContract(TestDatabase database) {
        super(database);
        tags = database.objects(Tag.class);
    }

    @TestFactory
    Stream<DynamicTest> readsBackWhatWasWritten() {
        return Stream.of(
                roundTrip(Campaign.class, random::campaign),
                roundTrip(DialPlan.class, random::dialPlan),
                roundTrip(TargetList.class, random::targetList),
                roundTrip(Template.class, random::template),
                roundTrip(Carrier.class, random::carrier),
                roundTrip(Queue.class, random::queue),
                roundTrip(Agent.class, random::agent),
                roundTrip(Tag.class, random::tag),
                roundTrip(Flow.class, random::flow));
    }

    private <T extends Stored> DynamicTest roundTrip(Class<T> type, Function<TenantId, T> make) {
        return DynamicTest.dynamicTest(type.getSimpleName(), () -> {
            ObjectStore<T> store = database.objects(type);
            for (int i = 0; i < 20; i++) {
                T object = stored(store, make.apply(tenant));
                assertThat(in(tenant, () -> store.find(tenant, object.id()))).contains(object);
            }
        });
    }

    @Test
    void overwritesTheObject() {
        Agent agent = stored(database.objects(Agent.class), random.agent(tenant));
        Agent bystander = stored(database.objects(Agent.class), random.agent(tenant));
        Agent changed = agent.with(builder ->
                builder.name("new").call(random.id()).tags(List.of(random.id())).updated(NOW));

        in(tenant, () -> database.objects(Agent.class).update(changed));

        assertThat(in(tenant, () -> database.objects(Agent.class).find(tenant, agent.id())))
                .contains(changed);
        assertThat(in(tenant, () -> database.objects(Agent.class).find(tenant, bystander.id())))
                .contains(bystander);
    }

    @Test
    void findsADeletedObjectAndListsItNoMore() {
        Tag living = stored(tags, random.tag(tenant));
        Tag deleted = stored(tags, random.tag(tenant));

        Tag gone = deleted.withDeleted(NOW);
        in(tenant, () -> tags.update(gone));

        in(tenant, () -> {
            assertThat(tags.find(tenant, deleted.id())).contains(gone);
            assertThat(tags.findLiving(tenant, deleted.id())).isEmpty();
            assertThat(tags.lockLiving(tenant, deleted.id())).isEmpty();
            assertThat(tags.page(tenant, Page.first(10))).containsExactly(living);
            assertThat(tags.count(tenant)).isEqualTo(1);
            assertThat(tags.living(tenant, List.of(living.id(), deleted.id(), random.id())))
                    .containsOnlyKeys(living.id());
        });
    }

    @Test
    void anotherTenantsIdLooksUnknown() {
        Tag tag = stored(tags, random.tag(tenant));

        in(other, () -> {
            assertThat(tags.find(other, tag.id())).isEmpty();
            assertThat(tags.lock(other, tag.id())).isEmpty();
            assertThat(tags.living(other, List.of(tag.id()))).isEmpty();
            assertThat(tags.page(other, Page.first(10))).isEmpty();
            assertThat(tags.count(other)).isZero();
        });
        Tag foreign = tag.withTenant(other).withName("overwritten");
        assertThatThrownBy(() -> in(other, () -> tags.update(foreign))).isInstanceOf(IllegalStateException.class);
        assertThat(in(tenant, () -> tags.find(tenant, tag.id()))).contains(tag);
    }

    @Test
    void twoTenantsMayUseTheSameId() {
        Tag mine = stored(tags, random.tag(tenant));
        Tag theirs = stored(tags, random.tag(other).withId(mine.id()));

        assertThat(in(tenant, () -> tags.find(tenant, mine.id()))).contains(mine);
        assertThat(in(other, () -> tags.find(other, mine.id()))).contains(theirs);
    }

    @Test
    void refusesAnIdThatIsTaken() {
        Tag tag = stored(tags, random.tag(tenant));

        assertThatThrownBy(() -> in(tenant, () -> tags.insert(random.tag(tenant).withId(tag.id()))))
                .isInstanceOf(RuntimeException.class);

        assertThat(in(tenant, () -> tags.find(tenant, tag.id()))).contains(tag);
    }

    @Test
    void pagesNewestFirstAndByIdWithinOneInstant() {
        List<Tag> all = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Instant created = NOW.plusSeconds(i / 5);
            all.add(stored(tags, random.tag(tenant).withCreated(created)));
        }
        all.sort(Comparator.comparing(Tag::created)
                .thenComparing(Tag::id, ObjectStoreContract::unsigned)
                .reversed());

        List<Tag> byCursor = new ArrayList<>();
        Page page = Page.first(3);
        for (List<Tag> part = tagPage(page); !part.isEmpty(); part = tagPage(page)) {
            byCursor.addAll(part);
            Tag last = part.get(part.size() - 1);
            page = Page.olderThan(3, last.created(), last.id());
        }

        assertThat(byCursor).containsExactlyElementsOf(all);
        assertThat(tagPage(Page.skipping(4, 7))).containsExactlyElementsOf(all.subList(7, 11));
        assertThat(tagPage(Page.olderThan(100, NOW.plusSeconds(2), null)))
                .containsExactlyElementsOf(all.subList(10, 20));
    }

    private List<Tag> tagPage(Page page) {
        return in(tenant, () -> tags.page(tenant, page));
    }

    private static int unsigned(UUID one, UUID two) {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), two.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), two.getLeastSignificantBits());
    }

    @Test
    void keepsInstantsInMicroseconds() {
        Instant nanos = NOW.plusNanos(999);
        Tag tag = stored(tags, random.tag(tenant).withCreated(nanos).withUpdated(Instant.MAX));

        Tag read = in(tenant, () -> tags.find(tenant, tag.id())).orElseThrow();

        assertThat(read.created()).isEqualTo(NOW);
        assertThat(read.updated()).isEqualTo(Instant.parse("9999-12-31T23:59:59.999999Z"));
    }

    @Test
    void aLockedObjectWaitsForTheTransactionThatHoldsIt() throws Exception {
        Tag tag = stored(tags, random.tag(tenant).withName("a"));
        CountDownLatch locked = new CountDownLatch(1);
        CountDownLatch proceed = new CountDownLatch(1);

        CompletableFuture<Void> first = Rivals.run(() -> in(tenant, () -> {
            Tag mine = tags.lock(tenant, tag.id()).orElseThrow();
            locked.countDown();
            await(proceed);
            tags.update(mine.withName(mine.name() + "b"));
        }));
        await(locked);
        CompletableFuture<Void> second = Rivals.run(() -> in(tenant, () -> {
            proceed.countDown();
            Tag mine = tags.lock(tenant, tag.id()).orElseThrow();
            tags.update(mine.withName(mine.name() + "c"));
        }));
        CompletableFuture.allOf(first, second).get(30, TimeUnit.SECONDS);

        assertThat(in(tenant, () -> tags.find(tenant, tag.id())).orElseThrow().name())
                .isEqualTo("abc");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
