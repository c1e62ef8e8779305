package io.tandem.translators.voipbin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.Carried;
import io.tandem.campaigns.model.Carrier;
import io.tandem.campaigns.model.DialPlan;
import io.tandem.campaigns.model.TargetList;
import io.tandem.campaigns.service.CampaignEdit;
import io.tandem.campaigns.service.CampaignView;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rule 0 of mapping.md: what a client reads and sends back changes nothing, in any version, whoever wrote it before. */
class EchoTest {

    private static final int ROUNDS = 2_000;

    private final RandomHub hub = RandomHub.seeded("EchoTest");

    @ParameterizedTest
    @EnumSource
    void writesNothingOfAnEchoedCampaign(WireVersion version) {
        for (int round = 0; round < ROUNDS; round++) {
            CampaignView view = hub.view();
            boolean callsUp = hub.random.nextBoolean();
            JsonNode shown = throughText(VoipbinCampaigns.show(view, callsUp, version));

            CampaignEdit whole = VoipbinCampaignChanges.merge(shown, view, callsUp, Sample.NOW);
            List<CampaignEdit> parts = List.of(
                    VoipbinCampaignChanges.actions(shown, view, Sample.NOW),
                    VoipbinCampaignChanges.serviceLevel(shown, view, Sample.NOW),
                    VoipbinCampaignChanges.resources(shown, view, Sample.NOW),
                    VoipbinCampaignChanges.next(shown, view, Sample.NOW));

            assertThat(whole.campaign()).as("%s", shown).isSameAs(view.campaign());
            assertThat(whole.command()).as("%s", shown).isNull();
            assertThat(whole.plan()).isSameAs(view.plan());
            assertThat(parts).allSatisfy(part -> {
                assertThat(part.campaign()).as("%s", shown).isSameAs(view.campaign());
                assertThat(part.plan()).isSameAs(view.plan());
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void writesNothingOfAnEchoedOutplan(WireVersion version) {
        for (int round = 0; round < ROUNDS; round++) {
            DialPlan plan = hub.plan();
            Carrier carrier = hub.carrier();
            JsonNode shown = throughText(VoipbinOutplans.show(plan, carrier, version));

            DialPlan merged = VoipbinOutplans.merge(shown, plan, Sample.NOW);
            DialPlan dialInfo = VoipbinOutplans.dialInfo(shown, plan, carrier, Sample.NOW);

            assertThat(merged).as("%s", shown).isSameAs(plan);
            assertThat(dialInfo).as("%s", shown).isSameAs(plan);
        }
    }

    @ParameterizedTest
    @EnumSource
    void writesNothingOfAnEchoedOutdial(WireVersion version) {
        for (int round = 0; round < ROUNDS; round++) {
            TargetList list = hub.list();
            JsonNode shown = throughText(VoipbinOutdials.show(list, version));

            assertThat(VoipbinOutdials.merge(shown, list, Sample.NOW)).isSameAs(list);
            assertThat(VoipbinOutdials.campaign(shown, list, Sample.NOW)).isSameAs(list);
            assertThat(VoipbinOutdials.data(shown, list, Sample.NOW)).isSameAs(list);
        }
    }

    @Test
    void writesNothingOfAnEchoWithItsKeysInAnotherOrder() {
        CampaignView view = Sample.view(Sample.campaign());
        JsonNode reordered = Json.object("""
                {"actions":[{"option":{"language":"en-US","text":"Hello."},"type":"talk"}]}""");

        CampaignEdit edit = VoipbinCampaignChanges.actions(reordered, view, Sample.NOW);

        assertThat(edit.campaign()).isSameAs(view.campaign());
    }

    @Test
    void writesNothingOfAnEqualCarriedProperty() {
        Campaign campaign = Sample.campaign().withCarried(Carried.NONE.with("voipbin", "x", "{\"a\":5,\"b\":[1]}"));
        CampaignView view = Sample.view(campaign);

        CampaignEdit edit = VoipbinCampaignChanges.merge(
                Json.object("{\"x\":{ \"b\":[1.0], \"a\":5.00}}"), view, false, Sample.NOW);

        assertThat(edit.campaign()).isSameAs(campaign);
    }

    @Test
    void writesOnlyWhatDiffers() {
        for (int round = 0; round < ROUNDS; round++) {
            CampaignView view = hub.view();
            Campaign before = view.campaign();
            ObjectNode shown = VoipbinCampaigns.show(view, false, WireVersion.DEFAULT);
            shown.put("detail", before.description() + "!");

            CampaignEdit edit = VoipbinCampaignChanges.merge(shown, view, false, Sample.NOW);

            assertThat(edit.campaign())
                    .isEqualTo(
                            before.withDescription(before.description() + "!").withUpdated(Sample.NOW));
            assertThat(edit.command()).isNull();
        }
    }

    @Test
    void keepsWhatTheOtherDialectCarries() {
        Campaign campaign = Sample.campaign().withCarried(Carried.NONE.with("autocall", "hopper", "20"));
        CampaignView view = Sample.view(campaign);

        CampaignEdit edit = VoipbinCampaignChanges.merge(Json.object("{\"colour\":\"red\"}"), view, false, Sample.NOW);

        assertThat(edit.campaign().carried()).isEqualTo(campaign.carried().with("voipbin", "colour", "\"red\""));
    }

    private static JsonNode throughText(JsonNode shown) {
        return Json.object(Json.compact(shown));
    }
}
