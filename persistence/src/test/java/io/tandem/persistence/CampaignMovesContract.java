package io.tandem.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.campaigns.model.CallAttempt;
import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.CampaignKind;
import io.tandem.campaigns.model.DialPlan;
import io.tandem.campaigns.model.Queue;
import io.tandem.campaigns.model.Run;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetState;
import io.tandem.campaigns.ports.ImportStore;
import io.tandem.campaigns.ports.ReplanStore;
import io.tandem.campaigns.ports.SchedulerStore.CampaignMove;
import io.tandem.campaigns.ports.SchedulerStore.Committed;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

abstract class CampaignMovesContract extends SchedulerContract {

    private final Run running = Run.running(random.id(), List.of(random.id()));

    CampaignMovesContract(TestDatabase database) {
        super(database);
    }

    private CampaignMove stop(Campaign campaign) {
        return new CampaignMove(tenant, campaign.id(), campaign.run(), Run.STOPPED, true, null, null);
    }

    private Committed commit(CampaignMove move) {
        return commit(turn().move(move));
    }

    @Test
    void aMoveChangesTheRunAndNothingElse() {
        Campaign campaign = storedCampaign(tenant, running);
        Run paused = running.pausedUntil(NOW.plusSeconds(3_600));

        Committed committed = commit(new CampaignMove(tenant, campaign.id(), running, paused, false, null, null));

        assertThat(committed.moved()).containsExactly(campaign.id());
        assertThat(read(campaign)).isEqualTo(campaign.withRun(paused));
    }

    @Test
    void aMoveFromAnotherStateOrRunDoesNotHold() {
        Campaign campaign = storedCampaign(tenant, running);
        Run otherRun = Run.running(random.id(), List.of());
        Run otherState = running.pausedUntil(null);

        assertThat(commit(new CampaignMove(tenant, campaign.id(), otherRun, Run.STOPPED, false, null, null))
                        .moved())
                .isEmpty();
        assertThat(commit(new CampaignMove(tenant, campaign.id(), otherState, Run.STOPPED, false, null, null))
                        .moved())
                .isEmpty();
        assertThat(commit(new CampaignMove(other, campaign.id(), running, Run.STOPPED, false, null, null))
                        .moved())
                .isEmpty();
        assertThat(read(campaign)).isEqualTo(campaign);
    }

    @Test
    void aMoveFromAStateWithoutARunHolds() {
        Campaign campaign = storedCampaign(tenant, Run.stopping());

        Committed committed =
                commit(new CampaignMove(tenant, campaign.id(), Run.stopping(), Run.STOPPED, false, null, null));

        assertThat(committed.moved()).containsExactly(campaign.id());
    }

    @Test
    void anExhaustedCampaignStops() {
        UUID disabled =
                stored(lists, random.targetList(tenant).withEnabled(false)).id();
        UUID deleted = stored(lists, random.targetList(tenant).withEnabled(true).withDeleted(NOW))
                .id();
        Campaign campaign = storedCampaign(tenant, running, list, disabled, deleted);
        stored(target(tenant, list).withState(TargetState.DONE));
        stored(target(tenant, list).withState(TargetState.EXHAUSTED));
        stored(target(tenant, list).withDeleted(NOW));
        stored(target(tenant, disabled));
        stored(target(tenant, deleted));
        stored(target(tenant, random.id()));
        stored(target(other, list));

        assertThat(commit(stop(campaign)).moved()).containsExactly(campaign.id());
        assertThat(read(campaign).run()).isEqualTo(Run.STOPPED);
    }

    @Test
    void aCampaignWithATargetLeftIsNotExhausted() {
        for (TargetState state : List.of(TargetState.FRESH, TargetState.RETRY, TargetState.CALLING)) {
            UUID own = storedList(tenant).id();
            Campaign campaign = storedCampaign(tenant, running, list, own);
            stored(target(tenant, own).withState(state).withDue(NOW.plusSeconds(1_000_000)));

            assertThat(commit(stop(campaign)).moved()).as(state.name()).isEmpty();
            assertThat(read(campaign)).isEqualTo(campaign);
        }
    }

    @Test
    void aCampaignWithACallUpIsNotExhausted() {
        Campaign campaign = storedCampaign(tenant, running, list);
        Target target = stored(target(tenant, list));
        CallAttempt attempt = attempt(target, campaign.id());
        commit(turn().claim(target, attempt));
        in(tenant, () -> targets.delete(read(target).withDeleted(NOW)));

        assertThat(commit(stop(campaign)).moved()).isEmpty();

        commit(turn().outcome(answered(attempt)));
        assertThat(commit(stop(campaign)).moved()).containsExactly(campaign.id());
    }

