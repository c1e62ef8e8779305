package io.tandem.tests.autocall;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.tests.Api;
import io.tandem.tests.Database;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ids, bodies, paths and methods that are none: always the contract's own shape, never a 5xx. (D5, D6, D34) */
abstract class HostileBodiesContract extends AutocallContract {

    private static final String BAD_REQUEST = "Bad Request";

    private Map<String, String> routes = Map.of();

    HostileBodiesContract(Database database) {
        super(database);
    }

    @BeforeEach
    void makeOneOfEach() {
        String campaign = v3.campaign("a");
        String list = v3.list(campaign);
        String lead = v3.lead(list, "0349719999");
        routes = Map.of(
                "/v3/campaign",
                "POST",
                "/v3/campaign/" + campaign,
                "PUT",
                "/v3/campaign/" + campaign + "/active",
                "PATCH",
                "/v3/list",
                "POST",
                "/v3/list/" + list + "/active",
                "PATCH",
                "/v3/lead",
                "POST",
                "/v3/lead/multi",
                "POST",
                "/v3/lead/" + lead,
                "PUT",
                "/v3/auth/token",
                "POST",
                "/v3/auth",
                "POST");
    }

    @Test
    void refusesWhatIsNoCleanJson() {
        for (String body : List.of(
                "{",
                "nonsense",
                "{\"a\":1,}",
                "{\"a\":1}}",
                "{'a':1}",
                "{\"a\":NaN}",
                "{\"campaign_name\":\"x\",\"campaign_name\":\"y\",\"type\":\"autocall\"}",
                "{\"mine\":{\"x\":1,\"x\":2}}",
                "{\"campaign_name\":\"a\\u0000b\",\"type\":\"autocall\"}",
                "{\"a\\u0000b\":1}",
                "{\"lead_name\":\"\\ud800\"}",
                "{\"concurrent_call\":1e999999999}")) {
            routes.forEach((path, method) -> assertError(api.send(method, path, body), 400, BAD_REQUEST));
        }
    }

    @Test
    void refusesWhatIsNoObject() {
        routes.forEach((path, method) -> {
            assertViolations(api.send(method, path, "[]"), "(root)", "Invalid type. Expected: object, given: array");
            assertViolations(api.send(method, path, "null"), "(root)", "Invalid type. Expected: object, given: null");
        });
    }

    @Test
    void refusesOtherContentTypes() {
        for (String type : List.of("text/plain", "application/xml", "application/x-www-form-urlencoded")) {
            Api other = api.withHeader("Content-Type", type);
            routes.forEach(
                    (path, method) -> assertError(other.send(method, path, "{}"), 415, "Unsupported Media Type"));
        }
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        String body = "{\"description\":\"" + "x".repeat(11 << 20) + "\"}";

        assertError(api.post("/v3/campaign", body), 413, "Request Entity Too Large");
    }

    @Test
    void refusesABodyThatIsTooDeep() {
        for (int depth : new int[] {1_000, 100_000}) {
            String body = "{\"campaign_name\":\"deep\",\"type\":\"autocall\",\"mine\":" + "[".repeat(depth)
                    + "]".repeat(depth) + "}";
            routes.forEach((path, method) -> assertError(api.send(method, path, body), 400, BAD_REQUEST));
        }
    }

    /** The deepest document that is taken is kept, shown and taken back; one level more is refused. */
    @Test
    void keepsADeepValueOrRefusesIt() {
        for (int depth = 990; depth < 1_001; depth++) {
            String value = "[".repeat(depth) + "]".repeat(depth);
            String body = "{\"campaign_name\":\"deep " + depth + "\",\"type\":\"autocall\",\"mine\":" + value + "}";

            Api.Answer made = api.post("/v3/campaign", body);

            assertThat(made.status()).as("depth %s: %s", depth, made).isIn(201, 400);
            if (made.status() == 201) {
                Api.Answer shown = api.get("/v3/campaign/" + made.text("/campaign_uuid"));
                assertThat(shown.status()).as("depth %s: %s", depth, shown).isEqualTo(200);
                assertThat(shown.body()).contains(value);
                Api.Answer back = api.put("/v3/campaign/" + made.text("/campaign_uuid"), shown.body());
                assertThat(back.status()).as("depth %s: %s", depth, back).isEqualTo(200);
            }
        }
    }

    @Test
    void findsNothingUnderAnIdThatIsNone() {
        for (String id : List.of("xyz", "1", "00000000-0000-0000-0000-000000000000", UNKNOWN_ID + "0", "%00")) {
            for (String path : List.of("/v3/campaign/", "/v3/list/", "/v3/lead/")) {
                assertError(api.get(path + id), 404, NOT_FOUND);
                assertError(api.delete(path + id), 404, NOT_FOUND);
            }
            ObjectNode lead = Api.object("phone_number", "0349719999");
            assertError(api.put("/v3/lead/" + id, lead), 404, NOT_FOUND);
            assertError(api.patch("/v3/list/" + id + "/active", Api.object("active", true)), 404, NOT_FOUND);
            assertError(api.patch("/v3/campaign/" + id + "/active", Api.object("active", true)), 404, NOT_FOUND);
            assertError(api.post("/v1/campaign/" + id + "/run/start", "{}"), 404, NOT_FOUND);
        }
    }

    @Test
    void namesTheFieldOfAnIdThatIsNone() {
        String tooShort = "String length must be greater than or equal to 36";
        String campaign = v3.campaign("b");

        assertViolations(
                api.post("/v3/list", Api.object("campaign_uuid", "x", "list_name", "l")), "campaign_uuid", tooShort);
        assertViolations(v3.edit(campaign, "carrier_uuid", "x"), "carrier_uuid", tooShort);
        assertViolations(v3.edit(campaign, "template_uuid", "x"), "template_uuid", tooShort);
        assertNames(v3.edit(campaign, "carrier_uuid", "z".repeat(36)), "carrier_uuid");
        assertNames(api.post("/v3/list", Api.object("campaign_uuid", UNKNOWN_ID, "list_name", "l")), "campaign_uuid");
    }

    @Test
    void knowsItsPathsAndMethods() {
        assertError(api.get("/v3/nothing"), 404, NOT_FOUND);
        assertError(api.post("/v3/campaign/" + UNKNOWN_ID + "/run/jump", "{}"), 404, NOT_FOUND);
        assertError(api.delete("/v3/campaign"), 405, "Method Not Allowed");
        assertError(api.post("/v3/campaign/" + UNKNOWN_ID, "{}"), 405, "Method Not Allowed");
        assertError(api.get("/v1/campaign/" + UNKNOWN_ID + "/run/start"), 405, "Method Not Allowed");
    }
}
