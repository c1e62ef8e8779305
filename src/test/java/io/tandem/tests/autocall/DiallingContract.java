package io.tandem.tests.autocall;

import static io.tandem.tests.autocall.TestNumbers.ANSWERED;
import static io.tandem.tests.autocall.TestNumbers.BUSY;
import static io.tandem.tests.autocall.TestNumbers.RINGS_OUT;
import static io.tandem.tests.autocall.TestNumbers.answered;
import static io.tandem.tests.autocall.TestNumbers.busyFirst;
import static io.tandem.tests.autocall.TestNumbers.dialled;
import static io.tandem.tests.autocall.TestNumbers.number;
import static io.tandem.tests.autocall.TestNumbers.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.tests.Api;
import io.tandem.tests.Database;
import io.tandem.tests.Journal;
import io.tandem.tests.Journal.Call;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the fields of a campaign do to its calls, with the carrier's journal as witness. (autocall-v3.md, section 2)
 *
 * <p>Case 57, recalls after minutes, would take minutes: the rules' own tests have it. Simulated time runs ten times
 * faster, ring timeouts and recall delays do not.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class DiallingContract extends AutocallContract {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration RECALL_FLOOR = Duration.ofSeconds(10);
    private static final Duration RING_TIMEOUT = Duration.ofSeconds(5);

    private Autocall slow;
    private String ringsOut = "";

    DiallingContract(Database database) {
        super(database);
    }

    /** Case 60 takes a ring timeout and a recall delay; the others run meanwhile. */
    @BeforeAll
    void startWhatTakesLong() {
        slow = new Autocall(gateway().tenant("slow").autocall());
        ringsOut = slow.campaign("a", "call_timeout", 5, "recall_times", 1);
        slow.lead(slow.list(ringsOut), number(0, RINGS_OUT));
        slow.start(ringsOut);
    }

    @Test
    @Order(1)
    void keepsWithinTheCapAndCallsEachLeadOnce_case51() {
        String campaign = v3.campaign("a", "concurrent_call", 5);
        List<String> numbers = numbers(100, answered(2));
        v3.leads(v3.list(campaign), numbers);

        v3.start(campaign);

        await().atMost(SOON).until(() -> v3.ended(campaign) == 100);
        Journal calls = calls(campaign);
        assertThat(calls.calls())
                .extracting(Call::to)
                .containsExactlyInAnyOrderElementsOf(
                        numbers.stream().map(TestNumbers::dialled).toList());
        assertThat(calls.peak()).isEqualTo(5);
        JsonNode progress = v3.progress(campaign);
        assertThat(progress.at("/targets/done").asInt()).isEqualTo(100);
        assertThat(progress.at("/attempts/answered").asInt()).isEqualTo(100);
        assertThat(progress.path("in_flight").asInt(-1)).isZero();
        assertThat(v3.shown(campaign).path("status").asText()).isEqualTo("start");
    }

    @Test
    @Order(1)
    void recallsABusyNumberUntilItsTriesAreUsedUp_case55() {
        String campaign = v3.campaign("a", "recall_times", 3);
        String lead = v3.lead(v3.list(campaign), number(0, BUSY));
        recallAfter(campaign, Duration.ofMillis(300));

        v3.start(campaign);

        await().atMost(SOON).until(() -> v3.ended(campaign) == 1);
        List<Call> calls = calls(campaign).calls();
        assertThat(calls).hasSize(4).extracting(Call::cause).containsOnly(17);
        for (int i = 1; i < calls.size(); i++) {
            assertThat(Duration.between(calls.get(i - 1).ended(), calls.get(i).placed()))
                    .isGreaterThanOrEqualTo(Duration.ofMillis(300));
        }
        ObjectNode shown = (ObjectNode) api.get("/v3/lead/" + lead).json();
        assertThat(shown.path("called_count").asInt()).isEqualTo(4);
        assertThat(shown.path("status").asText()).isEqualTo("BUSY");
        assertThat(shown.path("alt_status").asText()).isEqualTo("busy");
        assertThat(OffsetDateTime.parse(shown.path("last_call_time").asText()).toInstant())
                .isCloseTo(calls.get(3).placed(), within(2, ChronoUnit.SECONDS));
        assertThat(v3.progress(campaign).at("/attempts/busy").asInt()).isEqualTo(4);
        assertThat(v3.progress(campaign).at("/targets/exhausted").asInt()).isEqualTo(1);
    }

    @Test
    @Order(1)
    void doesNotRecallWhatIsNotListed_case56() {
        String campaign = v3.campaign("a", "recall_times", 3, "recall_status", List.of("failed", "no-answered"));
        String list = v3.list(campaign);
        String lead = v3.lead(list, number(0, BUSY));
        recallAfter(campaign, Duration.ofMillis(1));

        v3.start(campaign);

        await().atMost(SOON).until(() -> v3.ended(campaign) == 1);
        assertThat(calls(campaign).calls()).hasSize(1);
        assertThat(api.get("/v3/lead/" + lead).json().path("called_count").asInt())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"normal", "recall"})
    @Order(1)
    void putsRecallsAfterOrBeforeNewLeads_case64(String priority) {
        String campaign = v3.campaign("a", "concurrent_call", 2, "recall_times", 1, "priority_recall", priority);
        String list = v3.list(campaign);
        String early = number(0, busyFirst(1));
        v3.lead(list, early);
        v3.leads(list, numbers(50, answered(1)));
        recallAfter(campaign, Duration.ofMillis(100));

        v3.start(campaign);

        await().atMost(SOON).until(() -> v3.ended(campaign) == 51);
        Journal calls = calls(campaign);
        assertThat(calls.to(dialled(early)).calls()).hasSize(2);
        Instant recalled = calls.to(dialled(early)).calls().get(1).placed();
        Instant lastNew = calls.where(call -> !call.to().equals(dialled(early))).calls().stream()
                .map(Call::placed)
                .max(Instant::compareTo)
                .orElseThrow();
        assertThat(recalled.isAfter(lastNew)).isEqualTo(priority.equals("normal"));
    }

    @Test
    @Order(1)
    void tellsEveryDispositionInTheContractsWords() {
        Map<String, String> statuses = Map.of(
                ANSWERED,
                "answered",
                BUSY,
                "busy",
                "99300",
                "failed",
                "99400",
                "not-available",
                "99500",
                "voicemail",
                "99600",
                "invalid-number",
                "99700",
                "phone-block",
                "99800",
                "congestion");
        String campaign = v3.campaign("a", "concurrent_call", 10);
        String list = v3.list(campaign);
        Map<String, String> leads = statuses.keySet().stream()
                .collect(Collectors.toMap(script -> script, script -> v3.lead(list, number(0, script))));

        v3.start(campaign);

        await().atMost(SOON).until(() -> v3.ended(campaign) == 8);
        statuses.forEach((script, status) -> assertThat(
                        api.get("/v3/lead/" + leads.get(script)).text("/alt_status"))
                .isEqualTo(status));
    }

    /** The clock stands on a Saturday at ten. */
    @Test
    @Order(1)
    void callsNobodyOnAClosedDay_case69() {
        String closed = v3.campaign("closed", "schedules", List.of(saturdayClosed()));
        String open = v3.campaign("open");
        v3.lead(v3.list(closed), number(0, ANSWERED));
        v3.lead(v3.list(open), number(1, ANSWERED));

        v3.start(closed);
        v3.start(open);

        await().atMost(SOON).until(() -> v3.ended(open) == 1);
        assertThat(calls(closed).calls()).isEmpty();
        assertThat(v3.shown(closed).path("status").asText()).isEqualTo("start");
        assertThat(v3.progress(closed).path("next_opening").asText()).isEqualTo("2030-03-03T01:00:00Z");
    }

    private ObjectNode saturdayClosed() {
        ObjectNode week = (ObjectNode)
                Objects.requireNonNull(Api.parse(resource("new-campaign.json")).at("/schedules/0"));
        return week.put("saturday_start_time", 0L).put("saturday_end_time", 0L);
    }

    /** 2.1: each network has its channels, and one without is not called. */
    @ParameterizedTest
    @ValueSource(strings = {"parralel", "serial"})
    @Order(1)
    void callsOverChannelsOnly(String mode) {
        Api.Answer made = api.post(
                "/v3/carrier",
                Api.object(
                        "carrier_name",
                        mode,
                        "description",
                        "",
                        "caller_id",
                        "02873003586",
                        "gateway_uuid",
                        api.get("/v3/gateway").text("/data/0/gateway_uuid"),
                        "concurrent_call",
                        20,
                        "dial_type",
                        "sip_one_for_all",
                        "network",
                        Api.object("viettel", 1, "mobi", 2, "vina", 5)));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        String carrier = made.text("/carrier_uuid");
        String campaign = v3.campaign(
                "a",
                "concurrent_call",
                20,
                "carrier_uuid",
                carrier,
                "mode_call",
                mode,
                "network",
                Api.object("viettel", 9, "mobi", 9, "vina", 0));
        List<String> mobi =
                IntStream.range(0, 8).mapToObj(n -> "0901" + n + answered(2)).toList();
        List<String> viettel =
                IntStream.range(0, 4).mapToObj(n -> "0981" + n + answered(2)).toList();
        String list = v3.list(campaign);
        v3.leads(list, mobi);
        v3.leads(list, viettel);
        v3.lead(list, "09110" + answered(2));

        v3.start(campaign);

        await().atMost(SOON).until(() -> v3.ended(campaign) == 12);
        Journal calls = calls(campaign);
        assertThat(calls.where(call -> call.to().startsWith("+8490")).peak()).isEqualTo(2);
        assertThat(calls.where(call -> call.to().startsWith("+8498")).peak()).isEqualTo(1);
        assertThat(calls.calls()).hasSize(12).noneMatch(call -> call.to().startsWith("+8491"));
    }

    /** 1.7: one of the carrier's numbers, drawn for each call; the record shows which. */
    @Test
    @Order(1)
    void showsNumbersOfAPoolByChance() {
        List<String> pool = List.of("02873003501", "02873003502", "02873003503");
        Api.Answer made = api.post(
                "/v3/carrier",
                Api.object(
                        "carrier_name",
                        "pool",
                        "caller_id",
                        pool.get(0),
                        "gateway_uuid",
                        api.get("/v3/gateway").text("/data/0/gateway_uuid"),
                        "concurrent_call",
                        20,
                        "dial_type",
                        "sip_random_for_all",
                        "data",
                        Api.object("caller_id", String.join(",", pool))));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        String campaign = v3.campaign("a", "concurrent_call", 20, "carrier_uuid", made.text("/carrier_uuid"));
        v3.leads(v3.list(campaign), numbers(40, answered(0)));

        v3.start(campaign);

        await().atMost(SOON).until(() -> v3.ended(campaign) == 40);
        JsonNode records =
                api.get("/v3/cdr?limit=100&campaign_uuid=" + campaign).json().path("data");
        assertThat(records.findValuesAsText("from_number")).hasSize(40).hasSameElementsAs(pool);
        assertThat(Set.copyOf(records.findValuesAsText("from_number"))).hasSize(pool.size());
    }

    @Test
    @Order(1)
    void callsNobodyOfASwitchedOffList() {
        String campaign = v3.campaign("a");
        String off = v3.list(campaign, "off");
        String on = v3.list(campaign, "on");
        v3.lead(off, number(0, ANSWERED));
        v3.lead(on, number(1, ANSWERED));
        assertOk(api.patch("/v3/list/" + off + "/active", Api.object("active", false)));

        v3.start(campaign);

        await().atMost(SOON).until(() -> v3.ended(campaign) == 1);
        assertThat(calls(campaign).calls()).extracting(Call::to).containsExactly(dialled(number(1, ANSWERED)));
        assertOk(api.patch("/v3/list/" + off + "/active", Api.object("active", true)));
        await().atMost(SOON).until(() -> v3.ended(campaign) == 2);
    }

    @Test
    @Order(2)
    void hangsUpAtTheRingTimeoutAndRecalls_case60() {
        await().atMost(SOON).until(() -> slowLead().path("alt_status").asText().equals("no-answered"));
        await().atMost(SOON).until(() -> calls(ringsOut).calls().size() == 2);

        Call first = calls(ringsOut).calls().get(0);
        Call recall = calls(ringsOut).calls().get(1);
        assertThat(first.answered()).isNull();
        assertThat(Duration.between(first.placed(), first.ended()))
                .isBetween(RING_TIMEOUT.minusSeconds(1), RING_TIMEOUT.plusSeconds(1));
        assertThat(Duration.between(first.ended(), recall.placed()))
                .isBetween(RECALL_FLOOR, RECALL_FLOOR.plusSeconds(2));
        assertThat(slow.progress(ringsOut).at("/attempts/no_answer").asInt()).isBetween(1, 2);
        assertThat(slowLead().path("called_count").asInt()).isEqualTo(2);
    }

    private JsonNode slowLead() {
        return slow.api().get("/v3/lead?campaign_uuid=" + ringsOut).json().at("/data/0");
    }

    /** A delay below v3's floor of ten seconds, which only the other dialect can set; v3 shows it as {@code after}. */
    private void recallAfter(String campaign, Duration delay) {
        Api v1 = tenant.voipbin();
        String plan = v1.get("/v1.0/campaigns/" + campaign).text("/outplan_id");
        Api.Answer set = v1.put("/v1.0/outplans/" + plan + "/dial_info", Api.object("try_interval", delay.toMillis()));
        assertOk(set);
        assertThat(v3.shown(campaign).path("schedule_recall").asText()).isEqualTo("after");
    }

    private Journal calls(String campaign) {
        return gateway.journal().of(UUID.fromString(campaign));
    }
}
