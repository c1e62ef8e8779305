package io.tandem.tests.walls;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.tests.Api;
import io.tandem.tests.Belongings;
import io.tandem.tests.Database;
import io.tandem.tests.GatewayUnderTest;
import io.tandem.tests.Route;
import io.tandem.tests.Samples;
import io.tandem.tests.TenantUnderTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Tenants are walls (design section 6): over every route that the gateway has, another tenant's id and one that nobody
 * has are the same.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Walls {

    /** Whoever opens a route to everybody writes it down here. */
    private static final Set<String> OPEN = Set.of(
            "POST /auth/login",
            "POST /v1.0/auth/login",
            "POST /v1/auth",
            "POST /v3/auth",
            "POST /v3/auth/token",
            "GET /ping",
            "GET /v1.0/ping",
            "GET /health/liveness",
            "GET /health/readiness",
            "GET /openapi",
            "GET /openapi/page/{file}",
            "GET /openapi/{name}.json");

    /** Fields in bodies that name other objects: what is not there is refused. */
    private static final Map<String, Set<String>> REFERENCES = Map.ofEntries(
            Map.entry("POST /v3/campaign", Set.of("template_uuid")),
            Map.entry("PUT /v3/campaign/{id}", Set.of("carrier_uuid", "template_uuid")),
            Map.entry("POST /v3/carrier", Set.of("gateway_uuid")),
            Map.entry("PUT /v3/carrier/{id}", Set.of("gateway_uuid")),
            Map.entry("POST /v3/autocall/import", Set.of("campaign_uuid")),
            Map.entry("POST /v3/autocall/otp", Set.of("campaign_uuid")),
            Map.entry("POST /v3/list", Set.of("campaign_uuid")),
            Map.entry("POST /v3/lead", Set.of("list_uuid")),
            Map.entry("POST /v3/lead/multi", Set.of("list_uuid")),
            Map.entry("POST /v1.0/campaigns", Set.of("outplan_id", "outdial_id", "queue_id", "next_campaign_id")),
            Map.entry(
                    "PUT /v1.0/campaigns/{id}/resource_info",
                    Set.of("outplan_id", "outdial_id", "queue_id", "next_campaign_id")),
            Map.entry("PUT /v1.0/campaigns/{id}/next_campaign_id", Set.of("next_campaign_id")),
            Map.entry("POST /v1.0/outdials", Set.of("campaign_id")),
            Map.entry("PUT /v1.0/outdials/{id}/campaign_id", Set.of("campaign_id")),
            Map.entry("POST /v1.0/flows", Set.of("on_complete_flow_id")),
            Map.entry("PUT /v1.0/flows/{id}", Set.of("on_complete_flow_id")),
            Map.entry("POST /v1.0/queues", Set.of("tag_ids", "wait_flow_id")),
            Map.entry("PUT /v1.0/queues/{id}", Set.of("tag_ids", "wait_flow_id")),
            Map.entry("PUT /v1.0/queues/{id}/tag_ids", Set.of("tag_ids")),
            Map.entry("POST /v1.0/agents", Set.of("tag_ids")),
            Map.entry("PUT /v1.0/agents/{id}/tag_ids", Set.of("tag_ids")));

    /** Kinds that no field can name. */
    private static final Set<String> NAMED_NOWHERE = Set.of(
            "lead",
            "target",
            "import",
            "campaigncall",
            "accesskey",
            "agent",
            "audio",
            "event",
            "blacklist",
            "reference");

    private static final byte[] FILE = "phone\n0903499000\n".getBytes(StandardCharsets.UTF_8);
    private static final List<String> QUERIES =
            List.of("list_uuid", "campaign_uuid", "list_id", "page_token", "audio_uuid", "template_name", "phone");

    private final Database database;
    private GatewayUnderTest gateway;
    private List<Route> routes = List.of();
    private TenantUnderTest us;
    private Belongings ours;
    private Belongings theirs;
    private List<String> theirsAtFirst = List.of();

    Walls(Database database) {
        this.database = database;
    }

    @BeforeAll
    void build() {
        gateway = GatewayUnderTest.start(database.fresh(), Map.of("TANDEM_SIM_SPEED", "20"));
        routes = Route.allOf(gateway);
        us = gateway.tenant("us");
        ours = Belongings.madeFor(us);
        theirs = Belongings.madeFor(gateway.tenant("them"));
        theirsAtFirst = allOf(theirs);
    }

    @AfterAll
    void close() {
        gateway.close();
    }

    @Test
    void onlyNamedRoutesAreOpen() {
        assertThat(routes.stream().filter(Route::isOpen).map(Route::toString))
                .containsExactlyInAnyOrderElementsOf(OPEN);
    }

    @Test
    void everyOtherRouteWantsCredentialsAndNotThoseOfAnother() {
        Samples samples = new Samples(ours);
        for (Route route : routes) {
            if (route.isOpen()) {
                continue;
            }
            List<Api> strangers =
                    new ArrayList<>(List.of(gateway.api(), gateway.api().withHeader("Authorization", "Bearer nobody")));
            if (route.isOperators()) {
                strangers.addAll(List.of(us.autocall(), us.voipbin()));
            } else {
                strangers.add(gateway.operator());
            }
            if (route.template().startsWith("/v3") || route.template().startsWith("/v1/")) {
                strangers.add(us.voipbin());
            } else if (route.template().startsWith("/v1.0")) {
                strangers.add(us.autocall());
            }
            for (Api stranger : strangers) {
                Api.Answer answer = send(stranger, route, samples.ids(route), body(route, samples));
                assertThat(answer.status()).as("%s: %s", route, answer).isEqualTo(401);
                assertThat(answer.header("Content-Type")).as("%s", route).contains("json");
            }
        }
    }

    @Test
    void anothersIdInAPathIsLikeOneThatNobodyHas() {
        Samples samples = new Samples(ours);
        for (Route route : routes.stream()
                .filter(Route::isTenants)
                .filter(r -> r.ids() > 0)
                .toList()) {
            ObjectNode body = body(route, samples);
            for (Function<String, List<String>> place : places(route.ids())) {
                Api.Answer unknown = send(route.as(us), route, place.apply(nobodys()), body);
                for (String id : theirs.ids().values()) {
                    Api.Answer foreign = send(route.as(us), route, place.apply(id), body);
                    assertThat(foreign.status())
                            .as("%s %s: %s", route, id, foreign)
                            .isBetween(400, 499);
                    assertThat(masked(foreign)).as("%s %s", route, id).isEqualTo(masked(unknown));
                }
            }
        }
        assertThat(allOf(theirs)).isEqualTo(theirsAtFirst);
    }

    /** Else the probes above knocked at no door: with one's own id the same request must find something. */
    @Test
    void onesOwnIdInAPathIsUnlikeOneThatNobodyHas() {
        for (Route route : routes.stream()
                .filter(Route::isTenants)
                .filter(r -> r.ids() > 0)
                .toList()) {
            Belongings fresh = route.method().equals("DELETE") ? Belongings.madeFor(us) : ours;
            Samples samples = new Samples(fresh);
            List<String> unknown =
                    Stream.generate(Walls::nobodys).limit(route.ids()).toList();
            assertThat(samples.ids(route))
                    .as("%s: say in Samples whose id it takes", route)
                    .isNotEmpty();
            assertThat(samples.body(route))
                    .as("%s: say in Samples what body it takes", route)
                    .isNotEmpty();

            Api.Answer own = send(route.as(us), route, samples.ids(route), body(route, samples));
            Api.Answer none = send(route.as(us), route, unknown, body(route, samples));

            assertThat(masked(own)).as("%s", route).isNotEqualTo(masked(none));
        }
    }

    @Test
    void anothersIdInABodyIsLikeOneThatNobodyHas() {
        List<String> referable = theirs.ids().entrySet().stream()
                .filter(entry -> !NAMED_NOWHERE.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        Samples samples = new Samples(ours);
        for (Route route : routes.stream()
                .filter(Route::isTenants)
                .filter(Route::takesJson)
                .toList()) {
            for (String field : references(body(route, samples))) {
                Api.Answer unknown = send(route, samples, field, nobodys());
                for (String id : referable) {
                    Api.Answer foreign = send(route, samples, field, id);
                    assertThat(foreign.status())
                            .as("%s %s: %s", route, field, foreign)
                            .isEqualTo(unknown.status());
                    if (foreign.status() / 100 != 2) {
                        assertThat(masked(foreign)).as("%s %s", route, field).isEqualTo(masked(unknown));
                    }
                    if (REFERENCES.getOrDefault(route.toString(), Set.of()).contains(field)) {
                        assertThat(foreign.status())
                                .as("%s %s: %s", route, field, foreign)
                                .isBetween(400, 499);
                    }
                }
            }
        }
        assertThat(allOf(theirs)).isEqualTo(theirsAtFirst);
    }

    @Test
    void everyReferenceIsProbed() {
        Samples samples = new Samples(ours);
        Map<String, Set<String>> probed = new LinkedHashMap<>();
        routes.stream()
                .filter(Route::takesJson)
                .forEach(route -> probed.put(route.toString(), references(body(route, samples))));

        assertThat(REFERENCES)
                .allSatisfy((route, fields) -> assertThat(probed.get(route)).containsAll(fields));
    }

    @Test
    void anothersFileIsNotLoadedIntoAList() {
        Api.Answer foreign =
                us.autocall().upload("/v3/lead/file", "f.csv", FILE, Map.of("list_uuid", theirs.id("list")));
        Api.Answer unknown = us.autocall().upload("/v3/lead/file", "f.csv", FILE, Map.of("list_uuid", nobodys()));

        assertThat(foreign.status()).isBetween(400, 499);
        assertThat(masked(foreign)).isEqualTo(masked(unknown));
        assertThat(allOf(theirs)).isEqualTo(theirsAtFirst);
    }

    @Test
    void listsShowNothingOfAnother() {
        // Not us: we have tried to write their ids into our own objects.
        TenantUnderTest bystander = gateway.tenant("bystander");
        for (Route route : lists()) {
            String path = route.template() + "?limit=1000&page_size=100";

            String answer = route.as(bystander).get(path).body();
            String control = route.as(theirs.tenant()).get(path).body();

            assertThat(theirs.ids().values()).as(path).noneMatch(answer::contains);
            assertThat(answer).as(path).doesNotContain(theirs.tenant().id().toString());
            assertThat(Stream.concat(
                            theirs.ids().values().stream(),
                            Stream.of(theirs.tenant().id().toString())))
                    .as("%s shows its owner's", route)
                    .anyMatch(control::contains);
        }
    }

    @Test
    void anothersIdInAQueryIsLikeOneThatNobodyHas() {
        for (Route route : lists()) {
            for (String query : QUERIES) {
                Api.Answer unknown = route.as(us).get(route.template() + "?" + query + "=" + nobodys());
                for (String id : theirs.ids().values()) {
                    Api.Answer foreign = route.as(us).get(route.template() + "?" + query + "=" + id);
                    assertThat(masked(foreign)).as("%s %s", route, query).isEqualTo(masked(unknown));
                }
            }
        }
    }

    private Stream<Route> reading() {
        return routes.stream()
                .filter(Route::isTenants)
                .filter(route -> route.method().equals("GET"));
    }

    private List<Route> lists() {
        return reading().filter(route -> route.ids() == 0).toList();
    }

    /** Everything that a tenant can read of its own. */
    private List<String> allOf(Belongings owner) {
        Samples samples = new Samples(owner);
        List<String> all = new ArrayList<>();
        reading().forEach(route -> {
            List<String> ids = samples.ids(route);
            if (route.ids() == ids.size()) {
                // Open all day, it is always now.
                all.add(route + " "
                        + route.as(owner.tenant())
                                .get(route.path(ids))
                                .toString()
                                .replaceAll("\"next_opening\":\"[^\"]*\"", ""));
            }
        });
        return all;
    }

    /** The places of a path that an id can stand in; beside it stand one's own ids, or nobody's. */
    private List<Function<String, List<String>>> places(int count) {
        List<Function<String, List<String>>> places = new ArrayList<>();
        for (int place = 0; place < count; place++) {
            List<String> beside = new ArrayList<>(List.of(nobodys()));
            if (count > 1) {
                beside.addAll(List.of(ours.id("outdial"), ours.id("target")));
            }
            int at = place;
            for (String other : beside) {
                places.add(id -> IntStream.range(0, count)
                        .mapToObj(i -> i == at ? id : other)
                        .toList());
            }
        }
        return places;
    }

    private static Set<String> references(ObjectNode body) {
        Set<String> fields = new TreeSet<>();
        body.fieldNames().forEachRemaining(field -> {
            if (field.endsWith("_uuid") || field.endsWith("_id") || field.endsWith("_ids")) {
                fields.add(field);
            }
        });
        return fields;
    }

    private Api.Answer send(Route route, Samples samples, String field, String id) {
        ObjectNode body = body(route, samples);
        JsonNode value = Api.JSON.valueToTree(body.path(field).isArray() ? List.of(id) : id);
        body.set(field, value);
        return send(route.as(us), route, samples.ids(route), body);
    }

    private static Api.Answer send(Api api, Route route, List<String> ids, ObjectNode body) {
        if (route.takesForm()) {
            return api.upload(route.path(ids), "f.csv", FILE, Map.of());
        }
        return api.send(route.method(), route.path(ids), route.writes() ? body.toString() : null);
    }

    private static ObjectNode body(Route route, Samples samples) {
        return samples.body(route).orElseGet(Api::object);
    }

    private static String nobodys() {
        return UUID.randomUUID().toString();
    }

    /** Status, type and body with the request's own id and all others left out. */
    private static String masked(Api.Answer answer) {
        return answer.status() + " " + answer.header("Content-Type") + " "
                + answer.body()
                        .replaceAll("req_[A-Z2-7]{26}", "REQUEST")
                        .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "ID");
    }
}
