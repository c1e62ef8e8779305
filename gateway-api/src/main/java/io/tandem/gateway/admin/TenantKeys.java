package io.tandem.gateway.admin;

import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.Ids;
import io.tandem.gateway.security.AccessKeySecret;
import io.tandem.gateway.security.RandomSecrets;
import java.util.UUID;

/**
 * The ids of a new tenant and of what it starts with, and the secrets that its clients will show. Secrets in clear: kept
 * nowhere, shown once.
 *
 * @param agent the admin agent, owner of every credential
 * @param carrier the default carrier
 */
public record TenantKeys(
        TenantId tenant,
        UUID agent,
        UUID carrier,
        String apiKey,
        String autocallUsername,
        String autocallPassword,
        String voipbinUsername,
        String voipbinPassword,
        String accessKey) {

    private static final int PASSWORD_LETTERS = 24;
    private static final int TAIL = 12;

    /** New ids, random secrets; user names that no other tenant has. */
    public static TenantKeys random(Ids ids) {
        UUID tenant = ids.next();
        String text = tenant.toString();
        String username = "admin@" + text.substring(text.length() - TAIL) + ".tandem";
        return new TenantKeys(
                new TenantId(tenant),
                ids.next(),
                ids.next(),
                UUID.randomUUID().toString(),
                username,
                RandomSecrets.letters(PASSWORD_LETTERS),
                username,
                RandomSecrets.letters(PASSWORD_LETTERS),
                AccessKeySecret.random());
    }

    @Override
    public String toString() {
        return "TenantKeys[" + tenant + "]";
    }
}
