package io.tandem.gateway.security;

import io.tandem.campaigns.model.Agent;
import io.tandem.campaigns.ports.Credential;
import io.tandem.campaigns.ports.CredentialStore;
import io.tandem.campaigns.ports.Ids;
import io.tandem.campaigns.service.Failure;
import io.tandem.gateway.time.RealTime;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * User names and passwords. A user name is one within its tenant, whatever its case, and several tenants may have it: the
 * password tells whose log-in is meant. All passwords of a name are hashed with one salt, so that one computation is
 * enough however many tenants have the name, and no clock tells how many. (docs/decisions/0013)
 */
@Singleton
public final class Logins {

    /** Longer passwords are nobody's, as is the empty one; hashing them would only take time. */
    private static final int LONGEST_PASSWORD = 1_024;

    private static final String NOBODYS = "-";

    private final CredentialStore credentials;
    private final Passwords passwords;
    private final MasterSecret secret;
    private final Ids ids;
    private final RealTime clock;

    Logins(CredentialStore credentials, Passwords passwords, MasterSecret secret, Ids ids, RealTime clock) {
        this.credentials = credentials;
        this.passwords = passwords;
        this.secret = secret;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * The login of this user name that has this password; empty if there is none, or more than one, for nobody shall get
     * into another's house because two chose the same name and password. The same time goes by whatever is wrong.
     */
    public Optional<Credential> check(Credential.Kind kind, String username, String password) {
        boolean isNone = password.isEmpty() || password.length() > LONGEST_PASSWORD;
        // The hash takes no empty text; whatever stands in for a password that is none, it opens nothing.
        String tried = isNone ? NOBODYS : password;
        String hash = hash(username, tried);
        List<Credential> meant = credentials.named(kind, lookup(username)).stream()
                .filter(credential -> Liveness.isGood(credential, clock.instant()))
                .filter(credential -> isIts(credential, tried, hash))
                .toList();
        return isNone || meant.size() != 1 ? Optional.empty() : Optional.of(meant.get(0));
    }

    private boolean isIts(Credential login, String password, String hash) {
        String stored = login.secretHash();
        if (stored == null) {
            return false;
        }
        boolean isOfThisSalt = stored.startsWith(hash.substring(0, hash.lastIndexOf('$') + 1));
        return isOfThisSalt ? RandomSecrets.same(stored, hash) : passwords.matches(password, stored);
    }

    /** The hash to keep of a login's password. Takes too long for inside a transaction. */
    public String hash(String username, String password) {
        return passwords.hash(password, secret.loginSalt(lookup(username)));
    }

    /**
     * Lets an agent log in to the VoIPbin front-end.
     *
     * @param secretHash of {@link #hash}
     * @throws Failure.NameTaken if another agent of the tenant has the user name
     */
    public void open(Agent agent, String secretHash) {
        if (loginOf(agent).isPresent()) {
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
        loginOf(agent)
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

    private Optional<Credential> loginOf(Agent agent) {
        return credentials.named(Credential.Kind.VOIPBIN_LOGIN, lookup(agent.username())).stream()
                .filter(login -> login.tenant().equals(agent.tenant()))
                .findFirst();
    }

    /** What a login of this user name is found by. */
    public static String lookup(String username) {
        return username.strip().toLowerCase(Locale.ROOT);
    }
}
