package io.tandem.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.campaigns.model.CallAttempt;
import io.tandem.campaigns.model.Disposition;
import io.tandem.campaigns.model.Push;
import io.tandem.campaigns.model.Run;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetState;
import io.tandem.campaigns.model.Template;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.SchedulerStore.Expiring;
import io.tandem.campaigns.ports.SchedulerStore.Overdue;
import io.tandem.campaigns.ports.SchedulerStore.Place;
import io.tandem.campaigns.ports.SchedulerStore.Shelf;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the scheduler reads and writes of targets that clients pushed. (autocall-v3.md, D36) */
abstract class PushStoreContract extends SchedulerContract {

    PushStoreContract(TestDatabase database) {
        super(database);
    }

    private Target pushed(TenantId of, UUID into, int at, @Nullable Integer end) {
        Instant expires = end == null ? null : NOW.plusSeconds(end);
        return target(of, into).withPush(new Push(random.id(), NOW.plusSeconds(at), expires, null));
    }

    private CallAttempt recordOf(Target target, UUID campaign) {
        Push push = Objects.requireNonNull(target.push());
        Instant end = Objects.requireNonNull(push.expires());
        return attempt(target, campaign)
                .with(it -> it.id(push.call())
                        .placed(end)
                        .ended(end)
                        .disposition(Disposition.FAILED)
                        .updated(NOW.plusSeconds(1)));
    }

    @Test
    void findsThePushedWhoAreDueByWhenTheyWerePushed() {
        Target second = stored(pushed(tenant, list, 2, null).withDue(NOW.minusSeconds(60)));
        Target first = stored(pushed(tenant, list, 1, 60));
        Target putOff = stored(pushed(tenant, list, 0, null).withDue(NOW.plusSeconds(9)));
        Target viettel = stored(pushed(tenant, list, 3, null).withNetwork("viettel"));
        Target ordinary = stored(target(tenant, list));
        Target called = stored(pushed(tenant, list, 0, null).withState(TargetState.RETRY));
        stored(pushed(tenant, list, 0, null).withState(TargetState.DONE));
        stored(pushed(tenant, list, 0, null).withDeleted(NOW));
        stored(pushed(other, list, 0, null));
        Shelf shelf = new Shelf(tenant, list, TargetState.FRESH, null, true);

        assertThat(scheduler.due(shelf, NOW, 9)).containsExactly(first, second, viettel);
        assertThat(scheduler.due(shelf, NOW, 1)).containsExactly(first);
        assertThat(scheduler.due(shelf, shelf.placeOf(first), NOW, 9)).containsExactly(second, viettel);
        assertThat(scheduler.due(shelf, new Place(NOW.plusSeconds(2), new UUID(0, 0)), NOW, 9))
                .containsExactly(second, viettel);
        assertThat(scheduler.due(new Shelf(tenant, list, TargetState.FRESH, "viettel", true), NOW, 9))
                .containsExactly(viettel);
        assertThat(scheduler.nextDue(shelf, NOW)).contains(putOff.due());
        assertThat(scheduler.due(shelf, putOff.due(), 1)).containsExactly(putOff);
        assertThat(scheduler.nextDue(shelf, putOff.due())).isEmpty();
        assertThat(scheduler.due(new Shelf(tenant, list, TargetState.FRESH, null), NOW, 9))
                .containsExactly(ordinary);
        assertThat(scheduler.nextDue(new Shelf(tenant, list, TargetState.FRESH, null), NOW))
                .isEmpty();
        assertThat(scheduler.due(new Shelf(tenant, list, TargetState.RETRY, null), NOW, 9))
                .containsExactly(called);
    }

