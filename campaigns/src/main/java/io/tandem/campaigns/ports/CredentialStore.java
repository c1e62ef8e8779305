package io.tandem.campaigns.ports;

import io.tandem.campaigns.model.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Credentials; found before the tenant is known, so outside any tenant's transaction. */
public interface CredentialStore {

    /** The one with this digest, deleted and expired ones included. */
    Optional<Credential> byLookup(Credential.Kind kind, String lookup);

    /** Those with this user name, at most one of a tenant, oldest first; deleted and expired ones included. */
    List<Credential> named(Credential.Kind kind, String lookup);

    Optional<Credential> find(TenantId tenant, UUID id);

    /** A page of those of one kind not deleted, newest first. */
    List<Credential> page(TenantId tenant, Credential.Kind kind, Page page);

    /** Adds one; {@link LookupTaken} if another of its kind and tenant has the lookup. */
    void insert(Credential credential);

    /** Overwrites lookup, name, detail, secret hash, permission, update and deletion times of the same tenant and id. */
    void update(Credential credential);

    /** Forgets tokens that expired before {@code at}. */
    int forgetExpired(Instant at);

    /** Another credential of the kind and tenant has the lookup that was written. */
    final class LookupTaken extends RuntimeException {
        public LookupTaken(Throwable cause) {
            super("the lookup is taken", cause);
        }
    }
}
