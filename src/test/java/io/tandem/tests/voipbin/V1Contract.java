package io.tandem.tests.voipbin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.tests.Api;
import io.tandem.tests.Database;
import java.util.UUID;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the contract classes of this package have in common: a gateway, and refusals in the envelope of section 1.1. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class V1Contract {

    @RegisterExtension
    final SharedGateway gateway;

    V1Contract(Database database) {
        this.gateway = new SharedGateway(database);
    }

    /** A client of a tenant that nobody else has. */
    V1 client() {
        return V1.of(gateway.tenant());
    }

    static String username() {
        return "agent-" + UUID.randomUUID() + "@example.com";
    }

    /** The body of a new agent with the password {@code pw}. */
    static ObjectNode agent(String username, int permission) {
        return Api.object("username", username, "password", "pw", "permission", permission);
    }

    Api loggedIn(String username, String password) {
        return gateway.running()
                .api()
                .withHeader(
                        "Authorization", "Bearer " + login(username, password).text("/token"));
    }

    Api.Answer login(String username, String password) {
        return gateway.running().api().post("/auth/login", Api.object("username", username, "password", password));
    }

    static void assertRefused(Api.Answer answer, int status, String reason) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.text("/error/reason")).as(answer.toString()).isEqualTo(reason);
        assertThat(answer.text("/error/message")).isNotEmpty();
        assertThat(answer.text("/error/request_id")).isEqualTo(answer.header("X-Request-Id"));
        assertThat(answer.header("Content-Type")).startsWith("application/json");
    }
}
