package io.tandem.tests.crossing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.tests.Api;
import io.tandem.tests.Database;
import io.tandem.tests.voipbin.V1;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Outplans and lists that more than one campaign, or both dialects, work with. (mapping.md, rule 2 and row targets) */
abstract class SharingContract extends Crossing {

    SharingContract(Database database) {
        super(database);
    }

    @Test
    void aSharedOutplanIsCopiedWhenV3ChangesIt() {
        Both both = client();
        String outplan = both.v1().outplan("name", "shared", "dial_timeout", 20000, "max_try_count_1", 2);
        String one = both.v1().campaign("outplan_id", outplan);
        String two = both.v1().campaign("outplan_id", outplan);

        both.echoThroughV3(one);
        both.v3().change(one, "description", "not of the outplan");
        assertThat(both.v1().list("/outplans")).hasSize(1);

        both.v3().change(one, "call_timeout", 25);

        String copy = both.v1().get("/campaigns/" + one).path("outplan_id").asText();
        assertThat(copy).isNotEqualTo(outplan);
        assertThat(both.v1().get("/outplans/" + copy).path("dial_timeout").asInt())
                .isEqualTo(25000);
        assertThat(both.v1().get("/outplans/" + copy).path("max_try_count_1").asInt())
                .isEqualTo(2);
        assertThat(both.v1().get("/campaigns/" + two).path("outplan_id").asText())
                .isEqualTo(outplan);
        assertThat(both.v1().get("/outplans/" + outplan).path("dial_timeout").asInt())
                .isEqualTo(20000);
        assertThat(both.v3().read(two).path("call_timeout").asInt()).isEqualTo(20);

        both.v3().change(one, "recall_times", 2);
        both.v3().change(two, "recall_times", 4);
        assertThat(both.v1().list("/outplans")).hasSize(2);
        assertThat(both.v1().get("/outplans/" + copy).path("max_try_count_0").asInt())
                .isEqualTo(3);
        assertThat(both.v1().get("/outplans/" + outplan).path("max_try_count_0").asInt())
                .isEqualTo(5);
    }

    @Test
    void aListOfV3IsAnOutdialAndBack() {
        Both both = client();
        String campaign = both.v3().campaign("lists");
        String first = both.v3().list(campaign);
        String second = both.v3()
                .api()
                .post("/v3/list", Api.object("campaign_uuid", campaign, "list_name", "second"))
                .text("/list_uuid");
        String outdial = both.v1()
                .post("/outdials", Api.object("name", "o", "campaign_id", campaign))
                .path("id")
                .asText();

        JsonNode inV1 = both.v1().get("/outdials/" + first);
        assertThat(inV1.path("name").asText()).isEqualTo("list");
        assertThat(inV1.path("campaign_id").asText()).isEqualTo(campaign);
        assertThat(both.v1().get("/campaigns/" + campaign).path("outdial_id").asText())
                .isEqualTo(first);
        assertThat(both.v1().list("/outdials"))
                .extracting(row -> row.path("id").asText())
                .containsExactly(outdial, second, first);
        JsonNode inV3 = both.v3().get("/v3/list/" + outdial);
        assertThat(inV3.path("list_name").asText()).isEqualTo("o");
        assertThat(inV3.path("campaign_uuid").asText()).isEqualTo(campaign);
        both.v1().delete("/outdials/" + second);
        assertRefused(both.v3().api().get("/v3/list/" + second), 404, "Not Found");
    }

