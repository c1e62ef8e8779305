package io.tandem.translators.voipbin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.CampaignKind;
import io.tandem.campaigns.rules.NetworkPrefixes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a client can write comes back equal through the same dialect; what it left out has its default. */
class RoundTripTest {

    private static final int ROUNDS = 3_000;
    private static final List<String> DESTINATIONS =
            List.of("destination_0", "destination_1", "destination_2", "destination_3", "destination_4");

    private final RandomHub hub = RandomHub.seeded("RoundTripTest");
    private final RandomDocuments documents = new RandomDocuments(hub);

    @ParameterizedTest
    @EnumSource
    void givesBackEveryCampaign(WireVersion version) {
        for (int round = 0; round < ROUNDS; round++) {
            ObjectNode sent = documents.campaign();

            Campaign made = VoipbinCampaigns.create(sent.deepCopy(), Sample.creation(version))
                    .campaign();
            ObjectNode shown = VoipbinCampaigns.show(Sample.view(made), false, version);

            ObjectNode expected = withDefaults(sent, """
                    {"detail":"","service_level":100,"end_handle":"stop","actions":[],"outplan_id":"","outdial_id":"",
                     "queue_id":"","next_campaign_id":""}""");
            if (expected.path("end_handle").asText().isEmpty()) {
                expected.put("end_handle", "stop");
            }
            List.of("outplan_id", "outdial_id", "queue_id", "next_campaign_id").forEach(id -> nilForNone(expected, id));
            expected.path("actions").forEach(action -> completeAction((ObjectNode) action, version));
            assertComesBack(shown, expected);
            assertThat(made.kind()).isEqualTo(expectedKind(expected));
            assertThat(made.pacing().agents().rule()).isEqualTo(version.serviceLevelRule());
        }
    }

    @ParameterizedTest
    @EnumSource
    void givesBackEveryOutplan(WireVersion version) {
        for (int round = 0; round < ROUNDS; round++) {
            ObjectNode sent = documents.outplan();
            boolean namesTries = sent.properties().stream()
                    .anyMatch(field -> field.getKey().startsWith("max_try")
                            && !field.getValue().isNull());

            var made = VoipbinOutplans.create(sent.deepCopy(), Sample.creation(version));
            ObjectNode shown = VoipbinOutplans.show(made, null, version);

            ObjectNode expected = withDefaults(sent, """
                    {"name":"","detail":"","source":{},"dial_timeout":30000,"try_interval":60000,
                     "max_try_count_0":%d,"max_try_count_1":0,"max_try_count_2":0,"max_try_count_3":0,"max_try_count_4":0}""".formatted(namesTries ? 0 : 1));
            assertComesBack(
                    withBareAddresses(shown, List.of("source")), withBareAddresses(expected, List.of("source")));
            assertThat(made.updated()).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void givesBackEveryOutdial(WireVersion version) {
        for (int round = 0; round < ROUNDS; round++) {
            ObjectNode sent = documents.outdial();

            var made = VoipbinOutdials.create(sent.deepCopy(), Sample.creation(version));
            ObjectNode shown = VoipbinOutdials.show(made, version);

            ObjectNode expected = withDefaults(sent, "{\"detail\":\"\",\"data\":\"\",\"campaign_id\":\"\"}");
            textForData(expected);
            nilForNone(expected, "campaign_id");
            assertComesBack(shown, expected);
        }
    }

    @ParameterizedTest
    @EnumSource
    void givesBackEveryTarget(WireVersion version) {
        VoipbinTargets targets = new VoipbinTargets(NetworkPrefixes.VIETNAM);
        for (int round = 0; round < ROUNDS; round++) {
            ObjectNode sent = documents.target();

            var made = targets.create(sent.deepCopy(), Sample.OUTDIAL, Sample.creation(version));
            ObjectNode shown = VoipbinTargets.show(made, null, version);

            ObjectNode expected = withDefaults(sent, """
                    {"name":"","detail":"","data":"","destination_0":{},"destination_1":{},"destination_2":{},
                     "destination_3":{},"destination_4":{}}""");
            textForData(expected);
            assertComesBack(withBareAddresses(shown, DESTINATIONS), withBareAddresses(expected, DESTINATIONS));
        }
    }

    private static void assertComesBack(ObjectNode shown, ObjectNode expected) {
        for (Map.Entry<String, JsonNode> field : expected.properties()) {
            JsonNode back = shown.path(field.getKey());
            assertThat(VoipbinJson.same(back, field.getValue()))
                    .as("%s: %s came back in %s", field.getKey(), field.getValue(), shown)
                    .isTrue();
        }
    }

    /** What was absent or null, by the defaults; an unknown null stays one. */
    private static ObjectNode withDefaults(ObjectNode sent, String defaults) {
        ObjectNode expected = sent.deepCopy();
        for (Map.Entry<String, JsonNode> field : Json.object(defaults).properties()) {
            if (!expected.hasNonNull(field.getKey())) {
                expected.set(field.getKey(), field.getValue());
            }
        }
        return expected;
    }

    private static void nilForNone(ObjectNode object, String id) {
        if (object.path(id).asText().isEmpty() || object.path(id).isNull()) {
            object.put(id, WireIds.NIL);
        }
    }

    private static void completeAction(ObjectNode action, WireVersion version) {
        for (String id : List.of("id", "next_id")) {
            if (!action.hasNonNull(id)) {
                action.put(id, WireIds.NIL);
            }
            nilForNone(action, id);
        }
        if (!action.hasNonNull("option")) {
            action.remove("option");
        }
        if (version == WireVersion.V2022_10) {
            action.remove("tm_execute");
        } else {
            action.putNull("tm_execute");
        }
    }

    private static void textForData(ObjectNode object) {
        JsonNode data = object.path("data");
        object.put("data", data.isTextual() ? data.textValue() : Json.compact(data));
    }

    /** Both forms of an address without its empty keys. */
    private static ObjectNode withBareAddresses(ObjectNode object, List<String> fields) {
        for (String field : fields) {
            if (object.get(field) instanceof ObjectNode address) {
                address.properties().removeIf(key -> key.getValue().asText().isEmpty());
            } else {
                object.set(field, Json.object("{}"));
            }
        }
        return object;
    }

    private static CampaignKind expectedKind(ObjectNode document) {
        if (document.path("type").asText().equals("flow")) {
            return CampaignKind.FLOW;
        }
        return document.path("queue_id").asText().equals(WireIds.NIL) ? CampaignKind.AUTOMATED : CampaignKind.AGENT;
    }
}
