package io.tandem.translators.autocall;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.campaigns.model.Carried;
import io.tandem.campaigns.model.KeyMenu;
import io.tandem.campaigns.model.Prompt;
import io.tandem.campaigns.model.Template;
import io.tandem.campaigns.model.Template.Voice;
import io.tandem.campaigns.model.Tenant;
import io.tandem.campaigns.ports.Ids;
import io.tandem.campaigns.service.Failure;
import io.tandem.campaigns.service.Failure.Violation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Templates between v3 documents and the hub. Pure but for the ids of new objects; safe for use by many threads. */
public final class AutocallTemplates {

    private final Ids ids;

    public AutocallTemplates(Ids ids) {
        this.ids = ids;
    }

    /**
     * Reads {@code POST /v3/template}. Whether the name is free and the files exist is the hub's to decide.
     *
     * @throws io.tandem.campaigns.service.Failure.Invalid with wire names
     */
    public Template create(JsonNode sent, Tenant tenant, Instant now) {
        Template blank =
                new Template(tenant.id(), ids.next(), "", Voice.SPEECH, "", "", null, Carried.NONE, now, null, null);
        ObjectNode shown = Json.tree(show(blank));
        Reading<TemplateDraft> reading = Reading.ofNew(TemplateFields.TABLE, sent, shown, tenant);
        TemplateDraft draft = new TemplateDraft(blank);
        reading.writeTo(draft);
        return draft.template();
    }

    /**
     * Reads {@code PUT /v3/template/<uuid>} against what the template is now; absent fields stay, and an echo is no
     * write.
     *
     * @throws io.tandem.campaigns.service.Failure.Invalid with wire names
     */
    public Template merge(JsonNode sent, Template current, Tenant tenant) {
        OwnId.check("template_uuid", sent, current.id());
        Reading<TemplateDraft> reading = Reading.ofChange(TemplateFields.TABLE, sent, Json.tree(show(current)), tenant);
        TemplateDraft draft = new TemplateDraft(current);
        reading.writeTo(draft);
        return draft.template();
    }

    /**
     * Says where a template names a sound file that is not there.
     *
     * @param file what {@code template} plays somewhere
     */
    public static Failure.Invalid unknownAudio(Template template, UUID file) {
        List<Violation> violations = new ArrayList<>();
        KeyMenu keys = TemplateDraft.keysOf(template);
        name(violations, Sounds.AUDIO, file, template.audio());
        name(violations, "exit_sound." + Sounds.AUDIO, file, audio(keys.exit()));
        name(violations, "invalid_sound." + Sounds.AUDIO, file, audio(keys.invalid()));
        for (int index = 0; index < keys.options().size(); index++) {
            String path = "press_options." + index + "." + Sounds.AUDIO;
            name(violations, path, file, audio(keys.options().get(index).prompt()));
        }
        return new Failure.Invalid(violations);
    }

    private static @Nullable UUID audio(@Nullable Prompt prompt) {
        return prompt == null ? null : prompt.audio();
    }

    private static void name(List<Violation> violations, String path, UUID file, @Nullable UUID named) {
        if (file.equals(named)) {
            violations.add(new Violation(path, path + " is not found"));
        }
    }

    /** The template as the single GET shows it. */
    public TemplateDocument show(Template template) {
        return show(template, TemplateFields.TABLE.unknown(template.carried()));
    }

    /** The template as a row of the list: unknown properties left out. */
    public TemplateDocument showInList(Template template) {
        return show(template, Map.of());
    }

    private static TemplateDocument show(Template template, Map<String, JsonNode> unknown) {
        KeyMenu keys = TemplateDraft.keysOf(template);
        UUID audio = template.audio();
        boolean hasText =
                template.voice() == Voice.SPEECH || !template.content().isEmpty();
        return new TemplateDocument(
                audio == null ? null : audio.toString(),
                hasText ? template.content() : null,
                new CarriedFields(template.carried()).text("description", ""),
                keys.enabled(),
                Sounds.show(keys.exit()),
                keys.betweenKeys().toSeconds(),
                Sounds.show(keys.invalid()),
                keys.repeats(),
                PressOptions.show(keys),
                keys.pressTimeout().toSeconds(),
                DecimalNode.valueOf(plain(Objects.requireNonNullElse(template.speed(), 1.0))),
                template.name(),
                template.id().toString(),
                template.speaker(),
                Sounds.VOICES.word(template.voice(), ""),
                unknown);
    }

    /** 1, not 1.0. */
    private static BigDecimal plain(double speed) {
        BigDecimal exact = BigDecimal.valueOf(speed).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }
}
