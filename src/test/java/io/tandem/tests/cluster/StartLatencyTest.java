package io.tandem.tests.cluster;

import io.tandem.tests.Api;
import io.tandem.tests.Database;
import io.tandem.tests.GatewayUnderTest;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * How long after a client asks for it the first call of a campaign is placed, whichever of two replicas is asked. Measures
 * and prints, by {@code -Dmeasure}; asserts nothing, for it is the machine's answer too. The goal: 50 ms at the 99th
 * percentile of 200 starts.
 */
@EnabledIfSystemProperty(named = "measure", matches = ".*")
class StartLatencyTest {

    private static final int STARTS = 200;
    private static final int WARM_UP = 100;
    private static final int TENANTS = 10;

    @Test
    void printsHowSoonAStartPlacesItsFirstCall() throws InterruptedException {
        Watch watch = new Watch();
        Map<String, String> database = Database.POSTGRES.fresh();
        try (GatewayUnderTest one = GatewayUnderTest.start(database, Map.of("TANDEM_SIM_SPEED", "10"), watch.of(0));
                GatewayUnderTest other =
                        GatewayUnderTest.start(database, Map.of("TANDEM_SIM_SPEED", "10"), watch.of(1))) {
            List<Client> clients = new ArrayList<>();
            List<UUID> campaigns = new ArrayList<>();
            List<String> numbers = IntStream.range(0, 100)
                    .mapToObj(n -> String.format("090%02d99000", n))
                    .toList();
            for (int i = 0; i < TENANTS; i++) {
                Client client = Client.of(
                        one.tenant(Api.object("name", "start " + i, "caps", Api.object("api_rps", 10_000))),
                        other.api());
                clients.add(client);
                campaigns.add(client.campaign(1, numbers));
            }
            double[][] millis = {new double[STARTS], new double[STARTS]};
            int[] counts = {0, 0};
            for (int i = 0; i < WARM_UP + STARTS; i++) {
                Client client = clients.get(i % TENANTS);
                UUID campaign = campaigns.get(i % TENANTS);
                int through = i / TENANTS % 2;
                int from = watch.size();
                long asked = System.nanoTime();
                Client.command(client.ways().get(through), campaign, "start");
                Watch.Line call = watch.awaitPlaced(campaign, from);
                if (i >= WARM_UP) {
                    int owner = call.gateway() == through ? 0 : 1;
                    millis[owner][counts[owner]++] = (call.nanos() - asked) / 1e6;
                }
                Client.command(client.ways().get(through), campaign, "stop");
            }
            double[] owners = Arrays.copyOf(millis[0], counts[0]);
            double[] others = Arrays.copyOf(millis[1], counts[1]);
            double[] all = Arrays.copyOf(owners, STARTS);
            System.arraycopy(others, 0, all, counts[0], counts[1]);
            System.out.printf(
                    "from a start to its first call, ms: %s; through the owner %s; through the other %s; load average %.1f%n",
                    figures(all),
                    figures(owners),
                    figures(others),
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        }
    }

    private static String figures(double[] millis) {
        if (millis.length == 0) {
            return "none";
        }
        Arrays.sort(millis);
        return String.format(
                "p50 %.1f, p99 %.1f, most %.1f (of %d)",
                millis[millis.length / 2],
                millis[(int) Math.ceil(millis.length * 0.99) - 1],
                millis[millis.length - 1],
                millis.length);
    }
}
