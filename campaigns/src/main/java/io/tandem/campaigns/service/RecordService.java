package io.tandem.campaigns.service;

import io.tandem.campaigns.model.CallAttempt;
import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.Disposition;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TargetList;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.AttemptStore.RecordSearch;
import io.tandem.campaigns.ports.CallReferenceStore;
import io.tandem.campaigns.ports.CallReferenceStore.Reference;
import io.tandem.campaigns.ports.Page;
import io.tandem.campaigns.ports.TallyStore;
import io.tandem.campaigns.ports.Transactions;
import io.tandem.campaigns.service.Failure.Thing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Records of calls that have ended, and reports made of them. */
public final class RecordService {

    private final CampaignStores stores;
    private final CallReferenceStore references;
    private final TallyStore tallies;
    private final Transactions transactions;

    public RecordService(
            CampaignStores stores, CallReferenceStore references, TallyStore tallies, Transactions transactions) {
        this.stores = stores;
        this.references = references;
        this.tallies = tallies;
        this.transactions = transactions;
    }

    /**
     * A record with what is shown beside it; campaign and target may have been deleted since.
     *
     * @param masked whether its campaign, or another of its list, masks numbers
     */
    public record View(CallAttempt attempt, Campaign campaign, Target target, boolean masked) {

        /** Of a list that only its own campaign dials. */
        public View(CallAttempt attempt, Campaign campaign, Target target) {
            this(attempt, campaign, target, campaign.masksNumbers());
        }
    }

    /** How a campaign's calls went. */
    public record CampaignResults(Campaign campaign, Map<Disposition, Long> results) {}

    /**
     * How it went with a target.
     *
     * @param campaign the campaign that its list was made for, null if none
     * @param last its last call's record, null if there is none, it has not ended, or it was removed
     * @param masked whether a campaign of its list masks numbers
     */
    public record TargetResult(
            Target target,
            TargetList list,
            @Nullable Campaign campaign,
            @Nullable CallAttempt last,
            boolean masked) {}

    /** A page of the records that were not removed and that the search finds, newest first. */
    public List<View> page(TenantId tenant, RecordSearch search, Page page) {
        return transactions.inTenant(tenant, () -> {
            List<CallAttempt> attempts = stores.attempts().ended(tenant, search, page);
            return views(tenant, attempts);
        });
    }

    public long count(TenantId tenant, RecordSearch search) {
        return transactions.inTenant(tenant, () -> stores.attempts().countEnded(tenant, search));
    }

    /**
     * One record.
     *
     * @throws Failure.NotFound if there is no such call, it has not ended, or its record was removed
     */
    public View get(TenantId tenant, UUID id) {
        return transactions.inTenant(tenant, () -> found(stores.attempts().find(tenant, id)));
    }

    /**
     * The record of the call that was pushed under this reference: of its first attempt, or else of the latest.
     *
     * @throws Failure.NotFound if nobody used the reference, or no call of it has ended
     */
    public View byReference(TenantId tenant, String reference) {
        return transactions.inTenant(tenant, () -> {
            Reference meant = references.find(tenant, reference).orElseThrow(() -> new Failure.NotFound(Thing.ATTEMPT));
            Optional<CallAttempt> first = stores.attempts().find(tenant, meant.call());
            return found(first.or(() -> latest(tenant, meant.target())));
        });
    }

    private Optional<CallAttempt> latest(TenantId tenant, UUID target) {
        return stores.targets()
                .find(tenant, target)
                .map(called -> stores.attempts().latest(tenant, List.of(called)).get(target));
    }

    private View found(Optional<CallAttempt> attempt) {
        return attempt.filter(found -> found.ended() != null && found.deleted() == null)
                .map(found -> views(found.tenant(), List.of(found)).get(0))
                .orElseThrow(() -> new Failure.NotFound(Thing.ATTEMPT));
    }

