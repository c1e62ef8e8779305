package io.tandem.tests.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.tests.Api;
import io.tandem.tests.Belongings;
import io.tandem.tests.Database;
import io.tandem.tests.GatewayUnderTest;
import io.tandem.tests.Route;
import io.tandem.tests.Samples;
import io.tandem.tests.TenantUnderTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Bad input gets a clear error in the dialect's own shape, never a 5xx, and nothing half written (design section 6):
 * over every route that the gateway has.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Hostile {

    private static final List<String> QUERIES = List.of(
            "limit",
            "offset",
            "type",
            "list_uuid",
            "campaign_uuid",
            "phone_number",
            "list_id",
            "template_name",
            "audio_name",
            "audio_uuid",
            "phone",
            "hotline",
            "status",
            "start_date",
            "end_date_ended",
            "end_time",
            "page_size",
            "page_token");

    private static final List<String> QUERY_VALUES = List.of(
            "",
            "%00",
            "%FF",
            "a",
            "-1",
            "1e400",
            "99999999999999999999",
            "9999-01-01%2000:00:00.000000",
            "%F0%9F%98%80",
            "'%22;--",
            "x".repeat(3000));

    /** {@code -Dfull} sends every value in every field; else each field gets a few, drawn anew in each run. */
    private static final boolean FULL = System.getProperty("full") != null;

    private static final int VALUES_PER_FIELD = 3;

    private final Database database;
    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);
    GatewayUnderTest gateway;
    TenantUnderTest tenant;
    private Samples samples;
    List<Route> routes = List.of();

    Hostile(Database database) {
        this.database = database;
    }

    @BeforeAll
    void build() {
        gateway = GatewayUnderTest.start(database.fresh(), Map.of("TANDEM_SIM_SPEED", "20"));
        tenant = gateway.tenant(Api.object("name", "t", "caps", Api.object("api_rps", 100_000)));
        routes = Route.allOf(gateway);
        samples = new Samples(Belongings.madeFor(tenant));
    }

    @AfterAll
    void close() {
        gateway.close();
    }

    /** Else the tests below show nothing. */
    @Test
    void theBodiesThatTheyAreMadeFromAreTaken() {
        for (Route route : writing()) {
            Api.Answer answer =
                    send(route, body(route).toString().getBytes(StandardCharsets.UTF_8), "application/json");
            assertThat(answer.status()).as("%s: %s", route, answer).isBetween(200, 201);
        }
    }

    @Test
    void aFieldOfTheWrongTypeIsRefusedOrHarmless() {
        for (Route route : writing()) {
            ObjectNode good = body(route);
            Map<String, String> bodies = Bodies.wrongTypes(good, this::someValues);
            String before = shown(route);
            for (Map.Entry<String, String> body : bodies.entrySet()) {
                before = attack(route, body.getKey(), body.getValue(), before);
            }
        }
        everythingCanStillBeRead();
    }

    @Test
    void aTextOfAMegabyteIsRefusedOrHarmless() {
        for (Route route : writing()) {
            ObjectNode good = body(route);
            String before = shown(route);
            for (Map.Entry<String, String> body :
                    Bodies.wrongTypes(good, this::perhapsALongText).entrySet()) {
                before = attack(route, body.getKey(), body.getValue(), before);
            }
        }
        everythingCanStillBeRead();
    }

    @Test
    void aFileThatIsNoListOfLeadsIsRefusedOrReported() {
        Route upload = routes.stream()
                .filter(route -> route.template().equals("/v3/lead/file"))
                .findFirst()
                .orElseThrow();
        Map<String, String> list =
                Map.of("list_uuid", Belongings.madeFor(tenant).id("list"));
        byte[] bytes = new byte[5_000];
        random.nextBytes(bytes);
        for (byte[] file : List.of(
                new byte[0],
                bytes,
                text("phone\n\u0000\n"),
                text("phone\n\"0903"),
                text("a,b,c\n1,2,3\n"),
                text("phone\n" + ",".repeat(100_000)),
                text("phone," + "x".repeat(1 << 20) + "\n0903599000,1\n"),
                text("phone,phone\n0903699000,0903799000\n"))) {
            Api.Answer answer = tenant.autocall().upload(upload.template(), "f\u0001.csv", file, list);
            clean(upload, upload + " of " + file.length + " bytes, seed " + seed, answer);
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !tenant.autocall().get("/gateway/imports").body().contains("\"running\""));
    }

    private static byte[] text(String file) {
        return file.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void everyQueryIsTakenOrRefusedInShape() {
        for (Route route : routes) {
            if (!route.method().equals("GET")
                    || route.isOpen()
                    || samples.ids(route).size() != route.ids()) {
                continue;
            }
            for (String name : QUERIES) {
                for (String value : some(QUERY_VALUES)) {
                    String path = route.path(samples.ids(route)) + "?" + name + "=" + value;
                    clean(route, path + ", seed " + seed, route.as(tenant).get(path));
                }
            }
        }
    }

    private List<String> someValues() {
        return some(Bodies.values());
    }

    private List<String> some(List<String> values) {
        List<String> drawn = new ArrayList<>(values);
        Collections.shuffle(drawn, random);
        return FULL ? values : drawn.subList(0, VALUES_PER_FIELD);
    }

    private List<String> perhapsALongText() {
        return FULL || random.nextInt(2 * VALUES_PER_FIELD) == 0 ? List.of(Bodies.longText()) : List.of();
    }

    /** Sends it; refused, nothing has changed; taken, it can be read back. Returns what there is now. */
    private String attack(Route route, String what, String body, String before) {
        Api.Answer answer = send(route, body.getBytes(StandardCharsets.UTF_8), "application/json");
        clean(route, route + " with " + what + ", seed " + seed, answer);
        String after = shown(route);
        if (answer.status() >= 400) {
            assertThat(after)
                    .as("%s with %s, seed %s: %s", route, what, seed, answer)
                    .isEqualTo(before);
        }
        return after;
    }

    static void clean(Route route, String what, Api.Answer answer) {
        if (answer.status() / 100 != 2) {
            ErrorShape.check(route.dialect(), what, answer);
        }
    }

    private void everythingCanStillBeRead() {
        for (Route route : routes) {
            if (route.method().equals("GET") && samples.ids(route).size() == route.ids()) {
                Api.Answer answer = route.as(tenant).get(route.path(samples.ids(route)));
                assertThat(answer.status()).as("%s: %s", route, answer).isEqualTo(200);
            }
        }
    }

    /** What a client can see of what a route writes to: the object, or the newest one of its list and how many. */
    final String shown(Route route) {
        Optional<Route> reading = routes.stream()
                .filter(other -> other.method().equals("GET") && !other.isOpen())
                .filter(other -> (route.template() + "/").startsWith(other.template() + "/"))
                .max((one, other) -> Integer.compare(
                        one.template().length(), other.template().length()));
        if (reading.isEmpty()) {
            return "";
        }
        String path = reading.get().path(samples.ids(reading.get()));
        Api.Answer answer = reading.get().as(tenant).get(path + "?limit=1&page_size=1");
        assertThat(answer.status()).as("%s after a %s: %s", path, route, answer).isEqualTo(200);
        return answer.body();
    }

    final List<Route> writing() {
        return routes.stream().filter(Route::takesJson).toList();
    }

    final ObjectNode body(Route route) {
        return samples.body(route).orElseThrow(() -> new AssertionError(route + ": say in Samples what body it takes"));
    }

    final Api.Answer send(Route route, byte[] body, String contentType) {
        return route.as(tenant).send(route.method(), route.path(samples.ids(route)), body, contentType);
    }
}
