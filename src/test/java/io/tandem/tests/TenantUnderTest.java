package io.tandem.tests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A tenant and its ways in. */
public final class TenantUnderTest {

    private final GatewayUnderTest gateway;
    private final JsonNode keys;
    private final Api autocall;
    private @Nullable Api voipbin;

    TenantUnderTest(GatewayUnderTest gateway, JsonNode keys) {
        this.gateway = gateway;
        this.keys = keys;
        String token = gateway.api()
                .post(
                        "/v3/auth/token",
                        Api.object("api_key", keys.at("/autocall/api_key").asText()))
                .text("/token");
        this.autocall = gateway.api().withHeader("Authorization", "Bearer " + token);
    }

    public UUID id() {
        return UUID.fromString(keys.path("tenant_id").asText());
    }

    /** What the creation answered: ids and secrets. */
    public JsonNode keys() {
        return keys;
    }

    /** Speaks v3 (and {@code /gateway}) as this tenant. */
    public Api autocall() {
        return autocall;
    }

    /** Speaks v1.0 (and {@code /gateway}) as this tenant's admin. Logs in when first asked: passwords are slow. */
    public synchronized Api voipbin() {
        if (voipbin == null) {
            String jwt = gateway.api()
                    .post(
                            "/auth/login",
                            Api.object(
                                    "username",
                                    keys.at("/voipbin/username").asText(),
                                    "password",
                                    keys.at("/voipbin/password").asText()))
                    .text("/token");
            voipbin = gateway.api().withHeader("Authorization", "Bearer " + jwt);
        }
        return voipbin;
    }

    /** The same in the newer wire version. */
    public Api voipbin2026() {
        return voipbin().withHeader("VoIPbin-Version", "2026-08");
    }

    public GatewayUnderTest gateway() {
        return gateway;
    }
}
