package io.tandem.tests.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.parser.OpenAPIParser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import io.tandem.tests.Api;
import io.tandem.tests.Database;
import io.tandem.tests.GatewayUnderTest;
import io.tandem.tests.Route;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenApiTest {

    private static final Set<String> DELETED_BY_BODY = Set.of("/v1/blacklist");

    private static GatewayUnderTest gateway;

    @BeforeAll
    static void start() {
        gateway = GatewayUnderTest.start(Database.H2.fresh(), Map.of());
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"voipbin", "autocall", "gateway"})
    void theDocumentIsOpenApi3WithoutAFault(String name) {
        Api.Answer answer = gateway.api().get("/openapi/" + name + ".json");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        SwaggerParseResult read = new OpenAPIParser().readContents(answer.body(), null, null);
        assertThat(read.getMessages()).isEmpty();
        assertThat(read.getOpenAPI().getOpenapi()).startsWith("3.");
        assertThat(read.getOpenAPI().getPaths()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"voipbin", "autocall", "gateway"})
    void operationsHaveNamesOfTheirOwn(String name) {
        JsonNode paths = gateway.api().get("/openapi/" + name + ".json").json().path("paths");

        List<String> names = paths.findValuesAsText("operationId");

        assertThat(names).doesNotHaveDuplicates().doesNotContain("");
    }

    @Test
    void everyRouteStandsInOneDocumentWithItsWayIn() {
        Set<String> documented = new HashSet<>();
        Set<String> open = new HashSet<>();
        for (String name : List.of("voipbin", "autocall", "gateway")) {
            JsonNode document = gateway.api().get("/openapi/" + name + ".json").json();
            document.path("paths")
                    .properties()
                    .forEach(path -> path.getValue().properties().forEach(operation -> {
                        String route = operation.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey();
                        assertThat(documented.add(route)).as(route).isTrue();
                        JsonNode security = operation.getValue().path("security");
                        if (security.isArray() && security.isEmpty()) {
                            open.add(route);
                        }
                    }));
        }

        List<String> routes = new ArrayList<>();
        List<String> openRoutes = new ArrayList<>();
        for (Route route : Route.allOf(gateway)) {
            if (!route.template().startsWith("/openapi")) {
                routes.add(route.toString());
                if (route.isOpen()) {
                    openRoutes.add(route.toString());
                }
            }
        }
        assertThat(documented).containsExactlyInAnyOrderElementsOf(routes);
        assertThat(open).containsExactlyInAnyOrderElementsOf(openRoutes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"voipbin", "autocall", "gateway"})
    void aBodyIsWantedWhereOneIsReadAndNowhereElse(String name) {
        JsonNode paths = gateway.api().get("/openapi/" + name + ".json").json().path("paths");

        paths.properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    JsonNode body = operation.getValue().path("requestBody");
                    String route = operation.getKey() + " " + path.getKey();
                    boolean isBodyless = operation.getKey().equals("get")
                            || operation.getKey().equals("delete") && !DELETED_BY_BODY.contains(path.getKey());
                    if (isBodyless) {
                        assertThat(body.isMissingNode()).as(route).isTrue();
                    } else if (!body.isMissingNode()) {
                        assertThat(body.path("required").asBoolean()).as(route).isTrue();
                    }
                }));
    }

    @Test
    void everyRouteBehindTheLoginTakesAWireVersion() {
        JsonNode paths = gateway.api().get("/openapi/voipbin.json").json().path("paths");

        paths.properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    boolean isOpen = operation.getValue().path("security").isArray();
                    List<String> parameters =
                            operation.getValue().path("parameters").findValuesAsText("$ref");
                    assertThat(parameters.stream().filter("#/components/parameters/Version"::equals))
                            .as(operation.getKey() + " " + path.getKey())
                            .hasSize(isOpen ? 0 : 1);
                }));
    }

    @Test
    void thePageNeedsNothingFromElsewhere() {
        Api api = gateway.api();

        Api.Answer page = api.get("/openapi/");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.body()).doesNotContain("http:").doesNotContain("https:");
        for (String file :
                List.of("swagger-ui.css", "swagger-ui-bundle.js", "swagger-ui-standalone-preset.js", "start.js")) {
            assertThat(page.body()).contains("\"/openapi/page/" + file + "\"");
            Api.Answer answer = api.get("/openapi/page/" + file);
            assertThat(answer.status()).as(file).isEqualTo(200);
            assertThat(answer.body()).as(file).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/openapi/other.json",
                "/openapi/page/other.js",
                "/openapi/page/..%2fvoipbin.json",
                "/openapi/page/..%2f..%2flogback.xml"
            })
    void nothingElseIsServed(String path) {
        assertThat(gateway.api().get(path).status()).isEqualTo(404);
    }
}
