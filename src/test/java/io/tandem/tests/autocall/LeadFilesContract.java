package io.tandem.tests.autocall;

import static io.tandem.tests.autocall.TestNumbers.ANSWERED;
import static io.tandem.tests.autocall.TestNumbers.dialled;
import static io.tandem.tests.autocall.TestNumbers.number;
import static io.tandem.tests.autocall.TestNumbers.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.tests.Api;
import io.tandem.tests.Database;
import io.tandem.tests.Journal.Call;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files of leads, and the report of what became of them. (autocall-v3.md, D37) */
abstract class LeadFilesContract extends AutocallContract {

    private static final Path EXAMPLES = Path.of("..", "..", "examples");
    private static final Duration SOON = Duration.ofSeconds(30);

    private String campaign = "";
    private String list = "";

    LeadFilesContract(Database database) {
        super(database);
    }

    @BeforeEach
    void makeList() {
        campaign = v3.campaign("a", "concurrent_call", 20);
        list = v3.list(campaign);
    }

    @Test
    void wantsAListAndAFile_case78() {
        byte[] file = bytes("phone_number\n0349719999\n");

        assertError(api.upload("/v3/lead/file", null, null, Map.of("list_uuid", list)), 400, "http: no such file");
        assertError(api.upload("/v3/lead/file", "leads.csv", file, Map.of()), 400, "list_uuid is missing");
        assertNames(api.upload("/v3/lead/file", "leads.csv", file, Map.of("list_uuid", "x")), "list_uuid");
        assertNames(api.upload("/v3/lead/file", "leads.csv", file, Map.of("list_uuid", UNKNOWN_ID)), "list_uuid");
        Api.Answer good = upload(list, file);
        assertOk(good);
        assertThat(good.json()).isEqualTo(Api.object("msg", "file upload is processing"));
        assertThat(report(good).path("good").asInt()).isEqualTo(1);
    }

    @Test
    void importsTheShippedListAndReportsEveryRow() throws IOException {
        String other = v3.list(campaign, "the same with semicolons");

        JsonNode commas = report(upload(list, Files.readAllBytes(EXAMPLES.resolve("leads-1000.csv"))));
        JsonNode semicolons = report(upload(other, Files.readAllBytes(EXAMPLES.resolve("leads-1000-semicolon.csv"))));

        assertThat(commas.path("state").asText()).isEqualTo("finished");
        assertThat(commas.path("good").asInt()).isEqualTo(970);
        assertThat(commas.path("duplicates").asInt()).isEqualTo(15);
        assertThat(commas.path("refused").asInt()).isEqualTo(15);
        assertThat(lines(commas, true))
                .containsExactly(502, 506, 514, 539, 552, 558, 612, 613, 614, 641, 713, 739, 906, 908, 979);
        assertThat(lines(commas, false))
                .containsExactly(70, 71, 107, 137, 268, 348, 460, 540, 676, 686, 764, 776, 781, 831, 980);
        assertThat(commas.path("rows"))
                .allSatisfy(row -> assertThat(row.path("reason").asText()).isNotEmpty());
        assertThat(semicolons.path("rows")).isEqualTo(commas.path("rows"));
        for (String imported : List.of(list, other)) {
            JsonNode shown = api.get("/v3/list/" + imported).json();
            assertThat(shown.path("total_upload").asInt()).isEqualTo(1000);
            assertThat(shown.path("total_success").asInt()).isEqualTo(970);
            assertThat(shown.path("total_fail").asInt()).isEqualTo(30);
            assertThat(shown.path("total_leads").asInt()).isEqualTo(970);
        }
        JsonNode first = api.get("/v3/lead?list_uuid=" + list + "&phone_number=0978926203")
                .json()
                .at("/data/0");
        assertThat(first.path("lead_name").asText()).isEqualTo("Nguyễn Thị Thanh Phượng");
        assertThat(Api.parse(first.path("additional").textValue()))
                .isEqualTo(Api.object("so_hop_dong", "HD802798", "so_tien", "1900000", "ngay_hen", "03/01/2027"));
    }

    @Test
    void importsNothingOfAFileTwice() {
        byte[] file = bytes("phone_number\n" + String.join("\n", numbers(50, ANSWERED)));
        report(upload(list, file));

        JsonNode again = report(upload(list, file));

        assertThat(again.path("good").asInt(-1)).isZero();
        assertThat(again.path("duplicates").asInt()).isEqualTo(50);
        assertThat(api.get("/v3/lead?list_uuid=" + list).json().path("total").asInt())
                .isEqualTo(50);
    }

