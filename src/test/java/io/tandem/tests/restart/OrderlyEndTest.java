package io.tandem.tests.restart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.tests.Api;
import io.tandem.tests.Database;
import io.tandem.tests.GatewayUnderTest;
import io.tandem.tests.Journal;
import io.tandem.tests.TandemProcess;
import io.tandem.tests.TwoCampaigns;
import io.tandem.tests.Ways;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** SIGTERM, and databases that the gateway would not be safe on. (design section 7) */
class OrderlyEndTest {

    private static final int CALLS = 6;
    private static final Duration IN_TIME = Duration.ofSeconds(30);

    @TempDir
    private Path folder = Path.of("");

    /** On H2 the calls outlast the grace and are ended, on PostgreSQL they end by themselves. */
    @ParameterizedTest
    @EnumSource(Database.class)
    @Execution(ExecutionMode.CONCURRENT)
    void aTermSignalEndsItWithoutACallThatHasNoEnd(Database kind) {
        String longOrShort = kind == Database.H2 ? "99060" : "99002";
        Map<String, String> environment =
                new LinkedHashMap<>(kind == Database.H2 ? Database.h2File(folder) : kind.fresh());
        Path file = folder.resolve("journal.ndjson");
        environment.put("TANDEM_CARRIER_JOURNAL", file.toString());
        Ways ways;

        try (TandemProcess serve = TandemProcess.serve(environment, folder)) {
            ways = Ways.ofNew(serve.api(), Api.object("name", "end", "caps", Api.object("calls", CALLS)));
            callMany(ways.voipbin(), longOrShort);
            await().atMost(IN_TIME).until(() -> Journal.read(file).calls().size() == CALLS);

            int code = serve.terminate(IN_TIME);

            assertThat(code).as(serve.errors()).isZero();
            assertThat(serve.errors()).doesNotContain("ERROR");
        }

        Journal journal = Journal.read(file);
        assertThat(journal.calls()).as("no call after the signal").hasSize(CALLS);
        assertThat(journal.calls()).allMatch(call -> call.ended() != null);
        environment.remove("TANDEM_CARRIER_JOURNAL");
        try (GatewayUnderTest next = GatewayUnderTest.start(environment, Map.of())) {
            Map<UUID, JsonNode> records = new LinkedHashMap<>();
            TwoCampaigns.all(ways.at(next.api()).voipbin(), "/v1.0/campaigncalls")
                    .forEach(row -> records.put(UUID.fromString(row.path("id").asText()), row));
            assertThat(journal.calls()).allSatisfy(call -> {
                JsonNode record = records.get(call.id());
                assertThat(record.path("status").asText()).isEqualTo("done");
                // They were answered: an end by the gateway is not an interruption by its death.
                assertThat(record.path("result").asText()).isEqualTo(call.answered() == null ? "fail" : "success");
            });
        }
    }

    /** H2 that acknowledges commits before they are on disk. */
    @ParameterizedTest
    @EnumSource(value = Database.class, names = "H2")
    void aDatabaseThatMayLoseCommitsIsRefusedWithASentence(Database kind) {
        String url = Database.h2File(folder).get("TANDEM_DB_URL") + ";WRITE_DELAY=500";

        try (TandemProcess serve = TandemProcess.launch(Map.of("TANDEM_DB_URL", url), folder)) {
            int code = serve.exit(Duration.ofSeconds(20));

            assertThat(code).isEqualTo(1);
            assertThat(saidIn(serve))
                    .singleElement()
                    .asString()
                    .contains("WRITE_DELAY=500")
                    .endsWith(".");
        }
    }

    /** Standard error without the log, which has its time in front. */
    private static List<String> saidIn(TandemProcess serve) {
        return serve.errors()
                .lines()
                .filter(line -> !line.matches("\\d{4}-\\d\\d-\\d\\dT.*|\\d\\d:\\d\\d:.*"))
                .toList();
    }

    /** Twice as many targets as lines. */
    private static void callMany(Api v1, String script) {
        String outplan = v1.post("/v1.0/outplans", Api.object("name", "p", "max_try_count_0", 1))
                .text("/id");
        String outdial = v1.post("/v1.0/outdials", Api.object("name", "o")).text("/id");
        for (int i = 10; i < 10 + 2 * CALLS; i++) {
            v1.post(
                    "/v1.0/outdials/" + outdial + "/targets",
                    Api.object("destination_0", Api.object("type", "tel", "target", "+8490" + i + script)));
        }
        String campaign = v1.post(
                        "/v1.0/campaigns",
                        Api.object("name", "c", "type", "call", "outplan_id", outplan, "outdial_id", outdial))
                .text("/id");
        assertThat(v1.put("/v1.0/campaigns/" + campaign + "/status", Api.object("status", "run"))
                        .status())
                .isEqualTo(200);
    }
}
