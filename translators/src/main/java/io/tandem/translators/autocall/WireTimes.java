package io.tandem.translators.autocall;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Instants as v3 prints them: RFC 3339, microseconds, the tenant zone's offset. (autocall-v3.md, 1.1 and D21) */
final class WireTimes {

    /** "No date". */
    static final String NO_DATE = "0001-01-01T00:00:00Z";

    /** The {@code last_call_time} of a lead that was never called, as the documents print it. */
    static final String NEVER_CALLED = "1970-01-01T08:00:01+08:00";

    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSXXX", Locale.ROOT);

    private WireTimes() {}

    static String of(Instant instant, ZoneId zone) {
        return MICROS.format(instant.atZone(zone));
    }

    /** The last change; the creation if there was none. */
    static String ofChange(@Nullable Instant updated, Instant created, ZoneId zone) {
        return of(updated == null ? created : updated, zone);
    }
}
