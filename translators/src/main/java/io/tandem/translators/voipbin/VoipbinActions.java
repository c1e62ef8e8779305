package io.tandem.translators.voipbin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.tandem.campaigns.model.Script.Action;
import io.tandem.campaigns.simulated.Playback.Enough;
import io.tandem.campaigns.simulated.Playback.Step;
import io.tandem.campaigns.simulated.Playback.Then;
import io.tandem.campaigns.simulated.Sound;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What an action does when it is played: how long it takes, and what comes after it. (voipbin-v1.md, 1.1 and 3) */
public final class VoipbinActions {

    /** The variable that branches look at when they name none. */
    private static final String DIGITS = "voipbin.call.digits";

    private VoipbinActions() {}

    public static Step step(Action action) {
        String text = action.option();
        JsonNode option = text == null ? MissingNode.getInstance() : VoipbinJson.parse(text);
        return switch (action.type()) {
            case "talk" -> Step.lasting(Sound.speech(option.path("text").asText()));
            case "play" ->
                Step.lasting(Sound.RECORDING.multipliedBy(
                        Math.max(1, option.path("stream_urls").size())));
            case "digits_receive" ->
                Step.gathering(
                        millis(option.path("duration")),
                        new Enough(
                                option.path("length").asInt(),
                                option.path("key").asText()));
            case "branch" -> branch(option);
            case "sleep", "echo" -> Step.lasting(millis(option.path("duration")));
            case "queue_join" -> Step.JOIN;
            case "conference_join", "confbridge_join", "connect", "block", "ai_talk" -> Step.HOLD;
            case "hangup", "stop" -> Step.END;
            case "goto" -> jump(option);
            default -> Step.lasting(Duration.ZERO);
        };
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

    /** Goes by the digits that were received last; other variables are not known here, and have no value. */
    private static Step branch(JsonNode option) {
        String variable = option.path("variable").asText();
        Map<String, UUID> targets = new HashMap<>();
        if (variable.isEmpty() || variable.equals(DIGITS)) {
            option.path("target_ids")
                    .properties()
                    .forEach(target -> id(target.getValue()).ifPresent(id -> targets.put(target.getKey(), id)));
        }
        return Step.branching(targets, id(option.path("default_target_id")).orElse(null));
    }

    private static Optional<UUID> id(JsonNode text) {
        return WireIds.isNone(text.asText()) ? Optional.empty() : WireIds.read(text.asText());
    }
}
