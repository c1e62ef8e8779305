package io.tandem.gateway.voipbin;

import io.tandem.campaigns.model.Agent;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.ObjectStore;
import io.tandem.campaigns.ports.Owner;
import io.tandem.campaigns.ports.Page;
import io.tandem.campaigns.ports.Transactions;
import io.tandem.campaigns.service.Failure;
import io.tandem.campaigns.service.Failure.Reason;
import io.tandem.campaigns.service.Failure.Thing;
import io.tandem.gateway.security.Logins;
import io.tandem.gateway.security.Permission;
import io.tandem.gateway.time.CampaignClock;
import io.tandem.translators.voipbin.AgentFilter;
import io.tandem.translators.voipbin.VoipbinAgents.NewAgent;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What touches an agent and its log-in together: one transaction writes both. A tenant always keeps one agent with the
 * admin permission, whoever asks at the same time.
 */
@Singleton
final class Agents {

    private static final int CHUNK = 500;

    private final ObjectStore<Agent> agents;
    private final Logins logins;
    private final Transactions transactions;
    private final Owner owner;
    private final CampaignClock clock;

    Agents(ObjectStore<Agent> agents, Logins logins, Transactions transactions, Owner owner, CampaignClock clock) {
        this.agents = agents;
        this.logins = logins;
        this.transactions = transactions;
        this.owner = owner;
        this.clock = clock;
    }

    /** The part of the page's order that the filter admits, as many as the page takes. */
    List<Agent> page(TenantId tenant, AgentFilter filter, Page page) {
        return transactions.inTenant(tenant, () -> {
            List<Agent> admitted = new ArrayList<>();
            Page next = page;
            while (true) {
                List<Agent> chunk = agents.page(tenant, next);
                chunk.stream().filter(filter::admits).forEach(admitted::add);
                if (chunk.size() < next.limit() || admitted.size() >= page.limit()) {
                    return admitted.subList(0, Math.min(page.limit(), admitted.size()));
                }
                Agent last = chunk.get(chunk.size() - 1);
                next = Page.olderThan(CHUNK, last.created(), last.id());
            }
        });
    }

    /** The living agent of this id; if it is null or no more, the tenant's oldest admin. */
    Agent whoIs(TenantId tenant, @Nullable UUID id) {
        return transactions.inTenant(
                tenant,
                () -> Optional.ofNullable(id)
                        .flatMap(known -> agents.findLiving(tenant, known))
                        .or(() -> admins(tenant).stream().min(Comparator.comparing(Agent::created)))
                        .orElseThrow(() -> new Failure.NotFound(Thing.AGENT)));
    }

    /** @throws Failure.NameTaken if another agent of the tenant has the user name */
    Agent create(NewAgent wanted) {
        Agent agent = wanted.agent();
        String secretHash = logins.hash(agent.username(), wanted.password());
        transactions.inTenant(agent.tenant(), () -> {
            agents.insert(agent);
            logins.open(agent, secretHash);
        });
        owner.changed(agent.tenant());
        return agent;
    }

    Agent changePassword(TenantId tenant, UUID id, String password) {
        // A user name never changes, so it may be read before the agent is locked.
        String username = transactions
                .inTenant(tenant, () -> agents.findLiving(tenant, id))
                .orElseThrow(() -> new Failure.NotFound(Thing.AGENT))
                .username();
        String secretHash = logins.hash(username, password);
        return transactions.inTenant(tenant, () -> {
            Agent agent = agents.lockLiving(tenant, id).orElseThrow(() -> new Failure.NotFound(Thing.AGENT));
            logins.follow(agent, secretHash);
            return agent;
        });
    }

    /** @throws Failure.Refused if it would take the admin permission from the last that has it */
    Agent changePermission(TenantId tenant, UUID id, UnaryOperator<Agent> change) {
        return transactions.inTenant(tenant, () -> write(tenant, id, change));
    }

    /**
     * Deletes softly and closes the log-in, whose user name is free again. Returns when no call goes to the agent any
     * more.
     *
     * @throws Failure.Refused if it is the last with the admin permission
     */
    Agent delete(TenantId tenant, UUID id) {
        Instant now = clock.instant();
        Agent gone = transactions.inTenant(
                tenant, () -> write(tenant, id, agent -> agent.withDeleted(now).withUpdated(now)));
        owner.forbade(tenant);
        return gone;
    }

    /** All admins are locked before the one, in the order of their ids, so that two of them cannot go at once. */
    private Agent write(TenantId tenant, UUID id, UnaryOperator<Agent> change) {
        List<Agent> admins = lockAdmins(tenant);
        Agent current = agents.lockLiving(tenant, id).orElseThrow(() -> new Failure.NotFound(Thing.AGENT));
        Agent changed = change.apply(current);
        boolean othersAreAdmins = admins.stream().anyMatch(admin -> !admin.id().equals(id));
        if (isAdmin(current) && !isAdmin(changed) && !othersAreAdmins) {
            throw new Failure.Refused(Reason.LAST_ADMIN);
        }
        agents.update(changed);
        logins.follow(changed, null);
        return changed;
    }

    private List<Agent> lockAdmins(TenantId tenant) {
        return admins(tenant).stream()
                .sorted(Comparator.comparing(Agent::id))
                .flatMap(admin -> agents.lockLiving(tenant, admin.id()).stream())
                .filter(Agents::isAdmin)
                .toList();
    }

    private List<Agent> admins(TenantId tenant) {
        List<Agent> found = new ArrayList<>();
        Page next = Page.first(CHUNK);
        while (true) {
            List<Agent> chunk = agents.page(tenant, next);
            chunk.stream().filter(Agents::isAdmin).forEach(found::add);
            if (chunk.size() < CHUNK) {
                return found;
            }
            Agent last = chunk.get(chunk.size() - 1);
            next = Page.olderThan(CHUNK, last.created(), last.id());
        }
    }

    private static boolean isAdmin(Agent agent) {
        return agent.deleted() == null && (agent.permission() & Permission.ADMIN) != 0;
    }
}
