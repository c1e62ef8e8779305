package io.tandem.gateway.admin;

import static io.tandem.gateway.Http.bearer;
import static io.tandem.gateway.TestGateway.OPERATOR;
import static io.tandem.gateway.TestGateway.login;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.campaigns.model.Agent;
import io.tandem.campaigns.model.Carrier;
import io.tandem.campaigns.ports.ObjectStore;
import io.tandem.campaigns.ports.Page;
import io.tandem.campaigns.ports.Transactions;
import io.tandem.gateway.Http;
import io.tandem.gateway.TestGateway;
import io.tandem.gateway.TestStores;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TenantsTest {

    private static final String TENANTS = "/admin/tenants";

    @RegisterExtension
    static final TestGateway GATEWAY = TestGateway.unlimited();

    private final Http http = GATEWAY.http();
    private final String[] operator = bearer(OPERATOR);

    @Test
    void answersEveryCredentialOnce() {
        Http.Answer answer = http.post(TENANTS, "{\"name\":\"Acme\"}", operator);

        assertThat(answer.status()).isEqualTo(201);
        JsonNode keys = answer.json();
        assertThat(keys.path("webhook_secret").asText()).matches("whsec_[A-Za-z0-9+/]{43}=");
        assertThat(keys.path("autocall").fieldNames()).toIterable().containsExactly("api_key", "username", "password");
        assertThat(keys.path("voipbin").fieldNames()).toIterable().containsExactly("username", "password", "accesskey");
        String shown =
                http.get(TENANTS + "/" + answer.at("/tenant_id"), operator).body();
        assertThat(shown)
                .contains("\"name\":\"Acme\"")
                .doesNotContain(answer.at("/autocall/api_key"), answer.at("/voipbin/accesskey"), "whsec_", "password");
    }

    @Test
    void takesTheDocumentedDefaults() {
        JsonNode tenant = shown(GATEWAY.tenant());

        assertThat(tenant.path("zone").asText()).isEqualTo("Asia/Ho_Chi_Minh");
        assertThat(tenant.path("country").asText()).isEqualTo("VN");
        assertThat(tenant.path("voipbin_version").asText()).isEqualTo("2022-10");
        assertThat(tenant.path("callback_allow_list")).isEmpty();
        assertThat(tenant.path("allowed_countries").toString()).isEqualTo("[\"VN\"]");
        assertThat(tenant.path("caps").toString())
                .isEqualTo("{\"calls\":1000,\"cps\":null,\"leads\":10000000,\"api_rps\":200}");
        assertThat(tenant.path("suspended").asBoolean(true)).isFalse();
    }

    @Test
    void takesEveryField() {
        String body =
                "{\"name\":\"Full\",\"zone\":\"Europe/Berlin\",\"country\":\"DE\",\"voipbin_version\":\"2026-08\","
                        + "\"callback_allow_list\":[\"127.0.0.0/8\",\"fd00::/8\"],\"allowed_countries\":[\"DE\",\"AT\"],"
                        + "\"caps\":{\"calls\":10,\"cps\":5,\"leads\":100,\"api_rps\":null}}";

        String id = http.post(TENANTS, body, operator).at("/tenant_id");
        JsonNode tenant = http.get(TENANTS + "/" + id, operator).json();

        assertThat(tenant.path("zone").asText()).isEqualTo("Europe/Berlin");
        assertThat(tenant.path("voipbin_version").asText()).isEqualTo("2026-08");
        assertThat(tenant.path("callback_allow_list").toString()).isEqualTo("[\"127.0.0.0/8\",\"fd00::/8\"]");
        assertThat(tenant.path("allowed_countries").toString()).isEqualTo("[\"AT\",\"DE\"]");
        assertThat(tenant.path("caps").toString()).isEqualTo("{\"calls\":10,\"cps\":5,\"leads\":100,\"api_rps\":null}");
    }

    @Test
    void hasAPolicyThatIsOffUntilItIsSet() {
        String id = http.post(TENANTS, "{\"name\":\"policy\"}", operator).at("/tenant_id");
        assertThat(policy(id)).isEqualTo("{\"quiet_hours\":[],\"attempts_per_number_and_day\":null}");

        patch(
                id,
                "{\"policy\":{\"quiet_hours\":[{\"from\":\"21:00\",\"to\":\"08:00:30\"}],"
                        + "\"attempts_per_number_and_day\":1}}");
        assertThat(policy(id))
                .isEqualTo("{\"quiet_hours\":[{\"from\":\"21:00\",\"to\":\"08:00:30\"}],"
                        + "\"attempts_per_number_and_day\":1}");
        patch(id, "{\"policy\":{\"attempts_per_number_and_day\":null}}");
        assertThat(policy(id))
                .isEqualTo("{\"quiet_hours\":[{\"from\":\"21:00\",\"to\":\"08:00:30\"}],"
                        + "\"attempts_per_number_and_day\":null}");
        patch(id, "{\"policy\":null}");
        assertThat(policy(id)).isEqualTo("{\"quiet_hours\":[],\"attempts_per_number_and_day\":null}");
    }

    private void patch(String id, String body) {
        assertThat(http.send("PATCH", TENANTS + "/" + id, body, operator).status())
                .isEqualTo(200);
    }

    private String policy(String id) {
        return http.get(TENANTS + "/" + id, operator).json().path("policy").toString();
    }

    @Test
    void dialsItsOwnCountryOnlyUnlessTold() {
        String id = http.post(TENANTS, "{\"name\":\"x\",\"country\":\"KR\"}", operator)
                .at("/tenant_id");

        assertThat(http.get(TENANTS + "/" + id, operator)
                        .json()
                        .path("allowed_countries")
                        .toString())
                .isEqualTo("[\"KR\"]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | name",
                "{\"name\":\" \"} | name",
                "{\"name\":7} | name",
                "{\"name\":\"x\",\"zone\":\"Mars/Base\"} | zone",
                "{\"name\":\"x\",\"country\":\"vn\"} | country",
                "{\"name\":\"x\",\"country\":\"XX\"} | country",
                "{\"name\":\"x\",\"voipbin_version\":\"2024\"} | voipbin_version",
                "{\"name\":\"x\",\"callback_allow_list\":\"10.0.0.0/8\"} | callback_allow_list",
                "{\"name\":\"x\",\"callback_allow_list\":[\"10.0.0.0\"]} | callback_allow_list",
                "{\"name\":\"x\",\"callback_allow_list\":[\"10.0.0.1/8\"]} | callback_allow_list",
                "{\"name\":\"x\",\"callback_allow_list\":[\"localhost/8\"]} | callback_allow_list",
                "{\"name\":\"x\",\"callback_allow_list\":[\"10.0.0.0/33\"]} | callback_allow_list",
                "{\"name\":\"x\",\"allowed_countries\":[\"Vietnam\"]} | allowed_countries",
                "{\"name\":\"x\",\"caps\":7} | caps",
                "{\"name\":\"x\",\"caps\":{\"calls\":-1}} | caps.calls",
                "{\"name\":\"x\",\"caps\":{\"calls\":1.5}} | caps.calls",
                "{\"name\":\"x\",\"caps\":{\"calls\":null}} | caps.calls",
                "{\"name\":\"x\",\"caps\":{\"cps\":0}} | caps.cps",
                "{\"name\":\"x\",\"caps\":{\"leads\":1e30}} | caps.leads",
                "{\"name\":\"x\",\"caps\":{\"rps\":5}} | caps.rps",
                "{\"name\":\"x\",\"policy\":[]} | policy",
                "{\"name\":\"x\",\"policy\":{\"quiet\":[]}} | policy.quiet",
                "{\"name\":\"x\",\"policy\":{\"quiet_hours\":{}}} | policy.quiet_hours",
                "{\"name\":\"x\",\"policy\":{\"quiet_hours\":[{\"from\":\"21:00\"}]}} | policy.quiet_hours",
                "{\"name\":\"x\",\"policy\":{\"quiet_hours\":[{\"from\":\"8:00\",\"to\":\"9:00\"}]}} | policy.quiet_hours",
                "{\"name\":\"x\",\"policy\":{\"quiet_hours\":[{\"from\":\"08:00\",\"to\":\"08:00\"}]}} | policy.quiet_hours",
                "{\"name\":\"x\",\"policy\":{\"attempts_per_number_and_day\":0}} | policy.attempts_per_number_and_day",
                "{\"name\":\"x\",\"policy\":{\"attempts_per_number_and_day\":\"1\"}} | policy.attempts_per_number_and_day",
                "{\"name\":\"x\",\"suspended\":true} | suspended",
                "{\"name\":\"x\",\"voipbin_verison\":\"2026-08\"} | voipbin_verison"
            })
    void namesTheFieldThatIsWrong(String body, String field) {
        Http.Answer answer = http.post(TENANTS, body, operator);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.at("/errors/0/field")).isEqualTo(field);
        assertThat(answer.at("/detail")).contains(field);
    }

    @Test
    void reportsAllThatIsWrongAtOnce() {
        Http.Answer answer = http.post(TENANTS, "{\"zone\":\"x\",\"country\":\"y\"}", operator);

        assertThat(answer.json().path("errors")).hasSize(3);
    }

    @Test
    void listsThemOldestFirst() {
        String first = GATEWAY.tenant().id().toString();
        String second = GATEWAY.tenant().id().toString();

        List<String> ids = http.get(TENANTS, operator).json().path("tenants").findValuesAsText("tenant_id");

        assertThat(ids).containsSubsequence(first, second);
    }

    @Test
    void changesOnlyWhatIsNamed() {
        TestGateway.Tenant tenant = GATEWAY.tenant();

        Http.Answer patched = http.send("PATCH", path(tenant), "{\"name\":\"new\",\"caps\":{\"calls\":7}}", operator);

        assertThat(patched.status()).isEqualTo(200);
        assertThat(patched.at("/name")).isEqualTo("new");
        assertThat(patched.at("/zone")).isEqualTo("Asia/Ho_Chi_Minh");
        assertThat(patched.at("/caps/calls")).isEqualTo("7");
        assertThat(patched.at("/caps/api_rps")).isEqualTo("200");
        assertThat(shown(tenant)).isEqualTo(patched.json());
    }

    @Test
    void turnsASuspendedTenantAway() {
        TestGateway.Tenant tenant = GATEWAY.tenant();
        String token = GATEWAY.autocallToken(tenant);
        String jwt = GATEWAY.jwt(tenant.username(), tenant.password());

        http.send("PATCH", path(tenant), "{\"suspended\":true}", operator);

        Http.Answer v10 = http.get("/v1.0/me", bearer(jwt));
        assertThat(v10.status()).isEqualTo(403);
        assertThat(v10.at("/error/reason")).isEqualTo("ACCOUNT_FROZEN");
        assertThat(http.get("/v1.0/me", bearer(tenant.accessKey())).status()).isEqualTo(403);
        assertThat(http.get("/v3/probe", bearer(token)).status()).isEqualTo(403);
        assertThat(http.post("/auth/login", login(tenant.username(), tenant.password()))
                        .status())
                .isEqualTo(400);
        assertThat(http.post("/v3/auth/token", "{\"api_key\":\"" + tenant.apiKey() + "\"}")
                        .status())
                .isEqualTo(401);

        http.send("PATCH", path(tenant), "{\"suspended\":false}", operator);

        assertThat(http.get("/v1.0/me", bearer(jwt)).status()).isEqualTo(200);
    }

    @Test
    void forgetsADeletedTenant() {
        TestGateway.Tenant tenant = GATEWAY.tenant();
        String token = GATEWAY.autocallToken(tenant);
        String jwt = GATEWAY.jwt(tenant.username(), tenant.password());

        Http.Answer deleted = http.send("DELETE", path(tenant), "", operator);

        assertThat(deleted.status()).isEqualTo(200);
        assertThat(http.get(path(tenant), operator).status()).isEqualTo(404);
        assertThat(http.send("DELETE", path(tenant), "", operator).status()).isEqualTo(404);
        assertThat(http.send("PATCH", path(tenant), "{}", operator).status()).isEqualTo(404);
        assertThat(http.get(TENANTS, operator).body())
                .doesNotContain(tenant.id().toString());
        assertThat(http.get("/v1.0/me", bearer(jwt)).status()).isEqualTo(401);
        assertThat(http.get("/v1.0/me", bearer(tenant.accessKey())).status()).isEqualTo(401);
        assertThat(http.get("/v3/probe", bearer(token)).status()).isEqualTo(401);
        assertThat(http.post("/v3/auth/token", "{\"api_key\":\"" + tenant.apiKey() + "\"}")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void startsATenantWithAnAdminAndACarrier() {
        TestGateway.Tenant tenant = GATEWAY.tenant();
        ObjectStore<Carrier> carriers =
                GATEWAY.running().context().getBean(TestStores.class).carriers();

        List<Carrier> found = GATEWAY.running()
                .context()
                .getBean(Transactions.class)
                .inTenant(tenant.id(), () -> carriers.page(tenant.id(), Page.first(10)));
        List<Agent> agents = GATEWAY.agents(tenant);

        assertThat(found).singleElement().satisfies(carrier -> {
            assertThat(carrier.name()).isEqualTo("default");
            assertThat(carrier.isDefault()).isTrue();
            assertThat(carrier.maxConcurrent()).isEqualTo(1000);
            assertThat(carrier.callerIds()).isEmpty();
        });
        assertThat(agents)
                .singleElement()
                .satisfies(agent -> assertThat(agent.permission()).isEqualTo(32));
    }

    @Test
    void isForTheOperatorOnly() {
        TestGateway.Tenant tenant = GATEWAY.tenant();
        for (String token : new String[] {"wrong", tenant.accessKey(), GATEWAY.autocallToken(tenant)}) {
            Http.Answer answer = http.get(TENANTS, bearer(token));
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).contains("Bearer");
        }
        assertThat(http.get(TENANTS).status()).isEqualTo(401);
        assertThat(http.get("/v3/probe", operator).status()).isEqualTo(401);
    }

    @Test
    void keepsTenantsApart() {
        TestGateway.Tenant one = GATEWAY.tenant();
        TestGateway.Tenant other = GATEWAY.tenant();

        assertThat(http.get("/gateway/probe", bearer(GATEWAY.autocallToken(one)))
                        .at("/tenant"))
                .isEqualTo(one.id().toString());
        assertThat(http.get("/gateway/probe", bearer(other.accessKey())).at("/tenant"))
                .isEqualTo(other.id().toString());
        assertThat(http.get("/gateway/probe?accesskey=" + one.accessKey()).at("/kind"))
                .isEqualTo("VOIPBIN_ACCESS_KEY");
        assertThat(http.get("/gateway/probe", bearer(GATEWAY.jwt(one.username(), one.password())))
                        .at("/kind"))
                .isEqualTo("AGENT_JWT");
    }

    @Test
    void doesNotKnowAnIdThatNobodyHas() {
        assertThat(http.get(TENANTS + "/" + UUID.randomUUID(), operator).status())
                .isEqualTo(404);
        assertThat(http.get(TENANTS + "/x", operator).status()).isEqualTo(404);
    }

    private JsonNode shown(TestGateway.Tenant tenant) {
        return http.get(path(tenant), operator).json();
    }

    private static String path(TestGateway.Tenant tenant) {
        return TENANTS + "/" + tenant.id();
    }
}
