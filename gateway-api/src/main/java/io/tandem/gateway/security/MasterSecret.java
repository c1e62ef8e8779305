package io.tandem.gateway.security;

import io.micronaut.context.annotation.Context;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.SettingStore;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The gateway's own secret, made at the first start, kept with the database and shared by all replicas. Every use gets a
 * key of its own, derived by HMAC-SHA256, so that no derived secret needs storing and none tells another.
 *
 * <p>Read at the start, when the database must be there: the first request may come while it is away.
 */
@Context
public final class MasterSecret {

    private static final String SETTING = "secret";
    private static final int BYTES = 32;

    private final byte[] secret;

    MasterSecret(SettingStore settings) {
        String fresh = Base64.getEncoder().encodeToString(RandomSecrets.bytes(BYTES));
        this.secret = Base64.getDecoder().decode(settings.putIfAbsent(SETTING, fresh));
    }

    /** The key that signs JWTs. */
    byte[] jwtKey() {
        return derive("jwt");
    }

    /** The key of {@link Seals}. */
    byte[] sealKey() {
        return derive("seal");
    }

    /** The secret that signs a tenant's webhooks, in the form of Standard Webhooks. */
    public String webhookSecret(TenantId tenant) {
        return "whsec_" + Base64.getEncoder().encodeToString(derive("webhook:" + tenant));
    }

    /** The salt of all passwords of a user name: one for the name, not for the password. (docs/decisions/0013) */
    byte[] loginSalt(String lookup) {
        return Arrays.copyOf(derive("login:" + lookup), Passwords.SALT_BYTES);
    }

    private byte[] derive(String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
