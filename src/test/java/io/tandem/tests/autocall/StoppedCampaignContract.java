package io.tandem.tests.autocall;

import static io.tandem.tests.autocall.TestNumbers.ANSWERED;
import static io.tandem.tests.autocall.TestNumbers.answered;
import static io.tandem.tests.autocall.TestNumbers.number;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.tests.Api;
import io.tandem.tests.Database;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What may be done to a campaign that was just stopped, or is stopped by the same request. (autocall-v3.md, D12, D30) */
abstract class StoppedCampaignContract extends AutocallContract {

    private static final String STILL_UP = " can be changed only while the campaign is stopped:"
            + " calls of it are still up, try again when they have ended";

    StoppedCampaignContract(Database database) {
        super(database);
    }

    private void up(String campaign) {
        eventually(() -> v3.progress(campaign).path("in_flight").asInt() == 1);
    }

    private void down(String campaign) {
        eventually(() -> v3.progress(campaign).path("in_flight").asInt() == 0);
    }

    @Test
    void saysThatCallsAreUpAndLetsThemEnd() {
        String campaign = v3.campaign("a", "concurrent_call", 1);
        String list = v3.list(campaign);
        v3.lead(list, number(50, answered(60)));
        v3.start(campaign);
        up(campaign);
        assertOk(v3.edit(campaign, "status", "stop"));

        assertThat(v3.shown(campaign).path("status").asText()).isEqualTo("stop");
        ObjectNode manual = Api.object("campaign_name", "a", "type", "manual", "description", "new");
        assertViolations(api.put("/v3/campaign/" + campaign, manual), "type", "type" + STILL_UP);
        assertViolations(
                v3.edit(campaign, "type_autocall", "autocall_audio"), "type_autocall", "type_autocall" + STILL_UP);
        assertError(api.delete("/v3/list/" + list), 400, "list is in use: calls of its campaign are still up");
        assertThat(v3.shown(campaign).path("description").asText()).isEmpty();

        down(campaign);
        assertOk(api.put("/v3/campaign/" + campaign, manual));
        assertThat(v3.shown(campaign).path("type").asText()).isEqualTo("manual");
        assertOk(api.delete("/v3/list/" + list));
    }

    @Test
    void stopsAndChangesInOneRequestWhenNoCallIsUp() {
        String campaign = v3.campaign("a", "concurrent_call", 1);
        v3.start(campaign);

        assertViolations(
                api.put("/v3/campaign/" + campaign, Api.object("campaign_name", "a", "type", "manual")),
                "type",
                "type can be changed only while the campaign is stopped");
        assertOk(api.put(
                "/v3/campaign/" + campaign, Api.object("campaign_name", "a", "type", "manual", "status", "stop")));

        assertThat(v3.shown(campaign).path("type").asText()).isEqualTo("manual");
        assertThat(v3.shown(campaign).path("status").asText()).isEqualTo("stop");
        assertOk(api.put("/v3/campaign/" + campaign, Api.object("campaign_name", "a", "type", "autocall")));
        v3.start(campaign);
    }

    @Test
    void stopsNothingWhenTheChangeIsRefused() {
        String campaign = v3.campaign("a", "concurrent_call", 1);
        v3.leads(v3.list(campaign), List.of(number(51, answered(60)), number(52, ANSWERED)));
        v3.start(campaign);
        up(campaign);

        assertViolations(
                api.put(
                        "/v3/campaign/" + campaign,
                        Api.object("campaign_name", "a", "type", "manual", "status", "stop")),
                "type",
                "type" + STILL_UP);

        assertThat(v3.shown(campaign).path("status").asText()).isEqualTo("start");
        eventually(() -> v3.ended(campaign) == 2);
    }
}
