package io.tandem.translators.voipbin;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/** Instants on the wire: UTC, six digits; both forms are read, whatever the version. (voipbin-v1.md, versions table) */
final class WireTime {

    private static final DateTimeFormatter RFC_3339 = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter SPACED = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter READ = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffsetId()
            .toFormatter(Locale.ROOT);
    private static final int DATE_LENGTH = "2022-04-28".length();

    private WireTime() {}

    /** The form of 2026-08, {@code 2026-01-15T09:30:00.123456Z}. */
    static String rfc3339(Instant at) {
        return RFC_3339.format(at);
    }

    /** The form of 2022-10, {@code 2022-04-28 02:16:39.712142}. */
    static String spaced(Instant at) {
        return SPACED.format(at);
    }

    /** Reads either form; empty if it is neither, or no year of four digits. Without an offset it is UTC. */
    static Optional<Instant> read(String text) {
        boolean isSpaced = text.length() > DATE_LENGTH && text.charAt(DATE_LENGTH) == ' ';
        String joined = isSpaced ? text.substring(0, DATE_LENGTH) + "T" + text.substring(DATE_LENGTH + 1) : text;
        try {
            OffsetDateTime time =
                    READ.parseBest(joined, OffsetDateTime::from, LocalDateTime::from) instanceof OffsetDateTime zoned
                            ? zoned
                            : LocalDateTime.parse(joined, READ).atOffset(ZoneOffset.UTC);
            boolean isCommon = time.getYear() >= 1 && time.getYear() <= 9999;
            return isCommon ? Optional.of(time.toInstant()) : Optional.empty();
        } catch (DateTimeParseException notATime) {
            return Optional.empty();
        }
    }
}
