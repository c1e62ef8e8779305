package io.tandem.campaigns.service;

import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.Ids;
import io.tandem.campaigns.ports.ImportStore;
import io.tandem.campaigns.ports.Owner;
import io.tandem.campaigns.ports.StoreUnavailable;
import io.tandem.campaigns.ports.Transactions;
import io.tandem.campaigns.service.Failure.Thing;
import java.time.Duration;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * Lists that clients fill by requests of any length. No campaign of such a list is exhausted before the request has ended,
 * or the client sent nothing for a while, or this process is no more. (design section 5, promise 9)
 */
public final class ListFeeds {

    private static final System.Logger LOG = System.getLogger(ListFeeds.class.getName());

    /** So long a feed counts as open without a word of it. */
    public static final Duration REST = Duration.ofSeconds(60);

    private static final long WORD_NANOS = REST.dividedBy(6).toNanos();

    private final ImportStore imports;
    private final CampaignStores stores;
    private final Transactions transactions;
    private final Owner owner;
    private final Ids ids;
    private final LongSupplier nanos;

    /** @param nanos real time, for how long ago a feed was last heard of */
    public ListFeeds(
            ImportStore imports,
            CampaignStores stores,
            Transactions transactions,
            Owner owner,
            Ids ids,
            LongSupplier nanos) {
        this.imports = imports;
        this.stores = stores;
        this.transactions = transactions;
        this.owner = owner;
        this.ids = ids;
        this.nanos = nanos;
    }

    /**
     * A request begins to fill a list.
     *
     * @throws Failure.NotFound if the list does not live
     */
    public Feed open(TenantId tenant, UUID list) {
        Feed feed = new Feed(tenant, list, ids.next());
        // Locked as by everyone who adds to it, so that a campaign that ends at this instant sees it or was first.
        transactions.inTenant(tenant, () -> {
            if (stores.lists().lockLiving(tenant, list).isEmpty()) {
                throw new Failure.NotFound(Thing.TARGET_LIST);
            }
            imports.feeds(tenant, list, feed.id, REST);
        });
        return feed;
    }

    /** One request's; for one thread. */
    public final class Feed implements AutoCloseable {

        private final TenantId tenant;
        private final UUID list;
        private final UUID id;
        private long heardAt = nanos.getAsLong();

        private Feed(TenantId tenant, UUID list, UUID id) {
            this.tenant = tenant;
            this.list = list;
            this.id = id;
        }

        /** Whether it is time for {@link #goesOn}: what has come should be stored before, however little. */
        public boolean isDue() {
            return nanos.getAsLong() - heardAt >= WORD_NANOS;
        }

        /** Something came. Writes only if it {@link #isDue}. */
        public void goesOn() {
            if (isDue()) {
                transactions.inTenant(tenant, () -> imports.feeds(tenant, list, id, REST));
                heardAt = nanos.getAsLong();
            }
        }

        /** The request has ended, well or not: campaigns that have nothing left may stop. */
        @Override
        public void close() {
            try {
                transactions.inTenant(tenant, () -> imports.fed(tenant, id));
            } catch (StoreUnavailable away) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "tenant {0}: that a feed of list {1} has ended could not be written; it ends by itself: {2}",
                        tenant,
                        list,
                        away.getMessage());
            }
            owner.changed(tenant);
        }
    }
}
