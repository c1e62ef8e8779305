package io.tandem.campaigns.service;

import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.CampaignKind;
import io.tandem.campaigns.model.CampaignState;
import io.tandem.campaigns.model.Carrier;
import io.tandem.campaigns.model.DialPlan;
import io.tandem.campaigns.model.Queue;
import io.tandem.campaigns.model.Run;
import io.tandem.campaigns.model.TargetList;
import io.tandem.campaigns.model.Template;
import io.tandem.campaigns.model.Tenant;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.CampaignStore;
import io.tandem.campaigns.ports.Ids;
import io.tandem.campaigns.ports.Owner;
import io.tandem.campaigns.ports.Page;
import io.tandem.campaigns.ports.Transactions;
import io.tandem.campaigns.rules.Transitions;
import io.tandem.campaigns.service.CampaignEdit.Command;
import io.tandem.campaigns.service.Failure.Reason;
import io.tandem.campaigns.service.Failure.Thing;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What clients do to campaigns, whichever dialect they speak. Each method is one transaction; when it returns after a
 * write that forbids calls, none that it forbids can start any more. (design section 3, and promise 2)
 */
public final class CampaignService {

    private final CampaignStores stores;
    private final PlanEdits planEdits;
    private final Transactions transactions;
    private final Owner owner;
    private final Ids ids;
    private final InstantSource clock;
    private final References references;
    private final ListDeletion listDeletion;

    public CampaignService(
            CampaignStores stores,
            PlanEdits planEdits,
            Transactions transactions,
            Owner owner,
            Ids ids,
            InstantSource clock) {
        this.stores = stores;
        this.planEdits = planEdits;
        this.transactions = transactions;
        this.owner = owner;
        this.ids = ids;
        this.clock = clock;
        this.references = new References(stores);
        this.listDeletion = new ListDeletion(stores);
    }

    // ---- reading

    /** A living campaign; {@link Failure.NotFound} if there is none. */
    public CampaignView view(TenantId tenant, UUID id) {
        return transactions.inTenant(tenant, () -> viewOf(living(tenant, id)));
    }

    /** A campaign, deleted or not. */
    public CampaignView viewDeletedToo(TenantId tenant, UUID id) {
        return transactions.inTenant(
                tenant,
                () -> viewOf(
                        stores.campaigns().find(tenant, id).orElseThrow(() -> new Failure.NotFound(Thing.CAMPAIGN))));
    }

    /** A page of the living ones of some kinds, newest first. */
    public List<CampaignView> page(TenantId tenant, Set<CampaignKind> kinds, Page page) {
        return transactions.inTenant(tenant, () -> {
            List<Campaign> campaigns = stores.campaigns().page(tenant, kinds, page);
            Tenant owning = tenant(tenant);
            Map<UUID, DialPlan> plans = stores.plans().living(tenant, present(campaigns, Campaign::dialPlan));
            Map<UUID, Template> templates = stores.templates()
                    .living(
                            tenant,
                            present(campaigns, campaign -> campaign.script().template()));
            Map<UUID, Carrier> carriers = stores.carriers().living(tenant, present(campaigns, Campaign::carrier));
            return campaigns.stream()
                    .map(campaign -> new CampaignView(
                            owning,
                            campaign,
                            plans.get(campaign.dialPlan()),
                            templates.get(campaign.script().template()),
                            carriers.get(campaign.carrier()),
                            callsUp(campaign)))
                    .toList();
        });
    }

    private static List<UUID> present(List<Campaign> campaigns, Function<Campaign, @Nullable UUID> id) {
        return campaigns.stream().map(id).filter(Objects::nonNull).distinct().toList();
    }

    public long count(TenantId tenant, Set<CampaignKind> kinds) {
        return transactions.inTenant(tenant, () -> stores.campaigns().count(tenant, kinds));
    }

    private CampaignView viewOf(Campaign campaign) {
        return viewOf(campaign, callsUp(campaign));
    }

    private CampaignView viewOf(Campaign campaign, boolean callsUp) {
        TenantId tenant = campaign.tenant();
        UUID plan = campaign.dialPlan();
        UUID template = campaign.script().template();
        UUID carrier = campaign.carrier();
        return new CampaignView(
                tenant(tenant),
                campaign,
                plan == null ? null : stores.plans().find(tenant, plan).orElse(null),
                template == null
                        ? null
                        : stores.templates().findLiving(tenant, template).orElse(null),
                carrier == null
                        ? null
                        : stores.carriers().findLiving(tenant, carrier).orElse(null),
                callsUp);
    }

