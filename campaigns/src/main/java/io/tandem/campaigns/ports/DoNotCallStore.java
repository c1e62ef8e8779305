package io.tandem.campaigns.ports;

import io.tandem.campaigns.model.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;

/** The numbers a tenant must not call. Every method belongs inside {@link Transactions#inTenant}. */
public interface DoNotCallStore {

    /** Which of the numbers (E.164) are listed. */
    Set<String> listed(TenantId tenant, Collection<String> numbers);

    /** Lists a number; false if it was. */
    boolean add(TenantId tenant, String number, String description, Instant at);

    /** Takes a number off; false if it was not listed. */
    boolean remove(TenantId tenant, String number);
}
