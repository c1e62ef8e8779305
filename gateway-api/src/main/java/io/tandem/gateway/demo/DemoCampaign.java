package io.tandem.gateway.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;

/**
 * One of the demo's two campaigns.
 *
 * @param api how it came in, and how it is watched
 * @param attempts most calls to one number
 * @param note what became of rows that are no leads
 */
record DemoCampaign(String title, DemoApi api, UUID id, int attempts, String note) {

    JsonNode progress() {
        return api.get("/gateway/campaigns/" + id + "/progress");
    }
}
