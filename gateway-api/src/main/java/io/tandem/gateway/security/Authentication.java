package io.tandem.gateway.security;

import io.micronaut.http.HttpRequest;
import io.tandem.campaigns.model.Agent;
import io.tandem.campaigns.model.Tenant;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.Credential;
import io.tandem.campaigns.ports.CredentialStore;
import io.tandem.campaigns.ports.ObjectStore;
import io.tandem.campaigns.ports.TenantStore;
import io.tandem.campaigns.ports.Transactions;
import io.tandem.gateway.http.Fault;
import io.tandem.gateway.http.Refusal;
import io.tandem.gateway.time.RealTime;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Finds out who calls, by the rules of each dialect. */
@Singleton
final class Authentication {

    private final CredentialStore credentials;
    private final TenantStore tenants;
    private final ObjectStore<Agent> agents;
    private final Transactions transactions;
    private final Jwts jwts;
    private final RealTime clock;

    Authentication(
            CredentialStore credentials,
            TenantStore tenants,
            ObjectStore<Agent> agents,
            Transactions transactions,
            Jwts jwts,
            RealTime clock) {
        this.credentials = credentials;
        this.tenants = tenants;
        this.agents = agents;
        this.transactions = transactions;
        this.jwts = jwts;
        this.clock = clock;
    }

    /**
     * v1.0: a JWT (cookie, query, bearer), then an access key (cookie, query); a bearer may be an access key, too. What
     * stands in a token's place and is no good is refused; the access key is not tried then. (voipbin-v1.md, 1.1, 3)
     */
    Caller voipbin(HttpRequest<?> request) {
        PresentedCredentials presented = PresentedCredentials.of(request);
        String token = presented.token();
        if (token != null) {
            boolean isBearer = token.equals(presented.bearer());
            return (isBearer && !Jwts.looksLike(token) ? accessKey(token) : jwt(token))
                    .orElseThrow(() -> unknown(true));
        }
        String key = presented.accessKey();
        return Optional.ofNullable(key).flatMap(this::accessKey).orElseThrow(() -> unknown(key != null));
    }

    /** v3: a token of {@code POST /v3/auth/token}, after the word Bearer or bare. (autocall-v3.md, 1.1) */
    Caller autocall(HttpRequest<?> request) {
        String token = PresentedCredentials.bearer(request);
        return Optional.ofNullable(token).flatMap(this::autocallToken).orElseThrow(() -> unknown(token != null));
    }

    /** The gateway's own routes: any credential of either dialect. (design section 7) */
    Caller either(HttpRequest<?> request) {
        String bearer = PresentedCredentials.bearer(request);
        if (bearer != null && !Jwts.looksLike(bearer)) {
            Optional<Caller> autocall = autocallToken(bearer);
            if (autocall.isPresent()) {
                return autocall.get();
            }
        }
        return voipbin(request);
    }

    private Optional<Caller> jwt(String token) {
        return jwts.read(token)
                .flatMap(subject -> tenant(subject.tenant())
                        .flatMap(tenant -> transactions
                                .inTenant(subject.tenant(), () -> agents.findLiving(subject.tenant(), subject.agent()))
                                .map(agent -> new Caller(
                                        tenant, Caller.Kind.AGENT_JWT, null, agent.id(), agent.permission()))));
    }

    private Optional<Caller> accessKey(String key) {
        return found(Credential.Kind.VOIPBIN_ACCESS_KEY, key, Caller.Kind.VOIPBIN_ACCESS_KEY);
    }

    private Optional<Caller> autocallToken(String token) {
        return found(Credential.Kind.AUTOCALL_TOKEN, token, Caller.Kind.AUTOCALL_TOKEN);
    }

    private Optional<Caller> found(Credential.Kind stored, String secret, Caller.Kind kind) {
        return credentials
                .byLookup(stored, RandomSecrets.digest(secret))
                .filter(credential -> Liveness.isGood(credential, clock.instant()))
                .flatMap(credential -> tenant(credential.tenant())
                        .map(tenant -> new Caller(
                                tenant, kind, credential.id(), credential.owner(), credential.permission())));
    }

    private Optional<Tenant> tenant(TenantId id) {
        Optional<Tenant> tenant = tenants.find(id);
        if (tenant.isPresent() && tenant.get().suspended()) {
            throw new Refusal(new Fault.Forbidden(Fault.Forbidden.Why.SUSPENDED));
        }
        return tenant;
    }

    private static Refusal unknown(boolean presented) {
        return new Refusal(new Fault.Unauthenticated(presented));
    }
}