    @Test
    void leadsAndTargetsAreTheSame() {
        Both both = client();
        String campaign = both.v3().campaign("leads");
        String list = both.v3().list(campaign);
        String lead = both.v3().lead(list, "0901199000");
        String target = both.v1().target(list, V1.number(2, "99000"), V1.number(3, "99000"));
        String targets = "/outdials/" + list + "/targets/";

        assertThat(both.v1().get(targets + lead).at("/destination_0/target").asText())
                .isEqualTo("+84901199000");
        assertThat(both.v1().get(targets + lead).at("/destination_0/type").asText())
                .isEqualTo("tel");
        assertThat(both.v3().get("/v3/lead/" + target).path("phone_number").asText())
                .isEqualTo(V1.number(2, "99000"));
        assertThat(both.v3().get("/v3/lead?list_uuid=" + list).path("total").asInt())
                .isEqualTo(2);

        both.v3().api().put("/v3/lead/" + target, Api.object("lead_uuid", target, "phone_number", "0904499000"));
        assertThat(both.v1().get(targets + target).at("/destination_0/target").asText())
                .isEqualTo("+84904499000");
        assertThat(both.v1().get(targets + target).at("/destination_1/target").asText())
                .isEqualTo(V1.number(3, "99000"));

        both.v3().run(campaign, "start");
        eventually(() -> assertThat(both.v1().get(targets + lead).path("status").asText())
                .isEqualTo("done"));
        assertThat(both.v1().get(targets + lead).path("try_count_0").asInt()).isEqualTo(1);
        assertThat(both.v3().get("/v3/lead/" + lead).path("called_count").asInt())
                .isEqualTo(1);
        assertThat(both.v3().get("/v3/lead/" + lead).path("status").asText()).isEqualTo("ANSWERED");

        both.v1().delete(targets + lead);
        assertRefused(both.v3().api().get("/v3/lead/" + lead), 404, "Not Found");
        both.v3().api().delete("/v3/lead/" + target);
        assertRefused(both.v1().api().get("/v1.0" + targets + target), 404, "OUTDIAL_TARGET_NOT_FOUND");
    }

    @Test
    void maskedNumbersAreMaskedInBothDialects() {
        Both both = client();
        String campaign = both.v3().campaign("masked", "enable_encrypt", true);
        String list = both.v3().list(campaign);
        String lead = both.v3().lead(list, "0901199000");
        String target = both.v1().target(list, V1.number(2, "99000"), V1.number(3, "99000"));
        both.v1()
                .post(
                        "/outdials/" + list + "/targets",
                        Api.object(
                                "destination_0",
                                V1.tel(V1.number(4, "99000")),
                                "data",
                                "{\"x\":\"0900 499 000\",\"y\":[84900499000,\"+84900499000\"],\"z\":\"0903\"}"));
        both.v3().run(campaign, "start");
        eventually(() -> assertThat(both.v1().calls(campaign))
                .hasSize(3)
                .allSatisfy(call -> assertThat(call.path("status").asText()).isEqualTo("done")));

        List<JsonNode> everything = List.of(
                both.v3().get("/v3/lead/" + lead),
                both.v3().get("/v3/lead/" + target),
                both.v3().get("/v3/lead?list_uuid=" + list),
                both.v1().get("/outdials/" + list + "/targets"),
                both.v1().get("/outdials/" + list + "/targets/" + lead),
                both.v1().get("/outdials/" + list + "/targets/" + target),
                both.v1().get("/campaigncalls"),
                both.v1().get("/campaigns/" + campaign + "/campaigncalls"));

        assertThat(everything)
                .allSatisfy(document -> assertThat(document.toString())
                        .contains("*****")
                        .doesNotContain("1199000", "0299000", "0399000", "499 000", "0499000"));
        assertThat(everything.get(0).path("phone_number").asText()).isEqualTo("090*****00");
        assertThat(everything.get(4).at("/destination_0/target").asText()).isEqualTo("+84*******00");
        assertThat(both.v1().journal(campaign).calls())
                .extracting(call -> call.to())
                .containsExactlyInAnyOrder("+84901199000", V1.number(2, "99000"), V1.number(4, "99000"));
        both.echoThroughV3(campaign);
        Api.Answer echo = both.v3().api().put("/v3/lead/" + target, both.v3().get("/v3/lead/" + target));
        assertThat(echo.status()).as(echo.toString()).isEqualTo(200);
        both.v3().change(campaign, "enable_encrypt", false);
        assertThat(both.v3().get("/v3/lead/" + target).path("phone_number").asText())
                .isEqualTo(V1.number(2, "99000"));
    }
}
