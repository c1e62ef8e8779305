package io.tandem.gateway.http;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.security.SecureRandom;
import java.util.regex.Pattern;

/**
 * Gives every request an id: the client's {@code X-Request-Id} if it is harmless, else a new one. It goes back in the
 * same header, into v1.0 error envelopes and into the log. (voipbin-v1.md, 1.1)
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class RequestId {

    public static final String HEADER = "X-Request-Id";

    private static final String ATTRIBUTE = "tandem.request-id";
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int LENGTH = 26;
    private static final SecureRandom RANDOM = new SecureRandom();

    @RequestFilter
    void number(HttpRequest<?> request) {
        of(request);
    }

    @ResponseFilter
    void show(HttpRequest<?> request, MutableHttpResponse<?> response) {
        response.getHeaders().set(HEADER, of(request));
    }

    /** The id of this request; made on first use. */
    public static String of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, String.class).orElseGet(() -> {
            String sent = request.getHeaders().get(HEADER);
            String id = sent != null && HARMLESS.matcher(sent).matches() ? sent : fresh();
            request.setAttribute(ATTRIBUTE, id);
            return id;
        });
    }

    private static String fresh() {
        byte[] bytes = new byte[LENGTH];
        RANDOM.nextBytes(bytes);
        StringBuilder id = new StringBuilder("req_");
        for (byte b : bytes) {
            id.append(BASE32.charAt(b & 31));
        }
        return id.toString();
    }
}
