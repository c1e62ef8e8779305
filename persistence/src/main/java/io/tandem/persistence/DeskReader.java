package io.tandem.persistence;

import io.tandem.campaigns.model.Agent;
import io.tandem.campaigns.model.CallAttempt;
import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.Carrier;
import io.tandem.campaigns.model.DialPlan;
import io.tandem.campaigns.model.Queue;
import io.tandem.campaigns.model.RetryPolicy;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.Template;
import io.tandem.campaigns.model.Tenant;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.ObjectStore;
import io.tandem.campaigns.ports.SchedulerStore.Desk;
import io.tandem.campaigns.ports.SchedulerStore.Line;
import io.tandem.campaigns.ports.SchedulerStore.OpenCall;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads what a tenant's scheduler needs; campaigns at rest are not touched. */
@Singleton
final class DeskReader {

    /** A fence that never holds: what a process gets to see that does not own the tenant. */
    static final long NO_FENCE = -1;

    private final JdbcCampaignStore campaigns;
    private final ObjectStore<DialPlan> plans;
    private final DocumentStore<Queue> queues;
    private final DocumentStore<Agent> agents;
    private final DocumentStore<Carrier> carriers;
    private final DocumentStore<Template> templates;

    DeskReader(Database database, JdbcCampaignStore campaigns, ObjectStore<DialPlan> plans) {
        this.campaigns = campaigns;
        this.plans = plans;
        this.queues = new DocumentStore<>(database, DocumentStores.QUEUES);
        this.agents = new DocumentStore<>(database, DocumentStores.AGENTS);
        this.carriers = new DocumentStore<>(database, DocumentStores.CARRIERS);
        this.templates = new DocumentStore<>(database, DocumentStores.TEMPLATES);
    }

    Desk read(Connection connection, TenantId tenant, UUID reader) {
        return new Desk(
                tenant(connection, tenant),
                fence(connection, tenant, reader),
                lines(connection, tenant),
                queues.where(connection, "WHERE tenant = ? AND deleted_at IS NULL ORDER BY created_at, id", tenant),
                agents.where(connection, "WHERE tenant = ? AND deleted_at IS NULL ORDER BY created_at, id", tenant),
                carriers.where(connection, "WHERE tenant = ? AND deleted_at IS NULL ORDER BY created_at, id", tenant));
    }

    /** Calls of the tenant that are up and were placed by other replicas, with what their campaigns go by. */
    List<OpenCall> openElsewhere(Connection connection, TenantId tenant, UUID reader) {
        Map<UUID, Instant> deadlines = new HashMap<>();
        List<CallAttempt> open = Sql.list(
                connection,
                "SELECT " + AttemptRows.COLUMNS + ", deadline_at FROM attempt"
                        + " WHERE tenant = ? AND ended_at IS NULL AND replica <> ?",
                row -> {
                    CallAttempt attempt = AttemptRows.read(row);
                    deadlines.put(attempt.id(), Columns.instant(row, "deadline_at"));
                    return attempt;
                },
                tenant,
                reader);
        Map<UUID, Target> targets = TakeOver.targets(connection, tenant, open);
        Map<UUID, Optional<DialPlan>> planById = new HashMap<>();
        Map<UUID, Optional<Campaign>> campaignById = new HashMap<>();
        List<OpenCall> calls = new ArrayList<>();
        for (CallAttempt attempt : open) {
            Target target = targets.get(attempt.target());
            UUID planId = attempt.dialPlan();
            Optional<DialPlan> plan =
                    planId == null ? Optional.empty() : planById.computeIfAbsent(planId, id -> plans.find(tenant, id));
            RetryPolicy policy = campaignById
                    .computeIfAbsent(attempt.campaign(), id -> campaigns.find(tenant, id))
                    .map(Campaign::retry)
                    .orElse(RetryPolicy.EVERY_NON_ANSWER);
            if (target != null && plan.isPresent()) {
                Instant deadline = Objects.requireNonNull(deadlines.get(attempt.id()));
                calls.add(new OpenCall(target, attempt, plan.get(), policy, deadline));
            }
        }
        return calls;
    }

    Map<UUID, Template> templates(Connection connection, TenantId tenant, Collection<UUID> ids) {
        Map<UUID, Template> living = new HashMap<>();
        templates
                .where(
                        connection,
                        "WHERE tenant = ? AND id = ANY (?) AND deleted_at IS NULL",
                        tenant,
                        Sql.Array.ofUuids(ids))
                .forEach(template -> living.put(template.id(), template));
        return living;
    }

    /** A deleted tenant is shown as suspended: it dials nothing. */
    private static Tenant tenant(Connection connection, TenantId id) {
        return Sql.first(
                        connection,
                        "SELECT document, deleted_at FROM tenant WHERE id = ?",
                        row -> {
                            Tenant tenant = Documents.read(row.getString("document"), Tenant.class);
                            return row.getObject("deleted_at") == null ? tenant : tenant.withSuspended(true);
                        },
                        id)
                .orElseThrow(() -> new IllegalArgumentException("no such tenant"));
    }

    private static long fence(Connection connection, TenantId tenant, UUID reader) {
        return Sql.first(
                        connection,
                        "SELECT fence FROM ownership WHERE tenant = ? AND owner = ?",
                        row -> row.getLong("fence"),
                        tenant,
                        reader)
                .orElse(NO_FENCE);
    }

    private List<Line> lines(Connection connection, TenantId tenant) {
        List<Campaign> dialling =
                campaigns.where(connection, """
                JOIN UNNEST(?) AS at_work(state) ON at_work.state = campaign.state
                WHERE tenant = ? AND deleted_at IS NULL
                ORDER BY created_at, id
                """, Sql.Array.ofTexts(List.of("RUNNING", "PAUSED", "STOPPING")), tenant);
        Map<UUID, DialPlan> planById = plans.living(
                tenant,
                dialling.stream()
                        .map(Campaign::dialPlan)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
        List<Line> lines = new ArrayList<>();
        for (Campaign campaign : dialling) {
            UUID plan = campaign.dialPlan();
            lines.add(new Line(
                    campaign,
                    plan == null ? null : planById.get(plan),
                    enabledLists(connection, tenant, campaign.id())));
        }
        return lines;
    }

    private static List<UUID> enabledLists(Connection connection, TenantId tenant, UUID campaign) {
        Set<UUID> lists =
                new LinkedHashSet<>(Sql.list(connection, """
                SELECT l.id
                FROM campaign_list cl
                JOIN target_list l ON l.tenant = cl.tenant AND l.id = cl.list AND l.enabled AND l.deleted_at IS NULL
                WHERE cl.tenant = ? AND cl.campaign = ?
                ORDER BY cl.position
                """, row -> Columns.id(row, "id"), tenant, campaign));
        return List.copyOf(lists);
    }
}
