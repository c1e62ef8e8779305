package io.tandem.gateway.admin;

import io.tandem.campaigns.model.Agent;
import io.tandem.campaigns.model.Carried;
import io.tandem.campaigns.model.Carrier;
import io.tandem.campaigns.model.Tenant;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.Credential;
import io.tandem.campaigns.ports.CredentialStore;
import io.tandem.campaigns.ports.Ids;
import io.tandem.campaigns.ports.ObjectStore;
import io.tandem.campaigns.ports.Owner;
import io.tandem.campaigns.ports.TenantStore;
import io.tandem.campaigns.ports.Transactions;
import io.tandem.campaigns.service.Failure;
import io.tandem.gateway.security.AccessKeySecret;
import io.tandem.gateway.security.Logins;
import io.tandem.gateway.security.Passwords;
import io.tandem.gateway.security.Permission;
import io.tandem.gateway.security.RandomSecrets;
import io.tandem.gateway.time.CampaignClock;
import io.tandem.gateway.time.RealTime;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Makes, changes and removes tenants. */
@Singleton
public final class Tenants {

    private static final String DEFAULT_CARRIER = "default";
    private static final String RING_ALL = "ringall";

    private final TenantStore tenants;
    private final CredentialStore credentials;
    private final ObjectStore<Agent> agents;
    private final ObjectStore<Carrier> carriers;
    private final Transactions transactions;
    private final Optional<Owner> owner;
    private final Passwords passwords;
    private final Logins logins;
    private final Ids ids;
    private final CampaignClock campaignClock;
    private final RealTime realTime;

    Tenants(
            TenantStore tenants,
            CredentialStore credentials,
            ObjectStore<Agent> agents,
            ObjectStore<Carrier> carriers,
            Transactions transactions,
            Optional<Owner> owner,
            Passwords passwords,
            Logins logins,
            Ids ids,
            CampaignClock campaignClock,
            RealTime realTime) {
        this.tenants = tenants;
        this.credentials = credentials;
        this.agents = agents;
        this.carriers = carriers;
        this.transactions = transactions;
        this.owner = owner;
        this.passwords = passwords;
        this.logins = logins;
        this.ids = ids;
        this.campaignClock = campaignClock;
        this.realTime = realTime;
    }

    /** Makes a tenant with new ids and secrets; the answer is the only place where the secrets ever stand in clear. */
    public TenantKeys create(NewTenant wanted) {
        TenantKeys keys = TenantKeys.random(ids);
        create(wanted, keys);
        return keys;
    }

    /**
     * Makes a tenant with these ids and secrets: its admin agent, its default carrier (autocall-v3.md, D42) and a
     * credential of each kind. All or nothing.
     */
    public Tenant create(NewTenant wanted, TenantKeys keys) {
        Tenant tenant = new Tenant(
                keys.tenant(),
                wanted.name(),
                wanted.zone(),
                wanted.country(),
                wanted.voipbinVersion(),
                wanted.callbackAllowList(),
                wanted.allowedCountries(),
                wanted.caps(),
                false,
                campaignClock.instant(),
                null,
                wanted.policy());
        List<Credential> logins = logins(keys);
        transactions.inTenant(keys.tenant(), () -> {
            tenants.insert(tenant);
            agents.insert(admin(keys, tenant.created()));
            carriers.insert(defaultCarrier(tenant, keys.carrier()));
            logins.forEach(credentials::insert);
        });
        owner.ifPresent(scheduler -> scheduler.created(keys.tenant()));
        return tenant;
    }

    public List<Tenant> all() {
        return tenants.all();
    }

    /**
     * The tenant.
     *
     * @throws Failure.NotFound if there is none, or not any more
     */
    public Tenant get(TenantId id) {
        return tenants.find(id).orElseThrow(() -> new Failure.NotFound(Failure.Thing.TENANT));
    }

    /** Changes a tenant; returns when no call is placed any more that the change forbids. */
    public Tenant change(TenantId id, UnaryOperator<Tenant> edit) {
        Tenant changed = tenants.edit(id, before -> {
                    Tenant after = edit.apply(before);
                    return after.equals(before) ? before : after.withUpdated(campaignClock.instant());
                })
                .orElseThrow(() -> new Failure.NotFound(Failure.Thing.TENANT));
        // Even if nothing differs: the first try may have been told that it is not taken in.
        owner.ifPresent(scheduler -> {
            scheduler.forbade(id);
            scheduler.changed(id);
        });
        return changed;
    }

    /** Removes a tenant and its credentials; its records stay. Returns when no call of it is placed any more. */
    public Tenant delete(TenantId id) {
        Tenant tenant = get(id);
        if (!tenants.delete(id, campaignClock.instant())) {
            throw new Failure.NotFound(Failure.Thing.TENANT);
        }
        owner.ifPresent(scheduler -> scheduler.forbade(id));
        return tenant;
    }

    private Agent admin(TenantKeys keys, Instant created) {
        return new Agent(
                keys.tenant(),
                keys.agent(),
                keys.voipbinUsername(),
                null,
                "Admin",
                "",
                RING_ALL,
                Agent.Status.OFFLINE,
                null,
                Permission.ADMIN,
                List.of(),
                List.of(),
                Carried.NONE,
                created,
                null,
                null);
    }

    private static Carrier defaultCarrier(Tenant tenant, UUID id) {
        return new Carrier(
                tenant.id(),
                id,
                DEFAULT_CARRIER,
                List.of(),
                tenant.caps().calls(),
                Map.of(),
                null,
                true,
                Carried.NONE,
                tenant.created(),
                null,
                null);
    }

    private List<Credential> logins(TenantKeys keys) {
        String sealedKey = passwords.seal(keys.autocallPassword(), keys.apiKey());
        return List.of(
                credential(keys, Credential.Kind.AUTOCALL_KEY, RandomSecrets.digest(keys.apiKey()), null, "", ""),
                credential(
                        keys,
                        Credential.Kind.AUTOCALL_LOGIN,
                        Logins.lookup(keys.autocallUsername()),
                        this.logins.hash(keys.autocallUsername(), keys.autocallPassword()),
                        sealedKey,
                        ""),
                credential(
                        keys,
                        Credential.Kind.VOIPBIN_LOGIN,
                        Logins.lookup(keys.voipbinUsername()),
                        this.logins.hash(keys.voipbinUsername(), keys.voipbinPassword()),
                        "",
                        ""),
                credential(
                        keys,
                        Credential.Kind.VOIPBIN_ACCESS_KEY,
                        RandomSecrets.digest(keys.accessKey()),
                        null,
                        "",
                        AccessKeySecret.shown(keys.accessKey())));
    }

    private Credential credential(
            TenantKeys keys,
            Credential.Kind kind,
            String lookup,
            @Nullable String secretHash,
            String detail,
            String prefix) {
        String name = switch (kind) {
            case AUTOCALL_LOGIN -> keys.autocallUsername();
            case VOIPBIN_LOGIN -> keys.voipbinUsername();
            default -> "admin";
        };
        return new Credential(
                ids.next(),
                keys.tenant(),
                kind,
                lookup,
                secretHash,
                keys.agent(),
                Permission.ADMIN,
                name,
                detail,
                prefix,
                null,
                realTime.instant(),
                null,
                null);
    }
}
