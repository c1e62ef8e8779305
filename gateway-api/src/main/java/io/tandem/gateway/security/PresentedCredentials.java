package io.tandem.gateway.security;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a request shows to be let in, by where it stands; blank ones count as absent.
 *
 * @param bearer the {@code Authorization} header, with or without the word Bearer before it
 */
record PresentedCredentials(
        @Nullable String cookieToken,
        @Nullable String queryToken,
        @Nullable String bearer,
        @Nullable String cookieAccessKey,
        @Nullable String queryAccessKey) {

    private static final String BEARER = "bearer";

    static PresentedCredentials of(HttpRequest<?> request) {
        return new PresentedCredentials(
                cookie(request, "token"),
                query(request, "token"),
                bearer(request),
                cookie(request, "accesskey"),
                query(request, "accesskey"));
    }

    /** The first place that a JWT may stand in. */
    @Nullable
    String token() {
        return first(first(cookieToken, queryToken), bearer);
    }

    @Nullable
    String accessKey() {
        return first(cookieAccessKey, queryAccessKey);
    }

    /** The bearer token alone; a header of another scheme shows none. */
    static @Nullable String bearer(HttpRequest<?> request) {
        String header = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            return null;
        }
        String value = header.strip();
        int space = value.indexOf(' ');
        if (space < 0) {
            return value.toLowerCase(Locale.ROOT).equals(BEARER) ? null : present(value);
        }
        boolean isBearer = value.substring(0, space).toLowerCase(Locale.ROOT).equals(BEARER);
        return isBearer ? present(value.substring(space + 1)) : null;
    }

    private static @Nullable String cookie(HttpRequest<?> request, String name) {
        return request.getCookies()
                .findCookie(name)
                .map(Cookie::getValue)
                .map(PresentedCredentials::present)
                .orElse(null);
    }

    private static @Nullable String query(HttpRequest<?> request, String name) {
        Optional<String> value = request.getParameters().getFirst(name);
        return value.map(PresentedCredentials::present).orElse(null);
    }

    private static @Nullable String present(String value) {
        return value.isBlank() ? null : value.strip();
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one != null ? one : other;
    }
}
