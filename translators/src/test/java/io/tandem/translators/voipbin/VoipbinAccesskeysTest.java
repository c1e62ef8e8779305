package io.tandem.translators.voipbin;

import static io.tandem.translators.voipbin.Refusals.assertWrongType;
import static io.tandem.translators.voipbin.Refusals.fieldsRefusedBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VoipbinAccesskeysTest {

    @Test
    void readsALifeInSeconds() {
        var key = VoipbinAccesskeys.create(Json.object("{\"name\":\"x\",\"expire\":86400}"));

        assertThat(key).isEqualTo(new VoipbinAccesskeys.NewKey("x", "", Duration.ofDays(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"expire\":86399}", "{\"expire\":-1}", "{\"expire\":null}"})
    void refusesLessThanADay(String body) {
        assertThat(fieldsRefusedBy(() -> VoipbinAccesskeys.create(Json.object(body))))
                .containsExactly("expire");
    }

    @Test
    void tellsAWrongTypeFromABrokenRule() {
        assertWrongType("expire", () -> VoipbinAccesskeys.create(Json.object("{\"expire\":\"86400\"}")));
    }
}
