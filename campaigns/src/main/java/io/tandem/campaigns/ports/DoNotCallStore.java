package io.tandem.campaigns.ports;

import io.tandem.campaigns.model.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The numbers a tenant must not call. Every method belongs inside {@link Transactions#inTenant}. */
public interface DoNotCallStore {

    /**
     * A listed number.
     *
     * @param number E.164
     * @param written as the client wrote it
     */
    record Entry(UUID id, String number, String written, String description, Instant created) {}

    /** Which of the numbers (E.164) are listed. */
    Set<String> listed(TenantId tenant, Collection<String> numbers);

    /** Lists a number; false if it was. */
    boolean add(TenantId tenant, Entry entry);

    /** Takes a number (E.164) off; false if it was not listed. */
    boolean remove(TenantId tenant, String number);

    Optional<Entry> find(TenantId tenant, UUID id);

    Optional<Entry> byNumber(TenantId tenant, String number);

    /** Newest first. */
    List<Entry> page(TenantId tenant, Page page);

    long count(TenantId tenant);
}