    private List<View> views(TenantId tenant, List<CallAttempt> attempts) {
        Set<UUID> called = attempts.stream().map(CallAttempt::target).collect(Collectors.toSet());
        Map<UUID, Target> targets = stores.targets().find(tenant, called);
        Set<UUID> masked = MaskedLists.among(
                stores, tenant, attempts.stream().map(CallAttempt::list).collect(Collectors.toSet()));
        Map<UUID, Campaign> campaigns = new HashMap<>();
        List<View> views = new ArrayList<>();
        for (CallAttempt attempt : attempts) {
            Campaign campaign = campaigns.computeIfAbsent(
                    attempt.campaign(),
                    id -> stores.campaigns().find(tenant, id).orElseThrow());
            views.add(new View(
                    attempt,
                    campaign,
                    Objects.requireNonNull(targets.get(attempt.target())),
                    campaign.masksNumbers() || masked.contains(attempt.list())));
        }
        return views;
    }

    /**
     * How calls went, campaign by campaign, newest first, those without calls too.
     *
     * @param search only its campaign, list and {@code placed} bounds count
     * @throws Failure.NotFound if it names a campaign that does not live
     */
    public List<CampaignResults> byCampaign(TenantId tenant, RecordSearch search, Page page) {
        return transactions.inTenant(tenant, () -> {
            UUID named = search.campaign();
            List<Campaign> campaigns = named == null
                    ? stores.campaigns().page(tenant, page)
                    : List.of(stores.campaigns()
                            .findLiving(tenant, named)
                            .orElseThrow(() -> new Failure.NotFound(Thing.CAMPAIGN)));
            boolean counted = search.equals(RecordSearch.ALL.withCampaign(named));
            Map<UUID, Map<Disposition, Long>> rows =
                    counted ? Map.of() : stores.attempts().results(tenant, search);
            Map<UUID, Map<String, Long>> tally = counted
                    ? tallies.of(tenant, campaigns.stream().map(Campaign::id).toList())
                    : Map.of();
            return campaigns.stream()
                    .map(campaign -> new CampaignResults(
                            campaign,
                            counted
                                    ? results(tally.getOrDefault(campaign.id(), Map.of()))
                                    : rows.getOrDefault(campaign.id(), Map.<Disposition, Long>of())))
                    .toList();
        });
    }

    /** From the counters that are kept as calls end: nothing is counted that was counted before. */
    private static Map<Disposition, Long> results(Map<String, Long> tally) {
        Map<Disposition, Long> results = new EnumMap<>(Disposition.class);
        for (Disposition disposition : Disposition.values()) {
            results.put(disposition, tally.getOrDefault(disposition.name(), 0L));
        }
        return results;
    }

    /** How it went with targets, newest first. Bounds, where there are some, are of the last call's start. */
    public List<TargetResult> byTarget(TenantId tenant, RecordSearch search, Page page) {
        return transactions.inTenant(tenant, () -> {
            List<Target> targets = isBounded(search)
                    ? stores.targets()
                            .calledBetween(
                                    tenant,
                                    search.list(),
                                    search.campaign(),
                                    search.placedFrom(),
                                    search.placedTo(),
                                    page)
                    : stores.targets().page(tenant, search.list(), search.campaign(), null, page);
            Map<UUID, CallAttempt> last = stores.attempts().latest(tenant, targets);
            Map<UUID, CampaignLists.Owned> lists = CampaignLists.owned(stores, tenant, targets);
            return targets.stream()
                    .map(target -> {
                        CampaignLists.Owned owned = Objects.requireNonNull(lists.get(target.list()));
                        return new TargetResult(
                                target, owned.list(), owned.campaign(), shown(last.get(target.id())), owned.masked());
                    })
                    .toList();
        });
    }

    public long countByTarget(TenantId tenant, RecordSearch search) {
        return transactions.inTenant(
                tenant,
                () -> isBounded(search)
                        ? stores.targets()
                                .countCalledBetween(
                                        tenant,
                                        search.list(),
                                        search.campaign(),
                                        search.placedFrom(),
                                        search.placedTo())
                        : stores.targets().count(tenant, search.list(), search.campaign(), null));
    }

    private static boolean isBounded(RecordSearch search) {
        Instant from = search.placedFrom();
        return from != null || search.placedTo() != null;
    }

    /** Null while it is up, and for a record that was removed, which nothing shows any more. */
    private static @Nullable CallAttempt shown(@Nullable CallAttempt attempt) {
        return attempt == null || attempt.ended() == null || attempt.deleted() != null ? null : attempt;
    }
}
