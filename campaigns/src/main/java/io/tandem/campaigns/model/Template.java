package io.tandem.campaigns.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A named script of the autocall side: one text to speak or one audio file to play, and what keys do then.
 *
 * @param voice speech or a file
 * @param speaker voice of the speech engine, empty for a file
 * @param content the text to speak, empty for a file
 * @param audio the audio file, null for speech
 * @param speed of speech, from 0 to 2 with 1 for normal; null if nobody said
 * @param keys null if nobody said anything of keys
 */
@RecordBuilder
public record Template(
        TenantId tenant,
        UUID id,
        String name,
        Voice voice,
        String speaker,
        String content,
        @Nullable UUID audio,
        Carried carried,
        Instant created,
        @Nullable Instant updated,
        @Nullable Instant deleted,
        @Nullable Double speed,
        @Nullable KeyMenu keys)
        implements TemplateBuilder.With, Stored {

    /** A template at normal speed, without keys. */
    public Template(
            TenantId tenant,
            UUID id,
            String name,
            Voice voice,
            String speaker,
            String content,
            @Nullable UUID audio,
            Carried carried,
            Instant created,
            @Nullable Instant updated,
            @Nullable Instant deleted) {
        this(tenant, id, name, voice, speaker, content, audio, carried, created, updated, deleted, null, null);
    }

    /** Where the sound comes from. */
    public enum Voice {
        SPEECH,
        FILE
    }
}