    @Test
    void aCampaignWithAnOpenImportIsNotExhausted() {
        ImportStore imports = database.bean(ImportStore.class);
        Campaign campaign = storedCampaign(tenant, running, list);
        var upload = new ImportStore.Import(tenant, random.id(), list, "a", 0, 0, 0, 0, null, NOW, null);
        var elsewhere = new ImportStore.Import(tenant, random.id(), random.id(), "a", 0, 0, 0, 0, null, NOW, null);
        in(tenant, () -> imports.insert(upload, new byte[0]));
        in(tenant, () -> imports.insert(elsewhere, new byte[0]));

        assertThat(commit(stop(campaign)).moved()).isEmpty();

        in(
                tenant,
                () -> imports.progress(
                        upload,
                        new ImportStore.Import(tenant, upload.id(), list, "a", 0, 0, 0, 0, null, NOW, NOW),
                        List.of()));
        assertThat(commit(stop(campaign)).moved()).containsExactly(campaign.id());
    }

    @Test
    void aCampaignWhoseListIsBeingFilledIsNotExhausted() {
        ImportStore imports = database.bean(ImportStore.class);
        Campaign campaign = storedCampaign(tenant, running, list);
        UUID feed = random.id();
        in(tenant, () -> imports.feeds(tenant, random.id(), random.id(), Duration.ofMinutes(1)));
        in(other, () -> imports.feeds(other, list, random.id(), Duration.ofMinutes(1)));
        in(tenant, () -> imports.feeds(tenant, list, feed, Duration.ofSeconds(-1)));
        in(tenant, () -> imports.feeds(tenant, list, feed, Duration.ofMinutes(1)));

        assertThat(commit(stop(campaign)).moved()).isEmpty();

        in(tenant, () -> imports.fed(tenant, feed));
        assertThat(commit(stop(campaign)).moved()).containsExactly(campaign.id());
    }

    @Test
    void aRequestThatFellSilentHoldsUpNobody() {
        ImportStore imports = database.bean(ImportStore.class);
        Campaign campaign = storedCampaign(tenant, running, list);
        in(tenant, () -> imports.feeds(tenant, list, random.id(), Duration.ofSeconds(-1)));

        assertThat(commit(stop(campaign)).moved()).containsExactly(campaign.id());
    }

    @Test
    void whoIsStartedTakesUpTheListsOfTheOneBefore() {
        ReplanStore replans = database.bean(ReplanStore.class);
        Campaign first = storedCampaign(tenant, running, list);
        in(tenant, () -> replans.takeUp(tenant, first.id()));
        Campaign second = planned(campaign(tenant, list));

        commit(chain(first, second.id()));

        assertThat(in(tenant, () -> replans.judge(tenant, list))).contains(second.id());
        assertThat(in(tenant, () -> replans.open(tenant)))
                .extracting(ReplanStore.Replan::campaign)
                .containsExactly(second.id());
    }

    /** Where the other was at rest when such a call ended, the call's own campaign judged it. */
    @Test
    void whatAStoppedCampaignsLastCallsLeaveIsReplannedByWhoTookItUp() {
        ReplanStore replans = database.bean(ReplanStore.class);
        Campaign stopping =
                storedCampaign(tenant, Run.stopping(), list, storedList(tenant).id());
        Campaign next = storedCampaign(tenant, Run.STOPPED, list);
        in(tenant, () -> replans.takeUp(tenant, next.id()));

        commit(new CampaignMove(tenant, stopping.id(), stopping.run(), Run.STOPPED, false, null, null));

        assertThat(in(tenant, () -> replans.open(tenant)))
                .extracting(ReplanStore.Replan::campaign)
                .containsExactly(next.id());
    }

    @Test
    void whoStartsItselfAfterAPauseTakesUpItsLists() {
        ReplanStore replans = database.bean(ReplanStore.class);
        Campaign before = storedCampaign(tenant, Run.STOPPED, list);
        in(tenant, () -> replans.takeUp(tenant, before.id()));
        Campaign paused = planned(campaign(tenant, list).withRun(running.pausedUntil(NOW)));

        commit(new CampaignMove(tenant, paused.id(), paused.run(), running, false, null, null));

        assertThat(in(tenant, () -> replans.judge(tenant, list))).contains(paused.id());
        assertThat(in(tenant, () -> replans.open(tenant)))
                .extracting(ReplanStore.Replan::campaign)
                .containsExactly(paused.id());
    }

