package io.tandem.campaigns.service;

import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.NetworkStore;
import io.tandem.campaigns.ports.NetworkStore.Addressed;
import io.tandem.campaigns.ports.NetworkStore.Derived;
import io.tandem.campaigns.ports.NetworkStore.Pass;
import io.tandem.campaigns.ports.Owner;
import io.tandem.campaigns.ports.Transactions;
import io.tandem.campaigns.rules.Networks;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Lets stored targets follow the table of network prefixes after it changed, a batch a transaction: each batch and the
 * place that was reached are committed together, so a pass that was broken off goes on where it stopped, in whichever
 * process. A target in a call is left until its call is over, for its call counts on the network that it went out by.
 */
public final class NetworkPasses {

    private static final int BATCH = 1_000;

    private final NetworkStore store;
    private final Networks networks;
    private final Transactions transactions;
    private final Owner owner;

    /** @param networks the table that targets are to follow, as it is at each look */
    public NetworkPasses(NetworkStore store, Networks networks, Transactions transactions, Owner owner) {
        this.store = store;
        this.networks = networks;
        this.transactions = transactions;
        this.owner = owner;
    }

    /** Tenants whose targets do not all follow the table yet. */
    public List<TenantId> unfinished() {
        return store.open();
    }

    /**
     * Works off what is left of a tenant's pass. Targets that are in a call keep it open; {@link #run} again later goes
     * on.
     *
     * @throws io.tandem.campaigns.ports.StoreUnavailable if the database went away; likewise
     */
    public void run(TenantId tenant) {
        Step step;
        do {
            step = transactions.inTenant(
                    tenant, () -> store.take(tenant).map(this::batch).orElse(Step.END));
            if (step.wrote) {
                owner.changed(tenant);
            }
        } while (step.goesOn);
    }

    private record Step(boolean wrote, boolean goesOn) {

        static final Step END = new Step(false, false);
    }

    private Step batch(Pass pass) {
        TenantId tenant = pass.tenant();
        List<Addressed> entries = store.next(pass, BATCH);
        List<Derived> changes = new ArrayList<>();
        for (Addressed entry : entries) {
            String number = entry.number();
            String network = number == null ? "" : networks.networkOf(number);
            if (!entry.fixed() && !network.equals(entry.network())) {
                changes.add(new Derived(entry.target(), number, network));
            }
        }
        Set<UUID> busy = store.write(tenant, changes);
        List<UUID> done = entries.stream()
                .map(Addressed::target)
                .filter(id -> !busy.contains(id))
                .toList();
        store.leave(tenant, busy);
        store.met(tenant, done);
        boolean wrote = changes.size() > busy.size();
        if (entries.size() == BATCH) {
            store.progress(new Pass(tenant, entries.get(BATCH - 1).target(), pass.scanned()));
            return new Step(wrote, true);
        }
        if (!store.anyLeft(tenant)) {
            store.close(tenant);
            return new Step(wrote, false);
        }
        store.progress(new Pass(tenant, null, true));
        return new Step(wrote, !pass.scanned());
    }
}