    /** Asked only where it shows: of a campaign that starts no calls, and may have some. */
    private boolean callsUp(Campaign campaign) {
        return campaign.state() != CampaignState.RUNNING && anyCallUp(stores, campaign);
    }

    /** Whether the campaign has calls up; a stopped one never has. */
    static boolean anyCallUp(CampaignStores stores, Campaign campaign) {
        return campaign.state() != CampaignState.STOPPED && stores.attempts().anyOpen(campaign.tenant(), campaign.id());
    }

    private Tenant tenant(TenantId id) {
        return stores.tenants().find(id).orElseThrow(() -> new Failure.NotFound(Thing.TENANT));
    }

    private Campaign living(TenantId tenant, UUID id) {
        return stores.campaigns().findLiving(tenant, id).orElseThrow(() -> new Failure.NotFound(Thing.CAMPAIGN));
    }

    /** Whether a campaign that the list belongs to, or that dials it, masks numbers. */
    public boolean masks(TenantId tenant, TargetList list) {
        return transactions.inTenant(
                tenant,
                () -> MaskedLists.among(stores, tenant, List.of(list.id())).contains(list.id()));
    }

    // ---- writing

    /** Stores a new campaign, and its plan if the edit brings one. */
    public CampaignView create(CampaignEdit edit) {
        return create(edit, null);
    }

    /** As {@link #create(CampaignEdit)}, with a queue of its own. */
    public CampaignView create(CampaignEdit edit, @Nullable Queue queue) {
        Campaign campaign = queue == null ? edit.campaign() : edit.campaign().withQueue(queue.id());
        TenantId tenant = campaign.tenant();
        Written written = reserving(() -> transactions.inTenant(tenant, () -> {
            DialPlan plan = edit.plan();
            if (plan != null) {
                stores.plans().insert(plan);
            }
            if (queue != null) {
                stores.queues().insert(queue);
            }
            references.check(campaign, null);
            checkName(campaign, null);
            stores.campaigns().insert(campaign);
            attachLists(campaign, List.of());
            if (edit.command() != null) {
                Campaign commanded = commanded(campaign, edit.command());
                stores.campaigns().update(commanded);
                return new Written(campaign, viewOf(commanded), planEdits.written(commanded));
            }
            return new Written(campaign, viewOf(campaign), false);
        }));
        tell(written);
        return written.view;
    }

    /**
     * Changes a living campaign.
     *
     * @param change what a translator makes of a document and the campaign as it is; runs inside the transaction and may
     *     throw any {@link Failure}
     */
    public CampaignView edit(TenantId tenant, UUID id, Function<CampaignView, CampaignEdit> change) {
        Written written = reserving(() -> transactions.inTenant(tenant, () -> {
            Campaign current = locked(tenant, id);
            lockPlan(current);
            CampaignView view = viewOf(current, anyCallUp(stores, current));
            CampaignEdit edit = change.apply(view);
            Campaign changed = withPlan(edit, view);
            references.check(changed, current);
            checkName(changed, current);
            attachLists(changed, current.lists());
            if (!changed.enabled() && current.enabled()) {
                changed = changed.withRun(Transitions.stop(changed.run()));
            }
            if (!changed.hours().equals(current.hours())) {
                changed = rescheduled(changed);
            }
            if (edit.command() != null) {
                changed = commanded(changed, edit.command());
            }
            if (changed.state() == CampaignState.RUNNING && !runsTheSame(current, changed)) {
                checkRun(changed);
            }
            Written stored = write(current, changed);
            return stored.replanned(planEdits.edited(current, view.plan(), changed, stored.view.plan()));
        }));
        tell(written);
        return written.view;
    }

    /** What a translator reads of the plan must still be so when it is written. */
    private void lockPlan(Campaign campaign) {
        UUID plan = campaign.dialPlan();
        if (plan != null && stores.plans().lock(campaign.tenant(), plan).isEmpty()) {
            throw new IllegalStateException("campaign " + campaign.id() + " has a plan that was never stored");
        }
    }

    private static boolean runsTheSame(Campaign before, Campaign after) {
        return before.lists().equals(after.lists())
                && before.kind() == after.kind()
                && Objects.equals(before.dialPlan(), after.dialPlan());
    }

