package io.tandem.translators.voipbin;

import static io.tandem.translators.voipbin.Refusals.assertWrongType;
import static io.tandem.translators.voipbin.Refusals.fieldsRefusedBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.campaigns.model.Address;
import io.tandem.campaigns.model.Carried;
import io.tandem.campaigns.model.Destination.NotDialable;
import io.tandem.campaigns.model.Destination.PhoneNumber;
import io.tandem.campaigns.model.Destination.SipAddress;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetState;
import io.tandem.campaigns.rules.NetworkPrefixes;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class VoipbinTargetsTest {

    private final VoipbinTargets targets = new VoipbinTargets(NetworkPrefixes.VIETNAM);

    @ParameterizedTest
    @EnumSource
    void needsNoMoreThanADestination(WireVersion version) {
        Target target = create("{\"destination_0\":{\"target\":\"+84903123456\"}}");

        ObjectNode shown = VoipbinTargets.show(target, null, version);

        assertThat(shown.path("status").asText()).isEqualTo("idle");
        assertThat(shown.path("tm_update")).isEqualTo(shown.path("tm_create"));
        assertThat(shown.has("customer_id")).isFalse();
        for (int i = 0; i < 5; i++) {
            assertThat(shown.path("try_count_" + i).asInt(-1)).isZero();
        }
        assertThat(target.state()).isEqualTo(TargetState.FRESH);
        assertThat(target.due()).isEqualTo(Sample.NOW);
        assertThat(target.network()).isEqualTo("mobi");
        assertThat(target.list()).isEqualTo(Sample.OUTDIAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"destination_0\":{}}",
                "{\"destination_0\":null,\"destination_1\":{\"type\":\"tel\",\"target\":\"\"}}",
                "{\"name\":\"n\",\"destination_5\":{\"target\":\"+84903123456\"}}"
            })
    void refusesATargetWithoutADestination(String body) {
        assertThat(fieldsRefusedBy(() -> create(body))).containsExactly("destination_0");
    }

    @Test
    void tellsAWrongTypeFromABrokenRule() {
        assertWrongType("destination_0", () -> create("{\"destination_0\":\"+84903123456\"}"));
        assertWrongType("destination_2.target", () -> create("{\"destination_2\":{\"target\":1}}"));
        assertWrongType("name", () -> create("{\"name\":1,\"destination_0\":{\"target\":\"+84903123456\"}}"));
    }

    @Test
    void readsEveryKindOfDestination() {
        assertThat(destination("{\"type\":\"tel\",\"target\":\"0903 123 456\",\"target_name\":\"A\"}"))
                .isEqualTo(new Address(new PhoneNumber("+84903123456"), "0903 123 456", "A", "", ""));
        assertThat(destination("{\"target\":\"+821021656521\"}"))
                .isEqualTo(new Address(new PhoneNumber("+821021656521"), "+821021656521", "", "", ""));
        assertThat(destination("{\"target\":\"sip:a@b\",\"name\":\"n\",\"detail\":\"d\"}"))
                .isEqualTo(new Address(new SipAddress("sip:a@b"), "sip:a@b", "", "n", "d"));
        assertThat(destination("{\"type\":\"sip\",\"target\":\"a@b\"}"))
                .isEqualTo(new Address(new SipAddress("sip:a@b"), "a@b", "", "", ""));
    }

    @Test
    void keepsWhatCannotBeDialledAsSent() {
        assertThat(destination("{\"type\":\"tel\",\"target\":\"12\"}"))
                .isEqualTo(Address.of(new NotDialable("tel", "12")));
        assertThat(destination("{\"target\":\"+15559876543\"}"))
                .as("not a country that the tenant may call")
                .isEqualTo(Address.of(new NotDialable("tel", "+15559876543")));
        assertThat(destination("{\"type\":\"email\",\"target\":\"a@b.example\"}"))
                .isEqualTo(Address.of(new NotDialable("email", "a@b.example")));
        assertThat(destination("{\"target\":\"0903123456\"}")).isEqualTo(Address.of(new NotDialable("", "0903123456")));
        assertThat(destination("{\"type\":\"sip\",\"target\":\"sip:\"}"))
                .isEqualTo(Address.of(new NotDialable("sip", "sip:")));
        assertThat(create("{\"destination_0\":{\"type\":\"email\",\"target\":\"a\"}}")
                        .network())
                .isEmpty();
    }

    @Test
    void showsANationalNumberAsItsClientSentItAndAnotherDialectsInFull() {
        Target ours = create("{\"destination_0\":{\"type\":\"tel\",\"target\":\"0903123456\"}}");
        Target theirs = ours.withCarried(Carried.NONE);
        Target rewritten = ours.withDestinations(Arrays.asList(
                new Address(new PhoneNumber("+84903999999"), "0903999999", "", "", ""), null, null, null, null));

        assertThat(shownTarget(ours)).isEqualTo("0903123456");
        assertThat(shownTarget(theirs)).isEqualTo("+84903123456");
        assertThat(shownTarget(rewritten)).isEqualTo("+84903999999");
    }

    @ParameterizedTest
    @CsvSource({
        "FRESH, idle",
        "RETRY, idle",
        "CALLING, progressing",
        "DONE, done",
        "EXHAUSTED, done",
        "DO_NOT_CALL, done",
    })
    void showsTheStateInThreeWords(TargetState state, String status) {
        Target target =
                create("{\"destination_0\":{\"target\":\"+84903123456\"}}").withState(state);

        assertThat(VoipbinTargets.show(target, null, WireVersion.DEFAULT)
                        .path("status")
                        .asText())
                .isEqualTo(status);
    }

    @Test
    void movesTheUpdateWithACall() {
        Target called =
                create("{\"destination_0\":{\"target\":\"+84903123456\"}}").withLastCalled(Sample.NOW.plusSeconds(5));

        JsonNode shown = VoipbinTargets.show(called, null, WireVersion.V2026_08);

        assertThat(shown.path("tm_update").asText()).isEqualTo("2026-01-15T09:30:05.123456Z");
    }

    @Test
    void carriesUnknownProperties() {
        Target target = create("{\"destination_0\":{\"target\":\"+84903123456\"},\"weight\":7}");

        assertThat(VoipbinTargets.show(target, null, WireVersion.DEFAULT)
                        .path("weight")
                        .asInt())
                .isEqualTo(7);
        assertThat(VoipbinTargets.showInList(target, null, WireVersion.DEFAULT).has("weight"))
                .isFalse();
    }

    @Test
    void readsARowOfAnImport() {
        ObjectNode body = VoipbinTargets.ofColumns(Map.of(
                "name", "n",
                "data", "{\"a\":1}",
                "destination_0", " 0903123456 ",
                "destination_2", "sip:a@b",
                "destination_3", "",
                "other", "x"));

        Target target = targets.create(body, Sample.OUTDIAL, Sample.creation());

        assertThat(target.name()).isEqualTo("n");
        assertThat(target.data()).isEqualTo("{\"a\":1}");
        assertThat(target.destinations())
                .containsExactly(
                        new Address(new PhoneNumber("+84903123456"), "0903123456", "", "", ""),
                        null,
                        Address.of(new SipAddress("sip:a@b")),
                        null,
                        null);
        assertThat(target.carried().of("voipbin")).doesNotContainKey("other");
    }

    private Address destination(String json) {
        return Objects.requireNonNull(
                create("{\"destination_0\":" + json + "}").destinations().get(0));
    }

    private static String shownTarget(Target target) {
        return VoipbinTargets.show(target, null, WireVersion.DEFAULT)
                .path("destination_0")
                .path("target")
                .asText();
    }

    private Target create(String body) {
        return targets.create(Json.object(body), Sample.OUTDIAL, Sample.creation());
    }
}
