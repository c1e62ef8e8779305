package io.tandem.tests.restart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tandem.tests.Api;
import io.tandem.tests.Database;
import io.tandem.tests.GatewayUnderTest;
import io.tandem.tests.Ledger;
import io.tandem.tests.TandemProcess;
import io.tandem.tests.TwoCampaigns;
import io.tandem.tests.Ways;
import io.tandem.tests.Witness;
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

    private static final TwoCampaigns.Size SIZE = new TwoCampaigns.Size(300, 20);
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

        try (TandemProcess first = life(database)) {
            ways = Ways.ofNew(
                    first.api(),
                    Api.object("name", "restart", "caps", Api.object("calls", TENANT_CAP, "api_rps", 10_000)));
            campaigns = TwoCampaigns.start(ways, SIZE);
            killInMidRun(first, random);
        }
        for (int kills = 1; kills < KILLS; kills++) {
            try (TandemProcess next = life(database)) {
                killInMidRun(next, random);
            }
        }
        try (GatewayUnderTest last = GatewayUnderTest.start(database, settings())) {
            Ways now = ways.at(last.api());
            await().alias("seed " + seed + " finishes")
                    .atMost(Duration.ofSeconds(180))
                    .until(() -> campaigns.areFinished(now));

            Ledger ledger = Ledger.ofJournals(journals);
            Witness witness = new Witness(campaigns, ledger);
            assertThat(ledger.calls().stream().filter(Ledger.Call::wasCutOff))
                    .as("calls that a kill cut off")
                    .isNotEmpty();
            witness.capsHold(TENANT_CAP);
            witness.nobodyIsCalledTooOften();
            witness.nothingIsLost(now);
            assertThat(now.autocall()
                            .get("/v3/campaign/" + campaigns.autocall())
                            .text("/status"))
                    .isEqualTo("start");
        }
    }

    private TandemProcess life(Map<String, String> database) {
        Map<String, String> environment = new LinkedHashMap<>(database);
        environment.putAll(settings());
        return TandemProcess.serve(environment, folder);
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
    private void killInMidRun(TandemProcess life, Random random) {
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
}
