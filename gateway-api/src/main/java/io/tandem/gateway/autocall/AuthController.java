package io.tandem.gateway.autocall;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.tandem.campaigns.ports.Credential;
import io.tandem.campaigns.service.Failure;
import io.tandem.campaigns.service.Failure.Violation;
import io.tandem.gateway.http.Json;
import io.tandem.gateway.http.JsonBodies;
import io.tandem.gateway.security.Open;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** {@code POST /v3/auth/token} and {@code POST /v3/auth} with its v1 twin. (autocall-v3.md, 1.3; D1, D3, D28) */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class AuthController {

    private final AutocallTokens tokens;

    AuthController(AutocallTokens tokens) {
        this.tokens = tokens;
    }

    record Token(
            @JsonProperty("client_id") String clientId,
            @JsonProperty("domain_uuid") String domain,
            @JsonProperty("expired_in") long expiredIn,
            @JsonProperty("refresh_token") String refreshToken,
            String token,
            @JsonProperty("token_type") String type,
            @JsonProperty("user_id") String user) {}

    record User(
            @JsonProperty("user_uuid") String user,
            @JsonProperty("domain_uuid") String domain,
            String username,
            @JsonProperty("api_key") String apiKey,
            @JsonProperty("user_enabled") String enabled,
            String level) {}

    record Wrapped(User data) {}

    @Open(login = true)
    @Post("/v3/auth/token")
    HttpResponse<Token> token(@Json(optional = true) ObjectNode body) {
        String apiKey = texts(body, "api_key").get(0);
        AutocallTokens.Issued issued = tokens.issue(apiKey);
        Credential key = issued.key();
        return unstored(new Token(
                key.id().toString(),
                key.tenant().toString(),
                AutocallTokens.LIFE.toSeconds(),
                "",
                issued.token(),
                "Bearer",
                user(key)));
    }

    @Open(login = true)
    @Post(uris = {"/v3/auth", "/v1/auth"})
    HttpResponse<Wrapped> login(@Json(optional = true) ObjectNode body) {
        List<String> pair = texts(body, "username", "password");
        AutocallTokens.LoggedIn user = tokens.login(pair.get(0), pair.get(1));
        Credential login = user.login();
        return unstored(new Wrapped(
                new User(user(login), login.tenant().toString(), login.name(), user.apiKey(), "true", "admin")));
    }

    private static <T> HttpResponse<T> unstored(T body) {
        return HttpResponse.ok(body).header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private static String user(Credential credential) {
        UUID owner = credential.owner();
        return (owner == null ? credential.id() : owner).toString();
    }

    /** The required texts, in order; or every violation in the wording of the vendor's validator. */
    private static List<String> texts(ObjectNode body, String... fields) {
        List<String> texts = new ArrayList<>();
        List<Violation> violations = new ArrayList<>();
        for (String field : fields) {
            JsonNode value = body.get(field);
            if (value == null) {
                violations.add(new Violation("(root)", field + " is required"));
            } else if (!value.isTextual()) {
                violations.add(
                        new Violation(field, "Invalid type. Expected: string, given: " + JsonBodies.typeOf(value)));
            } else {
                texts.add(value.textValue());
            }
        }
        if (!violations.isEmpty()) {
            throw new Failure.Invalid(violations);
        }
        return texts;
    }
}
