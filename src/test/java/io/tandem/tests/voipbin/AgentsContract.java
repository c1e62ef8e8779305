package io.tandem.tests.voipbin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.tests.Api;
import io.tandem.tests.Database;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Agents and their log-ins. (section 1.9) */
abstract class AgentsContract extends V1Contract {

    AgentsContract(Database database) {
        super(database);
    }

    @Test
    void anAgentIsMadeOfflineWithItsLogIn() {
        V1 v1 = client();
        String username = username();

        JsonNode made = v1.post(
                "/agents",
                Api.object(
                        "username", username,
                        "password", "secret-word",
                        "name", "Agent 1",
                        "detail", "d",
                        "ring_method", "linear",
                        "permission", 16,
                        "tag_ids", List.of("9f1c7a52-0d1e-4c7b-8a55-6d2f3b1e0c11"),
                        "addresses", List.of(Map.of("type", "extension", "target", "1001"))));

        assertThat(made.toString()).doesNotContain("password", "secret-word");
        assertThat(made.path("status").asText()).isEqualTo("offline");
        assertThat(made.path("permission").asInt()).isEqualTo(16);
        assertThat(made.path("customer_id").asText()).isEqualTo(v1.tenant().id().toString());
        assertThat(made.at("/tag_ids/0").asText()).isEqualTo("9f1c7a52-0d1e-4c7b-8a55-6d2f3b1e0c11");
        assertThat(made.at("/addresses/0/target").asText()).isEqualTo("1001");
        assertThat(v1.get("/agents/" + id(made))).isEqualTo(made);
        assertThat(loggedIn(username, "secret-word").get("/v1.0/me").json()).isEqualTo(made);
    }

    @Test
    void aUserNameIsOneOverAllTenants() {
        V1 v1 = client();
        String username = username();
        client().post("/agents", agent(username, 16));

        Api.Answer second = v1.api().post("/v1.0/agents", agent(username.toUpperCase(Locale.ROOT), 16));

        assertRefused(second, 409, "STATE_INVALID");
        assertThat(second.text("/error/status")).isEqualTo("ALREADY_EXISTS");
        assertThat(v1.list("/agents")).hasSize(1);
    }

    @Test
    void refusesWhatAnAgentCannotBe() {
        V1 v1 = client();

        for (Object body : List.of(
                Api.object("password", "p"),
                Api.object("username", " ", "password", "p"),
                Api.object("username", username()),
                Api.object("username", username(), "password", "p", "permission", 1),
                Api.object("username", username(), "password", "p", "ring_method", "loop"))) {
            assertRefused(v1.api().post("/v1.0/agents", body), 400, "INVALID_ARGUMENT");
        }
        assertThat(v1.list("/agents")).hasSize(1);
    }

    @Test
    void theListIsFilteredByTagsAndStatusAndPaged() {
        V1 v1 = client();
        String red = UUID.randomUUID().toString();
        String blue = UUID.randomUUID().toString();
        String one = v1.availableAgent(red);
        String two = v1.availableAgent(red, blue);
        String three = v1.availableAgent(blue);
        v1.put("/agents/" + two + "/status", "status", "away");

        assertThat(ids(v1.list("/agents?tag_ids=" + red))).containsExactly(two, one);
        assertThat(ids(v1.list("/agents?tag_ids=" + red + "," + blue))).containsExactly(three, two, one);
        assertThat(ids(v1.list("/agents?status=available"))).containsExactly(three, one);
        assertThat(ids(v1.list("/agents?status=away&tag_ids=" + blue))).containsExactly(two);
        assertThat(v1.list("/agents")).hasSize(4);
        JsonNode page = v1.get("/agents?page_size=1&tag_ids=" + red);
        assertThat(page.at("/result/0/id").asText()).isEqualTo(two);
        String token = page.path("next_page_token").asText().replace(" ", "%20");
        assertThat(ids(v1.list("/agents?page_size=1&tag_ids=" + red + "&page_token=" + token)))
                .containsExactly(one);
        assertRefused(v1.api().get("/v1.0/agents?status=asleep"), 400, "INVALID_REQUEST_PARAMETER");
        assertRefused(v1.api().get("/v1.0/agents?tag_ids=red"), 400, "INVALID_REQUEST_PARAMETER");
    }

    @Test
    void everyPartOfAnAgentChangesByItsOwnRoute() {
        V1 v1 = client();
        String agent = v1.availableAgent();
        String tag = UUID.randomUUID().toString();

        v1.put("/agents/" + agent, "name", "n", "ring_method", "linear");
        v1.put("/agents/" + agent + "/tag_ids", "tag_ids", List.of(tag));
        v1.put("/agents/" + agent + "/addresses", "addresses", List.of(V1.tel(V1.SOURCE)));
        v1.put("/agents/" + agent + "/permission", "permission", 64);
        v1.put("/agents/" + agent + "/status", "status", "busy");

        JsonNode read = v1.get("/agents/" + agent);
        assertThat(read.path("name").asText()).isEqualTo("n");
        assertThat(read.path("ring_method").asText()).isEqualTo("linear");
        assertThat(read.at("/tag_ids/0").asText()).isEqualTo(tag);
        assertThat(read.at("/addresses/0/target").asText()).isEqualTo(V1.SOURCE);
        assertThat(read.path("permission").asInt()).isEqualTo(64);
        assertThat(read.path("status").asText()).isEqualTo("busy");
        assertRefused(
                v1.api().put("/v1.0/agents/" + agent + "/status", Api.object("status", "x")), 400, "INVALID_ARGUMENT");
    }

