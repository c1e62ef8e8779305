package io.tandem.campaigns.service;

import io.tandem.campaigns.model.Disposition;
import io.tandem.campaigns.model.TargetList;
import io.tandem.campaigns.model.TargetState;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.Owner;
import io.tandem.campaigns.ports.TargetStore.Place;
import io.tandem.campaigns.ports.TargetStore.ResetPart;
import io.tandem.campaigns.ports.Transactions;
import io.tandem.campaigns.service.Failure.Thing;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Opens a list's targets again, as if they had never been called. (autocall-v3.md, 1.5 and 2.2)
 *
 * <p>A part a transaction, each target once: a long list blocks no calls, a target that is called while the rest is
 * reset is not reset again, and a reset that broke off may be asked for again.
 */
public final class ListReset {

    private static final int PART = 2_000;

    /** Which targets are opened again. */
    public enum Which {
        ALL,
        REACHED,
        /** Those that were given up, and those that are called again anyway. */
        NOT_REACHED;

        private Set<TargetState> states() {
            return switch (this) {
                case ALL ->
                    EnumSet.of(TargetState.RETRY, TargetState.DONE, TargetState.EXHAUSTED, TargetState.DO_NOT_CALL);
                case REACHED -> EnumSet.of(TargetState.DONE);
                case NOT_REACHED -> EnumSet.of(TargetState.RETRY, TargetState.EXHAUSTED);
            };
        }
    }

    private final CampaignStores stores;
    private final Transactions transactions;
    private final Owner owner;
    private final InstantSource clock;

    public ListReset(CampaignStores stores, Transactions transactions, Owner owner, InstantSource clock) {
        this.stores = stores;
        this.transactions = transactions;
        this.owner = owner;
        this.clock = clock;
    }

    /**
     * Resets a living list's targets.
     *
     * @param last only those whose last call ended so; empty for however
     * @param stamp the list with the instant of its reset
     * @return how many are open again
     * @throws Failure.NotFound if the list does not live
     */
    public long reset(
            TenantId tenant,
            UUID list,
            Which which,
            Set<Disposition> last,
            BiFunction<TargetList, Instant, TargetList> stamp) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        transactions.inTenant(tenant, () -> {
            TargetList found =
                    stores.lists().lockLiving(tenant, list).orElseThrow(() -> new Failure.NotFound(Thing.TARGET_LIST));
            stores.lists().update(stamp.apply(found, at).withUpdated(at));
        });
        long reset = 0;
        @Nullable Place place = null;
        do {
            Place after = place;
            ResetPart part = transactions.inTenant(
                    tenant, () -> stores.targets().reset(tenant, list, which.states(), last, at, after, PART));
            reset += part.reset();
            place = part.end();
        } while (place != null);
        owner.changed(tenant);
        return reset;
    }
}
