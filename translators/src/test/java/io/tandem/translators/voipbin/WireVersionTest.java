package io.tandem.translators.voipbin;

import static io.tandem.translators.voipbin.Refusals.fieldsRefusedBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tandem.campaigns.model.AgentPacing;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireVersionTest {

    @ParameterizedTest
    @EnumSource
    void isFoundByItsText(WireVersion version) {
        assertThat(WireVersion.of(WireVersion.HEADER, version.text())).isEqualTo(version);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2022", "2027-01", "V2022_10"})
    void isRefusedNamingBothOtherwise(String text) {
        assertThat(fieldsRefusedBy(() -> WireVersion.of(WireVersion.HEADER, text)))
                .containsExactly("VoIPbin-Version");
        assertThatThrownBy(() -> WireVersion.of(WireVersion.HEADER, text))
                .hasMessageContaining("2022-10")
                .hasMessageContaining("2026-08");
    }

    @Test
    void decidesTheServiceLevelRuleOfNewCampaigns() {
        assertThat(WireVersion.V2022_10.serviceLevelRule()).isEqualTo(AgentPacing.Rule.DOCUMENTED);
        assertThat(WireVersion.V2026_08.serviceLevelRule()).isEqualTo(AgentPacing.Rule.DEPLOYED);
        assertThat(WireVersion.DEFAULT).isEqualTo(WireVersion.V2022_10);
    }

    @Test
    void undoesEveryChangeForTheOldestAndNoneForTheNewest() {
        assertThat(VersionChange.values())
                .allMatch(change -> change.isNewerThan(WireVersion.V2022_10))
                .noneMatch(change -> change.isNewerThan(WireVersion.V2026_08));
    }

    @Test
    void printsSixDigitsAlways() {
        assertThat(WireTime.rfc3339(Instant.parse("2026-01-15T09:30:00Z"))).isEqualTo("2026-01-15T09:30:00.000000Z");
        assertThat(WireTime.spaced(Instant.parse("2026-01-15T09:30:00.123456999Z")))
                .isEqualTo("2026-01-15 09:30:00.123456");
    }

    @Test
    void readsPathIds() {
        assertThat(WireIds.inPath("C1D2E3F4-a5b6-7890-cdef-123456789012"))
                .isEqualTo(UUID.fromString("c1d2e3f4-a5b6-7890-cdef-123456789012"));
        for (String bad : Arrays.asList("not-a-uuid", "", WireIds.NIL, "1-1-1-1-1")) {
            assertThatThrownBy(() -> WireIds.inPath(bad))
                    .isInstanceOfSatisfying(
                            WireFault.class,
                            fault -> assertThat(fault.reason()).isEqualTo(WireFault.Reason.INVALID_ID));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "", " ", "{}x", "{'a':1}", "{\"a\":}", "NaN"})
    void refusesABodyThatIsNotJson(String body) {
        assertThatThrownBy(() -> VoipbinJson.read(body.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        WireFault.class,
                        fault -> assertThat(fault.reason()).isEqualTo(WireFault.Reason.INVALID_JSON_BODY));
    }

    @Test
    void refusesABodyThatIsNestedTooDeep() {
        byte[] deep = "[".repeat(100_000).getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> VoipbinJson.read(deep)).isInstanceOf(WireFault.class);
    }
}
