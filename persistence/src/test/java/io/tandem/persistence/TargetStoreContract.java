package io.tandem.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tandem.campaigns.model.Address;
import io.tandem.campaigns.model.Destination;
import io.tandem.campaigns.model.Disposition;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetState;
import io.tandem.campaigns.ports.Page;
import io.tandem.campaigns.ports.TallyStore;
import io.tandem.campaigns.ports.TargetStore.Place;
import io.tandem.campaigns.ports.TargetStore.ResetPart;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

abstract class TargetStoreContract extends StoreContract {

    private final UUID list = random.id();

    TargetStoreContract(TestDatabase database) {
        super(database);
    }

    @Test
    void readsBackWhatWasWritten() {
        List<Target> all = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Target target = random.target(tenant, list);
            all.add(i % 10 == 0 ? target.withDeleted(NOW) : target);
        }

        in(tenant, () -> targets.insertAll(tenant, all));

        in(tenant, () -> {
            for (Target target : all) {
                assertThat(targets.find(tenant, target.id())).contains(target);
                assertThat(targets.lock(tenant, target.id())).contains(target);
            }
        });
    }

    @Test
    void insertsMoreThanOneBatchHolds() {
        List<Target> many = new ArrayList<>();
        for (int i = 0; i < 2_345; i++) {
            many.add(target(tenant, list));
        }

        in(tenant, () -> targets.insertAll(tenant, many));

        assertThat(tally(list)).isEqualTo(Map.of(TallyStore.TOTAL, 2_345L));
        assertThat(in(tenant, () -> targets.page(tenant, list, null, null, Page.first(5_000))))
                .hasSize(2_345);
    }

    @Test
    void anotherTenantsTargetLooksUnknown() {
        Target target = stored(target(tenant, list));
        String number = TargetRows.number(target);

        in(other, () -> {
            assertThat(targets.find(other, target.id())).isEmpty();
            assertThat(targets.lock(other, target.id())).isEmpty();
            assertThat(targets.page(other, null, null, null, Page.first(10))).isEmpty();
            assertThat(targets.page(other, list, null, number, Page.first(10))).isEmpty();
            assertThat(targets.count(other, list, null, null)).isZero();
            assertThat(targets.count(other, null, null, number)).isZero();
            assertThat(targets.numbersIn(other, list, List.of(number))).isEmpty();
            targets.delete(target.withTenant(other).withDeleted(NOW));
        });
        assertThatThrownBy(() -> in(other, () -> targets.update(target.withTenant(other))))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> in(other, () -> targets.insertAll(other, List.of(target))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(read(target)).isEqualTo(target);
    }

    @Test
    void pagesAndCountsByListCampaignAndNumber() {
        UUID campaign = random.id();
        UUID made =
                stored(lists, random.targetList(tenant).withCampaign(campaign)).id();
        Target oldest = stored(target(tenant, made).withCreated(NOW));
        Target middle = stored(target(tenant, list).withCreated(NOW.plusSeconds(1)));
        Target newest = stored(oldest.withId(random.id()).withCreated(NOW.plusSeconds(2)));
        stored(target(tenant, list).withDeleted(NOW));
        stored(target(other, list));
        String number = TargetRows.number(oldest);

        in(tenant, () -> {
            assertThat(page(null, null, null)).containsExactly(newest, middle, oldest);
            assertThat(page(list, null, null)).containsExactly(middle);
            assertThat(page(null, campaign, null)).containsExactly(newest, oldest);
            assertThat(page(null, null, number)).containsExactly(newest, oldest);
            assertThat(page(made, campaign, number)).containsExactly(newest, oldest);
            assertThat(page(list, campaign, null)).isEmpty();
            assertThat(targets.page(tenant, made, null, null, Page.olderThan(9, newest.created(), newest.id())))
                    .containsExactly(oldest);
            assertThat(targets.page(tenant, null, null, null, Page.skipping(1, 1)))
                    .containsExactly(middle);
        });
    }

    /** A page, and the count that must agree with it. */
    private List<Target> page(@Nullable UUID list, @Nullable UUID campaign, @Nullable String number) {
        List<Target> page = targets.page(tenant, list, campaign, number, Page.first(100));
        assertThat(targets.count(tenant, list, campaign, number)).isEqualTo(page.size());
        return page;
    }

    @Test
    void knowsWhichNumbersALivingTargetOfTheListHas() {
        Target here = stored(target(tenant, list));
        Target elsewhere = stored(target(tenant, random.id()));
        Target deleted = stored(target(tenant, list).withDeleted(NOW));
        Target notFirst = stored(target(tenant, list)
                .withDestinations(Arrays.asList(
                        null, Address.of(new Destination.PhoneNumber("+84999888777")), null, null, null)));

        Set<String> found = in(
                tenant,
                () -> targets.numbersIn(
                        tenant,
                        list,
                        Arrays.asList(
                                TargetRows.number(here),
                                TargetRows.number(elsewhere),
                                TargetRows.number(deleted),
                                notFirst.destinations().get(1).destination().text(),
                                "+84111")));

        assertThat(found).containsExactly(TargetRows.number(here));
        assertThat(in(tenant, () -> targets.numbersIn(tenant, list, List.of()))).isEmpty();
    }

    @Test
    void anUpdateLeavesAloneWhatTheSchedulerMoves() {
        Target before = stored(random.target(tenant, list));
        Target edit = random.target(tenant, random.id()).withId(before.id());

        in(tenant, () -> targets.update(edit));

        assertThat(read(before))
                .isEqualTo(edit.with(it -> it.list(list)
                        .state(before.state())
                        .tries(before.tries())
                        .attempt(before.attempt())
                        .lastDisposition(before.lastDisposition())
                        .lastCalled(before.lastCalled())
                        .push(before.push())
                        .created(before.created())));
    }

    @Test
    void deletesSoftlyAndOnce() {
        Target target = stored(target(tenant, list));

        in(tenant, () -> targets.delete(target.with(it -> it.deleted(NOW).updated(NOW))));
        in(tenant, () -> targets.delete(target.withDeleted(NOW.plusSeconds(9))));

        assertThat(read(target)).isEqualTo(target.with(it -> it.deleted(NOW).updated(NOW)));
        assertThat(in(tenant, () -> targets.page(tenant, list, null, null, Page.first(9))))
                .isEmpty();
        assertThat(tally(list)).isEqualTo(Map.of(TallyStore.TOTAL, 0L));
    }

    @Test
    void insertsAndDeletesKeepTheTalliesTrue() {
        Target fresh = stored(target(tenant, list));
        Target done =
                stored(target(tenant, list).withState(TargetState.DONE).withLastDisposition(Disposition.ANSWERED));
        stored(target(tenant, list).withState(TargetState.DO_NOT_CALL));
        stored(target(tenant, list).withState(TargetState.DONE).withDeleted(NOW));
        assertThat(tally(list)).isEqualTo(Map.of("TOTAL", 3L, "DONE", 1L, "DO_NOT_CALL", 1L));

        in(tenant, () -> targets.delete(done.withDeleted(NOW)));
        in(tenant, () -> targets.delete(fresh.withDeleted(NOW)));

        assertThat(tally(list)).isEqualTo(Map.of("TOTAL", 1L, "DONE", 0L, "DO_NOT_CALL", 1L));
    }

    @Test
    void deletesAllOfAList() {
        Target fresh = stored(target(tenant, list));
        Target again = stored(target(tenant, list).withState(TargetState.RETRY).withLastDisposition(Disposition.BUSY));
        Target done =
                stored(target(tenant, list).withState(TargetState.DONE).withLastDisposition(Disposition.ANSWERED));
        Target elsewhere = stored(target(tenant, random.id()));

        long deleted = in(tenant, () -> targets.deleteIn(tenant, list, NOW));
        long deletedByAnother = in(other, () -> targets.deleteIn(other, elsewhere.list(), NOW));

        assertThat(deleted).isEqualTo(3);
        assertThat(deletedByAnother).isZero();
        assertThat(read(fresh)).isEqualTo(fresh.with(it -> it.deleted(NOW).updated(NOW)));
        assertThat(read(again)).isEqualTo(again.with(it -> it.deleted(NOW).updated(NOW)));
        assertThat(read(done)).isEqualTo(done.with(it -> it.deleted(NOW).updated(NOW)));
        assertThat(read(elsewhere)).isEqualTo(elsewhere);
        assertThat(tally(list).values()).containsOnly(0L);
    }

    @Test
    void countsATenantsTargetsOnceThoughItHasACounterOfItsOwn() {
        stored(target(tenant, list));
        stored(target(tenant, random.id()));
        in(tenant, () -> tallies.add(tenant, tenant.value(), Map.of(TallyStore.TOTAL, 2L)));

        assertThat(in(tenant, () -> targets.count(tenant, null, null, null))).isEqualTo(2);
    }

    @Test
    void refusesADeletionWithoutItsInstant() {
        Target target = stored(target(tenant, list));

        assertThatThrownBy(() -> in(tenant, () -> targets.delete(target))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void resetsWhatHasEndedAndKeepsTheTallies() {
        Target done = stored(ended(TargetState.DONE, Disposition.ANSWERED));
        Target busy = stored(ended(TargetState.EXHAUSTED, Disposition.BUSY));
        Target failed = stored(ended(TargetState.EXHAUSTED, Disposition.FAILED));
        Target calling = stored(target(tenant, list).withState(TargetState.CALLING));
        Target elsewhere = stored(ended(TargetState.EXHAUSTED, Disposition.BUSY).withList(random.id()));
        Target gone = stored(ended(TargetState.EXHAUSTED, Disposition.BUSY).withDeleted(NOW));

        long reset = resetAll(Set.of(TargetState.EXHAUSTED), Set.of(Disposition.BUSY), 2);

        assertThat(reset).isEqualTo(1);
        assertThat(read(busy))
                .isEqualTo(busy.withState(TargetState.FRESH)
                        .withTries(Target.NO_TRIES)
                        .withDue(LATER)
                        .withUpdated(LATER));
        for (Target untouched : List.of(done, failed, calling, elsewhere, gone)) {
            assertThat(read(untouched)).isEqualTo(untouched);
        }
        assertThat(tally(list)).isEqualTo(Map.of(TallyStore.TOTAL, 4L, "DONE", 1L, "EXHAUSTED", 1L));
        assertThat(resetAll(Set.of(TargetState.EXHAUSTED, TargetState.DONE), Set.of(), 1))
                .isEqualTo(2);
        assertThat(tally(list)).containsEntry("DONE", 0L).containsEntry("EXHAUSTED", 0L);
        assertThat(read(calling)).isEqualTo(calling);
    }

    private static final Instant LATER = NOW.plusSeconds(60);

    private Target ended(TargetState state, Disposition last) {
        return target(tenant, list)
                .withState(state)
                .withTries(List.of(2, 0, 0, 0, 0))
                .withLastDisposition(last)
                .withLastCalled(NOW);
    }

    private long resetAll(Set<TargetState> states, Set<Disposition> last, int limit) {
        long reset = 0;
        @Nullable Place place = null;
        do {
            Place after = place;
            ResetPart part = in(tenant, () -> targets.reset(tenant, list, states, last, LATER, after, limit));
            reset += part.reset();
            place = part.end();
        } while (place != null);
        return reset;
    }

    @Test
    void pagesWhatWasCalledBetweenTwoInstants() {
        Target early = stored(target(tenant, list).withLastCalled(NOW).withCreated(NOW));
        Target late = stored(target(tenant, list).withLastCalled(LATER).withCreated(LATER));
        stored(target(tenant, list));

        in(tenant, () -> {
            assertThat(targets.calledBetween(tenant, list, null, NOW, null, Page.first(9)))
                    .containsExactly(late, early);
            assertThat(targets.calledBetween(tenant, list, null, null, LATER, Page.first(9)))
                    .containsExactly(early);
            assertThat(targets.countCalledBetween(tenant, list, null, NOW, LATER))
                    .isEqualTo(1);
            assertThat(targets.countCalledBetween(tenant, null, null, NOW, null))
                    .isEqualTo(2);
        });
    }
}
