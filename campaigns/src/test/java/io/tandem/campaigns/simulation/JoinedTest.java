package io.tandem.campaigns.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.campaigns.model.Agent;
import io.tandem.campaigns.model.AgentPacing;
import io.tandem.campaigns.model.CallAttempt;
import io.tandem.campaigns.model.CampaignKind;
import io.tandem.campaigns.model.Disposition;
import io.tandem.campaigns.model.HangupCause;
import io.tandem.campaigns.model.Script;
import io.tandem.campaigns.model.Script.Action;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.ports.Dialer.Event;
import io.tandem.campaigns.ports.Dialer.OutboundCall;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Calls that hear actions before their queue takes them. */
class JoinedTest {

    private static final Instant ANSWERED = OneCampaign.NOW.minusSeconds(20);
    private static final Instant JOINED = OneCampaign.NOW.minusSeconds(2);

    private final OneCampaign life = new OneCampaign(target -> Map.of());
    private final Target target = life.target("", null);

    JoinedTest() {
        UUID queue = List.copyOf(life.store.queues.keySet()).get(0);
        life.store.queues.replaceAll((id, each) -> each.withWaitTimeout(Duration.ofMinutes(1)));
        Agent like = List.copyOf(life.store.agents.values()).get(0);
        life.store.agents.clear();
        for (int i = 0; i < 2; i++) {
            Agent agent = like.withId(life.id()).withStatus(Agent.Status.AVAILABLE);
            life.store.agents.put(agent.id(), agent);
        }
        life.store(life.campaign
                .withKind(CampaignKind.AGENT)
                .withQueue(queue)
                .withPacing(life.campaign.pacing().withAgents(new AgentPacing(100, AgentPacing.Rule.DEPLOYED)))
                .withScript(Script.EMPTY.withActions(List.of(new Action(null, null, "sleep", null)))));
        life.turn();
    }

    private OutboundCall call() {
        return life.placed.get(0);
    }

    private CallAttempt attempt() {
        return life.attempts(target).get(0);
    }

    private long busyAgents() {
        return life.store.agents.values().stream()
                .filter(agent -> agent.call() != null)
                .count();
    }

    private Event answered() {
        return new Event.Answered(call().tenant(), call().attempt(), ANSWERED);
    }

    private Event joined() {
        return new Event.Joined(call().tenant(), call().attempt(), ANSWERED, JOINED);
    }

    private void tell(Event... events) {
        for (Event event : events) {
            life.tell(event);
            life.turn();
        }
    }

    @Test
    void hearTheActionsAndJoinThen() {
        assertThat(call().joins()).isTrue();
        assertThat(call().script().actions()).hasSize(1);

        tell(answered());
        long during = busyAgents();
        tell(joined());

        assertThat(during).isZero();
        assertThat(busyAgents()).isEqualTo(1);
        assertThat(attempt().answered()).isEqualTo(ANSWERED);
        assertThat(attempt().agent()).isNotNull();
    }

    @Test
    void haveOneAgentHoweverOftenTheyAreSaidToJoin() {
        tell(answered(), joined(), joined());

        assertThat(busyAgents()).isEqualTo(1);
    }

    @Test
    void wereAnsweredIfTheyJoinEvenIfNobodySaidSoYet() {
        tell(joined(), answered());

        assertThat(attempt().answered()).isEqualTo(ANSWERED);
        assertThat(busyAgents()).isEqualTo(1);
    }

    @Test
    void freeTheirAgentAtTheEndAndCannotJoinAfterIt() {
        Event end =
                new Event.Ended(call().tenant(), call().attempt(), OneCampaign.NOW, HangupCause.NORMAL_CLEARING, false);

        tell(answered(), end, joined());

        assertThat(busyAgents()).isZero();
        assertThat(attempt().disposition()).isEqualTo(Disposition.ANSWERED);
        assertThat(attempt().talk()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void areServedAsLongAsTheQueueSaysFromWhenAnAgentCame() {
        life.store.queues.replaceAll((id, queue) -> queue.withServiceTimeout(Duration.ofSeconds(1)));
        everyAgentIs(Agent.Status.AWAY);
        tell(answered(), joined());
        assertThat(busyAgents()).isZero();

        everyAgentIs(Agent.Status.AVAILABLE);

        assertThat(busyAgents()).isEqualTo(1);
        assertThat(life.hungUp).as("who waited for two seconds").isEmpty();
    }

    private void everyAgentIs(Agent.Status status) {
        life.store.agents.replaceAll((id, agent) -> agent.withStatus(status));
        life.store(List.copyOf(life.store.campaigns.values()).get(0));
        life.turn();
    }

    @Test
    void countAsCallsThatWillNeedAnAgent() {
        tell(answered());

        for (int i = 0; i < 5; i++) {
            life.target("", null);
        }
        life.turn();

        assertThat(life.placed).as("one agent is left for one call more").hasSize(2);
    }

    @Test
    void heardNothingWhereTheQueueTakesThemAtOnce() {
        life.store(life.campaign
                .withKind(CampaignKind.AGENT)
                .withQueue(List.copyOf(life.store.queues.keySet()).get(0))
                .withPacing(life.campaign.pacing().withAgents(new AgentPacing(100, AgentPacing.Rule.DEPLOYED))));
        life.target("", null);
        life.turn();
        OutboundCall second = life.placed.get(1);

        tell(new Event.Answered(second.tenant(), second.attempt(), ANSWERED));

        assertThat(second.joins()).isFalse();
        assertThat(busyAgents()).isEqualTo(1);
    }
}
