package io.tandem.gateway.engine;

import io.tandem.campaigns.ports.NetworkStore;
import io.tandem.campaigns.rules.NetworkPrefixes;
import io.tandem.campaigns.rules.Networks;
import io.tandem.gateway.Settings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The table of network prefixes that this replica goes by. The installation has one, kept with the database: the replica
 * that was started last brings its own, and the others follow it with a heartbeat, so that in a rolling restart nobody
 * goes on writing by the old one. (docs/operations.md, "Networks")
 */
@Singleton
final class NetworkTable implements Networks {

    private static final Logger LOG = LoggerFactory.getLogger(NetworkTable.class);

    private final NetworkStore store;
    private volatile NetworkPrefixes current;
    private boolean brought;
    private boolean followed;

    @Inject
    NetworkTable(Settings settings, NetworkStore store) {
        this(settings.networks(), store);
    }

    NetworkTable(NetworkPrefixes own, NetworkStore store) {
        this.store = store;
        this.current = own;
    }

    @Override
    public String networkOf(String e164) {
        return current.networkOf(e164);
    }

    /** Makes this replica's table the installation's; stored targets follow it if it is another than before. */
    synchronized void bring() {
        brought = true;
        String own = current.text();
        String kept = store.tableOr(NetworkPrefixes.VIETNAM.text());
        while (!kept.equals(own)) {
            if (store.change(kept, own)) {
                LOG.warn("the table of network prefixes has changed, and stored targets follow it: {}", own);
                return;
            }
            kept = store.tableOr(own);
        }
    }

    /**
     * Takes over the table that another replica brought. What was begun by the old one has a heartbeat's time to be
     * written; then the pass over the targets begins anew. The first heartbeat may come before this replica has brought
     * its own table: what is kept then is the table to be replaced, not one to follow.
     *
     * @return whether it does now
     */
    synchronized boolean follow() {
        if (!brought) {
            return false;
        }
        if (followed) {
            store.openAll();
            followed = false;
            return true;
        }
        String kept = store.tableOr(current.text());
        if (!kept.equals(current.text())) {
            LOG.warn("another replica brought another table of network prefixes: {}", kept);
            current = NetworkPrefixes.parse(kept);
            followed = true;
        }
        return false;
    }
}
