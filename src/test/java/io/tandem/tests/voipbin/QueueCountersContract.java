package io.tandem.tests.voipbin;

import static io.tandem.tests.voipbin.DialledContract.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.tests.Api;
import io.tandem.tests.Database;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@code total_incoming_count} and its like: what became of the calls that came into a queue. (section 1.9) */
abstract class QueueCountersContract extends V1Contract {

    private static final int SERVICED = 6;

    QueueCountersContract(Database database) {
        super(database);
    }

    @Test
    void aQueueCountsTheCallsThatCameIntoIt() {
        V1 v1 = client();
        String queue = v1.queueWithAgents(2);
        assertThat(v1.get("/queues/" + queue).toString()).doesNotContain("_count");
        String campaign = v1.campaign(
                "outplan_id",
                v1.outplan(),
                "outdial_id",
                v1.outdial(numbers(SERVICED, "99001", "99100", "99500")),
                "queue_id",
                queue);

        v1.status(campaign, "run");

        eventually(20, () -> assertThat(v1.statusOf(campaign)).isEqualTo("stop"));
        assertCounts(v1, queue, SERVICED, 0);
        assertThat(v1.post("/queues", Api.object("name", "another")).toString()).doesNotContain("_count");
    }

    /** Two calls for one agent, and nobody waits: one of them is given up. */
    @Test
    void aQueueCountsThoseForWhomNobodyCame() {
        V1 v1 = client().newest();
        String queue = v1.queueWithAgents(1);
        v1.put("/queues/" + queue, "wait_timeout", 0);
        String campaign = v1.campaign(
                "outplan_id",
                v1.outplan(),
                "outdial_id",
                v1.outdial(numbers(2, "99030")),
                "queue_id",
                queue,
                "service_level",
                200,
                "end_handle",
                "continue");

        v1.status(campaign, "run");

        eventually(20, () -> assertCounts(v1, queue, 1, 1));
        List<JsonNode> calls = v1.calls(campaign);
        assertThat(calls).hasSize(2);
        assertThat(calls.stream().map(call -> call.path("result").asText()))
                .containsExactlyInAnyOrder("success", "fail");
    }

    private static void assertCounts(V1 v1, String queue, int serviced, int abandoned) {
        for (JsonNode shown : List.of(v1.get("/queues/" + queue), listed(v1, queue))) {
            assertThat(shown.path("total_incoming_count").asInt()).isEqualTo(serviced + abandoned);
            assertThat(shown.path("total_serviced_count").asInt()).isEqualTo(serviced);
            assertThat(shown.path("total_abandoned_count").asInt()).isEqualTo(abandoned);
        }
    }

    private static JsonNode listed(V1 v1, String queue) {
        return v1.list("/queues").stream()
                .filter(row -> row.path("id").asText().equals(queue))
                .findFirst()
                .orElseThrow();
    }

    /** So many numbers of the first script, and one of each of the others. */
    private static String[] numbers(int count, String script, String... others) {
        return IntStream.range(0, count + others.length)
                .mapToObj(n -> V1.number(n, n < count ? script : others[n - count]))
                .toArray(String[]::new);
    }
}