    @Test
    void whoLacksWhatItNamesStaysPaused() {
        Campaign paused = campaign(tenant, list).withRun(running.pausedUntil(NOW));
        Campaign planless = stored(campaigns, paused.withId(random.id()));
        Campaign queueless = planned(paused.withId(random.id()).withQueue(random.id()));
        Campaign carrierless = planned(paused.withId(random.id()).withCarrier(random.id()));
        Queue queue = stored(database.objects(Queue.class), random.queue(tenant));
        Campaign whole = planned(paused.withId(random.id()).withQueue(queue.id()));

        for (Campaign each : List.of(planless, queueless, carrierless, whole)) {
            Committed committed = commit(new CampaignMove(tenant, each.id(), each.run(), running, false, null, null));

            assertThat(committed.moved()).isEqualTo(each.equals(whole) ? Set.of(whole.id()) : Set.of());
        }
    }

    @Test
    void theLastOutcomeAndTheStopFitInOneTurn() {
        Campaign campaign = storedCampaign(tenant, running, list);
        Target target = stored(target(tenant, list));
        CallAttempt attempt = attempt(target, campaign.id());
        commit(turn().claim(target, attempt));

        Committed committed = commit(turn().outcome(answered(attempt)).move(stop(campaign)));

        assertThat(committed.moved()).containsExactly(campaign.id());
    }

    private Campaign planned(Campaign campaign) {
        DialPlan plan = stored(database.objects(DialPlan.class), random.dialPlan(campaign.tenant()));
        return stored(campaigns, campaign.withDialPlan(plan.id()));
    }

    private CampaignMove chain(Campaign from, UUID next) {
        return new CampaignMove(
                tenant, from.id(), from.run(), Run.STOPPED, true, next, Run.running(random.id(), List.of(from.id())));
    }

    @Test
    void theNextCampaignStartsWithTheStop() {
        Campaign first = storedCampaign(tenant, running, list);
        Campaign second = planned(campaign(tenant, list, random.id()));
        CampaignMove move = chain(first, second.id());

        Committed committed = commit(move);

        assertThat(committed.moved()).containsExactly(first.id());
        assertThat(committed.started()).containsExactly(second.id());
        assertThat(read(second)).isEqualTo(second.withRun(Objects.requireNonNull(move.nextRun())));
    }

    @Test
    void theNextCampaignDoesNotStartWithoutTheStop() {
        Campaign first = storedCampaign(tenant, running, list);
        Campaign second = planned(campaign(tenant));
        stored(target(tenant, list));

        Committed committed = commit(chain(first, second.id()));

        assertThat(committed.moved()).isEmpty();
        assertThat(committed.started()).isEmpty();
        assertThat(read(second)).isEqualTo(second);
    }

    @Test
    void aNextCampaignThatCannotRunIsLeftAlone() {
        UUID shared = storedList(tenant).id();
        storedCampaign(tenant, Run.running(random.id(), List.of()), shared);
        Campaign disabled = planned(campaign(tenant).withEnabled(false));
        Campaign deleted = planned(campaign(tenant).withDeleted(NOW));
        Campaign paused = planned(campaign(tenant).withRun(running.pausedUntil(NOW)));
        Campaign busyList = planned(campaign(tenant, random.id(), shared));
        Campaign foreign = planned(campaign(other));
        Campaign planless = storedCampaign(tenant, Run.STOPPED);
        Campaign manual = planned(campaign(tenant).withKind(CampaignKind.MANUAL));

        for (Campaign next : List.of(disabled, deleted, paused, busyList, foreign, planless, manual)) {
            Campaign first = storedCampaign(tenant, Run.running(random.id(), List.of()), list);

            Committed committed = commit(chain(first, next.id()));

            assertThat(committed.moved()).containsExactly(first.id());
            assertThat(committed.started()).isEmpty();
            assertThat(read(next)).isEqualTo(next);
        }
    }

    @Test
    void aListThatOnlyDeletedOrStoppedCampaignsShareIsFree() {
        stored(campaigns, campaign(tenant, list).withRun(running).withDeleted(NOW));
        storedCampaign(tenant, Run.stopping(), list);
        storedCampaign(other, running, list);
        Campaign first = storedCampaign(tenant, running, random.id());
        Campaign second = planned(campaign(tenant, list));

        assertThat(commit(chain(first, second.id())).started()).containsExactly(second.id());
    }
}