    @Test
    void findsNobodyPushedToAListThatIsDisabledOrDeleted() {
        UUID disabled =
                stored(lists, random.targetList(tenant).withEnabled(false)).id();
        UUID deleted = stored(lists, random.targetList(tenant).withEnabled(true).withDeleted(NOW))
                .id();
        stored(pushed(tenant, disabled, 0, null));
        stored(pushed(tenant, deleted, 0, null));

        assertThat(scheduler.due(new Shelf(tenant, disabled, TargetState.FRESH, null, true), NOW, 9))
                .isEmpty();
        assertThat(scheduler.due(new Shelf(tenant, deleted, TargetState.FRESH, null, true), NOW, 9))
                .isEmpty();
    }

    @Test
    void tellsInWhichListsAPushWaits() {
        UUID without = storedList(tenant).id();
        UUID over = storedList(tenant).id();
        stored(pushed(tenant, list, 0, null));
        stored(target(tenant, without));
        stored(pushed(tenant, over, 0, null).withState(TargetState.DONE));

        assertThat(scheduler.withPushes(tenant, List.of(list, without, over))).containsExactly(list);
        assertThat(scheduler.withPushes(tenant, List.of(without))).isEmpty();
        assertThat(scheduler.withPushes(other, List.of(list))).isEmpty();
        assertThat(scheduler.withPushes(tenant, List.of())).isEmpty();
    }

    @Test
    void findsWhoseTimeIsOverWhateverTheirCampaignDoes() {
        UUID run = random.id();
        UUID running = storedCampaign(tenant, Run.running(run, List.of())).id();
        UUID of = stored(lists, random.targetList(tenant).withCampaign(running).withEnabled(false))
                .id();
        UUID none = stored(lists, random.targetList(tenant).withCampaign(null)).id();
        Target fresh = stored(pushed(tenant, of, -60, -1));
        Target again = stored(pushed(tenant, none, -60, 0).withState(TargetState.RETRY));
        Target inACall = stored(pushed(tenant, of, -60, 30).withState(TargetState.CALLING));
        Target later = stored(pushed(tenant, of, -60, 40));
        stored(pushed(tenant, of, -60, null));
        stored(pushed(tenant, of, -60, -5).withState(TargetState.CALLING));
        stored(pushed(tenant, of, -60, -5).withState(TargetState.EXHAUSTED));
        stored(pushed(tenant, of, -60, -5).withDeleted(NOW));
        stored(pushed(other, of, -60, -5));

        Expiring now = scheduler.expiring(tenant, NOW, 9);
        Expiring soon = scheduler.expiring(tenant, NOW.plusSeconds(30), 1);
        Expiring late = scheduler.expiring(tenant, NOW.plusSeconds(40), 9);

        assertThat(now.over()).containsExactly(new Overdue(fresh, running, run), new Overdue(again, null, null));
        assertThat(now.next()).contains(NOW.plusSeconds(30));
        assertThat(soon.over()).extracting(Overdue::target).containsExactly(fresh);
        assertThat(soon.next()).contains(NOW.plusSeconds(40));
        assertThat(late.over()).extracting(Overdue::target).containsExactly(fresh, again, later);
        assertThat(late.next()).isEmpty();
        assertThat(read(inACall)).isEqualTo(inACall);
        assertThat(scheduler.expiring(newTenant(), NOW, 9)).isEqualTo(new Expiring(List.of(), Optional.empty()));
    }

    @Test
    void oneThatWasNeverCalledEndsWithItsRecordOnce() {
        Target target = stored(pushed(tenant, list, -60, 0));
        CallAttempt record = recordOf(target, campaign);

        commit(turn().expire(target, record));
        commit(turn().expire(target, record));

        assertThat(read(record)).isEqualTo(record);
        assertThat(read(target))
                .isEqualTo(target.with(it -> it.state(TargetState.EXHAUSTED)
                        .tries(List.of(1, 0, 0, 0, 0))
                        .lastDisposition(Disposition.FAILED)
                        .lastCalled(record.placed())));
        assertThat(tally(campaign)).containsEntry("FAILED", 1L);
        assertThat(tally(list)).containsEntry("EXHAUSTED", 1L);
        assertThat(scheduler.expiring(tenant, NOW, 9).over()).isEmpty();
    }

