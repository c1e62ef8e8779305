package io.tandem.translators.voipbin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.campaigns.model.Address;
import io.tandem.campaigns.model.AgentPacing;
import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.CampaignKind;
import io.tandem.campaigns.model.Destination.PhoneNumber;
import io.tandem.campaigns.service.CampaignEdit;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the seed documents print is what the default version answers; keys that they lack are extra. */
class SeedDocumentsTest {

    private static final Instant CREATED = Instant.parse("2022-04-28T02:16:39.712142Z");
    private static final Instant UPDATED = Instant.parse("2022-04-30T17:53:51.685259Z");

    @ParameterizedTest
    @ValueSource(strings = {"seed-000-campaign.json", "seed-004-campaign.json"})
    void showsTheCampaignAsPrinted(String file) throws IOException {
        ObjectNode printed = seed(file);
        Creation creation = new Creation(Sample.TENANT, WireVersion.DEFAULT, () -> Sample.CAMPAIGN, CREATED);

        Campaign made = VoipbinCampaigns.create(printed, creation).campaign().withUpdated(UPDATED);
        ObjectNode shown = VoipbinCampaigns.show(Sample.view(made), false, WireVersion.DEFAULT);

        assertIsPrinted(shown, printed, List.of("customer_id"));
    }

    @Test
    void answersTheCreationOfSeed004() throws IOException {
        ObjectNode request = seed("seed-004-create.json");
        Instant now = Instant.parse("2022-10-22T16:16:16.874761Z");
        Creation creation = new Creation(Sample.TENANT, WireVersion.DEFAULT, () -> Sample.OTHER, now);

        CampaignEdit edit = VoipbinCampaigns.create(request, creation);
        ObjectNode shown = VoipbinCampaigns.show(Sample.view(edit.campaign()), false, WireVersion.DEFAULT);

        // This one example prints name and detail before the type; order of keys means nothing.
        ObjectNode printed = seed("seed-004-created.json");
        assertThat(VoipbinJson.same(without(shown, List.of("customer_id", "actions", "next_campaign_id")), printed))
                .isTrue();
        assertThat(shown.path("actions").path(0).path("option").path("text").asText())
                .startsWith("Hello. This is");
        assertThat(shown.path("next_campaign_id").asText()).isEqualTo(WireIds.NIL);
        assertThat(edit.campaign().kind()).isEqualTo(CampaignKind.AGENT);
        assertThat(edit.campaign().pacing().agents()).isEqualTo(new AgentPacing(100, AgentPacing.Rule.DOCUMENTED));
        assertThat(edit.plan()).isNull();
        assertThat(edit.command()).isNull();
    }

    @Test
    void showsTheCampaigncallAsPrinted() throws IOException {
        ObjectNode printed = seed("seed-002-campaigncall.json");
        var attempt = Sample.attempt()
                .withTo(Address.of(new PhoneNumber("+821021656521")))
                .withReached(true);

        ObjectNode shown = VoipbinCampaigncalls.show(attempt, Sample.campaign(), WireVersion.DEFAULT);

        // The flow run and the call have ids of their own at the server; ours are derived.
        printed.put("activeflow_id", shown.path("activeflow_id").asText());
        printed.put("reference_id", shown.path("reference_id").asText());
        assertIsPrinted(shown, printed, List.of("customer_id", "flow_id", "tm_delete"));
    }

    /** Every printed key has the printed value, in the printed order, and no keys are added but those named. */
    private static void assertIsPrinted(ObjectNode shown, JsonNode printed, List<String> extra) {
        assertThat(Json.compact(without(shown, extra))).isEqualTo(Json.compact(printed));
    }

    private static ObjectNode without(ObjectNode shown, List<String> extra) {
        assertThat(extra).allMatch(shown::has);
        return shown.deepCopy().remove(extra);
    }

    private static ObjectNode seed(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(SeedDocumentsTest.class.getResourceAsStream(file))) {
            return (ObjectNode) VoipbinJson.read(in.readAllBytes());
        }
    }
}
