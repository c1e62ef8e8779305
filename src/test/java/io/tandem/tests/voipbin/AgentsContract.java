package io.tandem.tests.voipbin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.tests.Api;
import io.tandem.tests.Database;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Making, finding and changing agents. (section 1.9) */
abstract class AgentsContract extends V1Contract {

    AgentsContract(Database database) {
        super(database);
    }

    @Test
    void anAgentIsMadeOfflineWithItsLogIn() {
        V1 v1 = client();
        String username = username();
        String tag = v1.tag();

        JsonNode made = v1.post(
                "/agents",
                Api.object(
                        "username",
                        username,
                        "password",
                        "secret-word",
                        "name",
                        "Agent 1",
                        "detail",
                        "d",
                        "ring_method",
                        "linear",
                        "permission",
                        16,
                        "tag_ids",
                        List.of(tag),
                        "addresses",
                        List.of(Map.of("type", "extension", "target", "1001"))));

        assertThat(made.toString()).doesNotContain("password", "secret-word");
        assertThat(made.path("status").asText()).isEqualTo("offline");
        assertThat(made.path("permission").asInt()).isEqualTo(16);
        assertThat(made.path("customer_id").asText()).isEqualTo(v1.tenant().id().toString());
        assertThat(made.at("/tag_ids/0").asText()).isEqualTo(tag);
        assertThat(made.at("/addresses/0/target").asText()).isEqualTo("1001");
        assertThat(v1.get("/agents/" + id(made))).isEqualTo(made);
        assertThat(loggedIn(username, "secret-word").get("/v1.0/me").json()).isEqualTo(made);
    }

    @Test
    void aUserNameIsOneWithinItsTenantWhateverItsCase() {
        V1 v1 = client();
        String username = username();
        v1.post("/agents", agent(username, 16));

        Api.Answer second = v1.api().post("/v1.0/agents", agent(username.toUpperCase(Locale.ROOT), 16));

        assertRefused(second, 409, "STATE_INVALID");
        assertThat(second.text("/error/status")).isEqualTo("ALREADY_EXISTS");
        assertThat(v1.list("/agents")).hasSize(2);
    }

    @Test
    void anotherTenantsUserNameIsNobodysBusiness() {
        V1 one = client();
        V1 other = client();
        String username = username();

        JsonNode here = one.post("/agents", agent(username, 16).put("password", "here"));
        JsonNode there = other.post("/agents", agent(username, 16).put("password", "there"));

        assertThat(loggedIn(username, "here").get("/v1.0/me").json()).isEqualTo(here);
        assertThat(loggedIn(username, "there").get("/v1.0/me").json()).isEqualTo(there);
        assertThat(login(username, "nowhere").status()).isEqualTo(400);
        other.put("/agents/" + id(there) + "/password", "password", "here");
        assertThat(login(username, "here").status())
                .as("nobody may choose the house")
                .isEqualTo(400);
        assertThat(login(username, "there").status()).isEqualTo(400);
        other.delete("/agents/" + id(there));
        assertThat(loggedIn(username, "here").get("/v1.0/me").json()).isEqualTo(here);
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
        String red = v1.tag();
        String blue = v1.tag();
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
        String tag = v1.tag();

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

    private static String id(JsonNode made) {
        return made.path("id").asText();
    }

    private static List<String> ids(List<JsonNode> rows) {
        return rows.stream().map(AgentsContract::id).toList();
    }
}