    @Test
    void oneThatWasCalledMeanwhileOrDeletedIsNotEnded() {
        Target called = stored(pushed(tenant, list, -60, 0));
        CallAttempt first =
                attempt(called, campaign).withId(recordOf(called, campaign).id());
        commit(turn().claim(called, first));
        Target deleted = stored(pushed(tenant, list, -60, 0).withDeleted(NOW));

        commit(turn().expire(called, recordOf(called, campaign)).expire(deleted, recordOf(deleted, campaign)));
        commit(turn().expire(called, recordOf(called, campaign)));

        assertThat(read(first)).isEqualTo(first);
        assertThat(read(called).state()).isEqualTo(TargetState.CALLING);
        assertThat(read(deleted)).isEqualTo(deleted);
        assertThat(tally(list)).doesNotContainKey("EXHAUSTED");
    }

    @Test
    void anEarlierOwnerEndsNobody() {
        Target target = stored(pushed(tenant, list, -60, 0));

        commit(turn().fence(tenant, fence - 1).expire(target, recordOf(target, campaign)));

        assertThat(read(target)).isEqualTo(target);
    }

    @Test
    void aClaimThatWasTakenBackIsMadeAgainUnderItsIdAndNotTakenBackTwice() {
        Target target = stored(pushed(tenant, list, 0, null));
        CallAttempt attempt = attempt(target, campaign)
                .withId(recordOf(target.withPush(endless(target)), campaign).id());
        UUID lost = random.id();
        commit(new TurnBuilder(lost, NOW).fence(tenant, fence).claim(target, attempt));
        commit(turn().takeBack(target, attempt, lost));
        assertThat(read(target)).isEqualTo(target);

        assertThat(commit(turn().takeBack(target, attempt, lost).claim(target, attempt))
                        .claimed())
                .containsExactly(attempt.id());
        commit(turn().takeBack(target, attempt, lost));

        assertThat(read(attempt)).isEqualTo(attempt);
        assertThat(read(target).attempt()).isEqualTo(attempt.id());
    }

    private static Push endless(Target target) {
        Push push = Objects.requireNonNull(target.push());
        return new Push(push.call(), push.at(), NOW, push.template());
    }

    @Test
    void aResetMakesItOneAmongOthersUnlessItsTimeIsOver() {
        Target done = stored(pushed(tenant, list, -60, null).withState(TargetState.DONE));
        Target inTime = stored(pushed(tenant, list, -60, 1).withState(TargetState.EXHAUSTED));
        Target over = stored(pushed(tenant, list, -60, 0).withState(TargetState.EXHAUSTED));

        in(
                tenant,
                () -> targets.reset(
                        tenant, list, Set.of(TargetState.DONE, TargetState.EXHAUSTED), Set.of(), NOW, null, 100));

        assertThat(scheduler.due(new Shelf(tenant, list, TargetState.FRESH, null), NOW, 9))
                .extracting(Target::id)
                .containsExactlyInAnyOrder(done.id(), inTime.id());
        assertThat(scheduler.due(new Shelf(tenant, list, TargetState.FRESH, null, true), NOW, 9))
                .isEmpty();
        assertThat(Objects.requireNonNull(read(inTime).push()).expires()).isEqualTo(NOW.plusSeconds(1));
        assertThat(read(over)).isEqualTo(over);
        assertThat(scheduler.expiring(tenant, NOW.plusSeconds(1), 9).over())
                .extracting(overdue -> overdue.target().goesFirst())
                .containsExactly(false);
    }

    @Test
    void readsLivingTemplates() {
        Template one =
                stored(database.objects(Template.class), random.template(tenant).withDeleted(null));
        Template gone =
                stored(database.objects(Template.class), random.template(tenant).withDeleted(NOW));
        Template foreign =
                stored(database.objects(Template.class), random.template(other).withDeleted(null));

        assertThat(scheduler.templates(tenant, List.of(one.id(), gone.id(), foreign.id(), random.id())))
                .isEqualTo(Map.of(one.id(), one));
    }
}
