package io.tandem.campaigns.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.CampaignState;
import io.tandem.campaigns.model.DialPlan;
import io.tandem.campaigns.model.TargetState;
import io.tandem.campaigns.ports.StoreUnavailable;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a commit leaves behind whose answer was never heard. */
class LateCommitTest {

    private static final String ANSWERED = "+84901299000";
    private static final String BUSY = "+84901299100";

    private final Stage stage = new Stage();

    @BeforeEach
    void quietly() {
        SchedulerLog.silence();
    }

    @Test
    void theNextCampaignRunsThoughTheEndOfTheOneBeforeLandsLate() {
        DialPlan plan = stage.plan(1);
        Campaign next = stage.campaign(plan, BUSY);
        Campaign first = stage.campaign(plan, ANSWERED).withNext(next.id());
        stage.run(first);
        AtomicInteger ends = new AtomicInteger();
        stage.commitsAre(turn -> {
            if (!turn.moves().isEmpty() && ends.incrementAndGet() == 1) {
                throw stage.commitLate(turn);
            }
            return stage.commit(turn);
        });

        stage.live();

        assertThat(stage.store.attempts.values())
                .extracting(attempt -> attempt.campaign())
                .containsExactly(first.id(), next.id());
        assertThat(stage.store.campaigns.values()).extracting(Campaign::state).containsOnly(CampaignState.STOPPED);
    }

    @Test
    void anOutcomeThatIsWrittenAfterAnEditGoesByTheNewPlan() {
        DialPlan plan = stage.plan(1);
        Campaign campaign = stage.campaign(plan, BUSY);
        stage.run(campaign);
        AtomicInteger outcomes = new AtomicInteger();
        stage.commitsAre(turn -> {
            int nth = turn.outcomes().isEmpty() ? 0 : outcomes.incrementAndGet();
            if (nth == 1) {
                edit(plan, campaign);
            }
            if (nth == 1 || nth == 2) {
                throw new StoreUnavailable("lost", new IllegalStateException());
            }
            return stage.commit(turn);
        });

        stage.live();

        assertThat(stage.store.attempts).as("tries under the new plan").hasSize(3);
    }

    @Test
    void aReplanningWaitsForAnOutcomeThatMayStillLand() {
        DialPlan plan = stage.plan(1);
        Campaign campaign = stage.campaign(plan, BUSY);
        stage.run(campaign);
        AtomicInteger outcomes = new AtomicInteger();
        stage.commitsAre(turn -> {
            int nth = turn.outcomes().isEmpty() ? 0 : outcomes.incrementAndGet();
            if (nth == 1) {
                edit(plan, campaign);
                throw stage.commitLate(turn);
            }
            if (nth == 2) {
                throw new StoreUnavailable("lost", new IllegalStateException());
            }
            return stage.commit(turn);
        });

        stage.live();

        assertThat(stage.store.attempts).as("tries under the new plan").hasSize(3);
        assertThat(stage.store.targets.values()).allMatch(target -> target.state() == TargetState.EXHAUSTED);
    }

    /** Three tries instead of one; the worker re-plans once the owner has taken that in. */
    private void edit(DialPlan plan, Campaign campaign) {
        stage.store.plans.put(plan.id(), plan.withAttempts(List.of(3, 0, 0, 0, 0)));
        stage.store.openReplans.add(campaign.id());
        stage.inbox.forbade(stage.tenant).thenAccept(takenIn -> {
            stage.store.replan(campaign.id(), Integer.MAX_VALUE);
            stage.inbox.changed(stage.tenant);
        });
    }
}
