package io.tandem.tests.crossing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.tests.Api;
import io.tandem.tests.Database;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An echo is no write, whichever dialect made the campaign and whichever says it again. (mapping.md, rule 0) */
abstract class EchoContract extends Crossing {

    private static final Set<String> READ_ONLY =
            Set.of("created_at", "updated_at", "template_name", "carrier_name", "domain_name", "run_id");

    EchoContract(Database database) {
        super(database);
    }

    @Test
    void theSeedsPutIsReadBackFieldByField() {
        Both both = seed();

        ObjectNode shown = both.v3().read(SeedCampaign.ID);

        Api.parse(SeedCampaign.body()).properties().stream()
                .filter(field -> !READ_ONLY.contains(field.getKey()))
                .forEach(field -> assertThat(writable(shown, field.getKey()))
                        .as(field.getKey())
                        .isEqualTo(field.getValue()));
        assertThat(shown.path("template_name").asText()).isEqualTo("Audio");
        assertThat(shown.path("carrier_name").asText()).isEqualTo("Viettel");
    }

    /** A schedule's row gains three ids when it is read. (autocall-v3.md, 1.4.3) */
    private static JsonNode writable(ObjectNode shown, String field) {
        JsonNode value = shown.path(field).deepCopy();
        if (field.equals("schedules")) {
            value.forEach(row -> ((ObjectNode) row).remove(List.of("domain_uuid", "id", "campaign_uuid")));
        }
        return value;
    }

    @Test
    void theSeedsCampaignIsShownInV1() {
        Both both = seed();

        ObjectNode shown = (ObjectNode) both.v1().get("/campaigns/" + SeedCampaign.ID);

        String time = "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{6}";
        assertThat(shown.path("tm_create").asText()).matches(time);
        assertThat(shown.path("tm_update").asText()).matches(time);
        assertThat(shown.path("customer_id").asText())
                .isEqualTo(both.tenant().id().toString());
        JsonNode plan = both.v1().get("/outplans/" + shown.path("outplan_id").asText());
        assertThat(plan.path("dial_timeout").asInt()).isEqualTo(60_000);
        assertThat(plan.path("try_interval").asInt()).isEqualTo(60_000);
        assertThat(plan.path("max_try_count_0").asInt()).isEqualTo(4);
        assertThat(plan.at("/source/target").asText()).isEqualTo("02873003586");
        shown.put("customer_id", "<the tenant>")
                .put("outplan_id", "<its plan>")
                .put("tm_create", "<a time>")
                .put("tm_update", "<a time>");
        assertThat(shown).isEqualTo(SeedCampaign.inV1());
        assertThat(both.v1().list("/campaigns"))
                .extracting(row -> row.path("id").asText())
                .containsExactly(SeedCampaign.ID);
    }

    @Test
    void anEchoOfTheStoppedSeedChangesNothing() {
        Both both = seed();

        assertEchoesChangeNothing(both, SeedCampaign.ID, "stop", "stop");
    }

    @Test
    void anEchoOfTheRunningSeedChangesNothing() {
        Both both = seed();
        both.v3().run(SeedCampaign.ID, "start");

        assertEchoesChangeNothing(both, SeedCampaign.ID, "start", "run");
    }

    @Test
    void anEchoOfThePausedSeedChangesNothing() {
        Both both = seed();
        both.v3().run(SeedCampaign.ID, "start");
        both.v3().run(SeedCampaign.ID, "pause");

        assertEchoesChangeNothing(both, SeedCampaign.ID, "pause", "stop");
        assertThat(both.v3().read(SeedCampaign.ID).path("run_id").asText()).isNotEmpty();
    }

