package io.tandem.campaigns.ports;

import io.tandem.campaigns.model.TenantId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that proves who a client is. Secrets are never here: {@code lookup} is a digest of a random secret or a
 * user name, {@code secretHash} a slow hash of a password.
 *
 * @param lookup what it is found by; unique per kind and tenant, and where it is a digest over all tenants by chance
 * @param secretHash for kinds with a password, else null
 * @param owner the agent it stands for, null if none
 * @param permission bit mask it carries (voipbin-v1.md, 1.1)
 * @param prefix the first characters of the secret, shown in lists; empty if none
 * @param expires null for never
 */
public record Credential(
        UUID id,
        TenantId tenant,
        Kind kind,
        String lookup,
        @Nullable String secretHash,
        @Nullable UUID owner,
        int permission,
        String name,
        String detail,
        String prefix,
        @Nullable Instant expires,
        Instant created,
        @Nullable Instant updated,
        @Nullable Instant deleted) {

    /** What a credential is good for. */
    public enum Kind {
        /** Exchanged for autocall tokens. */
        AUTOCALL_KEY,
        /** Bearer token of the autocall front-end. */
        AUTOCALL_TOKEN,
        /** User name and password of the autocall front-end. */
        AUTOCALL_LOGIN,
        /** User name and password of the VoIPbin front-end. */
        VOIPBIN_LOGIN,
        /** Access key of the VoIPbin front-end. */
        VOIPBIN_ACCESS_KEY
    }
}
