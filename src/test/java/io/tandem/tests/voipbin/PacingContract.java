package io.tandem.tests.voipbin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tandem.tests.Api;
import io.tandem.tests.Database;
import io.tandem.tests.Journal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Pacing by available agents: section 6, numbers 56 and 57. */
abstract class PacingContract extends V1Contract {

    PacingContract(Database database) {
        super(database);
    }

    /** 56: an answered call takes its agent, so two agents never have more than two calls. */
    @Test
    void neverMoreCallsThanAgentsAtServiceLevelHundred() {
        V1 v1 = client();
        String campaign = v1.campaign(
                "outplan_id", v1.outplan(),
                "outdial_id", v1.outdial(numbers(0, 20, "99003")),
                "queue_id", v1.queueWithAgents(2));

        v1.status(campaign, "run");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(v1.statusOf(campaign)).isEqualTo("stop"));
        Journal journal = v1.journal(campaign);
        assertThat(journal.calls()).hasSize(20);
        assertThat(journal.peak()).isEqualTo(2);
        assertThat(v1.calls(campaign))
                .allSatisfy(call -> assertThat(call.path("result").asText()).isEqualTo("success"));
        assertThat(v1.list("/agents?status=available")).hasSize(2);
    }

    /** An agent who becomes available is given a call at once, and one who leaves none any more. */
    @Test
    void anAgentsStatusStartsAndEndsTheCalling() {
        V1 v1 = client();
        String agent = v1.availableAgent();
        v1.put("/agents/" + agent + "/status", "status", "away");
        String queue = v1.post("/queues", Api.object("name", "all")).path("id").asText();
        String campaign = v1.campaign(
                "outplan_id", v1.outplan(),
                "outdial_id", v1.outdial(numbers(0, 30, "99002")),
                "queue_id", queue);
        v1.status(campaign, "run");
        assertThat(v1.journal(campaign).calls()).isEmpty();

        v1.put("/agents/" + agent + "/status", "status", "available");
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> assertThat(v1.journal(campaign).calls()).hasSizeGreaterThan(1));
        v1.put("/agents/" + agent + "/status", "status", "away");
        int placed = v1.journal(campaign).calls().size();

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(v1.journal(campaign).calls())
                        .allSatisfy(call -> assertThat(call.ended()).isNotNull()));
        assertThat(v1.journal(campaign).calls()).hasSize(placed);
        assertThat(v1.statusOf(campaign)).isEqualTo("run");
    }

    /** 57: all six at once; their calls ring three tenths of a second and are not answered, so agents stay available. */
    @Test
    void theServiceLevelIsReadByTheRuleOfItsVersion() {
        V1 v1 = client();
        V1 newest = v1.newest();
        String outplan = v1.outplan("dial_timeout", 300);
        Map<String, Integer> mostUp = new LinkedHashMap<>();
        mostUp.put(paced(newest, outplan, 0, 250, 2), 5);
        mostUp.put(paced(newest, outplan, 10, 50, 1), 0);
        mostUp.put(paced(newest, outplan, 20, 0, 2), 0);
        mostUp.put(paced(v1, outplan, 30, 250, 2), 1);
        mostUp.put(paced(v1, outplan, 40, 50, 1), 2);
        mostUp.put(paced(v1, outplan, 50, 0, 2), 0);

        mostUp.keySet().forEach(campaign -> v1.status(campaign, "run"));

        mostUp.forEach((campaign, most) -> {
            if (most > 0) {
                await().atMost(Duration.ofSeconds(20))
                        .untilAsserted(() -> assertThat(v1.statusOf(campaign)).isEqualTo("stop"));
            }
        });
        mostUp.forEach((campaign, most) -> assertThat(v1.journal(campaign).peak())
                .as("service level " + v1.get("/campaigns/" + campaign).path("service_level"))
                .isEqualTo(most));
    }

    private static String paced(V1 v1, String outplan, int firstNumber, int serviceLevel, int agents) {
        return v1.campaign(
                "outplan_id",
                outplan,
                "outdial_id",
                v1.outdial(numbers(firstNumber, 6, "99200")),
                "queue_id",
                v1.queueWithAgents(agents),
                "service_level",
                serviceLevel);
    }

    private static String[] numbers(int first, int count, String script) {
        return IntStream.range(first, first + count)
                .mapToObj(n -> V1.number(n, script))
                .toArray(String[]::new);
    }
}
