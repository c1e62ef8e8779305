package io.tandem.gateway.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An error as it goes out.
 *
 * @param body what Jackson writes
 */
public record ErrorAnswer(HttpStatus status, MediaType type, Object body, Map<String, String> headers) {

    public static ErrorAnswer json(HttpStatus status, Object body) {
        return new ErrorAnswer(status, MediaType.APPLICATION_JSON_TYPE, body, Map.of());
    }

    public ErrorAnswer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new ErrorAnswer(status, type, body, more);
    }

    public ErrorAnswer retryAfter(long seconds) {
        return with(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    }

    /** Turns {@code response} into this answer, in place. */
    MutableHttpResponse<Object> on(MutableHttpResponse<?> response) {
        response.status(status);
        headers.forEach(response::header);
        MutableHttpResponse<Object> answer = response.body(body);
        answer.contentType(type);
        return answer;
    }
}
