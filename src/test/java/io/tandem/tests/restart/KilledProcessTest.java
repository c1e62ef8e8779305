package io.tandem.tests.restart;

import static io.tandem.tests.restart.TwoCampaigns.CAP;
import static io.tandem.tests.restart.TwoCampaigns.TARGETS;
import static io.tandem.tests.restart.TwoCampaigns.TRIES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.tests.Api;
import io.tandem.tests.Database;
import io.tandem.tests.GatewayUnderTest;
import io.tandem.tests.Journal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** SIGKILL in mid-run, again and again; the carrier's journals of all lives bear witness. (design section 5, 12) */
class KilledProcessTest {

    /** The life after the last kill is one in this process: it is there to be looked at. */
    private static final int KILLS = 3;

    private static final int TENANT_CAP = 60;
    /** A run writes more than a thousand lines; a third of the first half for each life that is to be killed. */
    private static final int LINES_BEFORE_A_KILL = 250;

    @TempDir
    private Path folder = Path.of("");

    private final List<Path> journals = new ArrayList<>();

    @ParameterizedTest
    @EnumSource(Database.class)
    @Execution(ExecutionMode.CONCURRENT)
    void campaignsFinishByThemselvesHoweverOftenTheProcessIsKilled(Database kind) {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        Map<String, String> database = kind == Database.H2 ? Database.h2File(folder) : kind.fresh();
        Ways ways;
        TwoCampaigns campaigns;

        try (ServeProcess first = life(database)) {
            ways = Ways.ofNew(
                    first, Api.object("name", "restart", "caps", Api.object("calls", TENANT_CAP, "api_rps", 10_000)));
            campaigns = TwoCampaigns.start(ways);
            killInMidRun(first, random);
        }
        for (int kills = 1; kills < KILLS; kills++) {
            try (ServeProcess next = life(database)) {
                killInMidRun(next, random);
            }
        }
        try (GatewayUnderTest last = GatewayUnderTest.start(database, settings())) {
            Ways now = ways.at(last.api());
            await().alias("seed " + seed + " finishes")
                    .atMost(Duration.ofSeconds(180))
                    .until(() -> campaigns.areFinished(now));

            List<Journal> lives = journals.stream().map(Journal::read).toList();
            assertThat(lives).as("seed " + seed).allSatisfy(life -> capsHold(life, campaigns));
            nobodyIsCalledTooOften(lives);
            Map<UUID, JsonNode> records = records(now, campaigns);
            everyCallHasItsRecord(lives, records);
            everyTargetEnded(now, campaigns, records);
            assertThat(now.autocall()
                            .get("/v3/campaign/" + campaigns.autocall())
                            .text("/status"))
                    .isEqualTo("start");
        }
    }

    private ServeProcess life(Map<String, String> database) {
        Map<String, String> environment = new LinkedHashMap<>(database);
        environment.putAll(settings());
        return ServeProcess.serve(environment, folder);
    }

    /** Those of the next life, with a journal of its own. */
    private Map<String, String> settings() {
        Path journal = folder.resolve("journal" + journals.size() + ".ndjson");
        journals.add(journal);
        return Map.of(
                "TANDEM_SIM_SPEED", "5",
                "TANDEM_MAX_TALK", "PT2S",
                "TANDEM_CARRIER_JOURNAL", journal.toString());
    }

