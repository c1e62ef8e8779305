package io.tandem.tests.voipbin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.tests.Api;
import io.tandem.tests.Database;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A campaign is not exhausted while a request still fills its list. (design section 5, promise 9) */
abstract class OpenImportContract extends DialledContract {

    /** Repeats of one number: they are read and stored, and make one target. */
    private static final int MORE_THAN_ANY_BUFFER = 10_000;

    OpenImportContract(Database database) {
        super(database);
    }

    @Test
    void aCampaignWaitsForTheRestOfAFile() throws Exception {
        V1 v1 = client();
        String outdial = v1.outdial();
        String campaign = v1.campaign("outplan_id", v1.outplan(), "outdial_id", outdial);
        CompletableFuture<HttpResponse<String>> answer;
        try (PipedOutputStream file = new PipedOutputStream()) {
            answer = upload(v1, outdial, new PipedInputStream(file, 1 << 18));
            write(file, "destination_0\n" + (V1.number(1, "99000") + "\n").repeat(MORE_THAN_ANY_BUFFER));
            eventually(
                    10,
                    () -> assertThat(v1.list("/outdials/" + outdial + "/targets"))
                            .hasSize(1));

            v1.status(campaign, "run");
            eventually(10, () -> assertThat(done(v1, campaign)).isEqualTo(1));
            v1.put("/campaigns/" + campaign, "name", "taken in by a later turn");

            assertThat(v1.statusOf(campaign)).isEqualTo("run");
            write(file, V1.number(2, "99000") + "\n");
        }

        assertThat(answer.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        eventually(10, () -> assertThat(v1.statusOf(campaign)).isEqualTo("stop"));
        assertThat(v1.journal(campaign).calls()).hasSize(2);
    }

    @Test
    void aBrokenImportHoldsUpNobody() throws Exception {
        V1 v1 = client();
        String outdial = v1.outdial();
        String campaign = v1.campaign("outplan_id", v1.outplan(), "outdial_id", outdial);

        Api.Answer refused = v1.api()
                .send(
                        "POST",
                        "/v1.0/outdials/" + outdial + "/targets/import",
                        "x".getBytes(StandardCharsets.UTF_8),
                        "image/png");
        v1.status(campaign, "run");

        assertThat(refused.status()).as("%s", refused).isEqualTo(400);
        eventually(10, () -> assertThat(v1.statusOf(campaign)).isEqualTo("stop"));
    }

    private static int done(V1 v1, String campaign) {
        JsonNode progress =
                v1.api().get("/gateway/campaigns/" + campaign + "/progress").json();
        return progress.at("/targets/done").asInt();
    }

    private static void write(PipedOutputStream file, String rows) throws IOException {
        file.write(rows.getBytes(StandardCharsets.UTF_8));
        file.flush();
    }

    private static CompletableFuture<HttpResponse<String>> upload(V1 v1, String outdial, PipedInputStream file) {
        HttpRequest.Builder request = HttpRequest.newBuilder()
                .uri(v1.api().base().resolve("/v1.0/outdials/" + outdial + "/targets/import"))
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> file));
        v1.api().headers().forEach(request::header);
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
