package io.tandem.tests.autocall;

import static io.tandem.tests.autocall.TestNumbers.ANSWERED;
import static io.tandem.tests.autocall.TestNumbers.answered;
import static io.tandem.tests.autocall.TestNumbers.number;
import static io.tandem.tests.autocall.TestNumbers.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.tests.Api;
import io.tandem.tests.Database;
import io.tandem.tests.Journal;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Starting, pausing, stopping, switching off and deleting. (autocall-v3.md, 2.8) */
abstract class CampaignRunContract extends AutocallContract {

    private static final Duration SOON = Duration.ofSeconds(20);

    private String campaign = "";

    CampaignRunContract(Database database) {
        super(database);
    }

    @BeforeEach
    void makeCampaign() {
        campaign = v3.campaign("a");
    }

    @Test
    void switchesOff_case38() {
        String path = "/v3/campaign/" + campaign + "/active";

        assertError(api.patch(path, "{}"), 400, "active is missing");
        assertViolations(
                api.patch(path, Api.object("active", "no")),
                "active",
                "Invalid type. Expected: boolean, given: string");
        Api.Answer off = api.patch(path, Api.object("active", false));

        assertOk(off);
        assertThat(off.json()).isEqualTo(Api.object("active", false, "campaign_uuid", campaign));
        assertThat(v3.shown(campaign).path("active").asBoolean(true)).isFalse();
    }

    @Test
    void findsNoUnknownCampaignToSwitch_case39() {
        assertError(api.patch("/v3/campaign/" + UNKNOWN_ID + "/active", Api.object("active", true)), 404, NOT_FOUND);
    }

    @Test
    void stopsWhatIsSwitchedOff() {
        v3.start(campaign);

        assertOk(api.patch("/v3/campaign/" + campaign + "/active", Api.object("active", false)));

        assertThat(v3.shown(campaign).path("status").asText()).isEqualTo("stop");
        assertThat(v3.shown(campaign).path("run_id").asText()).isEmpty();
    }

    @Test
    void deletesAnInactiveCampaignOnly_case40() {
        String path = "/v3/campaign/" + campaign;
        String list = v3.list(campaign);
        String lead = v3.lead(list, number(0, ANSWERED));

        assertError(api.delete(path), 400, "campaign must be deactive");
        assertOk(api.patch(path + "/active", Api.object("active", false)));
        Api.Answer deleted = api.delete(path);

        assertOk(deleted);
        assertThat(deleted.json()).isEqualTo(Api.object("campaign_uuid", campaign));
        assertError(api.delete(path), 404, NOT_FOUND);
        assertError(api.get(path), 404, NOT_FOUND);
        assertThat(api.get("/v3/campaign").json().path("total").asInt()).isZero();
        // D30
        assertError(api.get("/v3/list/" + list), 404, NOT_FOUND);
        assertError(api.get("/v3/lead/" + lead), 404, NOT_FOUND);
        assertThat(api.get("/v3/lead").json().path("total").asInt(-1)).isZero();
    }

