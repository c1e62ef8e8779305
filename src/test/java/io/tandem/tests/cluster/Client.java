package io.tandem.tests.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.tests.Api;
import io.tandem.tests.TenantUnderTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A tenant that speaks v3 through either of two replicas. */
record Client(UUID tenant, List<Api> ways) {

    private static final int AT_ONCE = 1_000;

    static Client of(TenantUnderTest tenant, Api other) {
        Api first = tenant.autocall();
        return new Client(tenant.id(), List.of(first, new Api(other.base(), first.headers())));
    }

    /** A campaign over these numbers, open all day, each called once; not started. */
    UUID campaign(int cap, List<String> numbers) {
        return campaign(ways.get(0), cap, numbers);
    }

    /** Likewise, of whoever speaks. */
    static UUID campaign(Api v3, int cap, List<String> numbers) {
        String name = "c" + UUID.randomUUID();
        String campaign = v3.post(
                        "/v3/campaign", Api.object("campaign_name", name, "type", "autocall", "concurrent_call", cap))
                .text("/campaign_uuid");
        v3.put(
                "/v3/campaign/" + campaign,
                Api.object("campaign_name", name, "type", "autocall", "schedules", List.of(Days.ALL)));
        String list = v3.post("/v3/list", Api.object("campaign_uuid", campaign, "list_name", "l"))
                .text("/list_uuid");
        for (int from = 0; from < numbers.size(); from += AT_ONCE) {
            List<Object> leads = new ArrayList<>();
            numbers.subList(from, Math.min(numbers.size(), from + AT_ONCE))
                    .forEach(number -> leads.add(Api.object("phone_number", number)));
            v3.post("/v3/lead/multi", Api.object("list_uuid", list, "data", leads));
        }
        return UUID.fromString(campaign);
    }

    /** Start, stop or pause. */
    static void command(Api api, UUID campaign, String word) {
        Api.Answer answer = api.post("/v1/campaign/" + campaign + "/run/" + word, "{}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }
}
