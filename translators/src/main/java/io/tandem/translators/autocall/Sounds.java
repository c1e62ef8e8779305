package io.tandem.translators.autocall;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tandem.campaigns.model.Prompt;
import io.tandem.campaigns.model.Template.Voice;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The sounds inside a template: {@code exit_sound}, {@code invalid_sound} and those of keys. (autocall-v3.md, 1.7) */
final class Sounds {

    static final Words<Voice> VOICES = Words.of("tts", Voice.SPEECH).and("audio_file", Voice.FILE);

    private static final String ENABLE = "enable";
    private static final String VOICE = "voice_type";
    private static final String CONTENT = "content";
    static final String AUDIO = "audio_file";

    private static final Map<String, Check> FIELDS = Map.of(
            ENABLE,
            Checks.bool(),
            VOICE,
            (sent, site) -> Checks.oneOf(VOICES.all()).read(sent, site),
            CONTENT,
            Checks.text(0, Checks.LONGEST_TEXT),
            AUDIO,
            Checks.orEmpty(Checks.uuid()));

    private Sounds() {}

    /** An object of a sound's fields; the others are the caller's. */
    static @Nullable JsonNode check(JsonNode sent, Check.Site site, Set<String> others) {
        if (!sent.isObject()) {
            return site.fault(Wording.wrongType("object", sent));
        }
        ObjectNode good = Json.object();
        boolean fine = true;
        for (Map.Entry<String, JsonNode> member : sent.properties()) {
            String name = member.getKey();
            Check check = FIELDS.get(name);
            if (check == null) {
                if (!others.contains(name)) {
                    site.note(name, "not a field of this API: not kept");
                }
            } else if (!member.getValue().isNull()) {
                JsonNode value = check.read(member.getValue(), site.below(name));
                fine &= value != null;
                good.set(name, value);
            }
        }
        return fine ? good : null;
    }

    /** A checked sound over what it was. */
    static Prompt read(JsonNode checked, @Nullable Prompt before) {
        Prompt now = before == null ? new Prompt(false, Voice.SPEECH, "", null) : before;
        String file = checked.path(AUDIO).asText("");
        return new Prompt(
                checked.path(ENABLE).asBoolean(now.enabled()),
                checked.has(VOICE) ? VOICES.known(checked.path(VOICE).textValue()) : now.voice(),
                checked.path(CONTENT).asText(now.content()),
                checked.has(AUDIO) ? (file.isEmpty() ? null : UUID.fromString(file)) : now.audio());
    }

    /** As the documents show a sound that is no key's; an empty object for none. */
    static ObjectNode show(@Nullable Prompt prompt) {
        ObjectNode shown = Json.object();
        if (prompt != null) {
            shown.put(ENABLE, prompt.enabled());
            shown.setAll(content(prompt));
        }
        return shown;
    }

    /** As the documents show a key's sound. */
    static ObjectNode content(Prompt prompt) {
        ObjectNode shown = Json.object();
        UUID audio = prompt.audio();
        if (audio != null) {
            shown.set(AUDIO, TextNode.valueOf(audio.toString()));
        }
        if (audio == null || !prompt.content().isEmpty()) {
            shown.put(CONTENT, prompt.content());
        }
        shown.put(VOICE, VOICES.word(prompt.voice(), ""));
        return shown;
    }
}
