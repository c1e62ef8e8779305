package io.tandem.translators.voipbin;

import static io.tandem.translators.voipbin.Refusals.assertWrongType;
import static io.tandem.translators.voipbin.Refusals.fieldsRefusedBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.campaigns.model.AgentPacing;
import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.Campaign.WhenExhausted;
import io.tandem.campaigns.model.CampaignKind;
import io.tandem.campaigns.model.Run;
import io.tandem.campaigns.model.Script;
import io.tandem.campaigns.service.CampaignEdit;
import io.tandem.campaigns.service.CampaignEdit.Command;
import io.tandem.campaigns.service.CampaignView;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VoipbinCampaignChangesTest {

    private final Campaign before = Sample.campaign();
    private final CampaignView current = Sample.view(before);

    @Test
    void changesTheFiveFieldsAndNothingElse() {
        CampaignEdit edit = merge("""
                {"name":"new","detail":"","type":"flow","service_level":150,"end_handle":"continue",
                 "outplan_id":"","actions":[],"queue_id":null,"tm_create":"x","customer_id":7}""");

        assertThat(edit.campaign())
                .isEqualTo(before.with(change -> change.name("new")
                        .reservedName(null)
                        .description("")
                        .kind(CampaignKind.FLOW)
                        .pacing(before.pacing().withAgents(new AgentPacing(150, AgentPacing.Rule.DOCUMENTED)))
                        .whenExhausted(WhenExhausted.WAIT)
                        .updated(Sample.NOW)));
        assertThat(edit.command()).isNull();
        assertThat(edit.plan()).isSameAs(current.plan());
    }

    @Test
    void keepsWhatIsAbsentOrNull() {
        CampaignEdit edit = merge("{\"name\":\"n\",\"detail\":null,\"type\":null,\"service_level\":null}");

        assertThat(edit.campaign())
                .isEqualTo(before.withName("n").withReservedName(null).withUpdated(Sample.NOW));
    }

    @Test
    void givesUpAReservedNameOnARenameOnly() {
        assertThat(merge("{\"name\":\"test campaign\",\"detail\":\"x\"}")
                        .campaign()
                        .reservedName())
                .isEqualTo("test campaign");
        assertThat(merge("{\"name\":\"other\"}").campaign().reservedName()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":\"\"} | name",
                "{\"type\":\"sms\"} | type",
                "{\"end_handle\":\"next\"} | end_handle",
                "{\"status\":\"stopping\"} | status",
                "{\"status\":\"\"} | status",
                "{\"status\":\"pause\"} | status",
            })
    void refusesABrokenRuleNamingTheField(String body, String field) {
        CampaignView running = running();

        assertThat(fieldsRefusedBy(() -> VoipbinCampaignChanges.merge(Json.object(body), running, true, Sample.NOW)))
                .containsExactly(field);
    }

    @Test
    void tellsAWrongTypeFromABrokenRule() {
        assertWrongType("service_level", () -> merge("{\"service_level\":\"x\"}"));
        assertWrongType("status", () -> merge("{\"status\":1}"));
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "run, false, stop, STOP",
                "run, false, run, NULL",
                "run, false, running, NULL",
                "stop, false, run, START",
                "stop, false, running, START",
                "stop, false, stop, NULL",
                "stop, false, stopping, NULL",
                "stopping, true, stop, STOP",
                "stopping, true, stopping, NULL",
                "stopping, true, run, START",
                "paused, true, stopping, NULL",
                "paused, true, stop, STOP",
                "paused, false, stop, NULL",
                "paused, false, run, START",
            },
            nullValues = "NULL")
    void takesAStatusThatDiffersFromTheShownOneAsACommand(
            String state, boolean callsUp, String sent, @Nullable Command command) {
        Run run = switch (state) {
            case "run" -> Run.running(Sample.OTHER, List.of());
            case "paused" -> Run.running(Sample.OTHER, List.of()).pausedUntil(null);
            case "stopping" -> Run.stopping();
            default -> Run.STOPPED;
        };
        CampaignView view = Sample.view(before.withRun(run));

        CampaignEdit edit =
                VoipbinCampaignChanges.merge(Json.object("{\"status\":\"" + sent + "\"}"), view, callsUp, Sample.NOW);

        assertThat(edit.command()).isEqualTo(command);
        assertThat(edit.campaign()).isSameAs(view.campaign());
    }

    @ParameterizedTest
    @CsvSource({"run, START", "running, START", "stop, STOP"})
    void readsACommand(String sent, Command command) {
        assertThat(VoipbinCampaignChanges.status(Json.object("{\"status\":\"" + sent + "\"}")))
                .isEqualTo(command);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\":\"stopping\"}",
                "{\"status\":\"\"}",
                "{\"status\":\"RUN\"}",
                "{\"status\":null}",
                "{}"
            })
    void refusesEveryOtherCommand(String body) {
        assertThat(fieldsRefusedBy(() -> VoipbinCampaignChanges.status(Json.object(body))))
                .containsExactly("status");
    }

    @Test
    void setsTheServiceLevelAndKeepsTheRule() {
        Campaign campaign = VoipbinCampaignChanges.serviceLevel(
                        Json.object("{\"service_level\":-150}"), current, Sample.NOW)
                .campaign();

        assertThat(campaign.pacing().agents()).isEqualTo(new AgentPacing(-150, AgentPacing.Rule.DOCUMENTED));
        assertThat(fieldsRefusedBy(() -> VoipbinCampaignChanges.serviceLevel(Json.object("{}"), current, Sample.NOW)))
                .containsExactly("service_level");
    }

    @Test
    void setsActionsInPlaceOfATemplate() {
        Script script = Script.EMPTY.withContent(Script.Content.SPEECH).withTemplate(Sample.OTHER);
        CampaignView view = Sample.view(before.withScript(script), Sample.speech("north-f-01"));

        Campaign campaign = VoipbinCampaignChanges.actions(
                        Json.object("{\"actions\":[{\"type\":\"hangup\"}]}"), view, Sample.NOW)
                .campaign();

        assertThat(campaign.script())
                .isEqualTo(script.withActions(List.of(new Script.Action(null, null, "hangup", null))));
        assertThat(campaign.updated()).isEqualTo(Sample.NOW);
    }

    @Test
    void clearsActionsWhenTheyAreEmptyButNotWhenTheyAreMissing() {
        Campaign campaign = VoipbinCampaignChanges.actions(Json.object("{\"actions\":[]}"), current, Sample.NOW)
                .campaign();

        assertThat(campaign.script()).isEqualTo(Script.EMPTY);
        assertThat(fieldsRefusedBy(() -> VoipbinCampaignChanges.actions(Json.object("{}"), current, Sample.NOW)))
                .containsExactly("actions");
    }

    @Test
    void chainsAndUnchains() {
        Campaign chained = VoipbinCampaignChanges.next(
                        Json.object("{\"next_campaign_id\":\"" + Sample.OTHER + "\"}"), current, Sample.NOW)
                .campaign();

        assertThat(chained.next()).isEqualTo(Sample.OTHER);
        for (String none :
                List.of("{\"next_campaign_id\":\"\"}", "{}", "{\"next_campaign_id\":\"" + WireIds.NIL + "\"}")) {
            assertThat(VoipbinCampaignChanges.next(Json.object(none), Sample.view(chained), Sample.NOW)
                            .campaign()
                            .next())
                    .isNull();
        }
        assertThat(fieldsRefusedBy(() ->
                        VoipbinCampaignChanges.next(Json.object("{\"next_campaign_id\":\"x\"}"), current, Sample.NOW)))
                .containsExactly("next_campaign_id");
    }

    @Test
    void turnsAnAutomatedCampaignIntoAnAgentOneAndBackWithItsQueue() {
        Campaign without = resources("{\"queue_id\":\"\"}", current).campaign();
        Campaign with = resources("{\"queue_id\":\"" + Sample.QUEUE + "\"}", Sample.view(without))
                .campaign();

        assertThat(without.kind()).isEqualTo(CampaignKind.AUTOMATED);
        assertThat(without.queue()).isNull();
        assertThat(with.kind()).isEqualTo(CampaignKind.AGENT);
        assertThat(with.queue()).isEqualTo(Sample.QUEUE);
    }

    @Test
    void leavesAFlowAFlowWhateverItsQueue() {
        CampaignView flow = Sample.view(before.withKind(CampaignKind.FLOW));

        assertThat(resources("{\"queue_id\":\"\"}", flow).campaign().kind()).isEqualTo(CampaignKind.FLOW);
    }

    @Test
    void replacesOnlyTheFirstOfTheLists() {
        CampaignView two = Sample.view(before.withLists(List.of(Sample.OUTDIAL, Sample.TARGET)));

        assertThat(resources("{\"outdial_id\":\"" + Sample.OTHER + "\"}", two)
                        .campaign()
                        .lists())
                .containsExactly(Sample.OTHER, Sample.TARGET);
        assertThat(resources("{\"outdial_id\":\"" + Sample.TARGET + "\"}", two)
                        .campaign()
                        .lists())
                .containsExactly(Sample.TARGET);
        assertThat(resources("{\"outdial_id\":\"\"}", two).campaign().lists()).containsExactly(Sample.TARGET);
        assertThat(resources("{\"outdial_id\":null}", two).campaign()).isSameAs(two.campaign());
    }

    @Test
    void namesAnotherOutplanWithoutCarryingTheOldOneAlong() {
        CampaignEdit edit = resources("{\"outplan_id\":\"" + Sample.OTHER + "\"}", current);

        assertThat(edit.campaign().dialPlan()).isEqualTo(Sample.OTHER);
        assertThat(edit.plan()).isNull();
    }

    @Test
    void keepsOrReplacesWhatItCarries() {
        Campaign first = merge("{\"a\":1,\"b\":2}").campaign();

        Campaign second = VoipbinCampaignChanges.merge(
                        Json.object("{\"b\":3,\"c\":null}"), Sample.view(first), false, Sample.NOW)
                .campaign();

        assertThat(second.carried().of("voipbin"))
                .containsExactlyInAnyOrderEntriesOf(Map.of("a", "1", "b", "3", "c", "null"));
    }

    private CampaignEdit merge(String body) {
        return VoipbinCampaignChanges.merge(Json.object(body), current, false, Sample.NOW);
    }

    private static CampaignEdit resources(String body, CampaignView view) {
        return VoipbinCampaignChanges.resources(Json.object(body), view, Sample.NOW);
    }

    private CampaignView running() {
        return Sample.view(before.withRun(Run.running(Sample.OTHER, List.of())));
    }
}
