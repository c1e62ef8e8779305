package io.tandem.gateway.security;

import io.tandem.campaigns.model.Agent;
import io.tandem.campaigns.ports.Credential;
import io.tandem.campaigns.ports.CredentialStore;
import io.tandem.campaigns.ports.Ids;
import io.tandem.campaigns.service.Failure;
import io.tandem.gateway.time.RealTime;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
        openHashed(agent, passwords.hash(password));
    }

    /** As {@link #open}, with the hash made before: it takes too long for inside a transaction. */
    public void openHashed(Agent agent, String secretHash) {
        if (loginOf(agent.username()).isPresent()) {
            throw new Failure.NameTaken(Failure.Thing.AGENT);
        }
        Credential login = new Credential(
                ids.next(),
                agent.tenant(),
                Credential.Kind.VOIPBIN_LOGIN,
                lookup(agent.username()),
                secretHash,
                agent.id(),
                agent.permission(),
                agent.username(),
                "",
                "",
                null,
                clock.instant(),
                null,
                null);
        try {
            credentials.insert(login);
        } catch (CredentialStore.LookupTaken meanwhile) {
            throw new Failure.NameTaken(Failure.Thing.AGENT);
        }
    }

    /**
     * Writes what changed of an agent into its log-in: the permission, the password if one is given, the end if the
     * agent was deleted, which sets the user name free. An agent without a log-in is let be.
     *
     * @param secretHash the new password's, null to keep the old one
     */
    public void follow(Agent agent, @Nullable String secretHash) {
        loginOf(agent.username())
                .filter(login -> agent.id().equals(login.owner()))
                .ifPresent(login -> credentials.update(followed(login, agent, secretHash)));
    }

    private Credential followed(Credential login, Agent agent, @Nullable String secretHash) {
        boolean ends = agent.deleted() != null;
        Instant now = clock.instant();
        return new Credential(
                login.id(),
                login.tenant(),
                login.kind(),
                ends ? "deleted " + login.id() : login.lookup(),
                secretHash == null ? login.secretHash() : secretHash,
                login.owner(),
                agent.permission(),
                login.name(),
                login.detail(),
                login.prefix(),
                login.expires(),
                login.created(),
                now,
                ends ? now : null);
    }

    private Optional<Credential> loginOf(String username) {
        return credentials.byLookup(Credential.Kind.VOIPBIN_LOGIN, lookup(username));
    }

    /** What a login of this user name is found by. */
    public static String lookup(String username) {
        return username.strip().toLowerCase(Locale.ROOT);
    }
}
