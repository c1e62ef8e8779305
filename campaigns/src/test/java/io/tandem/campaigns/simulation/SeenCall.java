package io.tandem.campaigns.simulation;

import io.tandem.campaigns.model.CallAttempt;
import io.tandem.campaigns.model.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One call as the carrier's journal has it, and the target it was for. */
final class SeenCall {

    final UUID id;
    /** Whose carrier has it. */
    final int process;

    final TenantId tenant;
    final UUID campaign;
    /** Null for a flow, which no carrier takes. */
    final @Nullable UUID carrier;

    final UUID target;
    final int index;
    /** Empty for a flow. */
    final String to;

    /** The number that it shows, empty for none. */
    final String from;

    final String network;
    final @Nullable UUID queue;
    final Instant placed;
    final Duration ringTimeout;

    /** Time went by between its last look and its start. */
    boolean frozenBefore;

    /** The shortest that a plan asked for when it was placed. */
    Duration delay = Duration.ZERO;

    @Nullable
    Instant answered;

    SeenCall(UUID id, int process, Map<String, String> journal, Instant placed, CallAttempt attempt, String network) {
        this.id = id;
        this.process = process;
        this.placed = placed;
        tenant = TenantId.of(journal.get("tenant"));
        campaign = UUID.fromString(journal.get("campaign"));
        String by = journal.get("carrier");
        carrier = by.isEmpty() ? null : UUID.fromString(by);
        to = journal.get("to");
        from = journal.get("from");
        this.network = network;
        ringTimeout = Duration.ofMillis(Long.parseLong(journal.get("ring_timeout_ms")));
        target = attempt.target();
        index = attempt.index();
        queue = attempt.queue();
    }

    boolean isDialing() {
        return answered == null;
    }
}
