package io.tandem.tests.autocall;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.tests.Api;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A v3 client's everyday requests, those that are to succeed. */
record Autocall(Api api) {

    /** Makes a campaign of type autocall with these further fields (name, value, name, value …) and gives its id. */
    String campaign(String name, @Nullable Object... fields) {
        ObjectNode body = Api.object("campaign_name", name, "type", "autocall");
        Api.Answer made = api.post("/v3/campaign", body);
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        String id = made.text("/campaign_uuid");
        if (fields.length > 0) {
            Api.Answer written = edit(id, fields);
            assertThat(written.status()).as(written.toString()).isEqualTo(200);
        }
        return id;
    }

    /** Makes a list named after the campaign and gives its id. */
    String list(String campaign) {
        return list(campaign, "list of " + campaign);
    }

    String list(String campaign, String name) {
        Api.Answer made = api.post("/v3/list", Api.object("campaign_uuid", campaign, "list_name", name));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return made.text("/list_uuid");
    }

    /** Adds a lead and gives its id. */
    String lead(String list, String number) {
        Api.Answer made = api.post("/v3/lead", Api.object("list_uuid", list, "phone_number", number));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return made.text("/lead_uuid");
    }

    void leads(String list, List<String> numbers) {
        List<ObjectNode> rows = numbers.stream()
                .map(number -> Api.object("lead_name", "", "phone_number", number))
                .toList();
        Api.Answer added = api.post("/v3/lead/multi", Api.object("list_uuid", list, "data", rows));
        assertThat(added.json().path("total_insert").asInt())
                .as(added.toString())
                .isEqualTo(numbers.size());
    }

    /** The campaign as its single GET shows it. */
    ObjectNode shown(String campaign) {
        Api.Answer answer = api.get("/v3/campaign/" + campaign);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return (ObjectNode) answer.json();
    }

    /** PUTs these fields (name, value, name, value …) with the name and type that the campaign has. */
    Api.Answer edit(String campaign, @Nullable Object... fields) {
        ObjectNode shown = shown(campaign);
        ObjectNode body = Api.object("campaign_name", shown.get("campaign_name"), "type", shown.get("type"));
        body.setAll(Api.object(fields));
        return api.put("/v3/campaign/" + campaign, body);
    }

    void start(String campaign) {
        Api.Answer started = api.post("/v1/campaign/" + campaign + "/run/start", "{}");
        assertThat(started.status()).as(started.toString()).isEqualTo(200);
    }

    JsonNode progress(String campaign) {
        return api.get("/gateway/campaigns/" + campaign + "/progress").json();
    }

    /** Leads of the campaign that will not be called any more. */
    int ended(String campaign) {
        JsonNode targets = progress(campaign).path("targets");
        return targets.path("total").asInt() - targets.path("left").asInt();
    }
}
