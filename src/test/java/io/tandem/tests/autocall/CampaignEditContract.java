package io.tandem.tests.autocall;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.tests.Api;
import io.tandem.tests.Database;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** PUT of campaigns: what is merged, what is refused and in which words. (autocall-v3.md, 1.4.2) */
abstract class CampaignEditContract extends AutocallContract {

    private String campaign = "";

    CampaignEditContract(Database database) {
        super(database);
    }

    @BeforeEach
    void makeCampaign() {
        campaign = v3.campaign("a");
    }

    @Test
    void leavesWhatIsNotSent_case17() {
        assertOk(v3.edit(campaign, "description", "d", "recall_times", 3, "users", List.of(), "mine", "x"));
        ObjectNode before = v3.shown(campaign);

        Api.Answer answer = api.put("/v3/campaign/" + campaign, Api.object("campaign_name", "a", "type", "autocall"));

        assertOk(answer);
        assertThat(withoutUpdate(v3.shown(campaign))).isEqualTo(withoutUpdate(before));
    }

    @Test
    void refusesWithoutNameAndType_case18() {
        String path = "/v3/campaign/" + campaign;

        assertViolations(api.put(path, Api.object("type", "autocall")), "(root)", "campaign_name is required");
        assertViolations(api.put(path, Api.object("campaign_name", "a")), "(root)", "type is required");
        assertNames(v3.edit(campaign, "campaign_name", null), "campaign_name");
        assertNames(v3.edit(campaign, "type", null), "type");
    }

    @Test
    void findsNoUnknownCampaign_case20() {
        ObjectNode body = Api.object("campaign_name", "b", "type", "autocall");

        assertError(api.put("/v3/campaign/" + UNKNOWN_ID, body), 404, NOT_FOUND);
        assertError(api.put("/v3/campaign/xyz", body), 404, NOT_FOUND);
    }

    @Test
    void boundsConcurrentCalls_case23() {
        assertRefused("concurrent_call", -1, "Must be greater than or equal to 0");
        assertRefused("concurrent_call", "5", "Invalid type. Expected: integer, given: string");
        assertRefused("concurrent_call", 5.5, "Invalid type. Expected: integer, given: number");
        assertRefused("concurrent_call", true, "Invalid type. Expected: integer, given: boolean");
        assertRefused("concurrent_call", 1_000_000_000, "Must be less than or equal to 1000");
        assertTaken("concurrent_call", Api.parse("5.0"), 5);
        assertTaken("concurrent_call", 0, 0);
    }

    @Test
    void boundsRecallTimes_case24() {
        assertRefused("recall_times", -1, "Must be greater than or equal to 0");
        assertRefused("recall_times", 21, "Must be less than or equal to 20");
        assertTaken("recall_times", 0, 0);
        assertTaken("recall_times", 3, 3);
    }

    @Test
    void knowsTwoWaysToRecall_case25() {
        assertRefused("schedule_recall", "hour", "schedule_recall must be one of the following: \"after\", \"minute\"");
    }

    @Test
    void wantsMinutesWithMinute_case26() {
        assertNames(v3.edit(campaign, "schedule_recall", "minute"), "schedule_recall_duration");
        assertNames(
                v3.edit(campaign, "schedule_recall", "minute", "schedule_recall_duration", 0),
                "schedule_recall_duration");
        assertNames(
                v3.edit(campaign, "schedule_recall", "minute", "schedule_recall_duration", 43_201),
                "schedule_recall_duration");
        assertOk(v3.edit(campaign, "schedule_recall", "minute", "schedule_recall_duration", 1));
        assertThat(v3.shown(campaign).path("schedule_recall").asText()).isEqualTo("minute");
    }

    @Test
    void namesTheWordsOfAList_case27() {
        assertRefused(
                "priority_recall", "urgent", "priority_recall must be one of the following: \"normal\", \"recall\"");
        assertRefused(
                "mode_call", "turbo", "mode_call must be one of the following: \"direct\", \"serial\", \"parralel\"");
        assertRefused("status", "running", "status must be one of the following: \"stop\", \"start\", \"pause\"");
        assertNames(v3.edit(campaign, "recall_status", List.of("busy", "no_answered")), "recall_status.1");
    }

    @Test
    void answersParallelAsTheDocumentsSpellIt() {
        assertTaken("mode_call", "parallel", "parralel");
        assertTaken("mode_call", "parralel", "parralel");
    }

    @Test
    void wantsAtLeastOneSchedule_case32() {
        JsonNode before = v3.shown(campaign).path("schedules");

        assertRefused("schedules", List.of(), "Array must have at least 1 items");
        assertOk(v3.edit(campaign, "schedules", null));
        assertOk(v3.edit(campaign, "description", "d"));

        assertThat(v3.shown(campaign).path("schedules")).isEqualTo(before);
    }

