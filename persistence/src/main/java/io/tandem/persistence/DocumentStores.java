package io.tandem.persistence;

import io.micronaut.context.annotation.Factory;
import io.tandem.campaigns.model.Agent;
import io.tandem.campaigns.model.AgentBuilder;
import io.tandem.campaigns.model.Carrier;
import io.tandem.campaigns.model.DialPlan;
import io.tandem.campaigns.model.EventHook;
import io.tandem.campaigns.model.Flow;
import io.tandem.campaigns.model.Queue;
import io.tandem.campaigns.model.Tag;
import io.tandem.campaigns.model.TargetList;
import io.tandem.campaigns.model.Template;
import io.tandem.campaigns.ports.NamedStore;
import io.tandem.campaigns.ports.ObjectStore;
import io.tandem.persistence.DocumentKind.Column;
import jakarta.inject.Singleton;
import java.util.List;

/** The kinds that need no store of their own. Inject them as {@code ObjectStore<DialPlan>} and so on. */
@Factory
final class DocumentStores {

    static final DocumentKind<DialPlan> DIAL_PLANS = DocumentKind.plain("dial_plan", DialPlan.class);

    static final DocumentKind<TargetList> TARGET_LISTS = DocumentKind.with(
            "target_list",
            TargetList.class,
            List.of(new Column<>("campaign", TargetList::campaign), new Column<>("enabled", TargetList::enabled)));

    static final DocumentKind<Template> TEMPLATES =
            DocumentKind.with("template", Template.class, List.of(NamedDocumentStore.name(Template::name)));

    static final DocumentKind<Carrier> CARRIERS =
            DocumentKind.with("carrier", Carrier.class, List.of(NamedDocumentStore.name(Carrier::name)));

    static final DocumentKind<EventHook> EVENT_HOOKS = DocumentKind.plain("event_hook", EventHook.class);

    static final DocumentKind<Queue> QUEUES = DocumentKind.plain("queue", Queue.class);

    static final DocumentKind<Tag> TAGS = DocumentKind.plain("tag", Tag.class);

    static final DocumentKind<Flow> FLOWS = DocumentKind.plain("flow", Flow.class);

    static final DocumentKind<Agent> AGENTS = new DocumentKind<>(
            "agent",
            Agent.class,
            List.of(new Column<>("call", Agent::call)),
            (agent, row) -> AgentBuilder.builder(agent)
                    .call(Columns.idOrNull(row, "call"))
                    .build());

    private final Database database;

    DocumentStores(Database database) {
        this.database = database;
    }

    @Singleton
    ObjectStore<DialPlan> dialPlans() {
        return new DocumentStore<>(database, DIAL_PLANS);
    }

    @Singleton
    ObjectStore<TargetList> targetLists() {
        return new DocumentStore<>(database, TARGET_LISTS);
    }

    @Singleton
    NamedStore<Template> templates() {
        return new NamedDocumentStore<>(database, TEMPLATES);
    }

    @Singleton
    NamedStore<Carrier> carriers() {
        return new NamedDocumentStore<>(database, CARRIERS);
    }

    @Singleton
    ObjectStore<EventHook> eventHooks() {
        return new DocumentStore<>(database, EVENT_HOOKS);
    }

    @Singleton
    ObjectStore<Queue> queues() {
        return new DocumentStore<>(database, QUEUES);
    }

    @Singleton
    ObjectStore<Tag> tags() {
        return new DocumentStore<>(database, TAGS);
    }

    @Singleton
    ObjectStore<Flow> flows() {
        return new DocumentStore<>(database, FLOWS);
    }

    @Singleton
    ObjectStore<Agent> agents() {
        return new DocumentStore<>(database, AGENTS);
    }
}
