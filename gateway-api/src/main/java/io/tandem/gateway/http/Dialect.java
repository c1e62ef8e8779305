package io.tandem.gateway.http;

/** Whose manners a path follows, for errors and credentials. */
public enum Dialect {
    /** {@code /v1.0} and {@code /auth}: the VoIPbin contract. */
    VOIPBIN,
    /** {@code /v3} and {@code /v1}: the autocall contract. */
    AUTOCALL,
    /** Everything else: the gateway's own, with problem+json errors. */
    GATEWAY;

    /** The dialect of a request path or of a route's template. */
    public static Dialect of(String path) {
        if (under(path, "/v1.0") || under(path, "/auth")) {
            return VOIPBIN;
        }
        if (under(path, "/v3") || under(path, "/v1")) {
            return AUTOCALL;
        }
        return GATEWAY;
    }

    private static boolean under(String path, String prefix) {
        return path.startsWith(prefix) && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
    }
}