    @Test
    void boundsTheRingTimeout_case33() {
        assertTaken("call_timeout", 30, 30);
        assertTaken("call_timeout", 0, 60);
        assertRefused("call_timeout", 4, "Must be greater than or equal to 5");
        assertRefused("call_timeout", 181, "Must be less than or equal to 180");
        assertTaken("call_timeout", 60, 60);
    }

    @Test
    void refusesCallbacksThatCannotBeReached_case34() {
        for (String field : List.of("callback_url", "answer_callback_url")) {
            assertNames(v3.edit(campaign, field, "ftp://x"), field);
            assertNames(v3.edit(campaign, field, "not a url"), field);
            assertNames(v3.edit(campaign, field, "http://127.0.0.1/"), field);
            assertTaken(field, "https://ok.example/h", "https://ok.example/h");
            assertTaken(field, "", "");
        }
    }

    @Test
    void refusesAnIdThatIsNotThePaths() {
        assertError(v3.edit(campaign, "campaign_uuid", UNKNOWN_ID), 400, "campaign_uuid is invalid");
    }

    @Test
    void ignoresReadOnlyFields() {
        ObjectNode before = v3.shown(campaign);

        assertOk(v3.edit(
                campaign,
                "created_at",
                "2001-01-01T00:00:00Z",
                "run_id",
                UNKNOWN_ID,
                "domain_name",
                "other",
                "template_name",
                7,
                "orig_campaign_uuid",
                UNKNOWN_ID));

        assertThat(withoutUpdate(v3.shown(campaign))).isEqualTo(withoutUpdate(before));
    }

    /** D7: null numbers, arrays and switches stay, a null text is empty, null channels are none. */
    @Test
    void readsNullsAsTheDecisionSays() {
        assertOk(v3.edit(
                campaign, "description", "d", "recall_times", 2, "network", Api.object("viettel", 3, "vina", 4)));

        assertOk(v3.edit(
                campaign,
                "description",
                null,
                "recall_times",
                null,
                "active",
                null,
                "status",
                null,
                "recall_status",
                null,
                "network",
                Api.object("viettel", null)));

        ObjectNode shown = v3.shown(campaign);
        assertThat(shown.path("description").asText()).isEmpty();
        assertThat(shown.path("recall_times").asInt()).isEqualTo(2);
        assertThat(shown.path("active").asBoolean()).isTrue();
        assertThat(shown.path("recall_status")).hasSize(8);
        assertThat(shown.at("/network/viettel").asInt(-1)).isZero();
        assertThat(shown.at("/network/vina").asInt()).isEqualTo(4);
    }

    /** D11. */
    @Test
    void keepsUnknownFieldsForTheSingleGetOnly() {
        JsonNode mine = Api.parse("{\"a\":[1,2.50,null,\"đ\"]}");

        assertOk(v3.edit(campaign, "mine", mine, "also", "x"));

        assertThat(v3.shown(campaign).path("mine")).isEqualTo(mine);
        assertThat(v3.shown(campaign).path("also").asText()).isEqualTo("x");
        assertThat(api.get("/v3/campaign").json().at("/data/0").has("mine")).isFalse();
        assertNames(v3.edit(campaign, "large", "x".repeat(17_000)), "large");
    }

    /** D12. */
    @Test
    void changesTheTypeOfAStoppedCampaignOnly() {
        v3.start(campaign);

        assertThat(v3.edit(campaign, "type", "manual").status()).isEqualTo(400);
        assertThat(v3.edit(campaign, "type_autocall", "autocall_audio").status())
                .isEqualTo(400);
        assertOk(v3.edit(campaign, "concurrent_call", 7));

        assertThat(v3.shown(campaign).path("type").asText()).isEqualTo("autocall");
        assertThat(v3.shown(campaign).path("concurrent_call").asInt()).isEqualTo(7);
        assertThat(v3.shown(campaign).path("status").asText()).isEqualTo("start");
    }

    @Test
    void writesNothingOfARefusedBody() {
        ObjectNode before = v3.shown(campaign);

        assertViolations(
                v3.edit(campaign, "description", "d", "recall_times", -1, "call_timeout", 1),
                "recall_times",
                "Must be greater than or equal to 0",
                "call_timeout",
                "Must be greater than or equal to 5");

        assertThat(v3.shown(campaign)).isEqualTo(before);
    }

    private void assertRefused(String field, Object value, String text) {
        assertViolations(v3.edit(campaign, field, value), field, text);
    }

    private void assertTaken(String field, @Nullable Object value, Object shown) {
        assertOk(v3.edit(campaign, field, value));
        assertThat(v3.shown(campaign).path(field))
                .isEqualTo(Api.parse(Api.JSON.valueToTree(shown).toString()));
    }

    private static ObjectNode withoutUpdate(ObjectNode campaign) {
        return campaign.without("updated_at");
    }
}
