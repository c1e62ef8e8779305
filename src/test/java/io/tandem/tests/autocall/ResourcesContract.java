package io.tandem.tests.autocall;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.tests.Api;
import io.tandem.tests.Database;
import io.tandem.tests.TenantUnderTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Carriers, templates, sound files and gateways. (autocall-v3.md, 1.7) */
abstract class ResourcesContract extends AutocallContract {

    private static final byte[] WAV = "RIFF....WAVEfmt ".getBytes(StandardCharsets.US_ASCII);
    private static final int RIVALS = 6;

    ResourcesContract(Database database) {
        super(database);
    }

    private String gatewayId(TenantUnderTest owner) {
        return owner.autocall().get("/v3/gateway").text("/data/0/gateway_uuid");
    }

    private ObjectNode carrier(String name) {
        return ((ObjectNode) Api.parse(resource("post-carrier.json")))
                .put("carrier_name", name)
                .put("gateway_uuid", gatewayId(tenant));
    }

    private String made(String path, String pointer, ObjectNode body) {
        Api.Answer answer = api.post(path, body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.text(pointer);
    }

    private String audio(String name) {
        Api.Answer answer = api.upload("/v3/audio", name, WAV, Map.of());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.json()).isEqualTo(Api.object("created", true, "id", answer.text("/id")));
        return answer.text("/id");
    }

    // ---- gateways

    @Test
    void showsTheTenantsOneGateway_D42() {
        Api.Answer answer = api.get("/v3/gateway");

        assertOk(answer);
        assertThat(answer.json())
                .isEqualTo(Api.object(
                        "data",
                        List.of(Api.object(
                                "gateway_uuid",
                                answer.text("/data/0/gateway_uuid"),
                                "domain_uuid",
                                tenant.id().toString(),
                                "gateway",
                                "simulated",
                                "description",
                                "")),
                        "limit",
                        10,
                        "offset",
                        0,
                        "total",
                        1));
        assertThat(gatewayId(tenant)).isNotEqualTo(gatewayId(gateway.tenant("b")));
    }

    @Test
    void startsATenantWithADefaultCarrier_D42() {
        Api.Answer answer = api.get("/v3/carrier");

        assertOk(answer);
        assertThat(answer.json().path("total").asInt()).isEqualTo(1);
        assertThat(answer.text("/data/0/gateway_uuid")).isEqualTo(gatewayId(tenant));
        assertThat(answer.json().at("/data/0/concurrent_call").asInt()).isEqualTo(1000);
        String id = answer.text("/data/0/carrier_uuid");
        assertError(api.delete("/v3/carrier/" + id), 400, "carrier is in use");
    }

    // ---- carriers

    @Test
    void keepsACarrierAsSent() {
        ObjectNode sent = carrier("Billing03");

        Api.Answer answer = api.post("/v3/carrier", sent);

        assertThat(answer.status()).isEqualTo(201);
        String id = answer.text("/carrier_uuid");
        assertThat(answer.json()).isEqualTo(Api.object("carrier_uuid", id, "created", true));
        JsonNode shown = api.get("/v3/carrier/" + id).json();
        ObjectNode expected = (ObjectNode) Api.parse(resource("get-carrier.json"));
        expected.put("domain_uuid", tenant.id().toString())
                .put("carrier_uuid", id)
                .put("gateway_uuid", gatewayId(tenant));
        expected.set("created_at", shown.get("created_at"));
        expected.set("updated_at", shown.get("updated_at"));
        assertThat(shown).isEqualTo(expected);
        assertThat(api.get("/v3/carrier").json().at("/data/0")).isEqualTo(expected);
    }

