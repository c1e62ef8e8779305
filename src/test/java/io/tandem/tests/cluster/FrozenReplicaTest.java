package io.tandem.tests.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tandem.tests.Api;
import io.tandem.tests.Database;
import io.tandem.tests.Ledger;
import io.tandem.tests.Ways;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A replica that is frozen between a claim and its call, for longer than anybody trusts it, and goes on when another has
 * taken its tenants over. (design section 5, last look)
 */
class FrozenReplicaTest {

    private static final int CAP = 10;
    private static final Duration LEASE = Duration.ofSeconds(2);
    private static final Duration IN_TIME = Duration.ofSeconds(60);

    @TempDir
    private static Path folder = Path.of("");

    private static Path file = Path.of("");
    private static Fleet fleet;

    @BeforeAll
    static void start() {
        Map<String, String> settings = new LinkedHashMap<>(Database.POSTGRES.fresh());
        settings.put("TANDEM_LEASE", LEASE.toString());
        settings.put("TANDEM_MAX_TALK", "PT2S");
        file = folder.resolve("ledger");
        fleet = new Fleet(settings, file);
        fleet.launch();
        fleet.launch();
        fleet.awaitServing();
    }

    @AfterAll
    static void end() {
        fleet.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Point.class,
            names = {"CLAIMED", "BEFORE_THE_LAST_LOOK", "AFTER_THE_LAST_LOOK"})
    void onlyTheCallAfterTheLastLookIsPlaced(Point point) {
        Api.Answer keys =
                Ways.tenant(fleet.api(), Api.object("name", point.name(), "caps", Api.object("api_rps", 10_000)));
        UUID tenant = UUID.fromString(keys.text("/tenant_id"));
        Ways ways = Ways.of(fleet.api(), keys);
        Replica victim = owner(tenant, ways.autocall());
        Replica other = fleet.serving().stream()
                .filter(each -> each != victim)
                .findFirst()
                .orElseThrow();
        Ways steady = ways.at(other.process().api());
        Api v3 = steady.autocall();
        List<String> numbers =
                IntStream.range(10, 30).mapToObj(n -> "+8490" + n + "99000").toList();
        UUID campaign = Client.campaign(v3, CAP, numbers);

        victim.stopAt(point, "STOP");
        Client.command(v3, campaign, "start");
        until("it is frozen", victim::hasStopped);
        Instant taken = probe(v3, tenant, other);
        List<String> claimed = victim.claimedWhenStopped();
        victim.process().resume();

        until(
                "all are called",
                () -> calls(tenant, campaign).calls().stream()
                                .filter(call -> call.endedAt() < Integer.MAX_VALUE)
                                .count()
                        >= numbers.size());
        until("what it had claimed is settled", () -> claimed.stream().allMatch(id -> isSettled(steady.voipbin(), id)));
        Ledger calls = calls(tenant, campaign);
        List<UUID> late = calls.calls().stream()
                .map(Ledger.Call::id)
                .filter(id -> claimed.contains(id.toString()))
                .toList();
        System.out.println(point + ": taken over "
                + Duration.between(victim.stoppedAt(), taken).toMillis() + " ms after the freeze; of " + claimed.size()
                + " claimed calls " + late.size() + " were placed");
        assertThat(claimed).hasSize(CAP);
        assertThat(late).hasSize(point == Point.AFTER_THE_LAST_LOOK ? 1 : 0);
        assertThat(calls.peak()).isLessThanOrEqualTo(CAP);
        assertThat(calls.calls().stream().map(Ledger.Call::to)).containsExactlyInAnyOrderElementsOf(numbers);
        // Two leases, and as much again for a machine that has other work.
        assertThat(Duration.between(victim.stoppedAt(), taken)).isLessThan(LEASE.multipliedBy(4));
    }

    /** Whoever places a call of the tenant. */
    private static Replica owner(UUID tenant, Api v3) {
        Client.command(v3, Client.campaign(v3, 1, List.of("0909999000")), "start");
        Tail tail = new Tail(file);
        until("a first call", () -> tail.follow().latestOf(tenant) != null);
        until("it is over", () -> ofTenant(tenant).calls().get(0).endedAt() < Integer.MAX_VALUE);
        Tail.Placed first = tail.latestOf(tenant);
        assertThat(first).isNotNull();
        return fleet.serving(first.life()).orElseThrow();
    }

    /** When that replica placed a call of another campaign of the tenant. */
    private static Instant probe(Api v3, UUID tenant, Replica by) {
        Client.command(v3, Client.campaign(v3, 1, List.of("0908899000")), "start");
        Tail tail = new Tail(file);
        until("another dials", () -> {
            Tail.Placed latest = tail.follow().latestOf(tenant);
            return latest != null && latest.life() == by.life();
        });
        return ofTenant(tenant).calls().stream()
                .filter(call -> call.life() == by.life())
                .map(call -> Instant.parse(call.at()))
                .findFirst()
                .orElseThrow();
    }

    /** Taken back, so that nothing is left of it, or called. */
    private static boolean isSettled(Api v1, String call) {
        Api.Answer answer = v1.get("/v1.0/campaigncalls/" + call);
        return answer.status() == 404 || answer.text("/status").equals("done");
    }

    private static Ledger ofTenant(UUID tenant) {
        return Ledger.read(file).where(call -> call.tenant().equals(tenant));
    }

    private static Ledger calls(UUID tenant, UUID campaign) {
        return ofTenant(tenant).where(call -> call.campaign().equals(campaign));
    }

    private static void until(String what, Callable<Boolean> condition) {
        await().alias(what).atMost(IN_TIME).pollInterval(Duration.ofMillis(20)).until(condition);
    }
}