    /** Carries out an explicit command, which always acts. */
    public CampaignView command(TenantId tenant, UUID id, Command command) {
        Written written = transactions.inTenant(tenant, () -> {
            Campaign current = locked(tenant, id);
            return write(current, commanded(current, command));
        });
        tell(written);
        return written.view;
    }

    /** Switches a campaign on or off; off stops it too. */
    public CampaignView enable(TenantId tenant, UUID id, boolean enabled) {
        Written written = transactions.inTenant(tenant, () -> {
            Campaign current = locked(tenant, id);
            Run run = enabled ? current.run() : Transitions.stop(current.run());
            return write(current, current.withEnabled(enabled).withRun(run));
        });
        tell(written);
        return written.view;
    }

    /** Which campaigns may be deleted, and what goes with them. */
    public enum Deletion {
        /**
         * Only a stopped one, or a paused one without calls, which this dialect shows as stopped; nothing else goes.
         * (voipbin-v1.md, 1.4; mapping.md, row state)
         */
        STOPPED_ALONE,
        /** Only one that is not enabled; its lists go too unless another campaign names them. (decision D30) */
        DISABLED_WITH_LISTS
    }

    /** Deletes softly; records of calls stay. */
    public CampaignView delete(TenantId tenant, UUID id, Deletion deletion) {
        CampaignView gone = transactions.inTenant(tenant, () -> {
            Campaign current = locked(tenant, id);
            if (deletion == Deletion.STOPPED_ALONE && !isStill(current)) {
                throw new Failure.Refused(Reason.NOT_STOPPED);
            }
            if (deletion == Deletion.DISABLED_WITH_LISTS && current.enabled()) {
                throw new Failure.Refused(Reason.STILL_ENABLED);
            }
            Instant now = now();
            if (deletion == Deletion.DISABLED_WITH_LISTS) {
                deleteLists(current, now);
            }
            Campaign deleted = current.withDeleted(now)
                    .withUpdated(now)
                    .withReservedName(null)
                    .withRun(Run.STOPPED)
                    .withVersion(current.version() + 1);
            stores.campaigns().update(deleted);
            return viewOf(deleted);
        });
        owner.forbade(tenant);
        return gone;
    }

    private boolean isStill(Campaign campaign) {
        return campaign.state() == CampaignState.STOPPED
                || (campaign.state() == CampaignState.PAUSED && !callsUp(campaign));
    }

    private void deleteLists(Campaign campaign, Instant now) {
        for (UUID list : campaign.lists()) {
            boolean shared = stores.campaigns().usingList(campaign.tenant(), list).stream()
                    .anyMatch(other -> !other.id().equals(campaign.id()));
            if (!shared) {
                stores.lists().lockLiving(campaign.tenant(), list).ifPresent(found -> listDeletion.delete(found, now));
            }
        }
    }

    private Campaign locked(TenantId tenant, UUID id) {
        return stores.campaigns().lockLiving(tenant, id).orElseThrow(() -> new Failure.NotFound(Thing.CAMPAIGN));
    }

    private Written write(Campaign before, Campaign changed) {
        Campaign stored = changed.withUpdated(now()).withVersion(before.version() + 1);
        stores.campaigns().update(stored);
        return new Written(before, viewOf(stored), planEdits.written(stored));
    }