    @Test
    void startsWithANewRunOnce_case46() {
        Api.Answer started = run("start");
        ObjectNode shown = v3.shown(campaign);

        assertOk(started);
        assertThat(started.json()).isEqualTo(Api.object("campaign_uuid", campaign));
        assertThat(shown.path("status").asText()).isEqualTo("start");
        assertThat(UUID.fromString(shown.path("run_id").asText())).isNotNull();
        // D19
        assertOk(run("start"));
        assertThat(v3.shown(campaign).path("run_id")).isEqualTo(shown.path("run_id"));
        assertOk(run("stop"));
        assertThat(v3.shown(campaign).path("run_id").asText()).isEmpty();
        assertOk(run("start"));
        assertThat(v3.shown(campaign).path("run_id")).isNotEqualTo(shown.path("run_id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1", "/v3"})
    void stopsAndPausesOnBothPaths(String version) {
        String path = version + "/campaign/" + campaign + "/run/";

        for (String command : new String[] {"start", "pause", "stop", "pause", "start", "stop", "stop"}) {
            Api.Answer answer = api.post(path + command, "{}");
            assertOk(answer);
            assertThat(answer.json()).isEqualTo(Api.object("campaign_uuid", campaign));
            assertThat(v3.shown(campaign).path("status").asText()).isEqualTo(command);
        }
        assertError(api.post(version + "/campaign/" + UNKNOWN_ID + "/run/stop", "{}"), 404, NOT_FOUND);
        assertError(api.post(version + "/campaign/xyz/run/pause", "{}"), 404, NOT_FOUND);
    }

    @Test
    void startsWithoutABody() {
        assertOk(api.send("POST", "/v1/campaign/" + campaign + "/run/start", null));
    }

    @Test
    void refusesToStartWhatCannotRun_case48() {
        String manual = api.post("/v3/campaign", Api.object("campaign_name", "m", "type", "manual"))
                .text("/campaign_uuid");
        api.patch("/v3/campaign/" + campaign + "/active", Api.object("active", false));

        assertError(run("start"), 400, "campaign is deactive");
        assertError(run("pause"), 400, "campaign is deactive");
        assertThat(v3.edit(campaign, "status", "start").status()).isEqualTo(400);
        assertThat(api.post("/v1/campaign/" + manual + "/run/start", "{}").status())
                .isEqualTo(400);
        assertError(api.post("/v1/campaign/" + UNKNOWN_ID + "/run/start", "{}"), 404, NOT_FOUND);
        assertThat(v3.shown(campaign).path("status").asText()).isEqualTo("stop");
    }

    @Test
    void keepsRunAndCallsOverAPause_case49() {
        v3.lead(v3.list(campaign), number(0, answered(12)));
        assertOk(v3.edit(campaign, "status", "start"));
        await().atMost(SOON).until(() -> calls().calls().stream().anyMatch(call -> call.answered() != null));
        String run = v3.shown(campaign).path("run_id").asText();

        assertOk(v3.edit(campaign, "status", "pause"));
        ObjectNode paused = v3.shown(campaign);
        assertOk(v3.edit(campaign, "status", "start"));
        ObjectNode resumed = v3.shown(campaign);

        assertThat(paused.path("status").asText()).isEqualTo("pause");
        assertThat(paused.path("run_id").asText()).isEqualTo(run);
        assertThat(resumed.path("status").asText()).isEqualTo("start");
        assertThat(resumed.path("run_id").asText()).isEqualTo(run).isNotEmpty();
        await().atMost(SOON).until(() -> v3.ended(campaign) == 1);
        assertThat(calls().calls()).singleElement().satisfies(call -> {
            assertThat(call.cause()).isEqualTo(16);
            assertThat(Duration.between(call.answered(), call.ended())).isGreaterThan(Duration.ofMillis(1_100));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"stop", "pause"})
    void placesNoCallAfterAStop_case50(String status) {
        v3.edit(campaign, "concurrent_call", 3);
        v3.leads(v3.list(campaign), numbers(200, answered(1)));
        v3.start(campaign);
        await().atMost(SOON).until(() -> calls().calls().size() > 5);

        assertOk(v3.edit(campaign, "status", status));

        Instant answered = now();
        assertThat(v3.shown(campaign).path("run_id").asText().isEmpty()).isEqualTo(status.equals("stop"));
        // Another campaign of the tenant gets its call through, so the scheduler has had its turns.
        String other = v3.campaign("b");
        v3.lead(v3.list(other), number(500, ANSWERED));
        v3.start(other);
        await().atMost(SOON).until(() -> v3.ended(other) == 1);
        await().atMost(SOON).until(() -> calls().calls().stream().noneMatch(call -> call.ended() == null));
        assertThat(calls().calls()).hasSizeLessThan(200).allSatisfy(call -> {
            assertThat(call.placed()).isBefore(answered);
            assertThat(call.cause()).isEqualTo(16);
        });
    }

    @Test
    void deletesNoListOfARunningCampaign() {
        String list = v3.list(campaign);
        v3.start(campaign);

        assertError(api.delete("/v3/list/" + list), 400, "list is in use");
        assertOk(run("stop"));

        await().atMost(SOON).until(() -> api.delete("/v3/list/" + list).status() == 200);
        assertError(api.get("/v3/list/" + list), 404, NOT_FOUND);
    }

    /** A campaign "runs whether or not it has customer data": a list that is gone holds nothing up. (2.8) */
    @Test
    void startsAfterOneOfItsListsWasDeleted() {
        String gone = v3.list(campaign, "gone");
        v3.lead(gone, number(0, ANSWERED));
        assertOk(api.delete("/v3/list/" + gone));
        v3.lead(v3.list(campaign, "left"), number(1, ANSWERED));

        assertOk(run("start"));

        await().atMost(SOON).until(() -> v3.ended(campaign) == 1);
        assertThat(calls().calls())
                .singleElement()
                .satisfies(call -> assertThat(call.to()).isEqualTo(TestNumbers.dialled(number(1, ANSWERED))));
    }

    private Api.Answer run(String command) {
        return api.post("/v1/campaign/" + campaign + "/run/" + command, "{}");
    }

    private Journal calls() {
        return gateway.journal().of(UUID.fromString(campaign));
    }
}
