package io.tandem.tests.restart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tandem.tests.Api;
import io.tandem.tests.Database;
import io.tandem.tests.GatewayUnderTest;
import io.tandem.tests.TandemProcess;
import io.tandem.tests.Ways;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What was answered is kept, whenever the process is killed: the file database writes a commit to disk before it says so.
 * (design section 7)
 */
class AcknowledgedWritesTest {

    /** Of each of two files, which are written side by side: most of a life is its start. */
    private static final int KILLS = 5;

    private static final int MOST_A_LIFE = 200;

    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicInteger edits = new AtomicInteger();
    private final AtomicInteger acknowledgedEdits = new AtomicInteger();

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    @Execution(ExecutionMode.CONCURRENT)
    void allThatWasAcknowledgedIsThereAfterEveryKill(int file, @TempDir Path folder) throws InterruptedException {
        long seed = Long.getLong("seed", System.nanoTime()) + file;
        Random random = new Random(seed);
        Map<String, String> database = Database.h2File(folder);
        Ways ways;
        String campaign;
        String list;

        try (TandemProcess first = TandemProcess.serve(database, folder)) {
            ways = Ways.ofNew(first.api(), Api.object("name", "writes"));
            campaign = ways.autocall()
                    .post("/v3/campaign", Api.object("campaign_name", "w", "type", "autocall"))
                    .text("/campaign_uuid");
            list = ways.autocall()
                    .post("/v3/list", Api.object("campaign_uuid", campaign, "list_name", "w"))
                    .text("/list_uuid");
            writeUntilKilled(first, random, ways, campaign, list);
        }
        for (int kills = 1; kills < KILLS; kills++) {
            try (TandemProcess next = TandemProcess.serve(database, folder)) {
                writeUntilKilled(next, random, ways.at(next.api()), campaign, list);
            }
        }

        try (GatewayUnderTest last = GatewayUnderTest.start(database, Map.of())) {
            Ways now = ways.at(last.api());
            assertThat(acknowledged)
                    .as("seed " + seed)
                    .allSatisfy(path -> assertThat((path.startsWith("/v3") ? now.autocall() : now.voipbin())
                                    .get(path)
                                    .status())
                            .as(path)
                            .isEqualTo(200));
            String description = now.autocall().get("/v3/campaign/" + campaign).text("/description");
            assertThat(Integer.parseInt(description))
                    .as("seed " + seed)
                    .isGreaterThanOrEqualTo(acknowledgedEdits.get());
        }
    }

    private void writeUntilKilled(TandemProcess life, Random random, Ways ways, String campaign, String list)
            throws InterruptedException {
        int enough = acknowledged.size() + 20 + random.nextInt(MOST_A_LIFE - 20);
        Api v3 = ways.autocall();
        Api v1 = ways.voipbin();
        List<Thread> writers = List.of(
                writer(() -> add(
                        v1.post("/v1.0/campaigns", Api.object("name", "w", "type", "call")),
                        "/v1.0/campaigns/",
                        "/id")),
                writer(() -> add(
                        v3.post("/v3/lead", Api.object("list_uuid", list, "phone_number", phone())),
                        "/v3/lead/",
                        "/lead_uuid")),
                writer(() -> {
                    int edit = edits.incrementAndGet();
                    Api.Answer answer = v3.put(
                            "/v3/campaign/" + campaign,
                            Api.object("campaign_name", "w", "type", "autocall", "description", "" + edit));
                    if (answer.status() == 200) {
                        acknowledgedEdits.set(edit);
                    }
                    return answer.status();
                }));
        await().atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(1))
                .until(() -> acknowledged.size() >= enough);
        life.kill();
        for (Thread writer : writers) {
            writer.join(10_000);
        }
    }

    private int add(Api.Answer answer, String path, String id) {
        if (answer.status() / 100 == 2) {
            acknowledged.add(path + answer.text(id));
        }
        return answer.status();
    }

    /** Writes one after the other until nobody answers any more. */
    private static Thread writer(Supplier<Integer> write) {
        Thread thread = new Thread(() -> {
            try {
                int status = 200;
                while (status / 100 == 2) {
                    status = write.get();
                }
            } catch (UncheckedIOException | AssertionError gone) {
                // What this writer waits for: the process was killed under its hands.
            }
        });
        thread.start();
        return thread;
    }

    private String phone() {
        return String.format("0903%06d", numbers.getAndIncrement());
    }
}
