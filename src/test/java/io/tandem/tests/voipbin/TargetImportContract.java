package io.tandem.tests.voipbin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.tests.Api;
import io.tandem.tests.Database;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@code POST /outdials/{id}/targets/import}. (section 3 "bulk import") */
abstract class TargetImportContract extends V1Contract {

    private static final String CSV = "text/csv";
    private static final String NDJSON = "application/x-ndjson";

    TargetImportContract(Database database) {
        super(database);
    }

    @Test
    void takesCsvAndTellsWhatBecameOfIt() {
        V1 v1 = client();
        String outdial = v1.outdial(V1.number(1, "99001"));

        Api.Answer answer = send(
                v1,
                outdial,
                CSV,
                "\uFEFFname,destination_0,data,destination_1,colour\r\n"
                        + "An,+84900299001,\"{\"\"k\"\":1}\",sip:a@example.com,red\r\n"
                        + "Binh," + V1.number(1, "99001") + ",,,\r\n"
                        + "\r\n"
                        + "nobody,,,,\r\n"
                        + "\"two\r\nlines\",+84900399001,,,\r\n"
                        + "Binh again,+84900299001,,,\r\n");

        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        assertThat(answer.json().path("imported").asInt()).isEqualTo(2);
        assertThat(answer.json().path("duplicates").asInt()).isEqualTo(2);
        assertThat(answer.json().path("refused"))
                .singleElement()
                .satisfies(row -> assertThat(row.path("line").asInt()).isEqualTo(5))
                .satisfies(row -> assertThat(row.path("reason").asText()).contains("destination_0"));
        JsonNode an = named(v1, outdial, "An");
        assertThat(an.at("/destination_0/type").asText()).isEqualTo("tel");
        assertThat(an.at("/destination_1/target").asText()).isEqualTo("sip:a@example.com");
        assertThat(an.path("data").asText()).isEqualTo("{\"k\":1}");
        assertThat(named(v1, outdial, "two\r\nlines").path("status").asText()).isEqualTo("idle");
        assertThat(v1.list("/outdials/" + outdial + "/targets")).hasSize(3);
    }

    @Test
    void takesNdjsonALineAsTheBodyOfATarget() {
        V1 v1 = client();
        String outdial = v1.outdial();

        Api.Answer answer = send(v1, outdial, NDJSON + "; charset=utf-8", """
                {"name":"An","destination_0":{"target":"+84900299001"},"data":{"k":1}}

                {"name":"no JSON"
                [1]
                {"name":7,"destination_0":{"target":"+84900299002"}}
                {"name":"nobody"}
                {"name":"An","destination_0":{"target":"+84900299001"}}
                {"name":"Binh","destination_0":{"target":"+84900299003"}}""");

        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        assertThat(answer.json().path("imported").asInt()).isEqualTo(2);
        assertThat(answer.json().path("duplicates").asInt()).isEqualTo(1);
        assertThat(answer.json().path("refused").findValues("line"))
                .extracting(JsonNode::asInt)
                .containsExactly(3, 4, 5, 6);
        assertThat(answer.json().path("refused").findValuesAsText("reason"))
                .allSatisfy(reason -> assertThat(reason).endsWith(".").doesNotContain("com.fasterxml", "Source"));
        assertThat(named(v1, outdial, "An").path("data").asText()).isEqualTo("{\"k\":1}");
    }

    @Test
    void aLongFileIsReadWhileItArrivesAndItsFirstThousandFaultsAreTold() {
        V1 v1 = client();
        String outdial = v1.outdial();
        String rows = IntStream.range(0, 4_000)
                .mapToObj(i -> i % 3 == 0 ? "x," : "x,+849%08d".formatted(i))
                .collect(Collectors.joining("\n", "name,destination_0\n", "\n"));

        Api.Answer answer = send(v1, outdial, CSV, rows);

        assertThat(answer.json().path("imported").asInt()).isEqualTo(2_666);
        assertThat(answer.json().path("refused_count").asInt()).isEqualTo(1_334);
        assertThat(answer.json().path("refused")).hasSize(1_000);
        assertThat(answer.json().at("/refused/999/line").asInt()).isEqualTo(2 + 3 * 999);
    }

