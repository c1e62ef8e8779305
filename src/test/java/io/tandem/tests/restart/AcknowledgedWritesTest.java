package io.tandem.tests.restart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tandem.tests.Api;
import io.tandem.tests.Database;
import io.tandem.tests.GatewayUnderTest;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was answered is kept: the file database writes a commit to disk before it says so. (design section 7) */
class AcknowledgedWritesTest {

    private static final int MOST = 300;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void allThatWasAcknowledgedIsThereAfterAKill() throws InterruptedException {
        long seed = Long.getLong("seed", System.nanoTime());
        int enough = 50 + new Random(seed).nextInt(MOST - 50);
        Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
        Ways ways;

        try (ServeProcess serve = ServeProcess.serve(Database.h2File(folder), folder)) {
            ways = Ways.ofNew(serve, Api.object("name", "writes"));
            Api v3 = ways.autocall();
            Api v1 = ways.voipbin();
            String campaign = v3.post("/v3/campaign", Api.object("campaign_name", "w", "type", "autocall"))
                    .text("/campaign_uuid");
            String list = v3.post("/v3/list", Api.object("campaign_uuid", campaign, "list_name", "w"))
                    .text("/list_uuid");
            Thread campaigns = writer(
                    () -> v1.post("/v1.0/campaigns", Api.object("name", "w", "type", "call")),
                    "/v1.0/campaigns/",
                    "/id",
                    acknowledged);
            int[] number = {0};
            Thread leads = writer(
                    () -> v3.post("/v3/lead", Api.object("list_uuid", list, "phone_number", phone(number[0]++))),
                    "/v3/lead/",
                    "/lead_uuid",
                    acknowledged);
            await().atMost(Duration.ofSeconds(120))
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> acknowledged.size() >= enough);
            serve.kill();
            campaigns.join(10_000);
            leads.join(10_000);
        }

        try (GatewayUnderTest next = GatewayUnderTest.start(Database.h2File(folder), Map.of())) {
            Ways now = ways.at(next.api());
            assertThat(acknowledged)
                    .as("seed " + seed)
                    .allSatisfy(path -> assertThat((path.startsWith("/v3") ? now.autocall() : now.voipbin())
                                    .get(path)
                                    .status())
                            .as(path)
                            .isEqualTo(200));
        }
    }

    /** Writes one after the other until nobody answers any more. */
    private static Thread writer(Supplier<Api.Answer> write, String path, String id, Queue<String> acknowledged) {
        Thread thread = new Thread(() -> {
            try {
                for (Api.Answer answer = write.get(); answer.status() / 100 == 2; answer = write.get()) {
                    acknowledged.add(path + answer.text(id));
                }
            } catch (UncheckedIOException | AssertionError gone) {
                // What this writer waits for: the process was killed under its hands.
            }
        });
        thread.start();
        return thread;
    }

    private static String phone(int n) {
        return String.format("0903%06d", n);
    }
}
