package io.tandem.tests.crossing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.tests.Api;
import io.tandem.tests.Database;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What only one campaign can have, whichever dialect asks: a list that runs, a name. (mapping.md, rows name and targets) */
abstract class ExclusionContract extends Crossing {

    ExclusionContract(Database database) {
        super(database);
    }

    @Test
    void atMostOneCampaignOfAListRuns() {
        Both both = client();
        String outplan = both.v1().outplan();
        String outdial = both.v1().outdial();
        Object[] shared = {"outplan_id", outplan, "outdial_id", outdial, "end_handle", "continue"};
        String one = both.v1().campaign(shared);
        String two = both.v1().campaign(shared);
        both.v1().status(one, "run");

        assertRefused(
                both.v1().api().put("/v1.0/campaigns/" + two + "/status", Api.object("status", "run")),
                409,
                "STATE_INVALID");
        Api.Answer inV3 = both.v3().api().post("/v1/campaign/" + two + "/run/start", "{}");
        assertThat(inV3.status()).as(inV3.toString()).isEqualTo(400);
        assertThat(inV3.json()).isEqualTo(Api.object("error", "list is in use"));
        assertThat(both.v3().statusOf(two)).isEqualTo("stop");

        both.v3().run(one, "stop");
        eventually(() -> assertThat(both.v1().statusOf(one)).isEqualTo("stop"));
        assertThat(both.v1().status(two, "run").path("status").asText()).isEqualTo("run");
    }

    @Test
    void ofTwoStartsOfAListAtOnceOneIsRefused() {
        Both both = client();
        String outplan = both.v1().outplan();
        String outdial = both.v1().outdial();
        Object[] shared = {"outplan_id", outplan, "outdial_id", outdial, "end_handle", "continue"};
        String one = both.v1().campaign(shared);
        String two = both.v1().campaign(shared);

        List<Integer> answers = atOnce(List.of(
                () -> both.v1().api().put("/v1.0/campaigns/" + one + "/status", Api.object("status", "run")),
                () -> both.v3().api().post("/v3/campaign/" + two + "/run/start", "{}")));

        assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
        assertThat(List.of(both.v1().statusOf(one), both.v1().statusOf(two))).containsExactlyInAnyOrder("run", "stop");
    }

    @Test
    void aNameCrossesExactlyAndIsReservedByV3Alone() {
        Both both = client();
        String name = " Chiến dịch \"Tết\" 100% \\ 🎉 ";
        String first = both.v3().campaign(name);

        assertThat(both.v1().get("/campaigns/" + first).path("name").asText()).isEqualTo(name);
        assertRefused(post(both, name.strip()), 400, "campaign_name is already taken");
        both.v1().campaign("name", name);
        assertRefused(post(both, name), 400, "campaign_name is already taken");
    }

    @Test
    void aRenameInV1SetsTheReservedNameFree() {
        Both both = client();
        String first = both.v3().campaign("reserved");

        both.v1().put("/campaigns/" + first, "name", "other");

        assertThat(both.v3().read(first).path("campaign_name").asText()).isEqualTo("other");
        assertThat(post(both, "reserved").status()).isEqualTo(201);
        both.v3().change(first, "description", "a PUT that keeps its name never fails on it");
        String twin = both.v1().campaign("name", "other");
        both.v3().change(first, "description", "not even beside a twin");
        both.v3().put(twin, both.v3().read(twin));
    }

    @Test
    void ofTwoCampaignsOfANameMadeAtOnceOneIsRefused() {
        Both both = client();

        List<Integer> answers = atOnce(Collections.nCopies(3, () -> post(both, "same")));

        assertThat(answers).containsExactlyInAnyOrder(201, 400, 400);
        assertThat(both.v1().list("/campaigns")).hasSize(1);
    }

    private static List<Integer> atOnce(List<Supplier<Api.Answer>> requests) {
        List<CompletableFuture<Api.Answer>> sent = requests.stream()
                .map(request -> CompletableFuture.supplyAsync(request, sender -> new Thread(sender).start()))
                .toList();
        return sent.stream().map(answer -> answer.join().status()).toList();
    }

    private static Api.Answer post(Both both, String name) {
        return both.v3().api().post("/v3/campaign", Api.object("campaign_name", name, "type", "autocall"));
    }
}
