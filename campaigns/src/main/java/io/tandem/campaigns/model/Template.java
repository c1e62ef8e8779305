package io.tandem.campaigns.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A named script of the autocall side: one text to speak or one audio file to play.
 *
 * @param voice speech or a file
 * @param speaker voice of the speech engine, empty for a file
 * @param content the text to speak, empty for a file
 * @param audio the audio file, null for speech
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
        @Nullable Instant deleted)
        implements TemplateBuilder.With, Stored {

    /** Where the sound comes from. */
    public enum Voice {
        SPEECH,
        FILE
    }
}
