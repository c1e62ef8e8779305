package io.tandem.translators.voipbin;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.campaigns.model.Script.Action;
import io.tandem.campaigns.simulated.Playback.Enough;
import io.tandem.campaigns.simulated.Playback.Step;
import io.tandem.campaigns.simulated.Playback.Then;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VoipbinActionsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        answer         | {}                                                        | 0
        talk           | {"text":"Hello."}                                         | 1000
        talk           | {"text":"one two three four five"}                        | 2000
        play           | {"stream_urls":["https://a.example/1","https://a.example/2"]} | 6000
        sleep          | {"duration":2500}                                         | 2500
        amd            | {}                                                        | 0
        sleep          | {"duration":-1}                                           | 0
        """)
    void takesItsTime(String type, String option, long millis) {
        assertThat(step(type, option)).isEqualTo(Step.lasting(Duration.ofMillis(millis)));
    }

    @Test
    void aQueueHoldsTheCallAndAHangupEndsIt() {
        assertThat(step("queue_join", "{}")).isEqualTo(Step.JOIN);
        assertThat(step("connect", "{}")).isEqualTo(Step.HOLD);
        assertThat(step("hangup", null)).isEqualTo(Step.END);
    }

    @Test
    void gotoJumpsToItsTarget() {
        UUID target = UUID.randomUUID();

        Step step = step("goto", "{\"target_id\":\"" + target + "\",\"loop_count\":3}");

        assertThat(step).isEqualTo(new Step(Duration.ZERO, Then.JUMP, target, 3));
    }

    @Test
    void receivesDigitsUntilThereAreEnoughOrAKeySaysSo() {
        Step step = step("digits_receive", "{\"duration\":4000,\"length\":3,\"key\":\"#\"}");

        assertThat(step).isEqualTo(Step.gathering(Duration.ofSeconds(4), new Enough(3, "#")));
        assertThat(step("digits_receive", null)).isEqualTo(Step.gathering(Duration.ZERO, new Enough(0, "")));
    }

    @Test
    void branchesByTheDigitsThatWereReceived() {
        UUID one = UUID.randomUUID();
        UUID otherwise = UUID.randomUUID();
        String targets = "\"target_ids\":{\"1\":\"" + one + "\",\"2\":\"" + WireIds.NIL + "\"},\"default_target_id\":\""
                + otherwise + "\"}";

        assertThat(step("branch", "{" + targets)).isEqualTo(Step.branching(Map.of("1", one), otherwise));
        assertThat(step("branch", "{\"variable\":\"voipbin.call.digits\"," + targets))
                .isEqualTo(Step.branching(Map.of("1", one), otherwise));
        assertThat(step("branch", "{\"variable\":\"weather\"," + targets))
                .isEqualTo(Step.branching(Map.of(), otherwise));
        assertThat(step("branch", null)).isEqualTo(Step.branching(Map.of(), null));
    }

    private static Step step(String type, @Nullable String option) {
        return VoipbinActions.step(new Action(null, null, type, option));
    }
}
