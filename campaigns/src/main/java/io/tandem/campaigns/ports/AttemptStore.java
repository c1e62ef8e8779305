package io.tandem.campaigns.ports;

import io.tandem.campaigns.model.CallAttempt;
import io.tandem.campaigns.model.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The records of call attempts, as clients read them. Every method belongs inside {@link Transactions#inTenant}. */
public interface AttemptStore {

    /** The record, removed from lists or not. */
    Optional<CallAttempt> find(TenantId tenant, UUID id);

    /** A page of those not removed, newest first by {@code placed}; of one campaign, or all if null. */
    List<CallAttempt> page(TenantId tenant, @Nullable UUID campaign, Page page);

    /** Whether some attempt of the campaign has not ended. */
    boolean anyOpen(TenantId tenant, UUID campaign);

    /** How many attempts of the campaign have not ended: the calls that hold a slot. Costs what it counts. */
    int open(TenantId tenant, UUID campaign);

    long count(TenantId tenant, @Nullable UUID campaign);

    /** Removes an ended attempt from the lists; false if it is unknown, not ended, or removed before. */
    boolean remove(TenantId tenant, UUID id, Instant at);
}
