package io.tandem.campaigns.service;

import io.tandem.campaigns.model.Address;
import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.CampaignState;
import io.tandem.campaigns.model.Carried;
import io.tandem.campaigns.model.Destination;
import io.tandem.campaigns.model.Push;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetList;
import io.tandem.campaigns.model.Template;
import io.tandem.campaigns.model.Tenant;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.CallReferenceStore;
import io.tandem.campaigns.ports.CallReferenceStore.Reference;
import io.tandem.campaigns.ports.DoNotCallStore;
import io.tandem.campaigns.ports.Ids;
import io.tandem.campaigns.ports.NamedStore;
import io.tandem.campaigns.ports.Owner;
import io.tandem.campaigns.ports.Transactions;
import io.tandem.campaigns.rules.PolicyRule;
import io.tandem.campaigns.rules.TemplateText;
import io.tandem.campaigns.service.Failure.Reason;
import io.tandem.campaigns.service.Failure.Thing;
import io.tandem.campaigns.service.TargetService.Added;
import io.tandem.campaigns.service.TargetService.Repeats;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Calls that a client pushes: one target each, called before all others of its campaign, on an attempt id that is
 * answered at once. Pushed targets are in a list of their own that the campaign gets with the first. (decision D36)
 */
public final class PushService {

    /** How long a reference stands for one call. */
    private static final Duration REFERENCE_LIFE = Duration.ofHours(24);

    /** Marks the list of pushed targets; no client's dialect. */
    private static final String OWN = "gateway";

    private static final String PUSHES = "pushes";
    private static final String LIST_NAME = "autocall/import";

    private final CampaignStores stores;
    private final NamedStore<Template> templates;
    private final TargetService targets;
    private final CallReferenceStore references;
    private final DoNotCallStore doNotCall;
    private final Transactions transactions;
    private final Owner owner;
    private final Ids ids;
    private final InstantSource clock;

    public PushService(
            CampaignStores stores,
            NamedStore<Template> templates,
            TargetService targets,
            CallReferenceStore references,
            DoNotCallStore doNotCall,
            Transactions transactions,
            Owner owner,
            Ids ids,
            InstantSource clock) {
        this.stores = stores;
        this.templates = templates;
        this.targets = targets;
        this.references = references;
        this.doNotCall = doNotCall;
        this.transactions = transactions;
        this.owner = owner;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What is to be called.
     *
     * @param target with its destination and data; list and push are put in here
     * @param values fill the template's placeholders
     * @param template name of the template to play, null for the campaign's own
     * @param reference the client's, null if it gave none
     * @param life it must have started by then, null for no limit
     */
    public record Order(
            UUID campaign,
            Target target,
            Map<String, String> values,
            @Nullable String template,
            @Nullable String reference,
            @Nullable Duration life) {}

    /**
     * Stores the target, to be called at once.
     *
     * @throws Failure.UnknownReference if the campaign does not live
     * @throws Failure.Refused if it would not be called now: the campaign is not started, not active, or closed at this
     *     hour, the number is on the do-not-call list or has had its calls of the day; or a placeholder has no value, or the reference is taken
     */
    public Target push(TenantId tenant, Order order) {
        Target pushed = transactions.inTenant(tenant, () -> pushWithin(tenant, order));
        owner.changed(tenant);
        return pushed;
    }

    /**
     * Holds a campaign against what every push to it needs, before anything is written for several.
     *
     * @param template name of the template that they play, null for the campaign's own
     * @throws Failure.NotFound if the campaign does not live
     * @throws Failure.Refused as {@link #push}, whatever the number
     */
    public void checkTakesPushes(TenantId tenant, UUID campaignId, @Nullable String template) {
        transactions.inTenant(tenant, () -> {
            Campaign campaign = stores.campaigns()
                    .findLiving(tenant, campaignId)
                    .orElseThrow(() -> new Failure.NotFound(Thing.CAMPAIGN));
            Tenant owning = stores.tenants().find(tenant).orElseThrow(() -> new Failure.NotFound(Thing.TENANT));
            checkCallsNow(campaign, owning, clock.instant().truncatedTo(ChronoUnit.MICROS));
            return template(tenant, campaign, template);
        });
    }

    private Target pushWithin(TenantId tenant, Order order) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Tenant owning = stores.tenants().find(tenant).orElseThrow(() -> new Failure.NotFound(Thing.TENANT));
        Campaign campaign = stores.campaigns()
                .findLiving(tenant, order.campaign)
                .orElseThrow(() -> new Failure.UnknownReference(Thing.CAMPAIGN, order.campaign));
        checkCallsNow(campaign, owning, now);
        checkMayCall(owning, campaign, order.target, now);
        Template template = template(tenant, campaign, order.template);
        if (template != null
                && !TemplateText.render(template, order.values).missing().isEmpty()) {
            throw new Failure.Refused(Reason.MISSING_VALUE);
        }
        TargetList list = listOf(campaign).orElseGet(() -> madeListOf(campaign, now));
        Instant expires = order.life == null ? null : now.plus(order.life);
        UUID own = order.template == null || template == null ? null : template.id();
        Target target = order.target
                .withList(list.id())
                .withDue(now)
                .withCreated(now)
                .withPush(new Push(ids.next(), now, expires, own));
        checkReference(tenant, order.reference, target, now);
        Added added = targets.addWithin(tenant, list.id(), List.of(target), Repeats.ADDED);
        if (!added.wakes()) {
            throw new IllegalStateException("a pushed target was not stored");
        }
        return target;
    }

