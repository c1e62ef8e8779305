package io.tandem.gateway.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a client says it has read before it writes: {@code If-Match}, or else {@code If-Unmodified-Since}. (RFC 9110, 13.1;
 * autocall-v3.md, D8)
 *
 * @param tags entity tags, one of which must be the thing's; empty if the client named none
 * @param unchangedSince the second in which the thing may have changed last
 */
public record Preconditions(List<String> tags, @Nullable Instant unchangedSince) {

    private static final String ANY = "*";

    /** A date that is none is passed over, as the RFC asks for. */
    public static Preconditions of(HttpRequest<?> request) {
        List<String> tags = request.getHeaders().getAll(HttpHeaders.IF_MATCH).stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .toList();
        Optional<Instant> since = Optional.ofNullable(request.getHeaders().get(HttpHeaders.IF_UNMODIFIED_SINCE))
                .flatMap(Preconditions::instant);
        return new Preconditions(tags, tags.isEmpty() ? since.orElse(null) : null);
    }

    private static Optional<Instant> instant(String date) {
        try {
            return Optional.of(ZonedDateTime.parse(date.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeParseException noDate) {
            return Optional.empty();
        }
    }

    /** As {@code If-Unmodified-Since} has it. */
    public static String date(Instant at) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC));
    }

    /**
     * Holds the thing as it is now against what the client has read.
     *
     * @throws Refusal 412 if it has changed since
     */
    public void check(String tag, Instant changed) {
        boolean other = !tags.isEmpty() && !tags.contains(tag) && !tags.contains(ANY);
        boolean later = unchangedSince != null
                && changed.truncatedTo(ChronoUnit.SECONDS).isAfter(unchangedSince);
        if (other || later) {
            throw new Refusal(new Fault.BadRequest(
                    HttpStatus.PRECONDITION_FAILED.getCode(), "it has changed since the client read it"));
        }
    }
}
