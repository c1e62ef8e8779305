package io.tandem.tests.autocall;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.tests.Api;
import io.tandem.tests.Database;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** POST of campaigns, and their list. (autocall-v3.md, 1.4) */
abstract class CampaignCreationContract extends AutocallContract {

    CampaignCreationContract(Database database) {
        super(database);
    }

    @Test
    void makesACampaignWithTheDefaults_case5() {
        Api.Answer made = api.post("/v3/campaign", Api.object("campaign_name", "a", "type", "autocall"));

        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        UUID id = UUID.fromString(made.text("/campaign_uuid"));
        assertThat(made.json()).isEqualTo(Api.object("campaign_uuid", id, "created", true));
        ObjectNode shown = v3.shown(id.toString());
        assertThat(shown.remove("campaign_uuid").asText()).isEqualTo(id.toString());
        assertThat(shown.remove("domain_uuid").asText()).isEqualTo(tenant.id().toString());
        assertThat(shown.remove("domain_name").asText()).isEqualTo("a");
        String created = shown.remove("created_at").asText();
        assertThat(created).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}\\+07:00");
        assertThat(OffsetDateTime.parse(created).toInstant()).isBefore(now());
        assertThat(shown.remove("updated_at").asText()).isEqualTo(created);
        assertThat(withoutAssigned(shown)).isEqualTo(Api.parse(resource("new-campaign.json")));
    }

    private ObjectNode withoutAssigned(ObjectNode shown) {
        for (JsonNode schedule : shown.path("schedules")) {
            ((ObjectNode) schedule).remove(List.of("id", "domain_uuid", "campaign_uuid"));
        }
        return shown;
    }

    @Test
    void refusesACampaignWithoutType_case6() {
        assertViolations(api.post("/v3/campaign", Api.object("campaign_name", "a")), "(root)", "type is required");
    }

    @Test
    void refusesAnUnknownType_case7() {
        assertViolations(
                api.post("/v3/campaign", Api.object("campaign_name", "a", "type", "robot")),
                "type",
                "type must be one of the following: \"autodialer\", \"autocall\", \"inbound\", \"manual\"");
    }

    @Test
    void refusesAnEmptyName_case8() {
        assertViolations(
                api.post("/v3/campaign", Api.object("campaign_name", "", "type", "autocall")),
                "campaign_name",
                "String length must be greater than or equal to 1");
    }

    @Test
    void namesEveryViolation() {
        Api.Answer answer =
                api.post("/v3/campaign", Api.object("campaign_name", "", "type", "robot", "concurrent_call", "5"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("error"))
                .extracting(violation -> violation.fieldNames().next())
                .containsExactlyInAnyOrder("campaign_name", "type", "concurrent_call");
        assertThat(api.get("/v3/campaign").json().path("total").asInt()).isZero();
    }

    @Test
    void givesAnAutodialerItsQueueAndPlan() {
        Api.Answer made = api.post("/v3/campaign", Api.object("campaign_name", "a", "type", "autodialer"));

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("campaign_uuid", "created", "call_center_queue_uuid", "dialplan_uuid");
    }

    @Test
    void listsTenNewestFirst_case41() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            ids.add(0, v3.campaign("campaign " + i));
        }

        JsonNode page = api.get("/v3/campaign").json();
        JsonNode rest = api.get("/v3/campaign?limit=20&offset=10").json();

        assertThat(page.fieldNames()).toIterable().containsExactlyInAnyOrder("data", "limit", "offset", "total");
        assertThat(envelope(page)).containsExactly(10, 0, 25);
        assertThat(ids(page)).isEqualTo(ids.subList(0, 10));
        assertThat(envelope(rest)).containsExactly(20, 10, 25);
        assertThat(ids(rest)).isEqualTo(ids.subList(10, 25));
        for (String isNull : List.of("schedules", "users", "groups", "statuses")) {
            assertThat(page.path("data"))
                    .allSatisfy(row -> assertThat(
                                    Objects.requireNonNull(row.get(isNull)).isNull())
                            .isTrue());
        }
        // D26
        assertThat(envelope(api.get("/v3/campaign?limit=x&offset=-1").json())).containsExactly(10, 0, 25);
        assertThat(envelope(api.get("/v3/campaign?limit=999999").json())).containsExactly(1000, 0, 25);
    }

    @Test
    void listsOneType_case43() {
        String autocall = v3.campaign("a");
        String manual = api.post("/v3/campaign", Api.object("campaign_name", "m", "type", "manual"))
                .text("/campaign_uuid");

        assertThat(ids(api.get("/v3/campaign?type=autocall").json())).containsExactly(autocall);
        assertThat(ids(api.get("/v3/campaign?type=manual").json())).containsExactly(manual);
        assertThat(envelope(api.get("/v3/campaign?type=autocall").json())).containsExactly(10, 0, 1);
        JsonNode unknown = api.get("/v3/campaign?type=zzz").json();
        assertThat(unknown.path("data")).isEmpty();
        assertThat(envelope(unknown)).containsExactly(10, 0, 0);
    }

    @Test
    void showsNothingOfAnotherTenant_case45() {
        String campaign = v3.campaign("a");
        Autocall other = new Autocall(gateway.tenant("b").autocall());
        String others = other.campaign("b");

        JsonNode page = other.api().get("/v3/campaign").json();

        assertThat(ids(page)).containsExactly(others);
        assertThat(envelope(page)).containsExactly(10, 0, 1);
        assertError(other.api().get("/v3/campaign/" + campaign), 404, NOT_FOUND);
        assertError(other.edit(others, "campaign_uuid", campaign), 400, "campaign_uuid is invalid");
        assertError(
                other.api().put("/v3/campaign/" + campaign, Api.object("campaign_name", "b", "type", "autocall")),
                404,
                NOT_FOUND);
        assertError(
                other.api().patch("/v3/campaign/" + campaign + "/active", Api.object("active", false)), 404, NOT_FOUND);
        assertError(other.api().post("/v1/campaign/" + campaign + "/run/start", "{}"), 404, NOT_FOUND);
        assertError(other.api().delete("/v3/campaign/" + campaign), 404, NOT_FOUND);
    }

    private static List<String> ids(JsonNode page) {
        List<String> ids = new ArrayList<>();
        page.path("data").forEach(row -> ids.add(row.path("campaign_uuid").asText()));
        return ids;
    }

    private static List<Integer> envelope(JsonNode page) {
        return List.of(
                page.path("limit").asInt(-1),
                page.path("offset").asInt(-1),
                page.path("total").asInt(-1));
    }
}