    private static void checkCallsNow(Campaign campaign, Tenant tenant, Instant now) {
        if (!campaign.enabled()) {
            throw new Failure.Refused(Reason.DISABLED);
        }
        if (campaign.state() != CampaignState.RUNNING) {
            throw new Failure.Refused(Reason.NOT_RUNNING);
        }
        boolean open = campaign.hours()
                .nextOpening(now, tenant.zone())
                .filter(now::equals)
                .isPresent();
        boolean quiet = rings(campaign)
                && PolicyRule.afterQuietHours(tenant.policy(), tenant.zone(), now)
                        .filter(now::equals)
                        .isEmpty();
        if (!open || quiet) {
            throw new Failure.Refused(Reason.CLOSED);
        }
    }

    private void checkMayCall(Tenant tenant, Campaign campaign, Target target, Instant now) {
        Address first = target.destinations().get(0);
        if (first == null) {
            return;
        }
        Destination to = first.destination();
        if (!doNotCall.listed(tenant.id(), Set.of(to.text())).isEmpty()) {
            throw new Failure.Refused(Reason.DO_NOT_CALL);
        }
        Integer most = tenant.policy().attemptsPerNumberAndDay();
        PolicyRule.Day today = PolicyRule.dayAround(tenant.zone(), now);
        if (most != null
                && rings(campaign)
                && stores.attempts().made(tenant.id(), to, today.start(), today.end()) >= most) {
            throw new Failure.Refused(Reason.ATTEMPTS_OF_THE_DAY);
        }
    }

    /** The policy is for those who are rung: a flow's script runs without a call. */
    private static boolean rings(Campaign campaign) {
        return campaign.kind().rings();
    }

    private @Nullable Template template(TenantId tenant, Campaign campaign, @Nullable String named) {
        if (named != null) {
            return templates.named(tenant, named).orElseThrow(() -> new Failure.Refused(Reason.NO_TEMPLATE));
        }
        UUID own = campaign.script().template();
        return own == null
                ? null
                : stores.templates()
                        .findLiving(tenant, own)
                        .orElseThrow(() -> new Failure.UnknownReference(Thing.TEMPLATE, own));
    }

    private Optional<TargetList> listOf(Campaign campaign) {
        return stores.lists().living(campaign.tenant(), campaign.lists()).values().stream()
                .filter(list -> list.enabled() && list.carried().get(OWN, PUSHES) != null)
                .findFirst();
    }

    /** Made under the campaign's lock, so that two first pushes make one list. */
    private TargetList madeListOf(Campaign seen, Instant now) {
        Campaign campaign = stores.campaigns()
                .lockLiving(seen.tenant(), seen.id())
                .orElseThrow(() -> new Failure.UnknownReference(Thing.CAMPAIGN, seen.id()));
        return listOf(campaign).orElseGet(() -> newList(campaign, now));
    }

    private TargetList newList(Campaign campaign, Instant now) {
        TargetList list = new TargetList(
                campaign.tenant(),
                ids.next(),
                LIST_NAME,
                "",
                "",
                campaign.id(),
                true,
                Carried.NONE.with(OWN, PUSHES, "true"),
                now,
                null,
                null);
        stores.lists().insert(list);
        List<UUID> lists = new ArrayList<>(campaign.lists());
        lists.add(list.id());
        stores.campaigns().update(campaign.withLists(lists).withVersion(campaign.version() + 1));
        stores.replans().takeUp(campaign.tenant(), campaign.id());
        return list;
    }

    private void checkReference(TenantId tenant, @Nullable String reference, Target target, Instant now) {
        Push push = target.push();
        if (reference != null
                && push != null
                && !references.take(
                        tenant, reference, new Reference(push.call(), target.id()), now, now.minus(REFERENCE_LIFE))) {
            throw new Failure.Refused(Reason.REFERENCE_TAKEN);
        }
    }
}
