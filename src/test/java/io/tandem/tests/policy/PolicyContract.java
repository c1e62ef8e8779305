package io.tandem.tests.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.tests.Api;
import io.tandem.tests.Database;
import io.tandem.tests.GatewayUnderTest;
import io.tandem.tests.Journal.Call;
import io.tandem.tests.TenantUnderTest;
import io.tandem.tests.voipbin.V1;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.core.ThrowingRunnable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Quiet hours and attempts per number and day, as an operator sets them. (autocall-v3.md, D35) */
@TestInstance(Lifecycle.PER_CLASS)
abstract class PolicyContract {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration A_WHILE = Duration.ofSeconds(1);
    private static final String ANSWERED = "99000";
    private static final String BUSY = "99100";
    /** Monday, 10:00 in the tenants' zone; minutes go by in the tests, hours don't. */
    private static final String TEN = "2030-03-04T03:00:00Z";

    private static final String DAYTIME = "{\"quiet_hours\":[{\"from\":\"09:00\",\"to\":\"17:00\"}]}";
    private static final String NIGHT = "{\"quiet_hours\":[{\"from\":\"21:00\",\"to\":\"08:00\"}]}";
    private static final String ONCE = "{\"attempts_per_number_and_day\":1}";

    private final Database database;
    private GatewayUnderTest gateway;

    PolicyContract(Database database) {
        this.database = database;
    }

    @BeforeAll
    void startGateway() {
        gateway = GatewayUnderTest.start(database.fresh(), Map.of("TANDEM_CLOCK", TEN, "TANDEM_SIM_SPEED", "10"));
    }

    @AfterAll
    void closeGateway() {
        gateway.close();
    }

    private V1 tenant(@Nullable String policy) {
        ObjectNode body = Api.object("name", "policy");
        if (policy != null) {
            body.set("policy", Api.parse(policy));
        }
        return V1.of(gateway.tenant(body));
    }

