package io.tandem.gateway.voipbin;

import io.tandem.campaigns.model.Agent;
import io.tandem.campaigns.model.Flow;
import io.tandem.campaigns.model.Queue;
import io.tandem.campaigns.model.Tag;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.ObjectStore;
import io.tandem.campaigns.ports.Transactions;
import io.tandem.campaigns.service.Failure;
import io.tandem.campaigns.service.Failure.Thing;
import io.tandem.translators.voipbin.VoipbinQueues;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Holds the tags and flows that agents, queues and flows name against what the tenant has. What is named now and was not
 * before must exist and live, and another tenant's is as unknown as nobody's; what was named before may have been deleted
 * since. May be asked inside a transaction.
 */
@Singleton
final class NamedThings {

    private final ObjectStore<Tag> tags;
    private final ObjectStore<Flow> flows;
    private final Transactions transactions;

    NamedThings(ObjectStore<Tag> tags, ObjectStore<Flow> flows, Transactions transactions) {
        this.tags = tags;
        this.flows = flows;
        this.transactions = transactions;
    }

    /** The agent, whose tags are there; {@link Failure.UnknownReference} if one is not. */
    Agent checked(Agent agent) {
        tags(agent.tenant(), agent.tags(), List.of());
        return agent;
    }

    /** The change, held against what is there. */
    UnaryOperator<Agent> agent(UnaryOperator<Agent> change) {
        return before -> {
            Agent after = change.apply(before);
            tags(after.tenant(), after.tags(), before.tags());
            return after;
        };
    }

    Queue checked(Queue queue) {
        tags(queue.tenant(), queue.tags(), List.of());
        flow(queue.tenant(), "wait_flow_id", VoipbinQueues.waitFlow(queue), null);
        return queue;
    }

    UnaryOperator<Queue> queue(UnaryOperator<Queue> change) {
        return before -> {
            Queue after = change.apply(before);
            tags(after.tenant(), after.tags(), before.tags());
            flow(after.tenant(), "wait_flow_id", VoipbinQueues.waitFlow(after), VoipbinQueues.waitFlow(before));
            return after;
        };
    }

    Flow checked(Flow flow) {
        flow(flow.tenant(), "on_complete_flow_id", flow.onComplete(), null);
        return flow;
    }

    UnaryOperator<Flow> flow(UnaryOperator<Flow> change) {
        return before -> {
            Flow after = change.apply(before);
            flow(after.tenant(), "on_complete_flow_id", after.onComplete(), before.onComplete());
            return after;
        };
    }

    private void tags(TenantId tenant, List<UUID> named, List<UUID> before) {
        List<UUID> fresh = named.stream().filter(tag -> !before.contains(tag)).toList();
        if (fresh.isEmpty()) {
            return;
        }
        Map<UUID, Tag> living = transactions.inTenant(tenant, () -> tags.living(tenant, fresh));
        fresh.stream().filter(tag -> !living.containsKey(tag)).findFirst().ifPresent(missing -> {
            throw new Failure.UnknownReference(Thing.TAG, missing);
        });
    }

    private void flow(TenantId tenant, String field, @Nullable UUID named, @Nullable UUID before) {
        if (named == null || Objects.equals(named, before)) {
            return;
        }
        boolean lives = transactions.inTenant(
                tenant, () -> flows.findLiving(tenant, named).isPresent());
        if (!lives) {
            throw new Failure.Invalid(field, "there is no flow " + named);
        }
    }
}
