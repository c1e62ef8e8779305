package io.tandem.gateway.voipbin;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.tandem.campaigns.model.Agent;
import io.tandem.campaigns.ports.Credential;
import io.tandem.campaigns.ports.ObjectStore;
import io.tandem.campaigns.ports.TenantStore;
import io.tandem.campaigns.ports.Transactions;
import io.tandem.gateway.http.Json;
import io.tandem.gateway.security.Jwts;
import io.tandem.gateway.security.Logins;
import io.tandem.gateway.security.Open;
import io.tandem.gateway.voipbin.shape.AccountShapes;
import java.util.Optional;
import java.util.UUID;

/**
 * {@code POST /auth/login}: a user name and password for a JWT. Whatever is wrong, the answer is 400 without a word.
 * (voipbin-v1.md, 1.2)
 */
@Controller
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class LoginController {

    private final Logins logins;
    private final TenantStore tenants;
    private final ObjectStore<Agent> agents;
    private final Transactions transactions;
    private final Jwts jwts;

    LoginController(
            Logins logins, TenantStore tenants, ObjectStore<Agent> agents, Transactions transactions, Jwts jwts) {
        this.logins = logins;
        this.tenants = tenants;
        this.agents = agents;
        this.transactions = transactions;
        this.jwts = jwts;
    }

    record LoggedIn(String username, String token) {}

    @Open(login = true)
    @Post(uris = {"/auth/login", "/v1.0/auth/login"})
    @RequestBody(content = @Content(schema = @Schema(implementation = AccountShapes.Login.class)))
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = AccountShapes.LoggedIn.class)))
    @ApiResponse(responseCode = "400", description = "Whatever is wrong, without a word.")
    HttpResponse<?> login(@Json(lenient = true) JsonNode body) {
        String username = body.path("username").asText("");
        String password = body.path("password").asText("");
        if (username.isBlank() || password.isEmpty()) {
            return HttpResponse.badRequest();
        }
        return logins.check(Credential.Kind.VOIPBIN_LOGIN, username, password)
                .flatMap(this::agentOf)
                .<HttpResponse<?>>map(agent -> welcome(username, jwts.issue(agent)))
                .orElseGet(HttpResponse::badRequest);
    }

    private Optional<Agent> agentOf(Credential login) {
        UUID agent = login.owner();
        if (agent == null
                || tenants.find(login.tenant())
                        .filter(tenant -> !tenant.suspended())
                        .isEmpty()) {
            return Optional.empty();
        }
        return transactions.inTenant(login.tenant(), () -> agents.findLiving(login.tenant(), agent));
    }

    private static HttpResponse<LoggedIn> welcome(String username, String token) {
        return HttpResponse.ok(new LoggedIn(username, token))
                .header(
                        HttpHeaders.SET_COOKIE,
                        "token=" + token + "; Max-Age=" + Jwts.LIFE.toSeconds()
                                + "; Path=/; Secure; HttpOnly; SameSite=Strict")
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
