package io.tandem.translators.autocall;

import io.tandem.campaigns.service.Failure;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The form of {@code POST /v3/audio}. (autocall-v3.md, 1.7) */
public final class AudioUpload {

    private static final int WAVE_AT = 8;
    private static final int MPEG_SYNC = 0xE0;

    private AudioUpload() {}

    /** The file's name: as the form says, else as the file is called. */
    public static String name(@Nullable String sent, @Nullable String fileName) {
        String name = sent == null || sent.isBlank() ? fileName : sent;
        String stripped = name == null ? "" : name.strip();
        LeadUpload.checkReadable(stripped);
        if (stripped.isEmpty()) {
            throw new Failure.Invalid("audio_name", Wording.longerThan(1));
        }
        if (stripped.length() > Checks.LONGEST_NAME) {
            throw new Failure.Invalid("audio_name", Wording.shorterThan(Checks.LONGEST_NAME));
        }
        if (stripped.chars().anyMatch(Character::isISOControl)) {
            throw new Failure.Invalid("audio_name", Wording.mismatch("^[^\\p{Cntrl}]+$"));
        }
        return stripped;
    }

    /** Refuses what is neither WAV, MP3 nor Ogg: a call that plays it would be silent. */
    public static byte[] checked(byte[] file) {
        boolean known = startsWith(file, 0, "ID3")
                || startsWith(file, 0, "OggS")
                || (startsWith(file, 0, "RIFF") && startsWith(file, WAVE_AT, "WAVE"))
                || (file.length > 1 && (file[0] & 0xFF) == 0xFF && (file[1] & MPEG_SYNC) == MPEG_SYNC);
        if (!known) {
            throw new Failure.Invalid("file", "must be a WAV, MP3 or Ogg file");
        }
        return file;
    }

    private static boolean startsWith(byte[] file, int at, String text) {
        byte[] wanted = text.getBytes(StandardCharsets.US_ASCII);
        if (file.length < at + wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (file[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
