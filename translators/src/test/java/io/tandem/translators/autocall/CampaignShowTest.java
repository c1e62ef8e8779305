package io.tandem.translators.autocall;

import static io.tandem.translators.autocall.Samples.fresh;
import static io.tandem.translators.autocall.Samples.shown;
import static io.tandem.translators.autocall.Samples.with;
import static io.tandem.translators.autocall.Samples.withPlan;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.campaigns.model.AgentPacing;
import io.tandem.campaigns.model.CallingHours;
import io.tandem.campaigns.model.CampaignKind;
import io.tandem.campaigns.model.Carried;
import io.tandem.campaigns.model.Carrier;
import io.tandem.campaigns.model.Run;
import io.tandem.campaigns.model.Script;
import io.tandem.campaigns.model.Template;
import io.tandem.campaigns.service.CampaignView;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CampaignShowTest {

    @Test
    void showsAFreshCampaignAsTheDocumentsPrintIt() throws Exception {
        ObjectNode expected = Samples.resource("get-campaign.json");

        String printed = Samples.MAPPER.writeValueAsString(Samples.CAMPAIGNS.show(fresh()));

        assertThat(Samples.json(printed)).isEqualTo(expected);
        assertThat(Samples.json(printed).fieldNames()).toIterable().containsExactlyElementsOf(expected::fieldNames);
    }

    @Test
    void listRowsHaveNoArraysOfObjectsAndNoUnknownProperties() {
        CampaignView view = with(
                fresh(),
                campaign -> campaign.withCarried(
                        Carried.NONE.with("autocall", "users", "[]").with("autocall", "color", "\"red\"")));

        ObjectNode row = Samples.MAPPER.valueToTree(Samples.CAMPAIGNS.showInList(view));

        for (String field : List.of("users", "groups", "statuses", "schedules")) {
            assertThat(row.get(field).isNull()).as(field).isTrue();
        }
        assertThat(row.has("color")).isFalse();
        assertThat(shown(view).get("color").asText()).isEqualTo("red");
        assertThat(shown(view).get("users").isArray()).isTrue();
    }

    @Test
    void unknownPropertiesOfTheOtherDialectStayThere() {
        CampaignView view =
                with(fresh(), campaign -> campaign.withCarried(Carried.NONE.with("voipbin", "color", "\"red\"")));

        assertThat(shown(view).has("color")).isFalse();
    }

    @Test
    void scheduleRowsKeepTheirIds() {
        CampaignView two = with(
                fresh(),
                campaign -> campaign.withHours(new CallingHours(List.of(
                        CallingHours.ALWAYS.weeks().get(0),
                        campaign.hours().weeks().get(0)))));

        List<ScheduleDocument> first = Samples.CAMPAIGNS.show(two).schedules();
        List<ScheduleDocument> second = Samples.CAMPAIGNS.show(two).schedules();

        assertThat(first).isEqualTo(second);
        assertThat(first).extracting(ScheduleDocument::id).doesNotHaveDuplicates();
        assertThat(first)
                .extracting(ScheduleDocument::sundayEndTime)
                .containsExactly(86_400_000_000_000L, 75_600_000_000_000L);
    }

    @Test
    void stoppingShowsAsStopWithoutARun() {
        ObjectNode stopping = shown(with(fresh(), campaign -> campaign.withRun(Run.stopping())));
        ObjectNode paused = shown(with(
                fresh(),
                campaign ->
                        campaign.withRun(Run.running(new UUID(7, 7), List.of()).pausedUntil(null))));

        assertThat(stopping.get("status").asText()).isEqualTo("stop");
        assertThat(stopping.get("run_id").asText()).isEmpty();
        assertThat(paused.get("status").asText()).isEqualTo("pause");
        assertThat(paused.get("run_id").asText()).isEqualTo(new UUID(7, 7).toString());
    }

    @Test
    void actionsShowAsAScriptWithoutATemplate() {
        Script.Action talk = new Script.Action(null, null, "talk", "{\"text\":\"Hello\"}");
        ObjectNode shown =
                shown(with(fresh(), campaign -> campaign.withScript(Script.EMPTY.withActions(List.of(talk)))));

        assertThat(shown.get("template_uuid").asText()).isEmpty();
        assertThat(shown.get("template_name").asText()).isEqualTo("(actions)");
    }

    @Test
    void namesOfTemplateCarrierAndDomainAreJoined() {
        CampaignView view = fresh();
        Template template = new Template(
                view.campaign().tenant(),
                new UUID(1, 1),
                "Nhắc nợ",
                Template.Voice.SPEECH,
                "",
                "",
                null,
                Carried.NONE,
                Samples.NOW,
                null,
                null);
        Carrier carrier = new Carrier(
                view.campaign().tenant(),
                new UUID(2, 2),
                "Trunk",
                List.of(),
                5,
                Map.of(),
                null,
                false,
                Carried.NONE,
                Samples.NOW,
                null,
                null);

        ObjectNode shown = shown(new CampaignView(view.tenant(), view.campaign(), view.plan(), template, carrier));

        assertThat(shown.get("template_name").asText()).isEqualTo("Nhắc nợ");
        assertThat(shown.get("carrier_name").asText()).isEqualTo("Trunk");
        assertThat(shown.get("domain_name").asText()).isEqualTo("Test");
    }

    @Test
    void aFlowShowsAsAutocall() {
        assertThat(shown(with(fresh(), campaign -> campaign.withKind(CampaignKind.FLOW)))
                        .get("type")
                        .asText())
                .isEqualTo("autocall");
    }

    @ParameterizedTest
    @CsvSource({
        "0, after, 0",
        "10000, after, 0",
        "59999, after, 0",
        "60000, minute, 1",
        "60001, minute, 2",
        "90000, minute, 2",
        "120000, minute, 2"
    })
    void delaysOfTheOtherDialectAreRoundedUpToMinutes(long millis, String recall, long minutes) {
        ObjectNode shown = shown(withPlan(fresh(), plan -> plan.withRetryDelay(Duration.ofMillis(millis))));

        assertThat(shown.get("schedule_recall").asText()).isEqualTo(recall);
        assertThat(shown.get("schedule_recall_duration").asLong()).isEqualTo(minutes);
    }

    @ParameterizedTest
    @CsvSource({"5000, 5", "5500, 6", "5001, 6", "0, 0", "30000, 30"})
    void ringTimeoutsAreRoundedUpToSeconds(long millis, long seconds) {
        ObjectNode shown = shown(withPlan(fresh(), plan -> plan.withRingTimeout(Duration.ofMillis(millis))));

        assertThat(shown.get("call_timeout").asLong()).isEqualTo(seconds);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0", "2, 1", "4, 3", "50, 49"})
    void attemptsShowAsRetries(int attempts, int recallTimes) {
        ObjectNode shown = shown(withPlan(fresh(), plan -> plan.withAttempts(List.of(attempts, 3, 0, 0, 0))));

        assertThat(shown.get("recall_times").asInt()).isEqualTo(recallTimes);
    }

    @ParameterizedTest
    @CsvSource({
        "DOCUMENTED, 100, 100", "DOCUMENTED, 50, 200", "DOCUMENTED, 25, 400", "DOCUMENTED, 67, 149",
                "DOCUMENTED, 30, 333",
        "DOCUMENTED, 0, 0", "DOCUMENTED, -5, 0", "DEPLOYED, 150, 150", "DEPLOYED, 137, 137", "DEPLOYED, -1, 0",
    })
    void serviceLevelsShowAsRatios(AgentPacing.Rule rule, int percent, int ratio) {
        ObjectNode shown = shown(with(
                fresh(),
                campaign -> campaign.withPacing(campaign.pacing().withAgents(new AgentPacing(percent, rule)))));

        assertThat(shown.get("ratio").asInt()).isEqualTo(ratio);
    }

    @Test
    void aCampaignWithoutAPlanShowsTheDefaults() {
        CampaignView view = fresh();

        ObjectNode shown = shown(new CampaignView(view.tenant(), view.campaign(), null, null, null));

        assertThat(shown).isEqualTo(shown(view));
    }
}