    @Test
    void changesWhatAPutNames() {
        String id = made("/v3/carrier", "/carrier_uuid", carrier("Billing02"));
        ObjectNode sent = carrier("Billing02")
                .put("carrier_uuid", id)
                .put("concurrent_call", 15)
                .put("remaining_concurrent_call", 0);
        sent.set("network", Api.object("viettel", 10, "tel", null));
        sent.set("data", Api.object("caller_id", "02873003586,02873003587", "prefix_mobi", "12"));
        sent.set("groups", Api.parse("[]"));
        sent.set("colour", Api.parse("\"red\""));

        Api.Answer answer = api.put("/v3/carrier/" + id, sent);

        assertOk(answer);
        assertThat(answer.json()).isEqualTo(Api.object("carrier_uuid", id));
        JsonNode shown = api.get("/v3/carrier/" + id).json();
        assertThat(shown.path("concurrent_call").asInt()).isEqualTo(15);
        assertThat(shown.path("remaining_concurrent_call").asInt()).isEqualTo(15);
        assertThat(shown.at("/network/viettel").asInt()).isEqualTo(10);
        assertThat(shown.at("/carrier_remaining_ccu/viettel").asInt()).isEqualTo(10);
        assertThat(shown.path("data")).isEqualTo(sent.get("data"));
        assertThat(shown.path("groups")).isEqualTo(Api.parse("[]"));
        assertThat(shown.path("colour")).isEqualTo(sent.get("colour"));
        assertOk(api.put("/v3/carrier/" + id, shown));
        ObjectNode after = (ObjectNode) api.get("/v3/carrier/" + id).json();
        assertThat(after.set("updated_at", shown.get("updated_at")).toString()).isEqualTo(shown.toString());
    }

    @Test
    void namesEverythingThatIsWrongWithACarrier() {
        assertViolations(
                api.post("/v3/carrier", "{}"),
                "(root)",
                "carrier_name is required",
                "(root)",
                "gateway_uuid is required",
                "(root)",
                "dial_type is required",
                "(root)",
                "concurrent_call is required");
        ObjectNode sent = carrier("x");
        sent.put("dial_type", "fax").put("concurrent_call", 5000).put("caller_id", 5);
        sent.set("network", Api.object("viettel", -1));
        assertViolations(
                api.post("/v3/carrier", sent),
                "caller_id",
                "Invalid type. Expected: string, given: integer",
                "network.viettel",
                "Must be greater than or equal to 0",
                "concurrent_call",
                "Must be less than or equal to 1000",
                "dial_type",
                "dial_type must be one of the following: \"sip_one_for_all\", \"sip_random_for_all\","
                        + " \"sip_random_group_for_network\", \"channel_one_for_all\", \"channel_prefix\"");
        assertViolations(
                api.post("/v3/carrier", carrier("x").put("gateway_uuid", UNKNOWN_ID)),
                "gateway_uuid",
                "gateway_uuid is not found");
        String id = made("/v3/carrier", "/carrier_uuid", carrier("x"));
        assertError(
                api.put("/v3/carrier/" + id, carrier("x").put("carrier_uuid", UNKNOWN_ID)),
                400,
                "carrier_uuid is invalid");
    }

    @Test
    void givesACarriersNameOnce() {
        made("/v3/carrier", "/carrier_uuid", carrier("Taken"));
        String other = made("/v3/carrier", "/carrier_uuid", carrier("Other"));

        assertError(api.post("/v3/carrier", carrier(" Taken ")), 400, "carrier_name is exists");
        assertError(api.put("/v3/carrier/" + other, carrier("Taken")), 400, "carrier_name is exists");
        assertOk(api.put("/v3/carrier/" + other, carrier("Other")));
        List<Api.Answer> rivals = race(RIVALS, i -> api.post("/v3/carrier", carrier("Wanted")));
        assertThat(rivals.stream().filter(answer -> answer.status() == 201)).hasSize(1);
        assertThat(rivals.stream().filter(answer -> answer.status() == 400)).hasSize(RIVALS - 1);
    }

    @Test
    void deletesACarrierThatNothingRunsThrough() {
        String id = made("/v3/carrier", "/carrier_uuid", carrier("Going"));
        String campaign = v3.campaign("uses it", "carrier_uuid", id);
        assertThat(v3.shown(campaign).path("carrier_name").asText()).isEqualTo("Going");
        v3.start(campaign);

        Api.Answer used = api.delete("/v3/carrier/" + id);
        api.post("/v1/campaign/" + campaign + "/run/stop", "{}");
        eventually(() -> v3.shown(campaign).path("status").asText().equals("stop")
                && api.delete("/v3/carrier/" + id).status() == 200);

        assertError(used, 400, "carrier is in use");
        assertError(api.delete("/v3/carrier/" + id), 404, "carrier_name is not exists");
        assertError(api.get("/v3/carrier/" + id), 404, NOT_FOUND);
        assertError(api.put("/v3/carrier/" + id, carrier("Going")), 404, NOT_FOUND);
        made("/v3/carrier", "/carrier_uuid", carrier("Going"));
    }

