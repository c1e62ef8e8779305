package io.tandem.campaigns.service;

import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.Disposition;
import io.tandem.campaigns.model.Policy;
import io.tandem.campaigns.model.PolicyReason;
import io.tandem.campaigns.model.TargetState;
import io.tandem.campaigns.model.Tenant;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.TallyStore;
import io.tandem.campaigns.ports.Transactions;
import io.tandem.campaigns.rules.PolicyRule;
import io.tandem.campaigns.service.Failure.Thing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How far a campaign is, from counters that are kept as things happen: reading it costs the same for any list. */
public final class ProgressService {

    /**
     * Where a campaign stands.
     *
     * @param inFlight calls that hold a slot now
     * @param cap most calls it may have up
     * @param targets living targets of its lists
     * @param ended those of them that ended, by state
     * @param dispositions its ended attempts
     * @param refused how often the tenant's policy refused it something, by reason: a standstill in quiet hours, a
     *     target put off to the next day, a target closed
     * @param nextOpening when calls may start, by its hours and the tenant's quiet hours: now, later, or null for never
     */
    public record Progress(
            Campaign campaign,
            int inFlight,
            int cap,
            long targets,
            Map<TargetState, Long> ended,
            Map<Disposition, Long> dispositions,
            Map<PolicyReason, Long> refused,
            @Nullable Instant nextOpening) {

        public long endedTargets() {
            return ended.values().stream().mapToLong(Long::longValue).sum();
        }

        public long attempts() {
            return dispositions.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** Hours that do not open within a week never do. */
    private static final Duration A_WEEK = Duration.ofDays(9);

    private final CampaignStores stores;
    private final TallyStore tallies;
    private final Transactions transactions;
    private final InstantSource clock;

    public ProgressService(CampaignStores stores, TallyStore tallies, Transactions transactions, InstantSource clock) {
        this.stores = stores;
        this.tallies = tallies;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Progress of(TenantId tenant, UUID id) {
        return transactions.inTenant(tenant, () -> {
            Campaign campaign =
                    stores.campaigns().findLiving(tenant, id).orElseThrow(() -> new Failure.NotFound(Thing.CAMPAIGN));
            Tenant owning = stores.tenants().find(tenant).orElseThrow(() -> new Failure.NotFound(Thing.TENANT));
            long targets = 0;
            Map<TargetState, Long> ended = new EnumMap<>(TargetState.class);
            for (UUID list : campaign.lists()) {
                Map<String, Long> tally = tallies.of(tenant, list);
                targets += tally.getOrDefault(TallyStore.TOTAL, 0L);
                for (TargetState state : TargetState.values()) {
                    if (state.hasEnded()) {
                        ended.merge(state, tally.getOrDefault(state.name(), 0L), Long::sum);
                    }
                }
            }
            Map<String, Long> tally = tallies.of(tenant, id);
            Map<Disposition, Long> dispositions = new EnumMap<>(Disposition.class);
            for (Disposition disposition : Disposition.values()) {
                long count = tally.getOrDefault(disposition.name(), 0L);
                if (count > 0) {
                    dispositions.put(disposition, count);
                }
            }
            Map<PolicyReason, Long> refused = new EnumMap<>(PolicyReason.class);
            for (PolicyReason reason : PolicyReason.values()) {
                refused.put(reason, tally.getOrDefault(TallyStore.refusals(reason), 0L));
            }
            return new Progress(
                    campaign,
                    stores.attempts().open(tenant, id),
                    campaign.pacing().maxConcurrent(),
                    targets,
                    ended,
                    dispositions,
                    refused,
                    nextOpening(campaign, owning));
        });
    }

    /** Each of the two asked where the other opens, until they agree. */
    private @Nullable Instant nextOpening(Campaign campaign, Tenant tenant) {
        Policy policy = campaign.kind().rings() ? tenant.policy() : Policy.NONE;
        Instant at = clock.instant();
        Instant never = at.plus(A_WEEK);
        while (at.isBefore(never)) {
            Instant open = campaign.hours().nextOpening(at, tenant.zone()).orElse(null);
            Instant free = open == null
                    ? null
                    : PolicyRule.afterQuietHours(policy, tenant.zone(), open).orElse(null);
            if (free == null || free.equals(open)) {
                return free;
            }
            at = free;
        }
        return null;
    }
}
