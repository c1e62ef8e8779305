package io.tandem.gateway.security;

import io.micronaut.http.HttpRequest;
import io.tandem.campaigns.model.Tenant;
import io.tandem.campaigns.model.TenantId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who sent the request, proved. A controller gets it as an argument of this type.
 *
 * @param credential the credential's id, null for an agent's JWT
 * @param agent the agent it is or stands for, null if none
 * @param permission bits of {@link Permission}
 */
public record Caller(
        Tenant tenant,
        Kind kind,
        @Nullable UUID credential,
        @Nullable UUID agent,
        int permission) {

    static final String ATTRIBUTE = "tandem.caller";

    /** What the caller showed. */
    public enum Kind {
        AGENT_JWT,
        VOIPBIN_ACCESS_KEY,
        AUTOCALL_TOKEN
    }

    /** The caller that security has let through; empty on open routes. */
    public static Optional<Caller> of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, Caller.class);
    }

    public TenantId tenantId() {
        return tenant.id();
    }

    /** The account that calls, as v3 shows it: the agent that it is or stands for, else the credential. */
    public UUID account() {
        UUID shown = agent == null ? credential : agent;
        return shown == null ? tenant.id().value() : shown;
    }

    /** Whether one of these bits of {@link Permission} is set. */
    public boolean hasOneOf(int bits) {
        return (permission & bits) != 0;
    }
}
