package io.tandem.tests.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.tests.Api;
import io.tandem.tests.Database;
import io.tandem.tests.GatewayUnderTest;
import io.tandem.tests.TwoCampaigns;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What forbids calls is said to the replica that does not own the tenant, while the other dials at full speed: no call
 * that it forbids is placed after the answer. Two hundred times each way, a thousand by {@code -Dfull}. (design section 5,
 * promise 2)
 */
class StopMeansStopTest {

    private static final int TIMES = System.getProperty("full") != null ? 1_000 : 200;
    private static final int CAP = 5;
    /** While one is started the others show whether they are really stopped. */
    private static final int CAMPAIGNS = 3;
    /** More than are called between two forbidding writes. */
    private static final int CALLS_A_TIME = 15;

    /** All end within a moment. */
    private static final List<String> SCRIPTS = List.of("99000", "98000", "99100", "99300", "99400", "99700");

    private static final Watch WATCH = new Watch();
    private static final List<GatewayUnderTest> GATEWAYS = new ArrayList<>();

    @BeforeAll
    static void start() {
        Map<String, String> database = Database.POSTGRES.fresh();
        for (int i = 0; i < 2; i++) {
            GATEWAYS.add(GatewayUnderTest.start(database, Map.of("TANDEM_SIM_SPEED", "2"), WATCH.of(i)));
        }
    }

    @AfterAll
    static void stop() {
        GATEWAYS.forEach(GatewayUnderTest::close);
    }

    /** All ways at once: each is the others' load. */
    @Test
    void noCallFollowsTheAnswer() throws InterruptedException, ExecutionException {
        long seed = Long.getLong("seed", System.nanoTime());
        List<Callable<List<String>>> ways = List.of(
                () -> steer(seed, "stop", (v3, campaign) -> Client.command(v3, campaign, "stop")),
                () -> steer(seed + 1, "pause", (v3, campaign) -> Client.command(v3, campaign, "pause")),
                () -> steer(seed + 2, "deactivate", (v3, campaign) -> activate(v3, campaign, false)),
                () -> strike(seed + 3, "delete", StopMeansStopTest::delete),
                () -> strike(seed + 4, "do not call", StopMeansStopTest::doNotCall));
        ExecutorService threads = Executors.newFixedThreadPool(ways.size());

        List<Future<List<String>>> late = threads.invokeAll(ways);

        threads.shutdown();
        for (Future<List<String>> each : late) {
            assertThat(each.get()).as("seed %s: calls after the answer", seed).isEmpty();
        }
    }

    private static Client client(String name) {
        return Client.of(
                GATEWAYS.get(0).tenant(Api.object("name", name, "caps", Api.object("api_rps", 10_000))),
                GATEWAYS.get(1).api());
    }

    private static void activate(Api v3, UUID campaign, boolean active) {
        Api.Answer answer = v3.patch("/v3/campaign/" + campaign + "/active", Api.object("active", active));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    /** Starts one campaign after the other and forbids it again; the answer is what was placed in spite of that. */
    private static List<String> steer(long seed, String name, BiConsumer<Api, UUID> forbid)
            throws InterruptedException {
        Random random = new Random(seed);
        Client client = client(name);
        List<UUID> campaigns = new ArrayList<>();
        for (int i = 0; i < CAMPAIGNS; i++) {
            campaigns.add(client.campaign(CAP, numbers(TIMES / CAMPAIGNS * CALLS_A_TIME)));
        }
        Map<UUID, Integer> forbidden = new HashMap<>();
        List<String> late = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            UUID campaign = campaigns.get(i % CAMPAIGNS);
            int from = WATCH.size();
            late.addAll(placed(campaign, forbidden.getOrDefault(campaign, from), from));
            if (name.equals("deactivate")) {
                activate(client.ways().get(random.nextInt(2)), campaign, true);
            }
            Client.command(client.ways().get(random.nextInt(2)), campaign, "start");
            Watch.Line call = WATCH.awaitPlaced(campaign, from);
            for (int more = random.nextInt(CAP); more > 0; more--) {
                call = WATCH.awaitPlaced(campaign, call.index() + 1);
            }

            forbid.accept(client.ways().get(1 - call.gateway()), campaign);

            forbidden.put(campaign, WATCH.size());
        }
        forbidden.forEach((campaign, from) -> late.addAll(placed(campaign, from, WATCH.size())));
        return late;
    }

