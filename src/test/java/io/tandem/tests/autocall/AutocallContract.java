package io.tandem.tests.autocall;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.gateway.time.CampaignClock;
import io.tandem.tests.Api;
import io.tandem.tests.Database;
import io.tandem.tests.GatewayUnderTest;
import io.tandem.tests.TenantUnderTest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What all classes of the contract share: a gateway on either database, and a tenant of its own for each test. */
abstract class AutocallContract {

    static final String NOT_FOUND = "Not Found";
    private static final Duration SOON = Duration.ofSeconds(30);
    static final String UNKNOWN_ID = "01234567-89ab-7def-8123-456789abcdef";

    @RegisterExtension
    static final SharedGateways GATEWAYS = new SharedGateways();

    private final Database database;

    GatewayUnderTest gateway;
    TenantUnderTest tenant;
    Api api;
    Autocall v3;

    AutocallContract(Database database) {
        this.database = database;
    }

    @BeforeEach
    void makeTenant() {
        gateway = gateway();
        tenant = gateway.tenant("a");
        api = tenant.autocall();
        v3 = new Autocall(api);
    }

    final GatewayUnderTest gateway() {
        return GATEWAYS.on(database);
    }

    /** Campaign time. */
    Instant now() {
        return gateway.gateway().context().getBean(CampaignClock.class).instant();
    }

    static String resource(String name) {
        try (InputStream file = AutocallContract.class.getResourceAsStream("/autocall/" + name)) {
            if (file == null) {
                throw new IllegalArgumentException(name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends as many requests at once, each from a thread of its own. */
    static List<Api.Answer> race(int rivals, IntFunction<Api.Answer> request) {
        List<CompletableFuture<Api.Answer>> sent = IntStream.range(0, rivals)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> request.apply(i), work -> new Thread(work).start()))
                .toList();
        return sent.stream().map(CompletableFuture::join).toList();
    }

    /** Waits for what calls bring about. */
    static void eventually(Callable<Boolean> condition) {
        Awaitility.await().atMost(SOON).until(condition);
    }

    /** The answer is exactly {@code {"error": text}}. */
    static void assertError(Api.Answer answer, int status, String text) {
        assertShape(answer, status, Api.object("error", text));
    }

    /** The answer is 400 with exactly these violations, given as field, text, field, text … */
    static void assertViolations(Api.Answer answer, @Nullable Object... pairs) {
        ObjectNode body = Api.object();
        ArrayNode violations = body.putArray("error");
        for (int i = 0; i < pairs.length; i += 2) {
            violations.add(Api.object(pairs[i], pairs[i + 1]));
        }
        assertShape(answer, 400, body);
    }

    /** The answer is 400 and its violations, whatever their text, are of this field. */
    static void assertNames(Api.Answer answer, String field) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.json().path("error"))
                .as(answer.toString())
                .isNotEmpty()
                .allSatisfy(violation ->
                        assertThat(violation.fieldNames()).toIterable().containsExactly(field));
    }

    static void assertOk(Api.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    private static void assertShape(Api.Answer answer, int status, ObjectNode body) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.json()).isEqualTo(body);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
    }
}