    @Test
    void anAgentMaySetItsOwnStatusAndNothingElse() {
        V1 v1 = client();
        String username = username();
        String own = id(v1.post("/agents", agent(username, 16)));
        String other = v1.availableAgent();
        Api agent = loggedIn(username, "pw");

        Api.Answer set = agent.put("/v1.0/agents/" + own + "/status", Api.object("status", "available"));

        assertThat(set.status()).as(set.toString()).isEqualTo(200);
        assertThat(v1.get("/agents/" + own).path("status").asText()).isEqualTo("available");
        for (Api.Answer refused : List.of(
                agent.put("/v1.0/agents/" + other + "/status", Api.object("status", "away")),
                agent.put("/v1.0/agents/" + own + "/permission", Api.object("permission", 32)),
                agent.put("/v1.0/agents/" + own + "/password", Api.object("password", "p")),
                agent.get("/v1.0/agents"),
                agent.get("/v1.0/agents/" + own),
                agent.delete("/v1.0/agents/" + other))) {
            assertRefused(refused, 403, "PERMISSION_DENIED");
        }
        assertThat(v1.get("/agents/" + other).path("status").asText()).isEqualTo("available");
    }

    @Test
    void aNewPasswordTakesTheOldOnesPlace() {
        V1 v1 = client();
        String username = username();
        String agent = id(v1.post("/agents", agent(username, 16)));

        v1.put("/agents/" + agent + "/password", "password", "new");

        assertThat(login(username, "pw").status()).isEqualTo(400);
        assertThat(login(username, "new").status()).isEqualTo(200);
    }

    @Test
    void aDeletedAgentIsOutAtOnceAndItsUserNameFree() {
        V1 v1 = client();
        String username = username();
        String agent = id(v1.post("/agents", agent(username, 64)));
        Api asAgent = loggedIn(username, "pw");

        v1.delete("/agents/" + agent);

        assertRefused(asAgent.get("/v1.0/campaigns"), 401, "INVALID_CREDENTIALS");
        assertThat(login(username, "pw").status()).isEqualTo(400);
        assertThat(ids(v1.list("/agents"))).doesNotContain(agent);
        client().post("/agents", agent(username, 16));
        assertThat(login(username, "pw").status()).isEqualTo(200);
    }

    @Test
    void theLastAdminStays() {
        V1 v1 = client();
        String admin = id(v1.list("/agents").get(0));
        v1.availableAgent();

        assertRefused(v1.api().delete("/v1.0/agents/" + admin), 409, "STATE_INVALID");
        assertRefused(
                v1.api().put("/v1.0/agents/" + admin + "/permission", Api.object("permission", 64)),
                409,
                "STATE_INVALID");

        v1.post("/agents", agent(username(), 32));
        v1.put("/agents/" + admin + "/permission", "permission", 64);
        assertRefused(v1.api().get("/v1.0/agents"), 403, "PERMISSION_DENIED");
    }

    @Test
    void ofTwoAdminsWhoGoAtOnceOneStays() {
        V1 v1 = client();
        String first = id(v1.list("/agents").get(0));
        String second = id(v1.post("/agents", agent(username(), 32)));
        String key = v1.tenant().keys().at("/voipbin/accesskey").asText();
        Api byKey = gateway.running().api().withHeader("Authorization", "Bearer " + key);

        List<Integer> answers = List.of(first, second).stream()
                .map(agent -> CompletableFuture.supplyAsync(
                        () -> byKey.delete("/v1.0/agents/" + agent).status()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void anotherTenantsAgentIsNotThere() {
        String agent = client().availableAgent();
        Api stranger = client().api();

        assertRefused(stranger.get("/v1.0/agents/" + agent), 404, "RESOURCE_NOT_FOUND");
        assertRefused(
                stranger.put("/v1.0/agents/" + agent + "/status", Api.object("status", "away")),
                404,
                "RESOURCE_NOT_FOUND");
        assertRefused(
                stranger.put("/v1.0/agents/" + agent + "/password", Api.object("password", "p")),
                404,
                "RESOURCE_NOT_FOUND");
        assertRefused(stranger.delete("/v1.0/agents/" + agent), 404, "RESOURCE_NOT_FOUND");
    }

    private static String username() {
        return "agent-" + UUID.randomUUID() + "@example.com";
    }

    private static Object agent(String username, int permission) {
        return Api.object("username", username, "password", "pw", "permission", permission);
    }

    private static String id(JsonNode made) {
        return made.path("id").asText();
    }

    private static List<String> ids(List<JsonNode> rows) {
        return rows.stream().map(AgentsContract::id).toList();
    }

    private Api loggedIn(String username, String password) {
        return gateway.running()
                .api()
                .withHeader(
                        "Authorization",
                        "Bearer " + login(username, password).text("/token"));
    }

    private Api.Answer login(String username, String password) {
        return gateway.running().api().post("/auth/login", Api.object("username", username, "password", password));
    }
}
