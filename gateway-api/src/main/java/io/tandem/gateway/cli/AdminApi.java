package io.tandem.gateway.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.tandem.gateway.http.Mapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A gateway's {@code /admin}, over HTTP. Everything that goes wrong is a {@link CommandFailure} with a sentence. */
final class AdminApi {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String url;
    private final String token;
    private final ObjectMapper mapper = Mapper.create();
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    AdminApi(String url, String token) {
        this.url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        this.token = token;
    }

    ObjectMapper mapper() {
        return mapper;
    }

    /**
     * @param path below {@code /admin}, beginning with a slash
     * @param body null for none
     */
    JsonNode call(String method, String path, @Nullable JsonNode body) {
        HttpRequest.BodyPublisher sent = body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body.toString());
        HttpResponse<String> answer;
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/admin" + path))
                    .timeout(PATIENCE)
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .method(method, sent)
                    .build();
            answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(
                    "\"" + url + "\" is no address of a gateway; it looks like http://localhost:8080.");
        } catch (IOException e) {
            throw new CommandFailure("No gateway answers at " + url + "; is \"tandem serve\" running there?");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted.");
        }
        JsonNode document = read(answer.body());
        if (answer.statusCode() == 401) {
            throw new CommandFailure("The gateway refuses the operator token: give the one it was started with as"
                    + " TANDEM_OPERATOR_TOKEN or with --token. (A gateway started without one has no /admin.)");
        }
        if (answer.statusCode() >= 400) {
            String detail = document.path("detail").asText("");
            throw new CommandFailure(
                    "The gateway refuses: " + (detail.isEmpty() ? "status " + answer.statusCode() : detail) + ".");
        }
        return document;
    }

    private JsonNode read(String body) {
        try {
            return mapper.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
