package io.tandem.tests.voipbin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.tests.Api;
import io.tandem.tests.Database;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What agents may do and how their log-ins end. (section 1.9) */
abstract class AgentRightsContract extends V1Contract {

    AgentRightsContract(Database database) {
        super(database);
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

    /** Permission 0 opens nothing but what is one's own. */
    @Test
    void anAgentWithoutAnyPermissionKnowsItselfAndSetsItsStatus() {
        V1 v1 = client();
        String username = username();
        String own = id(v1.post("/agents", agent(username, 0)));
        Api agent = loggedIn(username, "pw");

        Api.Answer set = agent.put("/v1.0/agents/" + own + "/status", Api.object("status", "available"));
        Api.Answer me = agent.get("/v1.0/me");

        assertThat(set.status()).as(set.toString()).isEqualTo(200);
        assertThat(me.status()).as(me.toString()).isEqualTo(200);
        assertThat(me.json()).isEqualTo(v1.get("/agents/" + own));
        for (Api.Answer refused : List.of(
                agent.put("/v1.0/agents/" + v1.availableAgent() + "/status", Api.object("status", "away")),
                agent.get("/v1.0/agents/" + own),
                agent.get("/v1.0/campaigns"),
                agent.get("/v1.0/accesskeys"))) {
            assertRefused(refused, 403, "PERMISSION_DENIED");
        }
    }

    /** A key is the tenant's: it outlives the agent who made it, and is somebody all the same. (1.3; section 3, "me") */
    @Test
    void anAccessKeyOutlivesItsMaker() {
        V1 v1 = client();
        JsonNode first = v1.list("/agents").get(0);
        String username = username();
        String maker = id(v1.post("/agents", agent(username, 32)));
        String key = loggedIn(username, "pw")
                .post("/v1.0/accesskeys", Api.object("name", "x", "expire", 86400))
                .text("/token");
        Api byKey = gateway.running().api().withHeader("Authorization", "Bearer " + key);
        assertThat(byKey.get("/v1.0/me").text("/id")).isEqualTo(maker);

        v1.delete("/agents/" + maker);

        Api.Answer me = byKey.get("/v1.0/me");
        assertThat(me.status()).as(me.toString()).isEqualTo(200);
        assertThat(me.json()).isEqualTo(v1.get("/agents/" + id(first)));
        assertThat(byKey.get("/v1.0/campaigns").status()).isEqualTo(200);
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
        assertThat(v1.list("/agents")).extracting(AgentRightsContract::id).doesNotContain(agent);
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
                        () -> byKey.delete("/v1.0/agents/" + agent).status(), sender -> new Thread(sender).start()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).containsExactlyInAnyOrder(200, 409);
    }

    private static String id(JsonNode made) {
        return made.path("id").asText();
    }
}
