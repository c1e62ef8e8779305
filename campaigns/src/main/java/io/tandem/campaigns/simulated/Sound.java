package io.tandem.campaigns.simulated;

import io.tandem.campaigns.model.Prompt;
import io.tandem.campaigns.model.Template.Voice;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long sounds last that nobody really plays. */
public final class Sound {

    /** Nobody fetches a recording to measure it. */
    public static final Duration RECORDING = Duration.ofSeconds(3);

    /** Speech is about 150 words a minute, and no announcement is shorter than a second. */
    private static final Duration PER_WORD = Duration.ofMillis(400);

    private static final Duration SHORTEST_SPEECH = Duration.ofSeconds(1);

    private static final double SLOWEST = 0.1;

    private Sound() {}

    public static Duration speech(String text) {
        Duration spoken =
                PER_WORD.multipliedBy(text.isBlank() ? 0 : text.strip().split("\\s+", -1).length);
        return spoken.compareTo(SHORTEST_SPEECH) < 0 ? SHORTEST_SPEECH : spoken;
    }

    /** A text or a file of a template; nothing lasts no time. */
    static Duration of(Voice voice, String content, @Nullable Double speed) {
        if (voice == Voice.FILE) {
            return RECORDING;
        }
        double times = speed == null ? 1 : Math.max(speed, SLOWEST);
        return content.isBlank()
                ? Duration.ZERO
                : Duration.ofMillis(Math.round(speech(content).toMillis() / times));
    }

    /** One that is not enabled is not heard. */
    static Duration of(@Nullable Prompt prompt, @Nullable Double speed) {
        return prompt == null || !prompt.enabled() ? Duration.ZERO : of(prompt.voice(), prompt.content(), speed);
    }
}