    private void policy(V1 v1, String policy) {
        ObjectNode body = Api.object();
        body.set("policy", Api.parse(policy));
        Api.Answer answer =
                gateway.operator().patch("/admin/tenants/" + v1.tenant().id(), body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    /** A v3 campaign with a lead for each number, started. */
    private String autocall(V1 v1, String... numbers) {
        Api v3 = v1.tenant().autocall();
        String campaign = v3.post("/v3/campaign", Api.object("campaign_name", "a", "type", "autocall"))
                .text("/campaign_uuid");
        String list = v3.post("/v3/list", Api.object("campaign_uuid", campaign, "list_name", "l"))
                .text("/list_uuid");
        for (String number : numbers) {
            Api.Answer lead =
                    v3.post("/v3/lead", Api.object("list_uuid", list, "phone_number", number.replace("+84", "0")));
            assertThat(lead.status()).as(lead.toString()).isEqualTo(201);
        }
        assertThat(v3.post("/v1/campaign/" + campaign + "/run/start", "{}").status())
                .isEqualTo(200);
        return campaign;
    }

    /** A v1.0 campaign with a target for each number, run. */
    private static String call(V1 v1, @Nullable String outplan, String... numbers) {
        String campaign =
                v1.campaign("outplan_id", outplan == null ? v1.outplan() : outplan, "outdial_id", v1.outdial(numbers));
        v1.status(campaign, "run");
        return campaign;
    }

    private List<Call> calls(V1 v1) {
        UUID id = v1.tenant().id();
        return gateway.journal().where(call -> call.tenant().equals(id)).calls();
    }

    private List<Call> calls(V1 v1, String number) {
        return calls(v1).stream().filter(call -> call.to().equals(number)).toList();
    }

    private static JsonNode progress(V1 v1, String campaign) {
        return v1.tenant()
                .autocall()
                .get("/gateway/campaigns/" + campaign + "/progress")
                .json();
    }

    private static long refused(V1 v1, String campaign, String reason) {
        return progress(v1, campaign).path("refused").path(reason).asLong(-1);
    }

    private static void eventually(ThrowingRunnable assertion) {
        await().atMost(SOON).pollInterval(Duration.ofMillis(50)).untilAsserted(assertion);
    }

    private static void forAWhile(ThrowingRunnable assertion) {
        await().during(A_WHILE).atMost(SOON).pollInterval(Duration.ofMillis(50)).untilAsserted(assertion);
    }

    @Test
    void aTenantWithoutAPolicyIsRefusedNothing() {
        V1 v1 = tenant(null);
        String number = V1.number(1, BUSY);

        String first = autocall(v1, number);
        eventually(() -> assertThat(calls(v1, number)).hasSize(1));
        String second = call(v1, v1.outplan("max_try_count_0", 3), number);

        eventually(() -> assertThat(calls(v1, number)).hasSize(4));
        for (String campaign : List.of(first, second)) {
            assertThat(progress(v1, campaign).path("refused"))
                    .isEqualTo(Api.parse("{\"attempts_per_day\":0,\"do_not_call\":0,\"quiet_hours\":0}"));
        }
    }

    // ---- quiet hours

    @Test
    void nobodyIsCalledInQuietHours() {
        V1 v1 = tenant(DAYTIME);

        String v3Campaign = autocall(v1, V1.number(2, ANSWERED));
        String v1Campaign = call(v1, null, V1.number(3, ANSWERED));

        eventually(() -> {
            assertThat(refused(v1, v3Campaign, "quiet_hours")).isEqualTo(1);
            assertThat(refused(v1, v1Campaign, "quiet_hours")).isEqualTo(1);
        });
        forAWhile(() -> assertThat(calls(v1)).isEmpty());
        JsonNode waiting = progress(v1, v1Campaign);
        assertThat(waiting.path("state").asText()).isEqualTo("running");
        assertThat(waiting.at("/targets/left").asInt()).isEqualTo(1);
        assertThat(waiting.path("attempts")).isEmpty();
        assertThat(Instant.parse(waiting.path("next_opening").asText())).isEqualTo("2030-03-04T10:00:00Z");

        policy(v1, NIGHT);

        eventually(() -> assertThat(calls(v1)).hasSize(2));
    }

    @Test
    void quietHoursHoldAtOnce() {
        V1 v1 = tenant(null);
        String campaign = call(
                v1,
                null,
                IntStream.range(0, 60).mapToObj(i -> V1.number(i, "99001")).toArray(String[]::new));
        eventually(() -> assertThat(calls(v1)).isNotEmpty());

        policy(v1, DAYTIME);
        int placed = calls(v1).size();

        forAWhile(() -> assertThat(calls(v1)).hasSize(placed));
    }

    @Test
    void aFlowThatCallsNobodyKnowsNoQuietHours() {
        V1 v1 = tenant(DAYTIME);
        String campaign = v1.campaign(
                "type", "flow", "outplan_id", v1.outplan(), "outdial_id", v1.outdial(V1.number(4, ANSWERED)));

        v1.status(campaign, "run");

        eventually(() ->
                assertThat(progress(v1, campaign).at("/targets/left").asInt()).isZero());
        assertThat(refused(v1, campaign, "quiet_hours")).isZero();
    }

    // ---- attempts per number and day

    @Test
    void aNumberIsCalledOnceADayOverCampaignsOfBothDialects() {
        V1 v1 = tenant(ONCE);
        String shared = V1.number(5, ANSWERED);
        String own = V1.number(6, ANSWERED);
        autocall(v1, shared);
        eventually(() -> assertThat(calls(v1, shared)).hasSize(1).allMatch(call -> call.ended() != null));

        String second = call(v1, null, shared, own);

        eventually(() -> {
            assertThat(refused(v1, second, "attempts_per_day")).isEqualTo(1);
            assertThat(calls(v1, own)).hasSize(1);
            assertThat(progress(v1, second).at("/targets/left").asInt()).isEqualTo(1);
        });
        forAWhile(() -> assertThat(calls(v1, shared)).hasSize(1));
        assertThat(progress(v1, second).path("state").asText()).isEqualTo("running");
        assertThat(progress(v1, second).path("attempts")).isEqualTo(Api.parse("{\"answered\":1}"));

        policy(v1, "{\"attempts_per_number_and_day\":2}");

        eventually(() -> {
            assertThat(calls(v1, shared)).hasSize(2);
            assertThat(progress(v1, second).path("state").asText()).isEqualTo("stopped");
        });
    }

    @Test
    void twoCampaignsAtOnceCallANumberOnce() {
        V1 v1 = tenant(ONCE);
        String shared = V1.number(7, "99001");

        String first = autocall(v1, shared);
        String second = call(v1, null, shared);

        eventually(() -> assertThat(refused(v1, first, "attempts_per_day") + refused(v1, second, "attempts_per_day"))
                .isEqualTo(1));
        assertThat(calls(v1, shared)).hasSize(1);
    }

    @Test
    void retriesCountAndTheNextDestinationWaitsForTheFirst() {
        V1 v1 = tenant("{\"attempts_per_number_and_day\":2}");
        String busy = V1.number(8, BUSY);
        String fallback = V1.number(9, ANSWERED);
        String outdial = v1.outdial();
        v1.target(outdial, busy, fallback);
        String campaign = v1.campaign(
                "outplan_id", v1.outplan("max_try_count_0", 3, "max_try_count_1", 1), "outdial_id", outdial);

        v1.status(campaign, "run");

        eventually(() -> assertThat(refused(v1, campaign, "attempts_per_day")).isEqualTo(1));
        forAWhile(() -> {
            assertThat(calls(v1, busy)).hasSize(2);
            assertThat(calls(v1, fallback)).isEmpty();
        });

        policy(v1, "null");

        eventually(() -> {
            assertThat(calls(v1, busy)).hasSize(3);
            assertThat(calls(v1, fallback)).hasSize(1);
        });
    }

    @Test
    void aTighterLimitHoldsAtOnce() {
        V1 v1 = tenant(null);
        String busy = V1.number(10, BUSY);
        String campaign = call(v1, v1.outplan("max_try_count_0", 500, "try_interval", 20), busy);
        eventually(() -> assertThat(calls(v1, busy)).hasSizeGreaterThan(2));

        policy(v1, ONCE);
        int placed = calls(v1, busy).size();

        eventually(() -> assertThat(refused(v1, campaign, "attempts_per_day")).isEqualTo(1));
        assertThat(calls(v1, busy)).hasSize(placed);
    }

    // ---- pushes and the do-not-call list

    @Test
    void aPushBeyondTheLimitIsRefused() {
        V1 v1 = tenant(ONCE);
        TenantUnderTest tenant = v1.tenant();
        String number = V1.number(11, ANSWERED);
        String campaign = autocall(v1, number);
        eventually(() -> assertThat(calls(v1, number)).hasSize(1));
        ObjectNode push = Api.object(
                "campaign_uuid", campaign, "phone_number", number.replace("+84", "0"), "param", Api.object());

        Api.Answer refused = tenant.autocall().post("/v3/autocall/import", push);
        Api.Answer other = tenant.autocall()
                .post(
                        "/v3/autocall/import",
                        push.deepCopy()
                                .put("phone_number", V1.number(12, ANSWERED).replace("+84", "0")));

        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        assertThat(refused.text("/error")).isEqualTo("phone_number has had its calls of the day");
        assertThat(other.status()).as(other.toString()).isEqualTo(200);
        assertThat(tenant.autocall().get("/v3/lead").json().path("total").asInt())
                .isEqualTo(2);

        policy(v1, DAYTIME);

        assertThat(tenant.autocall().post("/v3/autocall/import", push).text("/error"))
                .isEqualTo("campaign is outside its schedules");
    }

    @Test
    void countsWhatTheDoNotCallListRefuses() {
        V1 v1 = tenant(null);
        String number = V1.number(13, ANSWERED);
        v1.tenant()
                .autocall()
                .post(
                        "/v1/blacklist",
                        Api.object(
                                "blacklist",
                                List.of(Api.object("phone_number", number.replace("+84", "0"), "description", ""))));

        String campaign = call(v1, null, number);

        eventually(() -> assertThat(refused(v1, campaign, "do_not_call")).isEqualTo(1));
        assertThat(calls(v1)).isEmpty();
    }
}
