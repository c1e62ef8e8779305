package io.tandem.translators.autocall;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A template as v3 reads it, in the order of the documents. (autocall-v3.md, 1.7)
 *
 * @param audioFile left out where there is none
 * @param content left out for a file without a text
 * @param exitSound empty object if nothing was said
 * @param pressOptions an array of objects, one a key, which is its name: another shape than on write
 * @param carried properties that the documents do not know, as they were sent; empty in lists
 */
public record TemplateDocument(
        @JsonProperty("audio_file") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        String audioFile,

        @JsonProperty("content") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        String content,

        @JsonProperty("description") String description,
        @JsonProperty("enable_option") boolean enableOption,
        @JsonProperty("exit_sound") JsonNode exitSound,
        @JsonProperty("inter_digit_timeout") long interDigitTimeout,
        @JsonProperty("invalid_sound") JsonNode invalidSound,
        @JsonProperty("max_timeout") int maxTimeout,
        @JsonProperty("press_options") JsonNode pressOptions,
        @JsonProperty("press_timeout") long pressTimeout,
        @JsonProperty("speed_tts") JsonNode speedTts,
        @JsonProperty("template_name") String templateName,
        @JsonProperty("template_uuid") String templateUuid,
        @JsonProperty("voice_tts") String voiceTts,
        @JsonProperty("voice_type") String voiceType,
        @JsonAnyGetter Map<String, JsonNode> carried) {}