    private static List<String> placed(UUID campaign, int from, int to) {
        return WATCH.between(from, to).stream()
                .filter(line -> line.isPlacedFor(campaign))
                .map(Watch.Line::text)
                .toList();
    }

    /** Forbids one target of a list. */
    private interface Strike {
        /**
         * @param through the replica that is told
         */
        void at(Client client, int through, String lead, String number);
    }

    private static void delete(Client client, int through, String lead, String number) {
        Api.Answer answer = client.ways().get(through).delete("/v3/lead/" + lead);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    private static void doNotCall(Client client, int through, String lead, String number) {
        Api.Answer answer = client.ways()
                .get(through)
                .post(
                        "/v1/blacklist",
                        Api.object("blacklist", List.of(Api.object("phone_number", "0" + number.substring(3)))));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    /** Strikes at targets that are about to be called; the answer is what was placed in spite of that. */
    private static List<String> strike(long seed, String name, Strike strike) throws InterruptedException {
        Random random = new Random(seed);
        Client client = client(name);
        UUID campaign = client.campaign(CAP, numbers(TIMES * CALLS_A_TIME));
        List<JsonNode> leads = leads(client.ways().get(0), campaign);
        Map<String, Integer> order = new HashMap<>();
        for (int i = 0; i < leads.size(); i++) {
            order.put(international(leads.get(i)), i);
        }
        Client.command(client.ways().get(0), campaign, "start");
        Map<String, Integer> struck = new HashMap<>();
        Watch.Line call = WATCH.awaitPlaced(campaign, 0);
        for (int i = 0; i < TIMES; i++) {
            call = WATCH.awaitPlaced(campaign, Math.max(call.index() + 1, WATCH.size() - 1));
            int at = order.get(Api.parse(call.text()).path("to").asText());
            JsonNode lead;
            do {
                lead = leads.get(++at + random.nextInt(2 * CAP));
            } while (struck.containsKey(international(lead)));

            strike.at(client, 1 - call.gateway(), lead.path("lead_uuid").asText(), international(lead));

            struck.put(international(lead), WATCH.size());
        }
        Client.command(client.ways().get(0), campaign, "stop");
        long spared = struck.keySet().stream()
                .filter(number -> WATCH.from(0).stream()
                        .noneMatch(line -> line.isPlacedFor(campaign) && line.isPlacedFor(number)))
                .count();
        assertThat(spared).as("targets that were struck in time").isGreaterThan(struck.size() / 2);
        List<String> late = new ArrayList<>();
        struck.forEach((number, from) -> WATCH.from(from).stream()
                .filter(line -> line.isPlacedFor(campaign) && line.isPlacedFor(number))
                .forEach(line -> late.add(line.text())));
        return late;
    }

    private static String international(JsonNode lead) {
        return "+84" + lead.path("phone_number").asText().substring(1);
    }

    /** In the order of their ids, which is that of their calls. */
    private static List<JsonNode> leads(Api v3, UUID campaign) {
        List<JsonNode> leads = new ArrayList<>();
        JsonNode page;
        do {
            page = v3.get("/v3/lead?limit=1000&offset=" + leads.size() + "&campaign_uuid=" + campaign)
                    .json()
                    .path("data");
            page.forEach(leads::add);
        } while (!page.isEmpty());
        leads.sort(Comparator.comparing(lead -> lead.path("lead_uuid").asText()));
        return leads;
    }

    private static List<String> numbers(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> TwoCampaigns.PREFIXES.get(n / 100 % TwoCampaigns.PREFIXES.size())
                        + String.format("%02d", n % 100)
                        + SCRIPTS.get(n / 100 / TwoCampaigns.PREFIXES.size()))
                .toList();
    }
}
