package io.tandem.campaigns.service;

import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.DoNotCallStore;
import io.tandem.campaigns.ports.DoNotCallStore.Entry;
import io.tandem.campaigns.ports.Owner;
import io.tandem.campaigns.ports.Page;
import io.tandem.campaigns.ports.Transactions;
import io.tandem.campaigns.service.Failure.Thing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What clients do to the numbers that must not be called. */
public final class DoNotCallService {

    private final DoNotCallStore numbers;
    private final Transactions transactions;
    private final Owner owner;

    public DoNotCallService(DoNotCallStore numbers, Transactions transactions, Owner owner) {
        this.numbers = numbers;
        this.transactions = transactions;
        this.owner = owner;
    }

    /**
     * Lists numbers; when it returns no call to one of them can start any more.
     *
     * @return for each entry, in order, whether it is new
     */
    public List<Boolean> add(TenantId tenant, List<Entry> entries) {
        List<Boolean> added = transactions.inTenant(tenant, () -> {
            Map<String, Boolean> byNumber = new HashMap<>();
            List<Boolean> results = new ArrayList<>();
            // In one order in every transaction, so that two of them cannot wait for each other.
            entries.stream()
                    .sorted(Comparator.comparing(Entry::number))
                    .forEach(entry -> byNumber.putIfAbsent(entry.number(), numbers.add(tenant, entry)));
            for (Entry entry : entries) {
                results.add(Boolean.TRUE.equals(byNumber.put(entry.number(), false)));
            }
            return results;
        });
        if (added.contains(true)) {
            owner.forbade(tenant);
        }
        return added;
    }

    /** Takes numbers (E.164) off the list; tells for each, in order, whether it was on it. */
    public List<Boolean> remove(TenantId tenant, List<String> listed) {
        List<Boolean> done = transactions.inTenant(tenant, () -> {
            Map<String, Boolean> removed = new HashMap<>();
            listed.stream()
                    .sorted()
                    .forEach(number -> removed.computeIfAbsent(number, unknown -> numbers.remove(tenant, unknown)));
            return listed.stream()
                    .map(number -> removed.getOrDefault(number, false))
                    .toList();
        });
        if (done.contains(true)) {
            owner.changed(tenant);
        }
        return done;
    }

    public Entry get(TenantId tenant, UUID id) {
        return found(transactions.inTenant(tenant, () -> numbers.find(tenant, id)));
    }

    /** The entry of a number (E.164). */
    public Entry get(TenantId tenant, String number) {
        return found(transactions.inTenant(tenant, () -> numbers.byNumber(tenant, number)));
    }

    private static Entry found(Optional<Entry> entry) {
        return entry.orElseThrow(() -> new Failure.NotFound(Thing.DO_NOT_CALL_ENTRY));
    }

    public List<Entry> page(TenantId tenant, Page page) {
        return transactions.inTenant(tenant, () -> numbers.page(tenant, page));
    }

    public long count(TenantId tenant) {
        return transactions.inTenant(tenant, () -> numbers.count(tenant));
    }
}
