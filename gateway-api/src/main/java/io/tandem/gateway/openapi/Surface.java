package io.tandem.gateway.openapi;

import io.tandem.gateway.http.Dialect;
import io.tandem.translators.voipbin.WireVersion;
import java.util.List;

/**
 * A set of routes that has an OpenAPI document of its own. The part that differs from route to route is written by the
 * compiler from the controllers of the packages that {@code gateway-api/openapi.properties} names; what is true of every
 * route stands in the resource {@code openapi/<name>.json}.
 */
enum Surface {
    VOIPBIN("voipbin", Dialect.VOIPBIN),
    AUTOCALL("autocall", Dialect.AUTOCALL),
    GATEWAY("gateway", Dialect.GATEWAY);

    private final String text;
    private final Dialect dialect;

    Surface(String text, Dialect dialect) {
        this.text = text;
        this.dialect = dialect;
    }

    /** Sentences that the code has to say about the surface as a whole. */
    List<String> remarks() {
        return this == VOIPBIN ? WireVersion.differences() : List.of();
    }

    /** Its name in {@code /openapi/<name>.json}. */
    String text() {
        return text;
    }

    /** Whether a route belongs to it. {@code /ping} stands outside {@code /v1.0} and is part of that contract. */
    boolean holds(String template) {
        return (template.equals("/ping") ? Dialect.VOIPBIN : Dialect.of(template)) == dialect;
    }

    /** What the compiler wrote. */
    String generated() {
        return "META-INF/swagger/" + text + ".json";
    }

    /** What every route of it has in common. */
    String common() {
        return "openapi/" + text + ".json";
    }
}
