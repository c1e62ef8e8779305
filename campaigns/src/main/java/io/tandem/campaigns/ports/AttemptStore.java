package io.tandem.campaigns.ports;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.tandem.campaigns.model.CallAttempt;
import io.tandem.campaigns.model.Destination;
import io.tandem.campaigns.model.Disposition;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The records of call attempts, as clients read them. Every method belongs inside {@link Transactions#inTenant}. */
public interface AttemptStore {

    /** The record, removed from lists or not. */
    Optional<CallAttempt> find(TenantId tenant, UUID id);

    /** A page of those not removed, newest first by {@code placed}; of one campaign, or all if null. */
    List<CallAttempt> page(TenantId tenant, @Nullable UUID campaign, Page page);

    /** A page of the ended ones that were not removed and that the search finds, newest first by {@code placed}. */
    List<CallAttempt> ended(TenantId tenant, RecordSearch search, Page page);

    /** How many {@link #ended} would list without a limit. */
    long countEnded(TenantId tenant, RecordSearch search);

    /** Attempts that have not ended, in no order: as many as calls are up. */
    List<CallAttempt> open(TenantId tenant);

    /** The latest attempt of each of these targets that has one, by target; removed from lists or not. */
    Map<UUID, CallAttempt> latest(TenantId tenant, List<Target> targets);

    /** How the attempts that ended, were not removed and that the search finds went: campaign to disposition to how many. */
    Map<UUID, Map<Disposition, Long>> results(TenantId tenant, RecordSearch search);

    /** How many attempts the tenant has made at a destination, as {@link SchedulerStore#attempts} counts them. */
    int made(TenantId tenant, Destination to, Instant from, Instant until);

    /** Whether some attempt of the campaign has not ended. */
    boolean anyOpen(TenantId tenant, UUID campaign);

    /** How many attempts of the campaign have not ended: the calls that hold a slot. Costs what it counts. */
    int open(TenantId tenant, UUID campaign);

    long count(TenantId tenant, @Nullable UUID campaign);

    /** Removes an ended attempt from the lists; false if it is unknown, not ended, or removed before. */
    boolean remove(TenantId tenant, UUID id, Instant at);

    /**
     * What of the ended attempts is looked for; what is null, or empty, does not narrow it.
     *
     * @param dispositions any of these
     * @param from the caller id is one of these
     * @param party the caller id or what was called is one of these
     * @param placedFrom first instant of {@code placed}, inclusive
     * @param placedTo last instant of {@code placed}, exclusive; likewise of {@code ended}
     */
    @RecordBuilder
    record RecordSearch(
            @Nullable UUID campaign,
            @Nullable UUID list,
            Set<Disposition> dispositions,
            List<Destination> from,
            List<Destination> party,
            @Nullable Instant placedFrom,
            @Nullable Instant placedTo,
            @Nullable Instant endedFrom,
            @Nullable Instant endedTo)
            implements AttemptStoreRecordSearchBuilder.With {

        public static final RecordSearch ALL =
                new RecordSearch(null, null, Set.of(), List.of(), List.of(), null, null, null, null);

        public RecordSearch {
            dispositions = Set.copyOf(dispositions);
            from = List.copyOf(from);
            party = List.copyOf(party);
        }
    }
}
