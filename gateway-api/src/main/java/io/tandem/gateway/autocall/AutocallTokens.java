package io.tandem.gateway.autocall;

import io.micronaut.scheduling.annotation.Scheduled;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.Credential;
import io.tandem.campaigns.ports.CredentialStore;
import io.tandem.campaigns.ports.Ids;
import io.tandem.campaigns.ports.StoreUnavailable;
import io.tandem.campaigns.ports.TenantStore;
import io.tandem.gateway.http.Fault;
import io.tandem.gateway.http.Refusal;
import io.tandem.gateway.security.Liveness;
import io.tandem.gateway.security.Logins;
import io.tandem.gateway.security.Passwords;
import io.tandem.gateway.security.RandomSecrets;
import io.tandem.gateway.time.RealTime;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tokens for API keys, and API keys for passwords. What is wrong is always the same 401. (autocall-v3.md, D3, D28) */
@Singleton
class AutocallTokens {

    static final Duration LIFE = Duration.ofDays(1);

    private static final Logger LOG = LoggerFactory.getLogger(AutocallTokens.class);
    private static final int LETTERS = 43;

    private final CredentialStore credentials;
    private final TenantStore tenants;
    private final Logins logins;
    private final Passwords passwords;
    private final Ids ids;
    private final RealTime clock;

    AutocallTokens(
            CredentialStore credentials,
            TenantStore tenants,
            Logins logins,
            Passwords passwords,
            Ids ids,
            RealTime clock) {
        this.credentials = credentials;
        this.tenants = tenants;
        this.logins = logins;
        this.passwords = passwords;
        this.ids = ids;
        this.clock = clock;
    }

    /** A new token and the key that it was given for. */
    record Issued(Credential key, String token) {}

    /** A login and the tenant's API key. */
    record LoggedIn(Credential login, String apiKey) {}

    /** @throws Refusal if the key is not known, or its tenant is suspended */
    Issued issue(String apiKey) {
        Instant now = clock.instant();
        Credential key = credentials
                .byLookup(Credential.Kind.AUTOCALL_KEY, RandomSecrets.digest(apiKey))
                .filter(found -> Liveness.isGood(found, now))
                .filter(found -> isServed(found.tenant()))
                .orElseThrow(AutocallTokens::unknown);
        String token = RandomSecrets.letters(LETTERS);
        credentials.insert(new Credential(
                ids.next(),
                key.tenant(),
                Credential.Kind.AUTOCALL_TOKEN,
                RandomSecrets.digest(token),
                null,
                key.owner(),
                key.permission(),
                key.name(),
                "",
                "",
                now.plus(LIFE),
                now,
                null,
                null));
        return new Issued(key, token);
    }

    /** @throws Refusal if user name or password is wrong, or the tenant is suspended */
    LoggedIn login(String username, String password) {
        Credential login = logins.check(Credential.Kind.AUTOCALL_LOGIN, username, password)
                .filter(found -> isServed(found.tenant()))
                .orElseThrow(AutocallTokens::unknown);
        return new LoggedIn(login, passwords.open(password, login.detail()));
    }

    @Scheduled(fixedDelay = "1h", initialDelay = "10m")
    void forgetExpired() {
        try {
            credentials.forgetExpired(clock.instant());
        } catch (StoreUnavailable e) {
            LOG.warn("Expired tokens are kept for another hour: {}", e.getMessage());
        }
    }

    private boolean isServed(TenantId tenant) {
        return tenants.find(tenant).filter(found -> !found.suspended()).isPresent();
    }

    private static Refusal unknown() {
        return new Refusal(new Fault.Unauthenticated(true));
    }
}
