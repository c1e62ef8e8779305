package io.tandem.tests.voipbin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.tests.Api;
import io.tandem.tests.Database;
import org.junit.jupiter.api.Test;

/** Whose an outdial is, and who dials it: both sides always say the same. (1.7, section 6: 12 and 13) */
abstract class OutdialOwnersContract extends DialledContract {

    OutdialOwnersContract(Database database) {
        super(database);
    }

    @Test
    void anOutdialMadeForACampaignIsDialledByIt() {
        V1 v1 = client();
        String campaign = v1.campaign("outplan_id", v1.outplan());

        String outdial = outdialOf(v1, campaign);
        v1.target(outdial, V1.number(1, "99001"));

        assertThat(listOf(v1, campaign)).isEqualTo(outdial);
        assertThat(ownerOf(v1, outdial)).isEqualTo(campaign);
        v1.status(campaign, "run");
        eventually(5, () -> assertThat(v1.statusOf(campaign)).isEqualTo("stop"));
        assertThat(v1.calls(campaign)).hasSize(1);
    }

    @Test
    void aRunningCampaignTakesUpAnOutdialThatIsGivenToIt() {
        V1 v1 = client();
        String campaign = v1.campaign("outplan_id", v1.outplan(), "end_handle", "continue");
        v1.status(campaign, "run");
        String outdial = v1.outdial(V1.number(1, "99001"));

        v1.put("/outdials/" + outdial + "/campaign_id", "campaign_id", campaign);

        eventually(5, () -> assertThat(v1.journal(campaign).calls()).hasSize(1));
    }

    @Test
    void aReleasedOutdialIsDialledNoMore() {
        V1 v1 = client();
        String campaign = v1.campaign("outplan_id", v1.outplan(), "end_handle", "continue");
        String outdial = outdialOf(v1, campaign);
        v1.status(campaign, "run");

        JsonNode released = v1.put("/outdials/" + outdial + "/campaign_id", "campaign_id", "");
        v1.target(outdial, V1.number(1, "99001"));

        assertThat(released.path("campaign_id").asText()).isEqualTo(V1.NIL);
        assertThat(listOf(v1, campaign)).isEqualTo(V1.NIL);
        String other = v1.outdial(V1.number(2, "99001"));
        v1.put("/campaigns/" + campaign + "/resource_info", "outdial_id", other);
        eventually(5, () -> assertThat(v1.journal(campaign).calls()).hasSize(1));
        assertThat(v1.journal(campaign).calls().get(0).to()).isEqualTo(V1.number(2, "99001"));
    }

    @Test
    void anOutdialGoesFromOneCampaignToAnother() {
        V1 v1 = client();
        String one = v1.campaign();
        String two = v1.campaign();
        String outdial = outdialOf(v1, one);

        v1.put("/outdials/" + outdial + "/campaign_id", "campaign_id", two);

        assertThat(listOf(v1, one)).isEqualTo(V1.NIL);
        assertThat(listOf(v1, two)).isEqualTo(outdial);
        assertThat(ownerOf(v1, outdial)).isEqualTo(two);
    }

    @Test
    void whatACampaignGivesUpIsFree() {
        V1 v1 = client();
        String campaign = v1.campaign();
        String first = outdialOf(v1, campaign);
        String second = v1.outdial();

        v1.put("/campaigns/" + campaign + "/resource_info", "outdial_id", second);

        assertThat(ownerOf(v1, first)).isEqualTo(V1.NIL);
        assertThat(ownerOf(v1, second)).isEqualTo(campaign);
        v1.put("/campaigns/" + campaign + "/resource_info", "outdial_id", "");
        assertThat(ownerOf(v1, second)).isEqualTo(V1.NIL);
    }

    @Test
    void anOutdialThatRunsElsewhereIsNotGivenToARun() {
        V1 v1 = client();
        String outplan = v1.outplan();
        String outdial = v1.outdial();
        String one = v1.campaign("outplan_id", outplan, "outdial_id", outdial, "end_handle", "continue");
        String two = v1.campaign("outplan_id", outplan, "end_handle", "continue");
        v1.put("/outdials/" + outdial + "/campaign_id", "campaign_id", two);
        v1.put("/campaigns/" + one + "/resource_info", "outdial_id", outdial);
        v1.put("/outdials/" + outdial + "/campaign_id", "campaign_id", "");
        v1.status(one, "run");
        v1.status(two, "run");

        Api.Answer refused = v1.api().put("/v1.0/outdials/" + outdial + "/campaign_id", Api.object("campaign_id", two));

        assertRefused(refused, 409, "STATE_INVALID");
        assertThat(ownerOf(v1, outdial)).isEqualTo(V1.NIL);
    }

    private static String outdialOf(V1 v1, String campaign) {
        return v1.post("/outdials", Api.object("name", "o", "campaign_id", campaign))
                .path("id")
                .asText();
    }

    private static String listOf(V1 v1, String campaign) {
        return v1.get("/campaigns/" + campaign).path("outdial_id").asText();
    }

    private static String ownerOf(V1 v1, String outdial) {
        return v1.get("/outdials/" + outdial).path("campaign_id").asText();
    }
}