    /** A point of the run rather than of time: the process is at work when it dies, however slow the machine. */
    private void killInMidRun(ServeProcess life, Random random) {
        long lines = 1 + random.nextInt(LINES_BEFORE_A_KILL);
        Path journal = journals.get(journals.size() - 1);
        await().atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> lines(journal) >= lines);
        life.kill();
    }

    private static long lines(Path journal) {
        try (Stream<String> lines = Files.lines(journal)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void capsHold(Journal life, TwoCampaigns campaigns) {
        assertThat(life.of(campaigns.autocall()).peak()).isLessThanOrEqualTo(CAP);
        assertThat(life.peak()).isLessThanOrEqualTo(TENANT_CAP);
        Set<String> numbers = life.calls().stream().map(Journal.Call::to).collect(Collectors.toSet());
        assertThat(numbers)
                .allSatisfy(number -> assertThat(life.to(number).peak()).isEqualTo(1));
    }

    private static void nobodyIsCalledTooOften(List<Journal> lives) {
        Map<List<Object>, Long> attempts = lives.stream()
                .flatMap(life -> life.calls().stream())
                .collect(Collectors.groupingBy(call -> List.of(call.campaign(), call.to()), Collectors.counting()));

        assertThat(attempts.values()).allMatch(count -> count <= TRIES);
    }

    /** All campaigncalls of both campaigns by id; the tenant has no others, and no campaign lists one twice. */
    private static Map<UUID, JsonNode> records(Ways ways, TwoCampaigns campaigns) {
        Api v1 = ways.voipbin();
        List<JsonNode> rows =
                new ArrayList<>(TwoCampaigns.all(v1, "/v1.0/campaigns/" + campaigns.autocall() + "/campaigncalls"));
        rows.addAll(TwoCampaigns.all(v1, "/v1.0/campaigns/" + campaigns.voipbin() + "/campaigncalls"));
        Map<UUID, JsonNode> records =
                rows.stream().collect(Collectors.toMap(row -> id(row, "id"), Function.identity()));
        assertThat(TwoCampaigns.all(v1, "/v1.0/campaigncalls")).hasSameSizeAs(rows);
        return records;
    }

    private static void everyCallHasItsRecord(List<Journal> lives, Map<UUID, JsonNode> records) {
        List<Journal.Call> calls =
                lives.stream().flatMap(life -> life.calls().stream()).toList();
        List<UUID> placed = calls.stream().map(Journal.Call::id).toList();
        List<UUID> cutOff = calls.stream()
                .filter(call -> call.ended() == null)
                .map(Journal.Call::id)
                .toList();

        assertThat(placed).doesNotHaveDuplicates();
        assertThat(records.keySet()).containsAll(placed);
        assertThat(records.values()).allMatch(row -> row.path("status").asText().equals("done"));
        assertThat(cutOff).as("calls that a kill cut off").isNotEmpty();
        assertThat(cutOff)
                .allMatch(id -> records.get(id).path("result").asText().equals("fail"));
        // A call that was decided and never placed: nobody can know, so it counts as tried.
        assertThat(records.entrySet().stream().filter(record -> !placed.contains(record.getKey())))
                .allMatch(record -> record.getValue().path("result").asText().equals("fail"));
    }

    private static void everyTargetEnded(Ways ways, TwoCampaigns campaigns, Map<UUID, JsonNode> records) {
        Map<UUID, List<JsonNode>> byTarget =
                records.values().stream().collect(Collectors.groupingBy(row -> id(row, "outdial_target_id")));
        List<JsonNode> targets = TwoCampaigns.all(ways.voipbin(), "/v1.0/outdials/" + campaigns.outdial() + "/targets");
        List<JsonNode> leads = new ArrayList<>();
        ways.autocall()
                .get("/v3/lead?limit=1000&list_uuid=" + campaigns.list())
                .json()
                .path("data")
                .forEach(leads::add);

        assertThat(targets).hasSize(TARGETS).allSatisfy(target -> {
            assertThat(target.path("status").asText()).isEqualTo("done");
            assertThat(target.path("try_count_0").asInt())
                    .isEqualTo(triesOf(byTarget, id(target, "id")).size());
        });
        assertThat(leads)
                .hasSize(TARGETS)
                .allSatisfy(lead -> assertThat(lead.path("called_count").asInt())
                        .isEqualTo(triesOf(byTarget, id(lead, "lead_uuid")).size()));
    }

    /** The tries of a target, which was reached or has had all of them. */
    private static List<JsonNode> triesOf(Map<UUID, List<JsonNode>> byTarget, UUID target) {
        List<JsonNode> tries = byTarget.getOrDefault(target, List.of());
        long reached = tries.stream()
                .filter(row -> row.path("result").asText().equals("success"))
                .count();
        assertThat(tries).hasSizeLessThanOrEqualTo(TRIES);
        assertThat(reached == 1 || tries.size() == TRIES).as("%s", tries).isTrue();
        return tries;
    }

    private static UUID id(JsonNode row, String field) {
        return UUID.fromString(row.path(field).asText());
    }
}
