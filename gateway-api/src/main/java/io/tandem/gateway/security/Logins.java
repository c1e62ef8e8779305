package io.tandem.gateway.security;

import io.tandem.campaigns.model.Agent;
import io.tandem.campaigns.ports.Credential;
import io.tandem.campaigns.ports.CredentialStore;
import io.tandem.campaigns.ports.Ids;
import io.tandem.campaigns.service.Failure;
import io.tandem.gateway.time.RealTime;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;

/** User names and passwords. A user name is one over all tenants, whatever its case. */
@Singleton
public final class Logins {

    private final CredentialStore credentials;
    private final Passwords passwords;
    private final Ids ids;
    private final RealTime clock;

    Logins(CredentialStore credentials, Passwords passwords, Ids ids, RealTime clock) {
        this.credentials = credentials;
        this.passwords = passwords;
        this.ids = ids;
        this.clock = clock;
    }

    /** The login of this user name if the password is its; the same time goes by whatever is wrong. */
    public Optional<Credential> check(Credential.Kind kind, String username, String password) {
        Optional<Credential> found = credentials
                .byLookup(kind, lookup(username))
                .filter(credential -> Liveness.isGood(credential, clock.instant()));
        boolean matches =
                passwords.matches(password, found.map(Credential::secretHash).orElse(null));
        return found.filter(credential -> matches);
    }

    /**
     * Lets an agent log in to the VoIPbin front-end.
     *
     * @throws Failure.NameTaken if some agent of whatever tenant has the user name
     */
    public void open(Agent agent, String password) {
        if (credentials
                .byLookup(Credential.Kind.VOIPBIN_LOGIN, lookup(agent.username()))
                .isPresent()) {
            throw new Failure.NameTaken(Failure.Thing.AGENT);
        }
        credentials.insert(new Credential(
                ids.next(),
                agent.tenant(),
                Credential.Kind.VOIPBIN_LOGIN,
                lookup(agent.username()),
                passwords.hash(password),
                agent.id(),
                agent.permission(),
                agent.username(),
                "",
                "",
                null,
                clock.instant(),
                null,
                null));
    }

    /** What a login of this user name is found by. */
    public static String lookup(String username) {
        return username.strip().toLowerCase(Locale.ROOT);
    }
}
