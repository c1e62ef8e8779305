package io.tandem.gateway.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The demo's second campaign: a VoIPbin client's way, an outplan, an outdial, its targets one by one, a campaign. */
final class VoipbinHalf {

    private static final int TRIES = 2;
    private static final int RETRY_MILLIS = 2_000;
    private static final int RING_MILLIS = 60_000;
    private static final int AT_ONCE = 4;

    private VoipbinHalf() {}

    /** @param autocall the same tenant's v3 client: v1.0 has no word for a cap, so the cap is set through v3 */
    static DemoCampaign start(DemoApi anyone, DemoApi autocall, DemoList list, int cap) {
        DemoApi api = anyone.as(anyone.post(
                        "/auth/login",
                        object().put("username", DemoTenant.USERNAME).put("password", DemoTenant.PASSWORD))
                .path("token")
                .asText());
        ObjectNode plan = object().put("name", "Demo over v1.0")
                .put("dial_timeout", RING_MILLIS)
                .put("try_interval", RETRY_MILLIS)
                .put("max_try_count_0", TRIES);
        plan.set("source", object().put("type", "tel").put("target", "+842873003586"));
        String outplan = api.post("/v1.0/outplans", plan).path("id").asText();
        String outdial = api.post("/v1.0/outdials", object().put("name", "even rows"))
                .path("id")
                .asText();
        addTargets(api, outdial, list.even());
        ObjectNode campaign = object().put("name", "Demo over v1.0")
                .put("type", "call")
                .put("end_handle", "stop")
                .put("outplan_id", outplan)
                .put("outdial_id", outdial);
        campaign.putArray("actions").add(object().put("type", "answer"));
        String id = api.post("/v1.0/campaigns", campaign).path("id").asText();
        autocall.put(
                "/v3/campaign/" + id,
                object().put("campaign_name", "Demo over v1.0")
                        .put("type", "autocall")
                        .put("concurrent_call", cap));
        api.put("/v1.0/campaigns/" + id + "/status", object().put("status", "run"));
        String note = "its rows: " + list.even().size() + " posted, " + list.evenLeftOut()
                + " left out (no number, or a repeat)";
        return new DemoCampaign("v1.0", api, UUID.fromString(id), TRIES, note);
    }

    private static void addTargets(DemoApi api, String outdial, List<DemoList.Lead> leads) {
        ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<?>> posts = new ArrayList<>();
            for (DemoList.Lead lead : leads) {
                ObjectNode target = object().put("name", lead.name());
                target.set("destination_0", object().put("type", "tel").put("target", lead.number()));
                posts.add(clients.submit(() -> api.post("/v1.0/outdials/" + outdial + "/targets", target)));
            }
            for (Future<?> post : posts) {
                post.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a target was refused", e);
        } finally {
            clients.shutdown();
        }
    }

    private static ObjectNode object() {
        return DemoApi.JSON.createObjectNode();
    }
}
