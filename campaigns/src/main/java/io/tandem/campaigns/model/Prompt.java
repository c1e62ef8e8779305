package io.tandem.campaigns.model;

import io.tandem.campaigns.model.Template.Voice;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One sound of a template: a text to speak or a file to play.
 *
 * @param enabled one that is not is kept and not heard
 * @param content the text to speak, with its placeholders; empty for a file
 * @param audio the file, null for speech
 */
public record Prompt(
        boolean enabled,
        Voice voice,
        String content,
        @Nullable UUID audio) {

    public Prompt withContent(String text) {
        return new Prompt(enabled, voice, text, audio);
    }
}
