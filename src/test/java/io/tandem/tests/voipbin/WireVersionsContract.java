package io.tandem.tests.voipbin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.tests.Api;
import io.tandem.tests.Database;
import io.tandem.tests.TenantUnderTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The cases of section 6 that look otherwise in the two wire versions, in both. (versions table) */
abstract class WireVersionsContract extends DialledContract {

    WireVersionsContract(Database database) {
        super(database);
    }

    /** How a version writes what the other writes otherwise. */
    enum Version {
        OLD("2022-10", "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{6}"),
        NEW("2026-08", "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");

        final String header;
        final String time;

        Version(String header, String time) {
            this.header = header;
            this.time = time;
        }

        V1 of(V1 client) {
            return new V1(client.tenant(), client.api().withHeader("VoIPbin-Version", header));
        }

        void assertNever(JsonNode time) {
            if (this == OLD) {
                assertThat(time.asText()).isEqualTo(V1.NEVER);
            } else {
                assertThat(time.isNull()).as("%s", time).isTrue();
            }
        }

        void assertTime(JsonNode time) {
            assertThat(time.asText()).matches(this.time);
        }

        /** Never changed, never deleted. */
        void assertFresh(JsonNode object) {
            assertTime(object.path("tm_create"));
            assertNever(object.path("tm_update"));
            assertNever(object.path("tm_delete"));
        }
    }

    /** 7: access keys. */
    @ParameterizedTest
    @EnumSource
    void keys(Version version) {
        V1 v1 = version.of(client());

        JsonNode made = v1.post("/accesskeys", Api.object("name", "x", "expire", 86_400));

        version.assertFresh(made);
        version.assertTime(made.path("tm_expire"));
        assertThat(v1.get("/accesskeys/" + made.path("id").asText()).has("token"))
                .isFalse();
    }

    /** 11, 12, 23 and 28: campaigns. */
    @ParameterizedTest
    @EnumSource
    void campaigns(Version version) {
        V1 v1 = version.of(client());
        String outdial = v1.outdial();

        JsonNode made = v1.post(
                "/campaigns",
                Api.object(
                        "name",
                        "n",
                        "type",
                        "call",
                        "outdial_id",
                        outdial,
                        "actions",
                        List.of(Map.of("type", "talk"))));
        String path = "/campaigns/" + made.path("id").asText();

        version.assertFresh(made);
        JsonNode action = made.at("/actions/0");
        assertThat(action.has("tm_execute")).isEqualTo(version == Version.NEW);
        assertThat(v1.get("/outdials/" + outdial).path("campaign_id")).isEqualTo(made.path("id"));
        version.assertTime(v1.put(path, "name", "other").path("tm_update"));
        version.assertTime(v1.delete(path).path("tm_delete"));
    }

    /** 13: the order of the deployed server. */
    @ParameterizedTest
    @EnumSource
    void outdialsOfCampaigns(Version version) {
        V1 v1 = version.of(client());
        String campaign = v1.campaign();

        JsonNode outdial = v1.post("/outdials", Api.object("name", "o", "campaign_id", campaign));
        v1.put(
                "/campaigns/" + campaign + "/resource_info",
                "outdial_id",
                outdial.path("id").asText());

        version.assertFresh(outdial);
        assertThat(v1.get("/campaigns/" + campaign).path("outdial_id")).isEqualTo(outdial.path("id"));
        assertThat(v1.get("/outdials/" + outdial.path("id").asText())
                        .path("campaign_id")
                        .asText())
                .isEqualTo(campaign);
    }

    /** 31 and 32: outplans and the addresses in them. */
    @ParameterizedTest
    @EnumSource
    void outplans(Version version) {
        V1 v1 = version.of(client());

        JsonNode made = v1.post(
                "/outplans",
                Api.object("name", "p", "source", V1.tel(V1.SOURCE), "dial_timeout", 30_000, "try_interval", 60_000));

        version.assertFresh(made);
        assertThat(made.path("dial_timeout").asInt()).isEqualTo(30_000);
        assertThat(made.path("try_interval").asInt()).isEqualTo(60_000);
        assertThat(names(made.path("source")))
                .isEqualTo(
                        version == Version.OLD
                                ? List.of("type", "target", "target_name", "name", "detail")
                                : List.of("type", "target"));
        for (String route : List.of("/dial_info", "/dials")) {
            JsonNode changed =
                    v1.put("/outplans/" + made.path("id").asText() + route, "source", null, "dial_timeout", 5);
            assertThat(changed.path("name").asText()).isEqualTo("p");
            version.assertTime(changed.path("tm_update"));
        }
    }

