package io.tandem.tests.voipbin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.tests.Api;
import io.tandem.tests.Database;
import io.tandem.tests.Journal;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * A campaign with actions and a queue plays the actions first: the queue's join is appended to them. (section 1.4) Times
 * of actions and numbers are campaign seconds, of which {@link SharedGateway#SPEED} pass in a second.
 */
abstract class JoiningContract extends DialledContract {

    JoiningContract(Database database) {
        super(database);
    }

    /** A campaign that calls one number, and the one agent of its queue. */
    private record Line(V1 v1, String campaign, String agent) {

        static Line calling(V1 v1, String number, ObjectNode... actions) {
            String tag = v1.tag();
            String agent = v1.availableAgent(tag);
            String queue = v1.post("/queues", Api.object("name", "queue", "tag_ids", List.of(tag), "wait_timeout", 500))
                    .path("id")
                    .asText();
            String campaign = v1.campaign(
                    "outplan_id",
                    v1.outplan(),
                    "outdial_id",
                    v1.outdial(number),
                    "queue_id",
                    queue,
                    "actions",
                    List.of(actions));
            v1.status(campaign, "run");
            return new Line(v1, campaign, agent);
        }

        String statusOfAgent() {
            return v1.get("/agents/" + agent).path("status").asText();
        }

        void isAnswered() {
            eventually(
                    5,
                    () -> assertThat(v1.journal(campaign).calls())
                            .singleElement()
                            .satisfies(call -> assertThat(call.answered()).isNotNull()));
        }

        /** Waits for its end; returns every status of the agent that was seen until then. */
        Set<String> untilDone() {
            Set<String> seen = new HashSet<>();
            eventually(20, () -> {
                seen.add(statusOfAgent());
                assertThat(v1.statusOf(campaign)).isEqualTo("stop");
            });
            return seen;
        }

        JsonNode call() {
            return v1.calls(campaign).get(0);
        }

        Duration answeredFor() {
            Journal.Call call = v1.journal(campaign).calls().get(0);
            return Duration.between(call.answered(), ended(call));
        }
    }

    private static ObjectNode sleep(int seconds) {
        return Api.object("type", "sleep", "option", Api.object("duration", 1000 * seconds));
    }

    private static ObjectNode action(String type) {
        return Api.object("type", type);
    }

    @Test
    void theAgentIsLeftAloneUntilTheActionsAreOver() {
        Line line = Line.calling(client(), V1.number(1, "99070"), sleep(40));

        line.isAnswered();

        assertThat(line.statusOfAgent()).isEqualTo("available");
        eventually(2, () -> assertThat(line.call().path("status").asText()).isEqualTo("progressing"));
        eventually(10, () -> assertThat(line.statusOfAgent()).isEqualTo("busy"));
        assertThat(line.call().path("status").asText()).isEqualTo("progressing");
        line.untilDone();
        assertThat(line.call().path("result").asText()).isEqualTo("success");
        assertThat(line.statusOfAgent()).isEqualTo("available");
        assertThat(line.answeredFor()).isBetween(Duration.ofMillis(6_900), Duration.ofSeconds(20));
    }

    @Test
    void whoWaitsInVainAfterTheActionsIsAbandoned() {
        Line line = Line.calling(client(), V1.number(1, "99090"), sleep(30));
        line.isAnswered();

        line.v1.put("/agents/" + line.agent + "/status", "status", "away");

        assertThat(line.untilDone()).doesNotContain("busy");
        assertThat(line.call().path("result").asText()).isEqualTo("fail");
        assertThat(line.answeredFor()).isBetween(Duration.ofMillis(3_400), Duration.ofSeconds(8));
    }

    @Test
    void whoHangsUpDuringTheActionsWasReached() {
        Line line = Line.calling(client(), V1.number(1, "99010"), sleep(30));

        assertThat(line.untilDone()).containsExactly("available");

        assertThat(line.call().path("result").asText()).isEqualTo("success");
    }

    @Test
    void actionsThatHangUpTakeNoAgent() {
        Line line = Line.calling(client(), V1.number(1, "99090"), sleep(10), action("hangup"), sleep(1));

        assertThat(line.untilDone()).containsExactly("available");

        assertThat(line.call().path("result").asText()).isEqualTo("success");
        assertThat(line.answeredFor()).isBetween(Duration.ofMillis(900), Duration.ofSeconds(5));
    }

    @Test
    void theActionsMaySendTheCallToTheQueueThemselves() {
        Line line = Line.calling(client(), V1.number(1, "99030"), sleep(5), action("queue_join"), action("hangup"));

        assertThat(line.untilDone()).contains("busy");

        assertThat(line.call().path("result").asText()).isEqualTo("success");
        assertThat(line.answeredFor()).isBetween(Duration.ofMillis(2_900), Duration.ofSeconds(20));
    }

    /** As number 56: who still hears the actions will need an agent, too. */
    @Test
    void neverMoreCallsThanAgentsWhileActionsArePlayed() {
        V1 v1 = client();
        String campaign = v1.campaign(
                "outplan_id",
                v1.outplan(),
                "outdial_id",
                v1.outdial(IntStream.range(0, 8)
                        .mapToObj(n -> V1.number(n, "99008"))
                        .toArray(String[]::new)),
                "queue_id",
                v1.queueWithAgents(2),
                "actions",
                List.of(sleep(4)));

        v1.status(campaign, "run");

        eventually(20, () -> assertThat(v1.statusOf(campaign)).isEqualTo("stop"));
        assertThat(v1.journal(campaign).calls()).hasSize(8);
        assertThat(v1.journal(campaign).peak()).isEqualTo(2);
        assertThat(v1.calls(campaign))
                .allSatisfy(call -> assertThat(call.path("result").asText()).isEqualTo("success"));
    }
}
