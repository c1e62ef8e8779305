package io.tandem.translators.voipbin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.tandem.campaigns.model.Script.Action;
import io.tandem.campaigns.simulated.Playback.Step;
import io.tandem.campaigns.simulated.Playback.Then;
import java.time.Duration;
import java.util.UUID;

/** What an action does when it is played: how long it takes, and what comes after it. (voipbin-v1.md, 1.1 and 3) */
public final class VoipbinActions {

    /** Speech is about 150 words a minute, and no announcement is shorter than a second. */
    private static final Duration PER_WORD = Duration.ofMillis(400);

    private static final Duration SHORTEST_SPEECH = Duration.ofSeconds(1);
    /** Nobody fetches the recording to measure it. */
    private static final Duration PER_RECORDING = Duration.ofSeconds(3);

    private VoipbinActions() {}

    public static Step step(Action action) {
        String text = action.option();
        JsonNode option = text == null ? MissingNode.getInstance() : VoipbinJson.parse(text);
        return switch (action.type()) {
            case "talk" -> Step.lasting(speech(option.path("text").asText()));
            case "play" ->
                Step.lasting(PER_RECORDING.multipliedBy(
                        Math.max(1, option.path("stream_urls").size())));
            case "sleep", "digits_receive", "echo" -> Step.lasting(millis(option.path("duration")));
            case "queue_join", "conference_join", "confbridge_join", "connect", "block", "ai_talk" -> Step.HOLD;
            case "hangup", "stop" -> Step.END;
            case "goto" -> jump(option);
            default -> Step.lasting(Duration.ZERO);
        };
    }

    private static Duration speech(String text) {
        Duration spoken =
                PER_WORD.multipliedBy(text.isBlank() ? 0 : text.strip().split("\\s+", -1).length);
        return spoken.compareTo(SHORTEST_SPEECH) < 0 ? SHORTEST_SPEECH : spoken;
    }

    private static Duration millis(JsonNode number) {
        return Duration.ofMillis(
                Math.max(0, Math.min(number.asLong(), Duration.ofDays(2).toMillis())));
    }

    private static Step jump(JsonNode option) {
        UUID target = WireIds.read(option.path("target_id").asText()).orElse(null);
        int times = option.path("loop_count").asInt(1);
        return new Step(Duration.ZERO, Then.JUMP, target, Math.max(0, times));
    }
}
