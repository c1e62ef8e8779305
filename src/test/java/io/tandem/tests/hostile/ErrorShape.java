package io.tandem.tests.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.gateway.http.Dialect;
import io.tandem.tests.Api;

/** How each dialect says no. (autocall-v3.md, 1.2; voipbin-v1.md, 1.1; problem details for the rest) */
final class ErrorShape {

    private ErrorShape() {}

    static void check(Dialect dialect, String what, int status, String contentType, String body) {
        assertThat(status).as("%s: %s", what, body).isBetween(400, 499);
        assertThat(body).as(what).doesNotContain("Exception", "io.tandem", "io.micronaut", "\\n\\tat ");
        if (dialect == Dialect.VOIPBIN && body.isEmpty() && what.contains("/auth/login")) {
            return; // The one answer without a body. (1.2)
        }
        JsonNode json = Api.parse(body);
        switch (dialect) {
            case AUTOCALL -> {
                assertThat(contentType).as(what).startsWith("application/json");
                JsonNode error = json.path("error");
                assertThat(error.isTextual() && !error.asText().isEmpty() || error.isArray() && !error.isEmpty())
                        .as("%s: %s", what, body)
                        .isTrue();
                error.forEach(violation -> assertThat(violation).as(what).hasSize(1));
            }
            case VOIPBIN -> {
                assertThat(contentType).as(what).startsWith("application/json");
                assertThat(json.at("/error/status").asText()).as(body).matches("[A-Z_]+");
                assertThat(json.at("/error/reason").asText()).as(body).matches("[A-Z_]+");
                assertThat(json.at("/error/message").asText()).as(body).isNotEmpty();
                assertThat(json.at("/error/request_id").asText()).as(body).isNotEmpty();
            }
            case GATEWAY -> {
                assertThat(contentType).as(what).startsWith("application/problem+json");
                assertThat(json.path("status").asInt()).as(what).isEqualTo(status);
                assertThat(json.path("title").asText()).as(what).isNotEmpty();
            }
        }
    }

    static void check(Dialect dialect, String what, Api.Answer answer) {
        check(dialect, what, answer.status(), answer.header("Content-Type"), answer.body());
    }
}