    @Test
    void whatIsPastTheTenantsLimitIsRefusedByLine() {
        V1 v1 = V1.of(gateway.running().tenant(Api.object("name", "small", "caps", Map.of("leads", 5))));
        String outdial = v1.outdial();
        String rows = IntStream.range(0, 8)
                .mapToObj(i -> "{\"destination_0\":{\"target\":\"+8490000%04d\"}}".formatted(i))
                .collect(Collectors.joining("\n"));

        Api.Answer answer = send(v1, outdial, NDJSON, rows);

        assertThat(answer.json().path("imported").asInt()).isEqualTo(5);
        assertThat(answer.json().path("refused_count").asInt()).isEqualTo(3);
        assertThat(answer.json().path("refused").findValues("line"))
                .extracting(JsonNode::asInt)
                .containsExactly(6, 7, 8);
    }

    @Test
    void theFirstFaultsByLineAreToldWhateverTheReason() {
        V1 v1 = V1.of(gateway.running().tenant(Api.object("name", "small", "caps", Map.of("leads", 1))));
        String outdial = v1.outdial(V1.number(1, "99001"));
        String rows = IntStream.range(0, 1_500)
                .mapToObj(i -> i < 400 ? "x,+849%08d".formatted(i) : "x,")
                .collect(Collectors.joining("\n", "name,destination_0\n", "\n"));

        Api.Answer answer = send(v1, outdial, "Text/CSV", rows);

        assertThat(answer.json().path("refused")).hasSize(1_000);
        assertThat(answer.json().at("/refused/0/line").asInt()).isEqualTo(2);
        assertThat(answer.json().at("/refused/999/line").asInt()).isEqualTo(1_001);
    }

    @Test
    void importedTargetsAreCalled() {
        V1 v1 = client();
        String outdial = v1.outdial();
        String campaign = v1.campaign("outplan_id", v1.outplan(), "outdial_id", outdial, "end_handle", "continue");
        v1.status(campaign, "run");

        send(v1, outdial, CSV, "destination_0\n" + V1.number(1, "99001") + "\n" + V1.number(2, "99001") + "\n");

        DialledContract.eventually(
                10, () -> assertThat(v1.journal(campaign).calls()).hasSize(2));
    }

    @Test
    void refusesWhatIsNoFileOfTargets() {
        V1 v1 = client();
        String outdial = v1.outdial();

        Api.Answer json = send(v1, outdial, "application/json", "{}");
        Api.Answer headless = send(v1, outdial, CSV, "An,+84900299001\n");
        Api.Answer binary = v1.api()
                .send(
                        "POST",
                        "/v1.0/outdials/" + outdial + "/targets/import",
                        new byte[] {'n', ',', (byte) 0xff, '\n', '"', 'x'},
                        CSV);
        Api.Answer nothing = send(v1, outdial, NDJSON, "");

        assertRefused(json, 400, "INVALID_ARGUMENT");
        assertThat(json.text("/error/message")).contains(CSV, NDJSON);
        assertThat(headless.json().at("/refused/0/line").asInt()).isEqualTo(1);
        assertThat(binary.json().path("refused")).hasSize(1);
        assertThat(nothing.json().path("imported").asInt()).isZero();
        assertThat(v1.list("/outdials/" + outdial + "/targets")).isEmpty();
        for (String id : List.of(UUID.randomUUID().toString(), client().outdial())) {
            assertRefused(send(v1, id, CSV, "destination_0\n+84900299001\n"), 404, "OUTDIAL_NOT_FOUND");
        }
    }

    private static Api.Answer send(V1 v1, String outdial, String type, String file) {
        return v1.api()
                .send(
                        "POST",
                        "/v1.0/outdials/" + outdial + "/targets/import",
                        file.getBytes(StandardCharsets.UTF_8),
                        type);
    }

    private static JsonNode named(V1 v1, String outdial, String name) {
        return v1.list("/outdials/" + outdial + "/targets").stream()
                .filter(target -> target.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
