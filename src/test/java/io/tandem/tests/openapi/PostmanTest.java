package io.tandem.tests.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.tests.Api;
import io.tandem.tests.Database;
import io.tandem.tests.GatewayUnderTest;
import io.tandem.tests.TenantUnderTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The Postman collection of v3: every request in it can be sent as it stands. */
class PostmanTest {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\{(\\w+)}}");

    private static GatewayUnderTest gateway;
    private static JsonNode collection;

    @BeforeAll
    static void start() {
        gateway = GatewayUnderTest.start(Database.H2.fresh(), Map.of());
        collection =
                gateway.api().get("/openapi/autocall.postman_collection.json").json();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    private static List<JsonNode> items() {
        List<JsonNode> items = new ArrayList<>();
        collection.path("item").forEach(folder -> folder.path("item").forEach(items::add));
        return items;
    }

    private static JsonNode item(String name) {
        return items().stream()
                .filter(item -> item.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no request " + name));
    }

    @Test
    void hasEveryRouteOfTheDocument() {
        List<String> routes = new ArrayList<>();
        gateway.api()
                .get("/openapi/autocall.json")
                .json()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(method -> routes.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));

        assertThat(items().stream().map(item -> item.path("name").asText()))
                .containsExactlyInAnyOrderElementsOf(routes);
        assertThat(collection.at("/info/schema").asText()).contains("v2.1.0");
    }

    @Test
    void declaresItsVariablesByThePlatformsNames() {
        List<String> declared = collection.path("variable").findValuesAsText("key");

        assertThat(declared).contains("base_url", "token", "campaign_uuid").doesNotHaveDuplicates();
        VARIABLE.matcher(collection.path("item").toString())
                .results()
                .forEach(found -> assertThat(declared).contains(found.group(1)));
    }

    @Test
    void makesAndChangesACampaignWithItsRequests() {
        TenantUnderTest tenant = gateway.tenant("postman");
        Map<String, String> variables = new HashMap<>();
        variables.put("protocol", "http");
        variables.put("base_url", gateway.gateway().url().getAuthority());
        variables.put("api_key", tenant.keys().at("/autocall/api_key").asText());

        variables.put("token", send("POST /v3/auth/token", variables).text("/token"));
        variables.put("campaign_uuid", send("POST /v3/campaign", variables).text("/campaign_uuid"));
        variables.put("gateway_uuid", send("GET /v3/gateway", variables).text("/data/0/gateway_uuid"));
        variables.put("carrier_uuid", send("POST /v3/carrier", variables).text("/carrier_uuid"));
        variables.put("template_uuid", send("POST /v3/template", variables).text("/template_uuid"));
        variables.put("list_uuid", send("POST /v3/list", variables).text("/list_uuid"));
        variables.put("lead_uuid", send("POST /v3/lead", variables).text("/lead_uuid"));
        for (String name : List.of(
                "PUT /v3/campaign/{id}",
                "GET /v3/campaign/{id}",
                "PUT /v3/carrier/{id}",
                "PUT /v3/template/{id}",
                "PUT /v3/lead/{id}",
                "POST /v3/lead/multi",
                "POST /v3/list/{id}/reset",
                "POST /v1/blacklist",
                "DELETE /v1/blacklist",
                "POST /v1/event",
                "GET /v3/cdr",
                "GET /v3/report/call/campaign",
                "GET /v3/report/call/lead",
                "PATCH /v3/campaign/{id}/active",
                "DELETE /v3/campaign/{id}")) {
            send(name, variables);
        }
    }

    private static Api.Answer send(String name, Map<String, String> variables) {
        ObjectNode request = (ObjectNode) item(name).path("request");
        String url = filled(request.at("/url/raw").asText(), variables);
        Api api = gateway.api();
        boolean open = request.at("/auth/type").asText().equals("noauth");
        Api as = open ? api : api.withHeader("Authorization", "Bearer " + variables.get("token"));
        String body = request.at("/body/raw").isMissingNode()
                ? null
                : filled(request.at("/body/raw").asText(), variables);
        Api.Answer answer = as.send(
                request.path("method").asText(),
                url.substring(api.base().toString().length()),
                body);
        assertThat(answer.status()).as("%s: %s", name, answer).isBetween(200, 201);
        return answer;
    }

    private static String filled(String text, Map<String, String> variables) {
        return VARIABLE.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(variables.getOrDefault(found.group(1), "")));
    }
}