    @Test
    void dialsWhatIsUploadedWhileTheCampaignRuns() {
        v3.start(campaign);

        JsonNode report =
                report(upload(list, bytes("sdt;ten\n" + String.join(";x\n", numbers(40, ANSWERED)) + ";x\n")));

        assertThat(report.path("good").asInt()).isEqualTo(40);
        await().atMost(SOON).until(() -> v3.ended(campaign) == 40);
        assertThat(gateway.journal().of(UUID.fromString(campaign)).calls())
                .extracting(Call::to)
                .containsExactlyInAnyOrderElementsOf(
                        numbers(40, ANSWERED).stream().map(TestNumbers::dialled).toList());
        assertThat(dialled(number(0, ANSWERED))).isEqualTo("+84900099000");
    }

    @Test
    void saysWhyAFileCannotBeRead() {
        byte[] picture = new byte[4_096];
        for (int i = 0; i < picture.length; i++) {
            picture[i] = (byte) (i * 31 ^ 0x89);
        }
        for (byte[] rubbish : List.of(picture, new byte[0], new byte[4_096], bytes("a,b\n1,2\n"), bytes("\"open"))) {
            JsonNode report = report(upload(list, rubbish));

            assertThat(report.path("state").asText()).as(report.toString()).isEqualTo("failed");
            assertThat(report.path("failure").asText()).isNotEmpty();
            assertThat(report.path("good").asInt(-1)).isZero();
        }
        assertThat(api.get("/v3/lead").json().path("total").asInt(-1)).isZero();
        assertThat(report(upload(list, bytes("phone\n0349719999"))).path("good").asInt())
                .isEqualTo(1);
    }

    @Test
    void takesAnyFileName() {
        int good = 0;
        for (String name : List.of("", "\u0000.csv", "đường dẫn/../x.csv", "x".repeat(255))) {
            byte[] file = bytes("phone\n034971999" + good + "\n");

            Api.Answer answer = api.upload("/v3/lead/file", name, file, Map.of("list_uuid", list));

            assertThat(answer.status())
                    .as("%s characters: %s", name.length(), answer)
                    .isIn(200, 400);
            if (answer.status() == 200) {
                assertThat(report(answer).path("good").asInt()).isEqualTo(1);
                good++;
            } else {
                assertThat(answer.json().has("error")).isTrue();
            }
        }
        assertThat(good).isPositive();
    }

    @Test
    void listsTheUploadsOfATenant() {
        Api.Answer upload = upload(list, bytes("phone\n0349719999\n"));
        String report = upload.header("Location");
        report(upload);
        String other = v3.list(campaign, "other");
        Api stranger = gateway.tenant("b").autocall();

        assertThat(api.get("/gateway/imports").json().path("imports")).hasSize(1);
        assertThat(api.get("/gateway/imports?list_id=" + list).json().path("imports"))
                .hasSize(1);
        assertThat(api.get("/gateway/imports?list_id=" + other).json().path("imports"))
                .isEmpty();
        assertThat(stranger.get("/gateway/imports").json().path("imports")).isEmpty();
        assertThat(stranger.get(report).status()).isEqualTo(404);
        assertThat(api.get("/gateway/imports/" + UNKNOWN_ID).status()).isEqualTo(404);
    }

    private Api.Answer upload(String into, byte[] file) {
        return api.upload("/v3/lead/file", "leads.csv", file, Map.of("list_uuid", into));
    }

    /** Waits for the end of an upload. */
    private JsonNode report(Api.Answer upload) {
        assertThat(upload.status()).as(upload.toString()).isEqualTo(200);
        String path = upload.header("Location");
        return await().atMost(SOON)
                .until(
                        () -> api.get(path).json(),
                        report -> !report.path("state").asText().equals("running"));
    }

    private static List<Integer> lines(JsonNode report, boolean duplicates) {
        List<Integer> lines = new ArrayList<>();
        for (JsonNode row : report.path("rows")) {
            if (row.path("duplicate").asBoolean() == duplicates) {
                lines.add(row.path("line").asInt());
            }
        }
        return lines;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
