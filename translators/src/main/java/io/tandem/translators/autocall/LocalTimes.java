package io.tandem.translators.autocall;

import io.tandem.campaigns.service.Failure;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Times as call records print them: the tenant's wall clock, {@code 2023-03-07 13:36:12}, without a zone.
 * (autocall-v3.md, 1.1)
 */
final class LocalTimes {

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private LocalTimes() {}

    /** Empty for none. */
    static String of(@Nullable Instant instant, ZoneId zone) {
        return instant == null ? "" : SECONDS.format(instant.atZone(zone));
    }

    /** The instant from which a filter counts: of a day its beginning. Null for an empty one. */
    static @Nullable Instant from(String field, @Nullable String sent, ZoneId zone) {
        LocalDateTime time = read(field, sent, LocalTime.MIN);
        return time == null ? null : time.atZone(zone).toInstant();
    }

    /** The instant before which a filter counts: the second that is named belongs to it, and all of a day. */
    static @Nullable Instant to(String field, @Nullable String sent, ZoneId zone) {
        LocalDateTime time = read(field, sent, LocalTime.of(23, 59, 59));
        return time == null ? null : time.plusSeconds(1).atZone(zone).toInstant();
    }

    private static @Nullable LocalDateTime read(String field, @Nullable String sent, LocalTime otherwise) {
        if (sent == null || sent.isBlank()) {
            return null;
        }
        String text = sent.strip();
        try {
            return text.length() == "uuuu-MM-dd".length()
                    ? LocalDate.parse(text, DAY).atTime(otherwise)
                    : LocalDateTime.parse(text.replace('T', ' '), SECONDS);
        } catch (DateTimeException notATime) {
            throw new Failure.Invalid(field, Wording.notFormat("date-time"));
        }
    }
}