    private void tell(Written written) {
        Campaign before = written.before;
        try {
            if (before.state() != CampaignState.STOPPED) {
                owner.forbade(before.tenant());
            } else if (written.view.campaign().state() != CampaignState.STOPPED) {
                owner.changed(before.tenant());
            }
        } finally {
            if (written.replans) {
                planEdits.committed(before.tenant());
            }
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** The database's own word on a name that another transaction took in between. */
    private static <T> T reserving(Supplier<T> write) {
        try {
            return write.get();
        } catch (CampaignStore.NameReserved taken) {
            throw new Failure.NameTaken(Thing.CAMPAIGN);
        }
    }

    /** A reserved name is nobody else's, reserved or not; one that did not change never fails. (mapping.md, row name) */
    private void checkName(Campaign campaign, @Nullable Campaign before) {
        String name = campaign.reservedName();
        boolean unchanged = before != null && Objects.equals(name, before.reservedName());
        if (name != null && !unchanged && stores.campaigns().nameInUse(campaign.tenant(), name, campaign.id())) {
            throw new Failure.NameTaken(Thing.CAMPAIGN);
        }
    }

    /** A list belongs to the first campaign that names it, and to none when that campaign gives it up. */
    private void attachLists(Campaign campaign, List<UUID> before) {
        for (UUID id : before) {
            TargetList list = campaign.lists().contains(id)
                    ? null
                    : stores.lists().lockLiving(campaign.tenant(), id).orElse(null);
            if (list != null && campaign.id().equals(list.campaign())) {
                stores.lists().update(list.withCampaign(null).withUpdated(now()));
            }
        }
        for (UUID id : campaign.lists()) {
            TargetList list = before.contains(id)
                    ? null
                    : stores.lists().lockLiving(campaign.tenant(), id).orElse(null);
            if (list != null && list.campaign() == null) {
                stores.lists().update(list.withCampaign(campaign.id()).withUpdated(now()));
            }
        }
    }

    /** Writes the plan's changes; into a copy of its own if other campaigns share it. (mapping.md, rule 2) */
    private Campaign withPlan(CampaignEdit edit, CampaignView before) {
        Campaign campaign = edit.campaign();
        DialPlan wanted = edit.plan();
        if (wanted == null || wanted.equals(before.plan())) {
            return campaign;
        }
        TenantId tenant = campaign.tenant();
        DialPlan current = stores.plans().lock(tenant, wanted.id()).orElse(null);
        if (current == null) {
            stores.plans().insert(wanted);
            return campaign.withDialPlan(wanted.id());
        }
        boolean shared = stores.campaigns().usingPlan(tenant, current.id()).stream()
                .anyMatch(other -> !other.id().equals(campaign.id()));
        if (shared || current.deleted() != null) {
            DialPlan copy = wanted.withId(ids.next())
                    .withCreated(now())
                    .withUpdated(null)
                    .withDeleted(null);
            stores.plans().insert(copy);
            return campaign.withDialPlan(copy.id());
        }
        stores.plans().update(wanted.withUpdated(now()));
        return campaign;
    }

    private Campaign rescheduled(Campaign campaign) {
        if (campaign.state() != CampaignState.PAUSED) {
            return campaign;
        }
        Tenant owning = tenant(campaign.tenant());
        Instant next = campaign.hours().nextStart(now(), owning.zone()).orElse(null);
        return campaign.withRun(campaign.run().pausedUntil(next));
    }

    private Campaign commanded(Campaign campaign, Command command) {
        Run run = campaign.run();
        return campaign.withRun(
                switch (command) {
                    case START -> {
                        if (campaign.state() != CampaignState.RUNNING) {
                            checkRun(campaign);
                        }
                        yield Transitions.start(run, ids);
                    }
                    case PAUSE -> {
                        checkMayRun(campaign);
                        yield Transitions.pause(
                                run, campaign.hours(), tenant(campaign.tenant()).zone(), now(), ids);
                    }
                    case STOP -> Transitions.stop(run);
                });
    }

    private void checkMayRun(Campaign campaign) {
        if (!campaign.enabled()) {
            throw new Failure.Refused(Reason.DISABLED);
        }
        if (!campaign.kind().dials()) {
            throw new Failure.Refused(Reason.KIND_NOT_DIALLED);
        }
        if (campaign.dialPlan() == null) {
            throw new Failure.Refused(Reason.NO_DIAL_PLAN);
        }
        references.checkForRun(campaign);
    }

    /** What a start needs; the lists stay locked, in the database's own order, so that of two campaigns of one list the second sees the first. */
    private void checkRun(Campaign campaign) {
        checkMayRun(campaign);
        TenantId tenant = campaign.tenant();
        for (UUID list : campaign.lists().stream()
                .sorted(Comparator.comparing(UUID::toString))
                .toList()) {
            stores.lists().lock(tenant, list);
            boolean elsewhere = stores.campaigns().usingList(tenant, list).stream()
                    .anyMatch(other -> !other.id().equals(campaign.id()) && other.state() == CampaignState.RUNNING);
            if (elsewhere) {
                throw new Failure.Refused(Reason.LIST_RUNS_ELSEWHERE);
            }
        }
    }

    private record Written(Campaign before, CampaignView view, boolean replans) {

        Written replanned(boolean opened) {
            return new Written(before, view, replans || opened);
        }
    }
}
