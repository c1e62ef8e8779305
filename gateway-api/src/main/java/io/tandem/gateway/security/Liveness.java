package io.tandem.gateway.security;

import io.tandem.campaigns.ports.Credential;
import java.time.Instant;

/** When a stored credential counts. */
public final class Liveness {

    private Liveness() {}

    /** Neither deleted nor expired. */
    public static boolean isGood(Credential credential, Instant now) {
        return credential.deleted() == null && (credential.expires() == null || now.isBefore(credential.expires()));
    }
}
