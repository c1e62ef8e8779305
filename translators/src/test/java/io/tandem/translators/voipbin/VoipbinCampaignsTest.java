package io.tandem.translators.voipbin;

import static io.tandem.translators.voipbin.Refusals.assertWrongType;
import static io.tandem.translators.voipbin.Refusals.fieldsRefusedBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.campaigns.model.CallingHours;
import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.CampaignKind;
import io.tandem.campaigns.model.RetryPolicy;
import io.tandem.campaigns.model.Run;
import io.tandem.campaigns.model.Script;
import io.tandem.campaigns.model.Template;
import io.tandem.campaigns.service.CampaignEdit.FieldNote;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VoipbinCampaignsTest {

    @Test
    void givesANewCampaignTheDefaultsOfThisDialect() {
        Campaign campaign = create("{\"name\":\"n\",\"type\":\"call\"}");

        assertThat(campaign.kind()).isEqualTo(CampaignKind.AUTOMATED);
        assertThat(campaign.pacing().maxConcurrent())
                .isEqualTo(Sample.TENANT.caps().calls());
        assertThat(campaign.pacing().agents().percent()).isEqualTo(100);
        assertThat(campaign.hours()).isEqualTo(CallingHours.ALWAYS);
        assertThat(campaign.retry()).isEqualTo(RetryPolicy.EVERY_NON_ANSWER);
        assertThat(campaign.script()).isEqualTo(Script.EMPTY);
        assertThat(campaign.whenExhausted()).isEqualTo(Campaign.WhenExhausted.STOP);
        assertThat(campaign.run()).isEqualTo(Run.STOPPED);
        assertThat(campaign.enabled()).isTrue();
        assertThat(campaign.reservedName()).isNull();
        assertThat(campaign.lists()).isEmpty();
        assertThat(campaign.dialPlan()).isNull();
        assertThat(campaign.created()).isEqualTo(Sample.NOW);
        assertThat(campaign.updated()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"call\"} | name",
                "{\"type\":\"call\",\"name\":\"\"} | name",
                "{\"type\":\"call\",\"name\":null} | name",
                "{\"name\":\"n\"} | type",
                "{\"name\":\"n\",\"type\":\"\"} | type",
                "{\"name\":\"n\",\"type\":\"sms\"} | type",
                "{\"name\":\"n\",\"type\":\"CALL\"} | type",
                "{\"name\":\"n\",\"type\":\"call\",\"end_handle\":\"loop\"} | end_handle",
                "{\"name\":\"n\",\"type\":\"call\",\"service_level\":2147483648} | service_level",
                "{\"name\":\"n\",\"type\":\"call\",\"service_level\":1e999999999} | service_level",
                "{\"name\":\"n\",\"type\":\"call\",\"outplan_id\":\"nope\"} | outplan_id",
                "{\"name\":\"n\",\"type\":\"call\",\"outdial_id\":\"1-1-1-1-1\"} | outdial_id",
                "{\"name\":\"n\",\"type\":\"call\",\"queue_id\":\" \"} | queue_id",
                "{\"name\":\"n\",\"type\":\"call\",\"next_campaign_id\":\"x\"} | next_campaign_id",
                "{\"name\":\"n\",\"type\":\"call\",\"actions\":[{\"type\":\"talk\"},{}]} | actions[1].type",
                "{\"name\":\"n\",\"type\":\"call\",\"actions\":[{\"type\":\"talk\",\"id\":\"x\"}]} | actions[0].id",
                "{\"name\":\"a\\u0000b\",\"type\":\"call\"} | name",
                "{\"name\":\"n\",\"type\":\"call\",\"x\":[{\"y\":\"\\u0000\"}]} | x",
                "{\"name\":\"n\",\"type\":\"call\",\"x\\u0000\":1} | x?",
            })
    void refusesABrokenRuleNamingTheField(String body, String field) {
        assertThat(fieldsRefusedBy(() -> create(body))).containsExactly(field);
    }

    @Test
    void namesEveryBrokenRuleAtOnce() {
        String body = "{\"type\":\"sms\",\"end_handle\":\"loop\",\"queue_id\":\"x\"}";

        assertThat(fieldsRefusedBy(() -> create(body)))
                .containsExactlyInAnyOrder("name", "type", "end_handle", "queue_id");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":1,\"type\":\"call\"} | name",
                "{\"name\":\"n\",\"type\":true} | type",
                "{\"name\":\"n\",\"type\":\"call\",\"detail\":{}} | detail",
                "{\"name\":\"n\",\"type\":\"call\",\"service_level\":\"x\"} | service_level",
                "{\"name\":\"n\",\"type\":\"call\",\"service_level\":5.5} | service_level",
                "{\"name\":\"n\",\"type\":\"call\",\"service_level\":1e-999999999} | service_level",
                "{\"name\":\"n\",\"type\":\"call\",\"service_level\":true} | service_level",
                "{\"name\":\"n\",\"type\":\"call\",\"queue_id\":7} | queue_id",
                "{\"name\":\"n\",\"type\":\"call\",\"actions\":{}} | actions",
                "{\"name\":\"n\",\"type\":\"call\",\"actions\":[1]} | actions[0]",
                "{\"name\":\"n\",\"type\":\"call\",\"actions\":[{\"type\":\"talk\",\"option\":[]}]} | actions[0].option",
            })
    void tellsAWrongTypeFromABrokenRule(String body, String field) {
        assertWrongType(field, () -> create(body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"x\"", "null", "1"})
    void refusesABodyThatIsNoObject(String body) {
        assertWrongType("", () -> VoipbinCampaigns.create(VoipbinJson.parse(body), Sample.creation()));
    }

    @Test
    void takesEveryWayToSayNone() {
        Campaign campaign = create("""
                {"name":"n","type":"call","end_handle":"","actions":null,"outplan_id":"","outdial_id":null,
                 "queue_id":"00000000-0000-0000-0000-000000000000","service_level":5.0}""");

        assertThat(campaign.dialPlan()).isNull();
        assertThat(campaign.lists()).isEmpty();
        assertThat(campaign.queue()).isNull();
        assertThat(campaign.whenExhausted()).isEqualTo(Campaign.WhenExhausted.STOP);
        assertThat(campaign.pacing().agents().percent()).isEqualTo(5);
    }

    @Test
    void carriesUnknownPropertiesAndGivesThemBackInTheSingleObjectOnly() {
        Campaign campaign = create("{\"name\":\"n\",\"type\":\"call\",\"flow_id\":\"f\",\"source\":{\"a\":1.50}}");

        ObjectNode single = VoipbinCampaigns.show(Sample.view(campaign), false, WireVersion.DEFAULT);
        ObjectNode row = VoipbinCampaigns.showInList(Sample.view(campaign), false, WireVersion.DEFAULT);

        assertThat(single.path("flow_id").asText()).isEqualTo("f");
        assertThat(single.path("source")).hasToString("{\"a\":1.50}");
        assertThat(row.has("flow_id")).isFalse();
    }

    @Test
    void refusesToCarryMoreThanSixteenKibibytes() {
        String most = "x".repeat(CarriedWords.MOST_BYTES - "x".length() - "\"\"".length());

        Campaign campaign = create("{\"name\":\"n\",\"type\":\"call\",\"x\":\"" + most + "\"}");

        assertThat(campaign.carried().of("voipbin")).containsKey("x");
        assertThat(fieldsRefusedBy(() -> create("{\"name\":\"n\",\"type\":\"call\",\"x\":\"" + most + "y\"}")))
                .containsExactly("x");
    }

    @Test
    void saysWhatAutocallCannotShow() {
        var edit = VoipbinCampaigns.create(Json.object("""
                        {"name":"n","detail":"d","type":"flow","service_level":150,"end_handle":"continue","colour":1,
                         "actions":[{"type":"talk","weight":2}],"next_campaign_id":"%s"}""".formatted(Sample.OTHER)), Sample.creation());

        assertThat(edit.notes())
                .extracting(FieldNote::field)
                .containsExactly("type", "service_level", "colour", "actions", "next_campaign_id", "actions[0].weight");
    }

    @Test
    void hasNothingToSayAboutWhatBothCanShow() {
        var edit = VoipbinCampaigns.create(Json.object("""
                        {"name":"n","type":"call","service_level":200,"end_handle":"continue","actions":[],
                         "queue_id":"%s","outdial_id":"%s","next_campaign_id":""}""".formatted(Sample.QUEUE, Sample.OUTDIAL)), Sample.creation());

        assertThat(edit.notes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "RUNNING, true, false, run",
        "RUNNING, true, true, run",
        "STOPPING, true, true, stopping",
        "STOPPING, true, false, stopping",
        "STOPPED, true, false, stop",
        "PAUSED, true, true, stopping",
        "PAUSED, true, false, stop",
        "RUNNING, false, true, stop",
        "STOPPING, false, true, stop",
    })
    void showsTheStateInThreeWords(String state, boolean enabled, boolean callsUp, String status) {
        Run run = switch (state) {
            case "RUNNING" -> Run.running(Sample.OTHER, List.of());
            case "PAUSED" -> Run.running(Sample.OTHER, List.of()).pausedUntil(null);
            case "STOPPING" -> Run.stopping();
            default -> Run.STOPPED;
        };
        Campaign campaign = Sample.campaign().withRun(run).withEnabled(enabled);

        ObjectNode shown = VoipbinCampaigns.show(Sample.view(campaign), callsUp, WireVersion.DEFAULT);

        assertThat(shown.path("status").asText()).isEqualTo(status);
    }

    @Test
    void showsASpeechTemplateAsOneTalk() {
        assertThat(shownActions(Sample.speech("north-f-01"))).hasToString("""
                        [{"id":"00000000-0000-0000-0000-000000000000","next_id":"00000000-0000-0000-0000-000000000000",\
                        "type":"talk","option":{"text":"Xin chào {{ten}}","gender":"female","language":"vi-VN"}}]""");
        assertThat(shownActions(Sample.speech("south-m-03"))
                        .path(0)
                        .path("option")
                        .path("gender")
                        .asText())
                .isEqualTo("male");
        assertThat(shownActions(Sample.speech(""))
                        .path(0)
                        .path("option")
                        .path("gender")
                        .asText())
                .isEqualTo("neutral");
    }

    @Test
    void showsAFileTemplateAsOnePlay() {
        UUID file = Sample.TARGET;

        JsonNode shown = shownActions(Sample.audio(file));

        assertThat(shown.path(0).path("type").asText()).isEqualTo("play");
        assertThat(shown.path(0).path("option"))
                .hasToString("{\"stream_urls\":[\"urn:uuid:f50b169d-ce02-4bc9-a6e7-bb632c71e450\"]}");
        assertThat(shownActions(Sample.audio(null)).path(0).path("option")).hasToString("{\"stream_urls\":[]}");
    }

    @Test
    void showsNothingOfATemplateThatIsGone() {
        assertThat(shownActions(null)).isEmpty();
    }

    private static JsonNode shownActions(@Nullable Template template) {
        Campaign campaign = Sample.campaign().withScript(Script.EMPTY.withTemplate(Sample.OTHER));
        return VoipbinCampaigns.show(Sample.view(campaign, template), false, WireVersion.V2022_10)
                .path("actions");
    }

    @ParameterizedTest
    @CsvSource({"AUTOMATED, true", "AGENT, true", "FLOW, true", "INBOUND, false", "MANUAL, false"})
    void cannotShowWhatTakesCallsOnlyOrIsDialledByHand(CampaignKind kind, boolean shown) {
        assertThat(VoipbinCampaigns.canShow(Sample.campaign().withKind(kind))).isEqualTo(shown);
    }

    private static Campaign create(String body) {
        return VoipbinCampaigns.create(Json.object(body), Sample.creation()).campaign();
    }
}
