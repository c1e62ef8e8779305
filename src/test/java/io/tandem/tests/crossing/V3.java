package io.tandem.tests.crossing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.tests.Api;
import io.tandem.tests.TenantUnderTest;
import org.jspecify.annotations.Nullable;

/** What a v3 client of one tenant does all day; every method asks for success. */
record V3(Api api) {

    static V3 of(TenantUnderTest tenant) {
        return new V3(tenant.autocall());
    }

    /** An autocall campaign; fields that POST does not name are PUT. */
    String campaign(String name, @Nullable Object... pairs) {
        String id = made("/v3/campaign", Api.object("campaign_name", name, "type", "autocall"))
                .path("campaign_uuid")
                .asText();
        if (pairs.length > 0) {
            change(id, pairs);
        }
        return id;
    }

    String list(String campaign) {
        return made("/v3/list", Api.object("campaign_uuid", campaign, "list_name", "list"))
                .path("list_uuid")
                .asText();
    }

    String lead(String list, String number) {
        return made("/v3/lead", Api.object("list_uuid", list, "phone_number", number))
                .path("lead_uuid")
                .asText();
    }

    private JsonNode made(String path, ObjectNode body) {
        Api.Answer answer = api.post(path, body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json();
    }

    ObjectNode get(String path) {
        return (ObjectNode) ok(api.get(path));
    }

    /** The campaign as a v3 client reads it. */
    ObjectNode read(String campaign) {
        return get("/v3/campaign/" + campaign);
    }

    /** Puts these fields with the two that every PUT must have. */
    void change(String campaign, @Nullable Object... pairs) {
        ObjectNode now = read(campaign);
        ObjectNode body = Api.object(
                "campaign_name", now.path("campaign_name"),
                "type", now.path("type"));
        put(campaign, body.setAll(Api.object(pairs)));
    }

    void put(String campaign, Object body) {
        ok(api.put("/v3/campaign/" + campaign, body));
    }

    /** {@code start}, {@code stop} or {@code pause}. */
    void run(String campaign, String command) {
        ok(api.post("/v3/campaign/" + campaign + "/run/" + command, "{}"));
    }

    void activate(String campaign, boolean active) {
        ok(api.patch("/v3/campaign/" + campaign + "/active", Api.object("active", active)));
    }

    String statusOf(String campaign) {
        return read(campaign).path("status").asText();
    }

    private static JsonNode ok(Api.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }
}
