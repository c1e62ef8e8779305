package io.tandem.gateway.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.gateway.time.Pause;
import java.util.List;
import java.util.UUID;

/** The demo's first campaign: an autocall client's way, all in one object and a file of leads. */
final class AutocallHalf {

    private static final int RECALLS = 1;
    private static final long POLL_MILLIS = 20;

    private AutocallHalf() {}

    static DemoCampaign start(DemoApi anyone, String leads, int cap) {
        DemoApi api = anyone.as(anyone.post("/v3/auth/token", object().put("api_key", DemoTenant.API_KEY))
                .path("token")
                .asText());
        String campaign = api.post(
                        "/v3/campaign",
                        object().put("campaign_name", "Demo over v3").put("type", "autocall"))
                .path("campaign_uuid")
                .asText();
        ObjectNode settings = object().put("campaign_name", "Demo over v3")
                .put("type", "autocall")
                .put("concurrent_call", cap)
                .put("recall_times", RECALLS)
                .put("schedule_recall", "after");
        settings.putArray("schedules").add(openAllDay());
        api.put("/v3/campaign/" + campaign, settings);
        String list = api.post(
                        "/v3/list", object().put("campaign_uuid", campaign).put("list_name", "odd rows"))
                .path("list_uuid")
                .asText();
        JsonNode report = imported(api, api.upload(list, leads));
        api.post("/v1/campaign/" + campaign + "/run/start", object());
        String note = "its file: " + report.path("good").asLong() + " good, "
                + report.path("duplicates").asLong() + " duplicate, "
                + report.path("refused").asLong() + " refused rows";
        return new DemoCampaign("v3", api, UUID.fromString(campaign), RECALLS + 1, note);
    }

    private static ObjectNode openAllDay() {
        ObjectNode week = object();
        for (String day : List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")) {
            week.put(day + "_start_time", 0L).put(day + "_end_time", 86_400_000_000_000L);
        }
        return week;
    }

    private static JsonNode imported(DemoApi api, String report) {
        JsonNode state = api.get(report);
        while (state.path("state").asText().equals("running")) {
            Pause.millis(POLL_MILLIS);
            state = api.get(report);
        }
        if (!state.path("state").asText().equals("finished")) {
            throw new IllegalStateException("the import failed: " + state);
        }
        return state;
    }

    private static ObjectNode object() {
        return DemoApi.JSON.createObjectNode();
    }
}
