package io.tandem.campaigns.ports;

import io.tandem.campaigns.model.PolicyReason;
import io.tandem.campaigns.model.Target;
import io.tandem.campaigns.model.TenantId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that a tenant's policy refused. No attempt: what was refused keeps its state and its tries. The campaign's
 * tally counts it under its reason if it held.
 *
 * @param from the target as it was read; null where a campaign stands still as a whole
 * @param postponed set if the target is to be due later; holds only if it is in {@code from}'s state and due as it was
 */
public record Refusal(
        TenantId tenant,
        UUID campaign,
        PolicyReason reason,
        @Nullable Target from,
        @Nullable Postponed postponed) {

    /**
     * Until when a target is put off, and by which rule ({@link SchedulerStore#recall}).
     */
    public record Postponed(Instant until, String rule) {}

    /** A campaign that runs, in its own hours, came into quiet hours. */
    public static Refusal quiet(TenantId tenant, UUID campaign) {
        return new Refusal(tenant, campaign, PolicyReason.QUIET_HOURS, null, null);
    }

    /** A target waits for the day on which its number may be called again. */
    public static Refusal postponed(UUID campaign, Target from, Instant until, String rule) {
        return new Refusal(from.tenant(), campaign, PolicyReason.ATTEMPTS_PER_DAY, from, new Postponed(until, rule));
    }

    /** A target that the same turn closes as DO_NOT_CALL; counted if that holds. */
    public static Refusal listed(UUID campaign, Target from) {
        return new Refusal(from.tenant(), campaign, PolicyReason.DO_NOT_CALL, from, null);
    }
}