    // ---- templates

    @Test
    void keepsASpokenTemplateAndShowsItAsTheDocumentsDo() {
        Api.Answer answer = api.post("/v3/template", resource("post-template-tts.json"));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        String id = answer.text("/template_uuid");
        assertThat(answer.json()).isEqualTo(Api.object("created", "true", "template_uuid", id));
        ObjectNode expected = (ObjectNode) Api.parse(resource("get-template-tts.json"));
        expected.put("template_uuid", id);
        assertThat(api.get("/v3/template/" + id).json()).isEqualTo(expected);
        assertThat(api.get("/v3/template").json())
                .isEqualTo(Api.object("data", List.of(expected), "limit", 10, "offset", 0, "total", 1));
        assertThat(api.get("/v3/template?template_name=thong_bao_no_cuoc_01")
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(api.get("/v3/template?template_name=other")
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
    }

    @Test
    void keepsATemplateOfFilesAndChangesIt() {
        ObjectNode sent = (ObjectNode) Api.parse(resource("post-template-audio.json")
                .replace("54a00d51-7c3f-4c97-b578-a43966fbdf48", audio("a.wav"))
                .replace("22643d66-e9dd-4821-a9d6-a7347de5d84f", audio("b.wav"))
                .replace("827a8471-df3e-470d-89f0-27f305b785ca", audio("c.wav")));
        String id = made("/v3/template", "/template_uuid", sent);
        JsonNode shown = api.get("/v3/template/" + id).json();
        assertThat(shown.has("content")).isFalse();
        assertThat(shown.path("audio_file")).isEqualTo(sent.get("audio_file"));
        assertThat(shown.at("/press_options/0/1"))
                .isEqualTo(
                        Api.object("audio_file", sent.at("/press_options/0/audio_file"), "voice_type", "audio_file"));

        assertOk(api.put("/v3/template/" + id, shown));
        assertThat(api.get("/v3/template/" + id).json()).isEqualTo(shown);
        ObjectNode change = Api.object("template_name", "temp_audio_03", "press_timeout", 9);
        change.set(
                "press_options",
                Api.parse("[{\"press_num\":\"1\",\"toggled\":true,\"voice_type\":\"tts\",\"enable\":true,"
                        + "\"audio_file\":\"\",\"content\":\"Cám ơn\",\"type\":\"tts\",\"extension\":\"5000\"}]"));
        Api.Answer answer = api.put("/v3/template/" + id, change);

        assertOk(answer);
        assertThat(answer.json()).isEqualTo(Api.object("created", true, "template_uuid", id, "updated", "true"));
        JsonNode after = api.get("/v3/template/" + id).json();
        assertThat(after.at("/press_options/0/1")).isEqualTo(Api.object("content", "Cám ơn", "voice_type", "tts"));
        assertThat(after.path("press_timeout").asInt()).isEqualTo(9);
        assertThat(after.path("exit_sound")).isEqualTo(shown.path("exit_sound"));
    }

    @Test
    void namesEverythingThatIsWrongWithATemplate() {
        assertViolations(api.post("/v3/template", "{}"), "(root)", "template_name is required");
        ObjectNode sent = Api.object("template_name", "", "voice_type", "fax", "speed_tts", 2.5, "voice_tts", "x");
        sent.set("press_options", Api.parse("[{\"press_num\":\"1\"},{\"press_num\":\"1\"},{\"enable\":1},7]"));
        sent.set("exit_sound", Api.parse("{\"enable\":\"yes\"}"));
        assertViolations(
                api.post("/v3/template", sent),
                "template_name",
                "String length must be greater than or equal to 1",
                "voice_type",
                "voice_type must be one of the following: \"tts\", \"audio_file\"",
                "speed_tts",
                "Must be less than or equal to 2",
                "voice_tts",
                "voice_tts must be one of the following: \"north-m-01\", \"north-f-01\", \"north-m-02\","
                        + " \"north-f-02\", \"south-m-03\", \"south-f-03\"",
                "press_options.1.press_num",
                "press_num is duplicate",
                "press_options.2.enable",
                "Invalid type. Expected: boolean, given: integer",
                "press_options.2",
                "press_num is required",
                "press_options.3",
                "Invalid type. Expected: object, given: integer",
                "exit_sound.enable",
                "Invalid type. Expected: boolean, given: string");
        assertViolations(
                api.post("/v3/template", Api.object("template_name", "t", "audio_file", UNKNOWN_ID)),
                "audio_file",
                "audio_file is not found");
    }

    @Test
    void givesATemplatesNameOnce() {
        String id = made("/v3/template", "/template_uuid", Api.object("template_name", "one"));
        String other = made("/v3/template", "/template_uuid", Api.object("template_name", "two"));

        assertError(api.post("/v3/template", Api.object("template_name", "one")), 400, "template is existed!");
        assertError(api.put("/v3/template/" + other, Api.object("template_name", "one")), 400, "template is existed!");
        List<Api.Answer> rivals = race(RIVALS, i -> api.post("/v3/template", Api.object("template_name", "wanted")));
        assertThat(rivals.stream().filter(answer -> answer.status() == 201)).hasSize(1);
        Api.Answer deleted = api.delete("/v3/template/" + id);
        assertOk(deleted);
        assertThat(deleted.json()).isEqualTo(Api.object("deleted", "true"));
        assertError(api.delete("/v3/template/" + id), 404, "template not found");
        assertError(api.get("/v3/template/" + id), 404, NOT_FOUND);
    }

    // ---- sound files

    @Test
    void keepsSoundFiles() {
        String first = audio("AudioExample.wav");
        Api.Answer second = api.upload("/v3/audio", "x.wav", WAV, Map.of("audio_name", "Named.wav"));
        assertThat(second.status()).isEqualTo(201);

        JsonNode all = api.get("/v3/audio").json();

        assertThat(all.path("total").asInt()).isEqualTo(2);
        assertThat(all.at("/data/0/audio_name").asText()).isEqualTo("Named.wav");
        assertThat(all.at("/data/1").fieldNames())
                .toIterable()
                .containsExactly("domain_uuid", "audio_uuid", "audio_name", "user_uuid", "created_at");
        assertThat(api.get("/v3/audio?audio_name=AudioExample.wav").text("/data/0/audio_uuid"))
                .isEqualTo(first);
        assertThat(api.get("/v3/audio?audio_uuid=" + first).text("/data/0/audio_name"))
                .isEqualTo("AudioExample.wav");
        assertThat(api.get("/v3/audio?audio_uuid=" + UNKNOWN_ID)
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
        assertError(api.upload("/v3/audio", "AudioExample.wav", WAV, Map.of()), 400, "audio is existed");
        assertError(api.upload("/v3/audio", "x", null, Map.of("audio_name", "y")), 400, "http: no such file");
        assertNames(api.upload("/v3/audio", "a.txt", new byte[] {1, 2}, Map.of()), "file");
    }

    @Test
    void keepsASoundFileThatATemplatePlays() {
        String played = audio("played.wav");
        String template = made(
                "/v3/template",
                "/template_uuid",
                Api.object("template_name", "plays", "voice_type", "audio_file", "audio_file", played));

        assertError(api.delete("/v3/audio/" + played), 400, "delete audio failed");
        assertOk(api.delete("/v3/template/" + template));
        Api.Answer deleted = api.delete("/v3/audio/" + played);

        assertOk(deleted);
        assertThat(deleted.json()).isEqualTo(Api.object("message", "delete audio success"));
        assertError(api.delete("/v3/audio/" + played), 404, "delete audio failed");
        assertThat(api.get("/v3/audio").json().path("total").asInt()).isZero();
        audio("played.wav");
    }
}
