package io.tandem.tests.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tandem.tests.Api;
import io.tandem.tests.Database;
import io.tandem.tests.GatewayUnderTest;
import io.tandem.tests.Journal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two replicas that live: clients speak to either. (design section 5, one owner per tenant) */
class TwoReplicasTest {

    private static final Duration IN_TIME = Duration.ofSeconds(20);
    /** Well within the 16 seconds after which an owner looks without being told. */
    private static final Duration BY_WORD = Duration.ofSeconds(8);
    private static final Map<String, String> SETTINGS = Map.of("TANDEM_LEASE", "PT4S");

    private static Map<String, String> database = Map.of();
    private static GatewayUnderTest one;
    private static GatewayUnderTest other;

    @BeforeAll
    static void start() {
        database = Database.POSTGRES.fresh();
        one = GatewayUnderTest.start(database, SETTINGS);
        other = GatewayUnderTest.start(database, SETTINGS);
    }

    @AfterAll
    static void stop() {
        other.close();
        one.close();
    }

    private static Client client(String name) {
        return Client.of(one.tenant(name), other.api());
    }

    private static Journal journalOf(UUID tenant) {
        List<Journal.Call> calls = new ArrayList<>(one.journal().calls());
        calls.addAll(other.journal().calls());
        return new Journal(calls).where(call -> call.tenant().equals(tenant));
    }

    @Test
    void shareTheTenantsAndDialEachThroughOneOfThem() {
        List<Client> clients = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Client client = client("shared " + i);
            Client.command(
                    client.ways().get(i % 2),
                    client.campaign(2, List.of("0903199000", "0904199000", "0905199000")),
                    "start");
            clients.add(client);
        }

        for (Client client : clients) {
            await().atMost(IN_TIME)
                    .until(() -> journalOf(client.tenant()).calls().size() == 3);
            assertThat(journalOf(client.tenant()).peak()).isLessThanOrEqualTo(2);
        }
        for (GatewayUnderTest replica : List.of(one, other)) {
            assertThat(replica.journal().calls()).as("both dial").isNotEmpty();
        }
    }

    @Test
    void aStopThroughEitherMeansThatNoCallFollowsItsAnswer() {
        List<String> numbers =
                IntStream.range(100, 300).mapToObj(n -> "09" + n + "99000").toList();
        Map<UUID, Integer> placedAtTheAnswer = new LinkedHashMap<>();
        for (int i = 0; i < 10; i++) {
            Client client = client("stopped " + i);
            UUID campaign = client.campaign(3, numbers);
            Api v3 = client.ways().get(i % 2);
            Client.command(v3, campaign, "start");
            await().atMost(IN_TIME)
                    .until(() -> journalOf(client.tenant()).calls().size() > 2);

            Client.command(v3, campaign, "stop");

            placedAtTheAnswer.put(
                    client.tenant(), journalOf(client.tenant()).calls().size());
        }

        placedAtTheAnswer.forEach((tenant, placed) -> {
            await().atMost(IN_TIME)
                    .until(() -> journalOf(tenant).calls().stream().allMatch(call -> call.ended() != null));
            assertThat(journalOf(tenant).calls()).hasSize(placed);
            assertThat(placed).isLessThan(numbers.size());
        });
    }

    @Test
    void whatOneIsToldTheOtherDials() {
        Client client = client("told");
        UUID campaign = client.campaign(5, List.of());
        Client.command(client.ways().get(0), campaign, "start");
        String list =
                client.ways().get(0).get("/v3/list?campaign_uuid=" + campaign).text("/data/0/list_uuid");

        for (int i = 0; i < 4; i++) {
            Api.Answer added = client.ways()
                    .get(i % 2)
                    .post("/v3/lead", Api.object("list_uuid", list, "phone_number", "090" + i + "199000"));
            assertThat(added.status()).as(added.toString()).isEqualTo(201);
            int expected = i + 1;
            await().atMost(BY_WORD)
                    .until(() -> journalOf(client.tenant()).calls().size() == expected);
        }
    }

    @Test
    void oneThatEndsLeavesItsTenantsToTheOther() {
        GatewayUnderTest third = GatewayUnderTest.start(database, SETTINGS);
        List<Client> clients = new ArrayList<>();
        List<UUID> campaigns = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Client client = client("left " + i);
            campaigns.add(client.campaign(1, List.of("0903199000", "0904199000", "0905199000", "0906199000")));
            clients.add(client);
        }
        for (int i = 0; i < 6; i++) {
            Client.command(clients.get(i).ways().get(0), campaigns.get(i), "start");
        }

        third.close();

        for (Client client : clients) {
            await().atMost(IN_TIME)
                    .until(() -> journalOf(client.tenant()).calls().size()
                                    + third.journal()
                                            .where(call -> call.tenant().equals(client.tenant()))
                                            .calls()
                                            .size()
                            == 4);
        }
    }
}