    /** 34 and 35: outdials and their targets. */
    @ParameterizedTest
    @EnumSource
    void targets(Version version) {
        V1 v1 = version.of(client());
        JsonNode outdial = v1.post("/outdials", Api.object("name", "o"));

        JsonNode target = v1.post(
                "/outdials/" + outdial.path("id").asText() + "/targets",
                Api.object("destination_0", Map.of("target", "+15559876543")));

        version.assertFresh(outdial);
        version.assertTime(target.path("tm_create"));
        assertThat(target.path("tm_update")).isEqualTo(target.path("tm_create"));
        version.assertNever(target.path("tm_delete"));
        assertThat(target.at("/destination_0/type").asText()).isEqualTo("tel");
        assertThat(target.path("destination_1").isNull()).isEqualTo(version == Version.OLD);
        assertThat(target.path("destination_1").isEmpty()).isTrue();
    }

    /** 39: the token has the form of the timestamps, and either form leads on. */
    @ParameterizedTest
    @EnumSource
    void pages(Version version) {
        V1 v1 = version.of(client());
        for (int i = 0; i < 3; i++) {
            v1.outplan();
        }

        String token = v1.get("/outplans?page_size=2").path("next_page_token").asText();

        assertThat(token).matches(version.time);
        String other = version == Version.OLD
                ? token.replace(' ', 'T') + "Z"
                : token.replace('T', ' ').replace("Z", "");
        for (String form : List.of(token, other)) {
            assertThat(v1.list("/outplans?page_size=2&page_token=" + form.replace(" ", "%20")))
                    .hasSize(1);
        }
    }

    /** 43 and 70: calls. */
    @ParameterizedTest
    @EnumSource
    void calls(Version version) {
        V1 v1 = version.of(client());
        String campaign = v1.campaign("outplan_id", v1.outplan(), "outdial_id", v1.outdial(V1.number(1, "99001")));

        v1.status(campaign, "run");

        eventually(5, () -> assertThat(v1.statusOf(campaign)).isEqualTo("stop"));
        JsonNode call = v1.calls(campaign).get(0);
        version.assertTime(call.path("tm_create"));
        version.assertTime(call.path("tm_update"));
        version.assertNever(call.path("tm_delete"));
        assertThat(call.path("destination").has("detail")).isEqualTo(version == Version.OLD);
        assertThat(v1.list("/campaigncalls")).containsExactly(call);
    }

    /** Agents differ from all others: the newer version leaves out times that never came. */
    @ParameterizedTest
    @EnumSource
    void agents(Version version) {
        V1 v1 = version.of(client());

        JsonNode made = v1.post("/agents", agent(username(), 16));

        version.assertTime(made.path("tm_create"));
        assertThat(made.has("tm_update")).isEqualTo(version == Version.OLD);
        assertThat(made.has("tm_delete")).isEqualTo(version == Version.OLD);
    }

    @Test
    void aTenantIsPinnedAndARequestMayOverrideIt() {
        TenantUnderTest pinned = gateway.running().tenant(Api.object("name", "pinned", "voipbin_version", "2026-08"));
        V1 v1 = V1.of(pinned);
        String outplan = v1.outplan();

        Version.NEW.assertFresh(v1.get("/outplans/" + outplan));
        Version.OLD.assertFresh(Version.OLD.of(v1).get("/outplans/" + outplan));
        Api.Answer unknown = v1.api().withHeader("VoIPbin-Version", "2024-01").get("/v1.0/outplans");
        assertRefused(unknown, 400, "INVALID_ARGUMENT");
        assertThat(unknown.text("/error/message")).contains("2022-10", "2026-08");
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