    /** What v3 has no exact value for: a ring time of 5.5 s, no try at all, 90 s between tries, actions, a short list. */
    @Test
    void anEchoOfWhatV3CannotShowExactlyChangesNothing() {
        Both both = client();
        String outplan = both.v1()
                .outplan("dial_timeout", 5500, "try_interval", 90000, "max_try_count_0", 0, "max_try_count_1", 3);
        String campaign = both.v1()
                .campaign(
                        "outplan_id",
                        outplan,
                        "outdial_id",
                        both.v1().outdial(),
                        "service_level",
                        150,
                        "end_handle",
                        "continue",
                        "actions",
                        List.of(Map.of("type", "talk", "option", Map.of("text", "Hello"))));

        ObjectNode inV3 = both.v3().read(campaign);

        assertThat(inV3.path("call_timeout").asInt()).isEqualTo(6);
        assertThat(inV3.path("recall_times").asInt(-1)).isZero();
        assertThat(inV3.path("schedule_recall").asText()).isEqualTo("minute");
        assertThat(inV3.path("schedule_recall_duration").asInt()).isEqualTo(2);
        assertThat(inV3.path("template_uuid").asText()).isEmpty();
        assertThat(inV3.path("template_name").asText()).isEqualTo("(actions)");
        assertThat(inV3.at("/schedules/0/monday_end_time").asLong()).isEqualTo(86_400_000_000_000L);
        assertThat(inV3.path("concurrent_call").asInt()).isEqualTo(1000);
        assertEchoesChangeNothing(both, campaign, "stop", "stop");
        both.v1().status(campaign, "run");
        assertEchoesChangeNothing(both, campaign, "start", "run");
        JsonNode plan = both.v1().get("/outplans/" + outplan);
        assertThat(plan.path("dial_timeout").asInt()).isEqualTo(5500);
        assertThat(plan.path("try_interval").asInt()).isEqualTo(90000);
        assertThat(plan.path("max_try_count_0").asInt(-1)).isZero();
        assertThat(plan.path("max_try_count_1").asInt()).isEqualTo(3);
    }

    /** The same campaign with a queue, whose service level is the inverse of a ratio. */
    @Test
    void anEchoOfACampaignWithAgentsChangesNothing() {
        Both both = client();
        String campaign = both.v1()
                .campaign(
                        "outplan_id", both.v1().outplan(),
                        "queue_id", both.v1().queueWithAgents(0),
                        "service_level", 70);

        assertThat(both.v3().read(campaign).path("type").asText()).isEqualTo("autodialer");
        assertThat(both.v3().read(campaign).path("ratio").asInt()).isEqualTo(143);
        assertEchoesChangeNothing(both, campaign, "stop", "stop");
    }

    /** A real change beside an echo of all else writes that one field. */
    @Test
    void oneChangedFieldInAnEchoIsTheOnlyOneWritten() {
        Both both = client();
        String outplan = both.v1().outplan("dial_timeout", 5500, "max_try_count_0", 0);
        String campaign = both.v1().campaign("outplan_id", outplan);

        both.v3().put(campaign, both.v3().read(campaign).put("description", "said in v3"));

        JsonNode inV1 = both.v1().get("/campaigns/" + campaign);
        assertThat(inV1.path("detail").asText()).isEqualTo("said in v3");
        assertThat(inV1.path("outplan_id").asText()).isEqualTo(outplan);
        assertThat(both.v1().get("/outplans/" + outplan).path("dial_timeout").asInt())
                .isEqualTo(5500);
        assertThat(both.v1().get("/outplans/" + outplan).path("max_try_count_0").asInt(-1))
                .isZero();
    }

    private Both seed() {
        Both both = client();
        SeedCampaign.makeFor(both.tenant());
        both.v3().put(SeedCampaign.ID, SeedCampaign.body());
        return both;
    }

    private static void assertEchoesChangeNothing(Both both, String campaign, String inV3, String inV1) {
        Views before = both.views(campaign);
        assertThat(before.inV3().path("status").asText()).isEqualTo(inV3);
        assertThat(before.inV1().path("status").asText()).isEqualTo(inV1);

        both.echoThroughV1(campaign);
        assertThat(both.views(campaign)).isEqualTo(before);

        both.echoThroughV3(campaign);
        assertThat(both.views(campaign)).isEqualTo(before);

        both.echoThroughV1(campaign);
        assertThat(both.views(campaign)).isEqualTo(before);
    }
}
