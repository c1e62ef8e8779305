package io.tandem.translators.autocall;

import static io.tandem.translators.autocall.Samples.CAMPAIGNS;
import static io.tandem.translators.autocall.Samples.NOW;
import static io.tandem.translators.autocall.Samples.TENANT;
import static io.tandem.translators.autocall.Samples.faults;
import static io.tandem.translators.autocall.Samples.object;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.campaigns.model.AgentPacing;
import io.tandem.campaigns.model.AgentPacing.Rule;
import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.Campaign.WhenExhausted;
import io.tandem.campaigns.model.CampaignKind;
import io.tandem.campaigns.model.CampaignState;
import io.tandem.campaigns.model.DialPlan;
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

class CampaignCreateTest {

    @Test
    void fillsTheDocumentedDefaults() {
        CampaignEdit made = create("{\"campaign_name\":\" a \",\"type\":\"autocall\"}");

        Campaign campaign = made.campaign();
        assertThat(campaign.name()).isEqualTo(" a ");
        assertThat(campaign.reservedName()).isEqualTo("a");
        assertThat(campaign.kind()).isEqualTo(CampaignKind.AUTOMATED);
        assertThat(campaign.enabled()).isTrue();
        assertThat(campaign.state()).isEqualTo(CampaignState.STOPPED);
        assertThat(campaign.pacing().maxConcurrent()).isEqualTo(1);
        assertThat(campaign.pacing().agents()).isEqualTo(new AgentPacing(100, Rule.DEPLOYED));
        assertThat(campaign.retry().again()).isEqualTo(Dispositions.DEFAULT_AGAIN);
        assertThat(campaign.whenExhausted()).isEqualTo(WhenExhausted.WAIT);
        assertThat(campaign.lists()).isEmpty();
        assertThat(campaign.masksNumbers()).isFalse();
        assertThat(campaign.created()).isEqualTo(NOW);
        assertThat(made.command()).isNull();
    }

    @Test
    void makesAPlanOfItsOwn() {
        CampaignEdit made = create("{\"campaign_name\":\"a\",\"type\":\"autocall\",\"recall_times\":3}");

        DialPlan plan = Objects.requireNonNull(made.plan());
        assertThat(plan.id()).isEqualTo(made.campaign().dialPlan());
        assertThat(plan.name()).isEqualTo("a");
        assertThat(plan.attempts()).containsExactly(4, 0, 0, 0, 0);
        assertThat(plan.ringTimeout()).isEqualTo(Duration.ofSeconds(60));
        assertThat(plan.retryDelay()).isEqualTo(Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @CsvSource({"autodialer, AGENT", "autocall, AUTOMATED", "inbound, INBOUND", "manual, MANUAL"})
    void takesTheFourTypes(String type, CampaignKind kind) {
        assertThat(create("{\"campaign_name\":\"a\",\"type\":\"" + type + "\"}")
                        .campaign()
                        .kind())
                .isEqualTo(kind);
    }

    @Test
    void takesEveryFieldOfAPut() {
        ObjectNode seed = Samples.resource("put-campaign.json");

        CampaignEdit made = CAMPAIGNS.create(seed, TENANT, NOW);

        ObjectNode shown = Samples.shown(new CampaignView(TENANT, made.campaign(), made.plan(), null, null));
        for (String field : List.of(
                "concurrent_call",
                "carrier_uuid",
                "template_uuid",
                "recall_times",
                "users",
                "schedule_recall",
                "schedule_recall_duration",
                "type_autocall",
                "call_timeout",
                "recall_status")) {
            assertThat(shown.get(field).toString())
                    .as(field)
                    .isEqualTo(seed.get(field).toString());
        }
        assertThat(made.campaign().id()).isNotEqualTo(Samples.CAMPAIGN);
    }

    @Test
    void startsACampaignThatIsPostedAsStarted() {
        assertThat(create("{\"campaign_name\":\"a\",\"type\":\"autocall\",\"status\":\"start\"}")
                        .command())
                .isEqualTo(Command.START);
        assertThat(create("{\"campaign_name\":\"a\",\"type\":\"autocall\",\"status\":\"stop\"}")
                        .command())
                .isNull();
    }

    @Test
    void anAutodialerHasItsQueue() {
        UUID queue = new UUID(1, 2);

        Campaign made = create("{\"campaign_name\":\"a\",\"type\":\"autodialer\",\"ratio\":150,"
                        + "\"call_center_queue_uuid\":\"" + queue + "\"}")
                .campaign();

        assertThat(made.queue()).isEqualTo(queue);
        assertThat(made.pacing().agents()).isEqualTo(new AgentPacing(150, Rule.DEPLOYED));
    }

    @Test
    void namesWhatIsMissing() {
        assertThat(faults(() -> create("{\"campaign_name\":\"a\"}"))).containsExactly("(root): type is required");
        assertThat(faults(() -> create("{}")))
                .containsExactly("(root): campaign_name is required", "(root): type is required");
        assertThat(faults(() -> create("{\"campaign_name\":null,\"type\":null}")))
                .containsExactly(
                        "campaign_name: Invalid type. Expected: string, given: null",
                        "type: Invalid type. Expected: string, given: null");
    }

    @Test
    void refusesAnUnknownTypeWithTheDocumentedText() {
        assertThat(faults(() -> create("{\"campaign_name\":\"a\",\"type\":\"robot\"}")))
                .containsExactly(
                        "type: type must be one of the following: \"autodialer\", \"autocall\", \"inbound\", \"manual\"");
    }

    @ParameterizedTest
    @CsvSource({"''", "' '"})
    void refusesANameOfNothing(String name) {
        assertThat(faults(() -> create("{\"campaign_name\":\"" + name + "\",\"type\":\"autocall\"}")))
                .containsExactly("campaign_name: String length must be greater than or equal to 1");
    }

    @Test
    void refusesWhatIsNoObject() {
        assertThat(faults(() -> CAMPAIGNS.create(Samples.json("[]"), TENANT, NOW)))
                .containsExactly("(root): Invalid type. Expected: object, given: array");
    }

    @Test
    void namesAllFaultsInTheOrderOfTheDocument() {
        assertThat(faults(() -> create("{\"recall_times\":-1,\"campaign_name\":\"\",\"type\":\"autocall\","
                        + "\"concurrent_call\":\"5\"}")))
                .containsExactly(
                        "recall_times: Must be greater than or equal to 0",
                        "campaign_name: String length must be greater than or equal to 1",
                        "concurrent_call: Invalid type. Expected: integer, given: string");
    }

    @Test
    void notesWhatTheOtherDialectCannotShow() {
        CampaignEdit made = create("{\"campaign_name\":\"a\",\"type\":\"inbound\",\"color\":\"red\",\"recall_times\":2,"
                + "\"enable_encrypt\":true,\"callback_url\":\"\",\"schedules\":[{\"holiday_start_time\":0}]}");

        assertThat(made.notes())
                .extracting(note -> note.field())
                .containsExactlyInAnyOrder(
                        "type", "color", "enable_encrypt", "schedules.0.holiday_start_time", "schedules");
    }

    private static CampaignEdit create(String body) {
        return CAMPAIGNS.create(object(body), TENANT, NOW);
    }
}
