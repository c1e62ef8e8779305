package io.tandem.translators.autocall;

import static io.tandem.translators.autocall.Samples.after;
import static io.tandem.translators.autocall.Samples.faults;
import static io.tandem.translators.autocall.Samples.fresh;
import static io.tandem.translators.autocall.Samples.object;
import static io.tandem.translators.autocall.Samples.put;
import static io.tandem.translators.autocall.Samples.running;
import static io.tandem.translators.autocall.Samples.shown;
import static io.tandem.translators.autocall.Samples.shownAfter;
import static io.tandem.translators.autocall.Samples.with;
import static io.tandem.translators.autocall.Samples.withPlan;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.campaigns.model.AgentPacing;
import io.tandem.campaigns.model.AgentPacing.Rule;
import io.tandem.campaigns.model.CampaignKind;
import io.tandem.campaigns.model.DialPlan;
import io.tandem.campaigns.model.Disposition;
import io.tandem.campaigns.model.RetryPolicy;
import io.tandem.campaigns.model.Run;
import io.tandem.campaigns.model.Script;
import io.tandem.campaigns.service.CampaignEdit;
import io.tandem.campaigns.service.CampaignEdit.Command;
import io.tandem.campaigns.service.CampaignView;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CampaignMergeTest {

    private static final List<String> READ_ONLY = List.of(
            "created_at", "updated_at", "template_name", "carrier_name", "domain_name", "run_id", "orig_campaign_uuid");

    @Test
    void theSeedsBodyReadsBackAsSent() {
        ObjectNode seed = Samples.resource("put-campaign.json");

        ObjectNode shown = shown(after(fresh(), Samples.CAMPAIGNS.merge(seed, fresh(), Samples.NOW)));

        seed.properties().forEach(sent -> {
            if (!READ_ONLY.contains(sent.getKey()) && !sent.getKey().equals("schedules")) {
                assertThat(Json.same(shown.get(sent.getKey()), sent.getValue()))
                        .as(sent.getKey())
                        .isTrue();
            }
        });
        assertThat(Schedules.normal(shown.get("schedules")).toString())
                .isEqualTo(Schedules.normal(seed.get("schedules")).toString());
    }

    @Test
    void theSeedsBodyTwiceChangesNothingTheSecondTime() {
        ObjectNode seed = Samples.resource("put-campaign.json");
        CampaignView once = after(fresh(), Samples.CAMPAIGNS.merge(seed, fresh(), Samples.NOW));

        CampaignEdit twice = Samples.CAMPAIGNS.merge(seed, once, Samples.NOW);

        assertThat(twice.campaign()).isEqualTo(once.campaign());
        assertThat(twice.plan()).isEqualTo(once.plan());
        assertThat(twice.command()).isNull();
    }

    @Test
    void absentFieldsStay() {
        CampaignView view = fresh();

        CampaignEdit edit = put(view, "");

        assertThat(edit.campaign()).isSameAs(view.campaign());
        assertThat(edit.plan()).isSameAs(view.plan());
    }

    @Test
    void nullsLeaveNumbersSwitchesArraysAndNetworkAlone() {
        CampaignView view = fresh();

        CampaignEdit edit = put(
                view,
                "\"concurrent_call\":null,\"active\":null,\"status\":null,\"schedules\":null,"
                        + "\"recall_status\":null,\"network\":null,\"call_timeout\":null,\"users\":null,\"hopper\":null,"
                        + "\"recall_times\":null,\"schedule_recall_duration\":null,\"enable_encrypt\":null");

        assertThat(edit.campaign()).isEqualTo(view.campaign());
        assertThat(edit.plan()).isEqualTo(view.plan());
    }

    @Test
    void aNullTextIsTheEmptyText() {
        CampaignView view =
                with(fresh(), campaign -> campaign.withDescription("x").withCarrier(new UUID(1, 1)));

        ObjectNode shown = shownAfter(view, "\"description\":null,\"carrier_uuid\":null");

        assertThat(shown.get("description").asText()).isEmpty();
        assertThat(shown.get("carrier_uuid").asText()).isEmpty();
    }

    @Test
    void requiresNameAndType() {
        assertThat(faults(() -> Samples.CAMPAIGNS.merge(object("{\"type\":\"autocall\"}"), fresh(), Samples.NOW)))
                .containsExactly("(root): campaign_name is required");
        assertThat(faults(() -> Samples.CAMPAIGNS.merge(object("{\"campaign_name\":\"a\"}"), fresh(), Samples.NOW)))
                .containsExactly("(root): type is required");
    }

    @Test
    void anotherIdInTheBodyIsOneTextWithoutAField() {
        assertThat(faults(() -> put(fresh(), "\"campaign_uuid\":\"" + new UUID(1, 1) + "\"")))
                .containsExactly(": campaign_uuid is invalid");
        assertThat(faults(() -> put(fresh(), "\"campaign_uuid\":7"))).containsExactly(": campaign_uuid is invalid");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            concurrent_call          | -1          | Must be greater than or equal to 0
            concurrent_call          | "5"         | Invalid type. Expected: integer, given: string
            concurrent_call          | 5.5         | Invalid type. Expected: integer, given: number
            concurrent_call          | true        | Invalid type. Expected: integer, given: boolean
            concurrent_call          | 1e9         | Must be less than or equal to 1000
            concurrent_call          | 1e999999999 | Must be less than or equal to 1000
            concurrent_call          | []          | Invalid type. Expected: integer, given: array
            recall_times             | -1          | Must be greater than or equal to 0
            recall_times             | 21          | Must be less than or equal to 20
            limit_recall_duration    | -1          | Must be greater than or equal to 0
            limit_recall_duration    | 3601        | Must be less than or equal to 3600
            schedule_recall          | "hour"      | schedule_recall must be one of the following: "after", "minute"
            schedule_recall          | 5           | Invalid type. Expected: string, given: integer
            schedule_recall_duration | -1          | Must be greater than or equal to 0
            schedule_recall_duration | 43201       | Must be less than or equal to 43200
            priority_recall          | "urgent"    | priority_recall must be one of the following: "normal", "recall"
            mode_call                | "turbo"     | mode_call must be one of the following: "direct", "serial", "parralel"
            status                   | "running"   | status must be one of the following: "stop", "start", "pause"
            type_autocall            | "robot"     | type_autocall must be one of the following: "autocall_voice_tts", "autocall_audio", "autocall_voice_otp"
            ratio                    | 250         | ratio must be one of the following: 100, 150, 200, 300, 400
            ratio                    | "100"       | Invalid type. Expected: integer, given: string
            call_timeout             | 4           | Must be greater than or equal to 5
            call_timeout             | 181         | Must be less than or equal to 180
            call_timeout             | -1          | Must be greater than or equal to 5
            schedules                | []          | Array must have at least 1 items
            schedules                | {}          | Invalid type. Expected: array, given: object
            recall_status            | "busy"      | Invalid type. Expected: array, given: string
            network                  | []          | Invalid type. Expected: object, given: array
            active                   | "no"        | Invalid type. Expected: boolean, given: string
            enable_encrypt           | 1           | Invalid type. Expected: boolean, given: integer
            description              | 1.5         | Invalid type. Expected: string, given: number
            carrier_uuid             | "x"         | String length must be greater than or equal to 36
            template_uuid            | "zzzzzzzz-zzzz-zzzz-zzzz-zzzzzzzzzzzz" | Does not match format 'uuid'
            users                    | "me"        | Invalid type. Expected: array, given: string
            hopper                   | 5           | Must be greater than or equal to 10
            callback_url             | "ftp://x"   | Does not match pattern '^https?://'
            callback_url             | "not a url" | Does not match format 'uri'
            callback_url             | "http://127.0.0.1/" | the address is not globally reachable
            answer_callback_url      | "/relative" | Does not match format 'uri'
            """)
    void refusesWithTheValidatorsText(String field, String value, String text) {
        assertThat(faults(() -> put(fresh(), "\"" + field + "\":" + value))).containsExactly(field + ": " + text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"recall_status":["busy","late"]}                    | recall_status.1: recall_status.1 must be one of the following: "answered", "busy", "failed", "no-answered", "not-available", "voicemail", "invalid-number", "phone-block", "congestion"
            {"recall_status":["no_answered"]}                    | recall_status.0: recall_status.0 must be one of the following: "answered", "busy", "failed", "no-answered", "not-available", "voicemail", "invalid-number", "phone-block", "congestion"
            {"network":{"mobi":-1}}                              | network.mobi: Must be greater than or equal to 0
            {"network":{"tel":10001}}                            | network.tel: Must be less than or equal to 10000
            {"schedules":[{"monday_end_time":86400000000001}]}   | schedules.0.monday_end_time: Must be less than or equal to 86400000000000
            {"schedules":[{"monday_end_time":"08:00"}]}          | schedules.0.monday_end_time: Invalid type. Expected: integer, given: string
            {"schedules":[7]}                                    | schedules.0: Invalid type. Expected: object, given: integer
            """)
    void namesTheNestedFieldAtFault(String members, String fault) {
        String inner = members.substring(1, members.length() - 1);

        assertThat(faults(() -> put(fresh(), inner))).containsExactly(fault);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "3, 4", "20, 21"})
    void retriesAreAttemptsLessOne(int recallTimes, int attempts) {
        CampaignView view = withPlan(fresh(), plan -> plan.withAttempts(List.of(9, 2, 3, 0, 1)));

        CampaignEdit edit = put(view, "\"recall_times\":" + recallTimes);

        assertThat(plan(edit).attempts()).containsExactly(attempts, 2, 3, 0, 1);
    }

    @Test
    void anEchoOfNoRetriesNeverLetsANumberRingThatMustNot() {
        CampaignView never = withPlan(fresh(), plan -> plan.withAttempts(List.of(0, 0, 0, 0, 0)));

        CampaignEdit edit = put(never, "\"recall_times\":0");

        assertThat(edit.plan()).isSameAs(never.plan());
    }

    @Test
    void minuteNeedsMinutes() {
        assertThat(faults(() -> put(fresh(), "\"schedule_recall\":\"minute\",\"schedule_recall_duration\":0")))
                .containsExactly("schedule_recall_duration: Must be greater than or equal to 1");
        assertThat(faults(() -> put(fresh(), "\"schedule_recall\":\"minute\"")))
                .containsExactly("schedule_recall_duration: Must be greater than or equal to 1");
        assertThat(faults(() -> put(fresh(), "\"schedule_recall\":\"minute\",\"schedule_recall_duration\":-1")))
                .containsExactly("schedule_recall_duration: Must be greater than or equal to 0");
    }

    @Test
    void minutesBecomeTheRetryDelayAndBack() {
        CampaignView view = fresh();

        CampaignView minute = after(view, put(view, "\"schedule_recall\":\"minute\",\"schedule_recall_duration\":5"));
        CampaignView again = after(minute, put(minute, "\"schedule_recall\":\"after\""));

        assertThat(Objects.requireNonNull(minute.plan()).retryDelay()).isEqualTo(Duration.ofMinutes(5));
        assertThat(Objects.requireNonNull(again.plan()).retryDelay()).isEqualTo(Duration.ofSeconds(10));
        assertThat(shown(again).get("schedule_recall_duration").asInt()).isEqualTo(5);
    }

    @Test
    void minutesWithoutMinuteAreKeptAndDelayNothing() {
        CampaignView view = withPlan(fresh(), plan -> plan.withRetryDelay(Duration.ofMillis(5500)));

        CampaignView edited = after(view, put(view, "\"schedule_recall\":\"after\",\"schedule_recall_duration\":7"));

        assertThat(edited.plan()).isEqualTo(view.plan());
        assertThat(shown(edited).get("schedule_recall_duration").asInt()).isEqualTo(7);
    }

    @Test
    void aSecondsDelayOfTheOtherDialectSurvivesItsEcho() {
        CampaignView view = withPlan(fresh(), plan -> plan.withRetryDelay(Duration.ofMillis(90_500)));

        CampaignEdit edit =
                put(view, "\"schedule_recall\":\"minute\",\"schedule_recall_duration\":2,\"recall_times\":1");

        assertThat(plan(edit).retryDelay()).isEqualTo(Duration.ofMillis(90_500));
    }

    @Test
    void noRingTimeoutIsTheDefaultOne() {
        CampaignView view = withPlan(fresh(), plan -> plan.withRingTimeout(Duration.ofSeconds(20)));

        assertThat(plan(put(view, "\"call_timeout\":0")).ringTimeout()).isEqualTo(Duration.ofSeconds(60));
        assertThat(plan(put(view, "\"call_timeout\":5.0")).ringTimeout()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void networkMergesKeyByKey() {
        CampaignView view = after(fresh(), put(fresh(), "\"network\":{\"viettel\":3,\"mobi\":4}"));

        CampaignEdit edit = put(view, "\"network\":{\"mobi\":null,\"vina\":7,\"sky\":1}");

        assertThat(shown(after(view, edit)).get("network").toString())
                .isEqualTo("{\"viettel\":3,\"mobi\":0,\"vina\":7,\"tel\":0,\"offnet\":0}");
        assertThat(edit.notes()).extracting(CampaignEdit.FieldNote::field).contains("network.sky");
    }

    @Test
    void takesBothSpellingsOfParallel() {
        CampaignView right = after(fresh(), put(fresh(), "\"mode_call\":\"parallel\""));

        assertThat(shown(right).get("mode_call").asText()).isEqualTo("parralel");
        assertThat(put(right, "\"mode_call\":\"parralel\"").campaign()).isEqualTo(right.campaign());
        assertThat(put(right, "\"mode_call\":\"parallel\"").campaign()).isEqualTo(right.campaign());
    }

    @Test
    void openingsAreNanosecondsAndAMissingDayIsClosed() {
        JsonNode week = shownAfter(
                        fresh(),
                        "\"schedules\":[{\"friday_start_time\":79200000000000,"
                                + "\"friday_end_time\":7200000000000,\"sunday_end_time\":null,\"id\":\"x\"}]")
                .get("schedules")
                .get(0);

        assertThat(week.get("friday_start_time").asLong()).isEqualTo(79_200_000_000_000L);
        assertThat(week.get("friday_end_time").asLong()).isEqualTo(7_200_000_000_000L);
        assertThat(week.get("monday_end_time").asLong()).isZero();
        assertThat(week.get("sunday_end_time").asLong()).isZero();
    }

    @Test
    void recallStatusKeepsItsOrderWithoutRepeats() {
        JsonNode words = shownAfter(fresh(), "\"recall_status\":[\"voicemail\",\"busy\",\"voicemail\"]")
                .get("recall_status");

        assertThat(words.toString()).isEqualTo("[\"voicemail\",\"busy\"]");
        assertThat(shownAfter(fresh(), "\"recall_status\":[]")
                        .get("recall_status")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void answeredBringsAbandonedAndGoesWithIt() {
        CampaignView view = after(fresh(), put(fresh(), "\"recall_status\":[\"answered\",\"busy\"]"));
        CampaignView without = after(view, put(view, "\"recall_status\":[\"busy\"]"));

        assertThat(view.campaign().retry().again())
                .containsExactly(Disposition.ANSWERED, Disposition.BUSY, Disposition.ABANDONED);
        assertThat(without.campaign().retry().again()).containsExactly(Disposition.BUSY);
    }

    @Test
    void abandonedOfTheOtherDialectSurvivesAnEchoAndAReordering() {
        CampaignView view = with(fresh(), campaign -> campaign.withRetry(RetryPolicy.EVERY_NON_ANSWER));
        String eight = shown(view).get("recall_status").toString();
        String turned = "[\"congestion\",\"phone-block\",\"invalid-number\",\"voicemail\",\"not-available\","
                + "\"no-answered\",\"failed\",\"busy\"]";

        assertThat(put(view, "\"recall_status\":" + eight).campaign()).isEqualTo(view.campaign());
        assertThat(put(view, "\"recall_status\":" + turned).campaign().retry().again())
                .hasSize(9)
                .startsWith(Disposition.CONGESTION)
                .contains(Disposition.ABANDONED);
    }

    @ParameterizedTest
    @CsvSource({
        "stop, start, START",
        "stop, pause, PAUSE",
        "start, pause, PAUSE",
        "start, stop, STOP",
        "pause, start, START",
        "pause, stop, STOP"
    })
    void aChangedStatusIsACommand(String from, String to, Command command) {
        CampaignView view = switch (from) {
            case "start" -> running(fresh());
            case "pause" ->
                with(
                        fresh(),
                        campaign -> campaign.withRun(
                                Run.running(new UUID(7, 7), List.of()).pausedUntil(Samples.NOW)));
            default -> with(fresh(), campaign -> campaign.withRun(Run.stopping()));
        };

        assertThat(put(view, "\"status\":\"" + to + "\"").command()).isEqualTo(command);
        assertThat(put(view, "\"status\":\"" + from + "\"").command()).isNull();
    }

    @Test
    void switchingOffStopsARunEvenIfItsStatusIsEchoed() {
        CampaignEdit edit = put(running(fresh()), "\"active\":false,\"status\":\"start\"");

        assertThat(edit.campaign().enabled()).isFalse();
        assertThat(edit.command()).isEqualTo(Command.STOP);
    }

    @Test
    void typesChangeOnlyWhileStopped() {
        CampaignView up = running(fresh());

        assertThat(faults(() -> Samples.CAMPAIGNS.merge(
                        object("{\"campaign_name\":\"AutocallAudio\",\"type\":\"manual\"}"), up, Samples.NOW)))
                .containsExactly("type: type can be changed only while the campaign is stopped");
        assertThat(faults(() -> put(up, "\"type_autocall\":\"autocall_audio\"")))
                .containsExactly("type_autocall: type_autocall can be changed only while the campaign is stopped");
        assertThat(put(up, "\"type\":\"autocall\",\"concurrent_call\":3")
                        .campaign()
                        .pacing()
                        .maxConcurrent())
                .isEqualTo(3);
    }

    @Test
    void aFlowStaysAFlowWhenItsTypeIsEchoed() {
        CampaignView flow = with(fresh(), campaign -> campaign.withKind(CampaignKind.FLOW));

        assertThat(put(flow, "\"type\":\"autocall\",\"description\":\"d\"")
                        .campaign()
                        .kind())
                .isEqualTo(CampaignKind.FLOW);
    }

    @Test
    void actionsSurviveTheEchoOfNoTemplate() {
        Script script = Script.EMPTY.withActions(List.of(new Script.Action(null, null, "talk", null)));
        CampaignView view = with(fresh(), campaign -> campaign.withScript(script));

        assertThat(put(view, "\"template_uuid\":\"\",\"template_name\":\"(actions)\"")
                        .campaign()
                        .script())
                .isEqualTo(script);
        assertThat(put(view, "\"template_uuid\":\"" + new UUID(3, 3) + "\"")
                        .campaign()
                        .script()
                        .actions())
                .isEmpty();
    }

    @Test
    void onlyAgentCampaignsHaveAQueueInTheHub() {
        UUID queue = new UUID(5, 5);
        CampaignView agents = with(fresh("autodialer"), campaign -> campaign.withQueue(queue));

        CampaignView automated = after(agents, put(agents, "\"type\":\"autocall\""));
        CampaignView back = after(automated, put(automated, "\"type\":\"autodialer\""));

        assertThat(automated.campaign().queue()).isNull();
        assertThat(shown(automated).get("call_center_queue_uuid").asText()).isEqualTo(queue.toString());
        assertThat(back.campaign()).isEqualTo(agents.campaign());
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 150, 200, 300, 400})
    void everyRatioReadsBackUnderBothRules(int ratio) {
        for (Rule rule : Rule.values()) {
            CampaignView view = with(
                    fresh(), campaign -> campaign.withPacing(campaign.pacing().withAgents(new AgentPacing(77, rule))));

            ObjectNode shown = shownAfter(view, "\"ratio\":" + ratio);

            assertThat(shown.get("ratio").asInt()).as(rule.toString()).isEqualTo(ratio);
        }
    }

    @Test
    void aCampaignWithoutAPlanGetsOneWhenItIsNeeded() {
        CampaignView none = new CampaignView(Samples.TENANT, fresh().campaign().withDialPlan(null), null, null, null);

        assertThat(put(none, "\"call_timeout\":60,\"recall_times\":0").plan()).isNull();
        CampaignEdit edit = put(none, "\"recall_times\":2");
        assertThat(plan(edit).attempts()).containsExactly(3, 0, 0, 0, 0);
        assertThat(edit.campaign().dialPlan()).isEqualTo(plan(edit).id());
        assertThat(plan(edit).name()).isEqualTo("AutocallAudio");
    }

    @Test
    void anEchoedNameIsNotReserved() {
        CampaignView foreign = with(fresh(), campaign -> campaign.withReservedName(null));

        assertThat(put(foreign, "").campaign().reservedName()).isNull();
        assertThat(put(foreign, "\"campaign_name\":\" AutocallAudio \"").campaign())
                .isEqualTo(foreign.campaign());
        assertThat(put(foreign, "\"campaign_name\":\" b \"").campaign().reservedName())
                .isEqualTo("b");
    }

    @Test
    void readOnlyFieldsAreIgnoredWhateverTheySay() {
        CampaignView view = fresh();

        CampaignEdit edit = put(
                view,
                "\"created_at\":7,\"updated_at\":[],\"template_name\":{},\"carrier_name\":null,"
                        + "\"domain_name\":1,\"run_id\":\"x\",\"orig_campaign_uuid\":true,\"domain_uuid\":\"x\"");

        assertThat(edit.campaign()).isEqualTo(view.campaign());
    }

    @Test
    void whatTheHubHasNoWordForReadsBackAsWritten() {
        ObjectNode shown = shownAfter(
                fresh(),
                "\"hopper\":50,\"local_start_time\":\"07:00:00\",\"customer_order\":\"x\","
                        + "\"allow_manual_dial\":false,\"users\":[\"a\",{\"id\":1}],\"groups\":[],\"script_uuid\":\"s\","
                        + "\"call_center_queue_strategy\":\"ring-all\"");

        assertThat(shown.get("hopper").asInt()).isEqualTo(50);
        assertThat(shown.get("local_start_time").asText()).isEqualTo("07:00:00");
        assertThat(shown.get("customer_order").asText()).isEqualTo("x");
        assertThat(shown.get("allow_manual_dial").asBoolean()).isFalse();
        assertThat(shown.get("users").toString()).isEqualTo("[\"a\",{\"id\":1}]");
        assertThat(shown.get("groups").toString()).isEqualTo("[]");
        assertThat(shown.get("statuses").isNull()).isTrue();
        assertThat(shown.get("call_center_queue_strategy").asText()).isEqualTo("ring-all");
    }

    @Test
    void unknownPropertiesComeBackAfterTheKnownOnes() {
        String members =
                "\"color\":\"red\",\"deep\":{\"a\":[1,2.50,null]},\"nothing\":null,\"big\":12345678901234567890";

        ObjectNode shown = shownAfter(fresh(), members);

        assertThat(shown.toString())
                .endsWith("\"orig_campaign_uuid\":\"\",\"color\":\"red\",\"deep\":{\"a\":[1,2.50,null]},"
                        + "\"nothing\":null,\"big\":12345678901234567890}");
    }

    @Test
    void unknownPropertiesHaveALimitPerObject() {
        CampaignView view = after(fresh(), put(fresh(), "\"a\":\"" + "x".repeat(16_000) + "\""));

        assertThat(faults(() -> put(view, "\"b\":\"" + "y".repeat(400) + "\"")))
                .containsExactly("b: unknown properties of one object must not exceed 16384 bytes");
        assertThat(shownAfter(view, "\"a\":1,\"b\":\"" + "y".repeat(400) + "\"")
                        .get("b")
                        .asText())
                .hasSize(400);
        assertThat(shownAfter(view, "\"a\":\"" + "z".repeat(16_100) + "\"")
                        .get("a")
                        .asText())
                .startsWith("z");
    }

    private static DialPlan plan(CampaignEdit edit) {
        return Objects.requireNonNull(edit.plan());
    }
}
