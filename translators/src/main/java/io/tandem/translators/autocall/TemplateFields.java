package io.tandem.translators.autocall;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.campaigns.model.KeyMenu;
import io.tandem.campaigns.model.Template.Voice;
import io.tandem.translators.autocall.WireField.Write;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every field of a template document, in the documents' order. (autocall-v3.md, 1.7) */
final class TemplateFields {

    static final String NAME = "template_name";

    static final List<String> SPEAKERS =
            List.of("north-m-01", "north-f-01", "north-m-02", "north-f-02", "south-m-03", "south-f-03");

    private static final String NOT_IN_V1 = "v1.0 shows a template as one talk or play action";
    private static final int LONGEST_WAIT_SECONDS = 3_600;
    private static final int MOST_REPEATS = 100;
    private static final BigDecimal FASTEST = BigDecimal.valueOf(2);

    static final FieldTable<TemplateDraft> TABLE = FieldTable.of(
            List.of(NAME),
            List.of(
                    text(
                            "audio_file",
                            Checks.orEmpty(Checks.uuid()),
                            (draft, value, merged) -> draft.template(template -> template.withAudio(id(value))),
                            "Template.audio"),
                    text(
                            "content",
                            Checks.text(0, Checks.LONGEST_TEXT),
                            (draft, value, merged) ->
                                    draft.template(template -> template.withContent(value.textValue())),
                            "Template.content"),
                    WireField.carriedText("description", "Template.carried"),
                    value(
                            "enable_option",
                            Checks.bool(),
                            (draft, value, merged) -> draft.keys(enabled(draft.keys(), value.booleanValue())),
                            "Template.keys.enabled"),
                    value(
                            "exit_sound",
                            TemplateFields::sound,
                            (draft, value, merged) -> draft.keys(exit(draft.keys(), value)),
                            "Template.keys.exit"),
                    value(
                            "inter_digit_timeout",
                            Checks.integer(0, LONGEST_WAIT_SECONDS),
                            (draft, value, merged) -> draft.keys(between(draft.keys(), seconds(value))),
                            "Template.keys.betweenKeys"),
                    value(
                            "invalid_sound",
                            TemplateFields::sound,
                            (draft, value, merged) -> draft.keys(invalid(draft.keys(), value)),
                            "Template.keys.invalid"),
                    value(
                            "max_timeout",
                            Checks.integer(0, MOST_REPEATS),
                            (draft, value, merged) -> draft.keys(repeats(draft.keys(), value.intValue())),
                            "Template.keys.repeats"),
                    value(
                            "press_options",
                            PressOptions::check,
                            (draft, value, merged) -> draft.keys(options(draft.keys(), value)),
                            "Template.keys.options"),
                    value(
                            "press_timeout",
                            Checks.integer(0, LONGEST_WAIT_SECONDS),
                            (draft, value, merged) -> draft.keys(timeout(draft.keys(), seconds(value))),
                            "Template.keys.pressTimeout"),
                    value(
                            "speed_tts",
                            TemplateFields::speed,
                            (draft, value, merged) ->
                                    draft.template(template -> template.withSpeed(value.doubleValue())),
                            "Template.speed"),
                    text(
                                    NAME,
                                    Checks.name(),
                                    (draft, value, merged) ->
                                            draft.template(template -> template.withName(value.textValue())),
                                    "Template.name")
                            .refusingNull(),
                    WireField.<TemplateDraft>readOnly("template_uuid", "Template.id")
                            .cannot(NOT_IN_V1),
                    text(
                            "voice_tts",
                            Checks.orEmpty(Checks.oneOf(SPEAKERS)),
                            (draft, value, merged) ->
                                    draft.template(template -> template.withSpeaker(value.textValue())),
                            "Template.speaker"),
                    text(
                                    "voice_type",
                                    Checks.oneOf(Sounds.VOICES.all()),
                                    (draft, value, merged) ->
                                            draft.template(template -> template.withVoice(voice(value))),
                                    "Template.voice")
                            .refusingNull()));

    private TemplateFields() {}

    // These fix the draft's type, which the compiler cannot infer through the rows' calls.
    private static WireField<TemplateDraft> text(
            String name, Check check, Write<TemplateDraft> write, String canonical) {
        return WireField.text(name, check, write, canonical).cannot(NOT_IN_V1);
    }

    private static WireField<TemplateDraft> value(
            String name, Check check, Write<TemplateDraft> write, String canonical) {
        return WireField.value(name, check, write, canonical).cannot(NOT_IN_V1);
    }

    private static @Nullable JsonNode sound(JsonNode sent, Check.Site site) {
        return Sounds.check(sent, site, Set.of());
    }

    /** From 0 to 2, with 1 for normal. */
    private static @Nullable JsonNode speed(JsonNode sent, Check.Site site) {
        if (!sent.isNumber()) {
            return site.fault(Wording.wrongType("number", sent));
        }
        BigDecimal speed = sent.decimalValue();
        if (speed.signum() < 0) {
            return site.fault(Wording.atLeast(0));
        }
        return speed.compareTo(FASTEST) > 0 ? site.fault(Wording.atMost(FASTEST.longValue())) : sent;
    }

    private static @Nullable UUID id(JsonNode value) {
        return value.textValue().isEmpty() ? null : UUID.fromString(value.textValue());
    }

    private static Voice voice(JsonNode value) {
        return Sounds.VOICES.known(value.textValue());
    }

    private static Duration seconds(JsonNode value) {
        return Duration.ofSeconds(value.longValue());
    }

    private static KeyMenu enabled(KeyMenu keys, boolean enabled) {
        return with(keys, enabled, keys.repeats(), keys.pressTimeout(), keys.betweenKeys());
    }

    private static KeyMenu repeats(KeyMenu keys, int repeats) {
        return with(keys, keys.enabled(), repeats, keys.pressTimeout(), keys.betweenKeys());
    }

    private static KeyMenu timeout(KeyMenu keys, Duration timeout) {
        return with(keys, keys.enabled(), keys.repeats(), timeout, keys.betweenKeys());
    }

    private static KeyMenu between(KeyMenu keys, Duration between) {
        return with(keys, keys.enabled(), keys.repeats(), keys.pressTimeout(), between);
    }

    private static KeyMenu with(KeyMenu keys, boolean enabled, int repeats, Duration timeout, Duration between) {
        return new KeyMenu(enabled, keys.options(), keys.exit(), keys.invalid(), timeout, repeats, between);
    }

    private static KeyMenu exit(KeyMenu keys, JsonNode value) {
        return new KeyMenu(
                keys.enabled(),
                keys.options(),
                Sounds.read(value, keys.exit()),
                keys.invalid(),
                keys.pressTimeout(),
                keys.repeats(),
                keys.betweenKeys());
    }

    private static KeyMenu invalid(KeyMenu keys, JsonNode value) {
        return new KeyMenu(
                keys.enabled(),
                keys.options(),
                keys.exit(),
                Sounds.read(value, keys.invalid()),
                keys.pressTimeout(),
                keys.repeats(),
                keys.betweenKeys());
    }

    private static KeyMenu options(KeyMenu keys, JsonNode value) {
        return new KeyMenu(
                keys.enabled(),
                PressOptions.read(value, keys),
                keys.exit(),
                keys.invalid(),
                keys.pressTimeout(),
                keys.repeats(),
                keys.betweenKeys());
    }
}
