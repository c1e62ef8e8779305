package io.tandem.campaigns.ports;

import io.tandem.campaigns.model.PolicyReason;
import io.tandem.campaigns.model.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Counters that are kept as things happen, so that progress is never a count over rows.
 *
 * <p>Of a campaign: how many attempts ended, by {@code Disposition} name, and what its tenant's policy refused it, by
 * {@link #refusals}. Of a list: {@link #TOTAL} living targets,
 * those ended by {@code TargetState} name, and what imports made of their rows. Of a queue: calls that came into it and
 * have ended, {@link #SERVICED} and {@link #ABANDONED}.
 */
public interface TallyStore {

    /** Living targets of a list. */
    String TOTAL = "TOTAL";
    /** Rows of a list's imports. */
    String UPLOADED = "UPLOADED";
    /** Targets that a list has got: rows of imports that became some, and those that were added without a file. */
    String IMPORTED = "IMPORTED";
    /** Rows that an import refused, duplicates included. */
    String REFUSED = "REFUSED";
    /** Calls of a queue that an agent took. */
    String SERVICED = "SERVICED";
    /** Calls of a queue for which nobody came. */
    String ABANDONED = "ABANDONED";

    /** The name under which a campaign counts what the policy refused for this reason. */
    static String refusals(PolicyReason reason) {
        return "POLICY_" + reason;
    }

    /** The counters of a campaign or list; a name that is missing is 0. */
    default Map<String, Long> of(TenantId tenant, UUID subject) {
        return of(tenant, List.of(subject)).getOrDefault(subject, Map.of());
    }

    /** The counters of several; a subject without any is missing. */
    Map<UUID, Map<String, Long>> of(TenantId tenant, Collection<UUID> subjects);

    /** Adds to the counters of one subject. */
    void add(TenantId tenant, UUID subject, Map<String, Long> deltas);
}
