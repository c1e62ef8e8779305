package io.tandem.gateway.voipbin;

import io.tandem.campaigns.ports.Credential;
import io.tandem.campaigns.ports.CredentialStore;
import io.tandem.campaigns.ports.Ids;
import io.tandem.campaigns.ports.Page;
import io.tandem.campaigns.service.Failure;
import io.tandem.gateway.security.AccessKeySecret;
import io.tandem.gateway.security.Caller;
import io.tandem.gateway.security.Permission;
import io.tandem.gateway.security.RandomSecrets;
import io.tandem.gateway.time.RealTime;
import io.tandem.translators.voipbin.VoipbinAccesskeys.Labels;
import io.tandem.translators.voipbin.VoipbinAccesskeys.NewKey;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** A tenant's access keys. They carry an admin's power and live in real time. (voipbin-v1.md, 1.1, 1.3) */
@Singleton
final class AccessKeys {

    private static final Credential.Kind KIND = Credential.Kind.VOIPBIN_ACCESS_KEY;

    private final CredentialStore credentials;
    private final Ids ids;
    private final RealTime clock;

    AccessKeys(CredentialStore credentials, Ids ids, RealTime clock) {
        this.credentials = credentials;
        this.ids = ids;
        this.clock = clock;
    }

    /** A key and the secret that only its maker sees. */
    record Made(Credential key, String secret) {}

    List<Credential> page(Caller caller, Page page) {
        return credentials.page(caller.tenantId(), KIND, page);
    }

    Made create(Caller caller, NewKey wanted) {
        String secret = AccessKeySecret.random();
        Instant now = clock.instant();
        Credential key = new Credential(
                ids.next(),
                caller.tenantId(),
                KIND,
                RandomSecrets.digest(secret),
                null,
                caller.agent(),
                Permission.ADMIN,
                wanted.name(),
                wanted.detail(),
                AccessKeySecret.shown(secret),
                now.plus(wanted.life()),
                now,
                null,
                null);
        credentials.insert(key);
        return new Made(key, secret);
    }

    /**
     * The key.
     *
     * @throws Failure.NotFound if the tenant has no such key
     * @throws Failure.Refused if it was deleted
     */
    Credential get(Caller caller, UUID id) {
        Credential key = credentials
                .find(caller.tenantId(), id)
                .filter(found -> found.kind() == KIND)
                .orElseThrow(() -> new Failure.NotFound(Failure.Thing.ACCESS_KEY));
        if (key.deleted() != null) {
            throw new Failure.Refused(Failure.Reason.DELETED);
        }
        return key;
    }

    Credential rename(Caller caller, UUID id, Function<Credential, Labels> labels) {
        Credential key = get(caller, id);
        Labels wanted = labels.apply(key);
        if (wanted.name().equals(key.name()) && wanted.detail().equals(key.detail())) {
            return key;
        }
        return update(key, wanted, clock.instant(), false);
    }

    Credential delete(Caller caller, UUID id) {
        Credential key = get(caller, id);
        return update(key, new Labels(key.name(), key.detail()), clock.instant(), true);
    }

    private Credential update(Credential key, Labels labels, Instant now, boolean deletes) {
        Credential after = new Credential(
                key.id(),
                key.tenant(),
                key.kind(),
                key.lookup(),
                key.secretHash(),
                key.owner(),
                key.permission(),
                labels.name(),
                labels.detail(),
                key.prefix(),
                key.expires(),
                key.created(),
                now,
                deletes ? now : null);
        credentials.update(after);
        return after;
    }
}
