package io.tandem.tests.voipbin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.tests.Api;
import io.tandem.tests.Journal;
import io.tandem.tests.TenantUnderTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What a v1.0 client of one tenant does all day. Objects are made with what most tests want, overridden by name and
 * value; every method asks for a 200.
 */
public record V1(TenantUnderTest tenant, Api api) {

    public static final String NIL = "00000000-0000-0000-0000-000000000000";
    public static final String NEVER = "9999-01-01 00:00:00.000000";
    public static final String SOURCE = "+842873003586";

    public static V1 of(TenantUnderTest tenant) {
        return new V1(tenant, tenant.voipbin());
    }

    /** The same client on the wire version of 2026-08. */
    public V1 newest() {
        return new V1(tenant, tenant.voipbin2026());
    }

    /** A phone number of the country with this script; another {@code n} of two digits is another number. */
    public static String number(int n, String script) {
        return "+8490%02d%s".formatted(n, script);
    }

    public JsonNode get(String path) {
        return ok(api.get("/v1.0" + path));
    }

    public JsonNode post(String path, Object body) {
        return ok(api.post("/v1.0" + path, body));
    }

    public JsonNode put(String path, @Nullable Object... pairs) {
        return ok(api.put("/v1.0" + path, Api.object(pairs)));
    }

    public JsonNode delete(String path) {
        return ok(api.delete("/v1.0" + path));
    }

    private static JsonNode ok(Api.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    private String made(String path, ObjectNode defaults, @Nullable Object... pairs) {
        defaults.setAll(Api.object(pairs));
        return post(path, defaults).path("id").asText();
    }

    /** One try on destination 0, rung for five seconds; retries at once. */
    public String outplan(@Nullable Object... pairs) {
        ObjectNode defaults = Api.object(
                "name", "plan", "source", tel(SOURCE), "dial_timeout", 5000, "try_interval", 0, "max_try_count_0", 1);
        return made("/outplans", defaults, pairs);
    }

    /** A list with a target for each number. */
    public String outdial(String... numbers) {
        String outdial = made("/outdials", Api.object("name", "list"));
        for (String number : numbers) {
            target(outdial, number);
        }
        return outdial;
    }

    /** A target with these destinations in order. */
    public String target(String outdial, String... numbers) {
        ObjectNode body = Api.object("name", "target");
        for (int i = 0; i < numbers.length; i++) {
            body.setAll(Api.object("destination_" + i, tel(numbers[i])));
        }
        return made("/outdials/" + outdial + "/targets", body);
    }

    /** A call campaign that stops when its list is done. */
    public String campaign(@Nullable Object... pairs) {
        return made("/campaigns", Api.object("name", "campaign", "type", "call", "end_handle", "stop"), pairs);
    }

    public JsonNode status(String campaign, String status) {
        return put("/campaigns/" + campaign + "/status", "status", status);
    }

    public String statusOf(String campaign) {
        return get("/campaigns/" + campaign).path("status").asText();
    }

    /** The campaign's calls, oldest first. */
    public List<JsonNode> calls(String campaign) {
        List<JsonNode> newestFirst = rows(get("/campaigns/" + campaign + "/campaigncalls"));
        List<JsonNode> oldestFirst = new ArrayList<>(newestFirst);
        Collections.reverse(oldestFirst);
        return oldestFirst;
    }

    /** The rows of a list's first page. */
    public List<JsonNode> list(String path) {
        return rows(get(path));
    }

    private static List<JsonNode> rows(JsonNode page) {
        return StreamSupport.stream(page.path("result").spliterator(), false).toList();
    }

    /** An agent with permission 16 and the password {@code agent-password}, available to queues of these tags. */
    public String availableAgent(String... tags) {
        String agent = made(
                "/agents",
                Api.object(
                        "username",
                        "agent-" + UUID.randomUUID() + "@example.com",
                        "password",
                        "agent-password",
                        "permission",
                        16,
                        "tag_ids",
                        tags));
        put("/agents/" + agent + "/status", "status", "available");
        return agent;
    }

    public String tag() {
        return made("/tags", Api.object("name", "tag"));
    }

    /** A queue of so many available agents of its own. */
    public String queueWithAgents(int agents) {
        String tag = tag();
        for (int i = 0; i < agents; i++) {
            availableAgent(tag);
        }
        return made("/queues", Api.object("name", "queue", "tag_ids", List.of(tag)));
    }

    public Journal journal(String campaign) {
        return tenant.gateway().journal().of(UUID.fromString(campaign));
    }

    public static Map<String, String> tel(String number) {
        return Map.of("type", "tel", "target", number);
    }
}
