package io.tandem.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.campaigns.model.Agent;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.Ids;
import io.tandem.campaigns.ports.ObjectStore;
import io.tandem.campaigns.ports.Transactions;
import io.tandem.gateway.security.Logins;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A gateway of a test class's own: any free port, a database in memory, an operator. */
public final class TestGateway implements BeforeAllCallback, AfterAllCallback {

    public static final String OPERATOR = "test-operator";

    private final Map<String, String> environment = new LinkedHashMap<>();
    private @Nullable Gateway gateway;

    private TestGateway(String rateLimits) {
        environment.put("TANDEM_PORT", "0");
        environment.put("TANDEM_DB_URL", "jdbc:h2:mem:" + UUID.randomUUID());
        environment.put("TANDEM_OPERATOR_TOKEN", OPERATOR);
        environment.put("TANDEM_RATE_LIMITS", rateLimits);
    }

    public static TestGateway unlimited() {
        return new TestGateway("off");
    }

    public static TestGateway limited() {
        return new TestGateway("on");
    }

    public TestGateway with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        gateway = Gateway.start(Settings.of(environment));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        running().close();
    }

    public Gateway running() {
        if (gateway == null) {
            throw new IllegalStateException("not started");
        }
        return gateway;
    }

    public Http http() {
        return new Http(running().url());
    }

    /** A tenant and the secrets that its creation showed. */
    public record Tenant(TenantId id, JsonNode keys) {

        public String apiKey() {
            return keys.at("/autocall/api_key").asText();
        }

        public String username() {
            return keys.at("/voipbin/username").asText();
        }

        public String password() {
            return keys.at("/voipbin/password").asText();
        }

        public String accessKey() {
            return keys.at("/voipbin/accesskey").asText();
        }
    }

    /** Makes a tenant through {@code /admin}. */
    public Tenant tenant() {
        JsonNode keys = http().post("/admin/tenants", "{\"name\":\"test\"}", Http.bearer(OPERATOR))
                .json();
        return new Tenant(TenantId.of(keys.path("tenant_id").asText()), keys);
    }

    /** Logs in to the VoIPbin front-end. */
    public String jwt(String username, String password) {
        return http().post("/auth/login", login(username, password)).at("/token");
    }

    public String autocallToken(Tenant tenant) {
        return http().post("/v3/auth/token", "{\"api_key\":\"" + tenant.apiKey() + "\"}")
                .at("/token");
    }

    public static String login(String username, String password) {
        return "{\"username\":\"" + username + "\",\"password\":\"" + password + "\"}";
    }

    /** Makes an agent who can log in with the password {@code agent-password}. */
    public Agent agent(Tenant tenant, int permission) {
        Agent admin = agents(tenant).get(0);
        Agent agent = admin.with(change -> {
            UUID id = running().context().getBean(Ids.class).next();
            change.id(id).username("agent-" + id + "@test").permission(permission);
        });
        change(tenant, () -> agentStore().insert(agent));
        Logins logins = running().context().getBean(Logins.class);
        logins.open(agent, logins.hash(agent.username(), "agent-password"));
        return agent;
    }

    public void delete(Tenant tenant, Agent agent) {
        change(tenant, () -> agentStore().update(agent.withDeleted(agent.created())));
    }

    public List<Agent> agents(Tenant tenant) {
        return running()
                .context()
                .getBean(Transactions.class)
                .inTenant(tenant.id(), () -> agentStore().page(tenant.id(), io.tandem.campaigns.ports.Page.first(10)));
    }

    private void change(Tenant tenant, Runnable work) {
        running().context().getBean(Transactions.class).inTenant(tenant.id(), work);
    }

    private ObjectStore<Agent> agentStore() {
        return running().context().getBean(TestStores.class).agents();
    }
}
