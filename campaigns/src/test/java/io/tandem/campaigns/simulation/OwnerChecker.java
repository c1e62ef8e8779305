package io.tandem.campaigns.simulation;

import io.tandem.campaigns.model.Agent;
import io.tandem.campaigns.model.CallAttempt;
import io.tandem.campaigns.model.Disposition;
import io.tandem.campaigns.model.TenantId;
import io.tandem.campaigns.ports.Replicas.Holding;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What must hold of several replicas: each tenant's calls are placed by its owner alone, and it gets one again (promise
 * 14, "one owner per tenant"); only a dead replica's calls are closed before their deadlines (12); agents are neither
 * lost nor in two calls (8).
 */
final class OwnerChecker implements MemoryStore.Witness, Registry.Witness {

    /** Whether a replica's process lives and holds its lock. */
    interface Pulse {
        boolean holdsLock(UUID replica);

        /** Whether nothing was wrong, with it or any other, for long enough to write what it owes. */
        boolean hasBeenWell(UUID replica);
    }

    /** Until a dead owner is replaced. */
    private static final Duration TAKEOVER = Registry.LEASE.multipliedBy(2).plus(Registry.BEAT);

    private final MemoryStore store;
    private final Verdict verdict;
    private final CarrierView carrier;
    private final VirtualClock clock;
    private final Map<TenantId, Instant> orphanedSince = new HashMap<>();
    private final Map<Happening, Integer> happened = new EnumMap<>(Happening.class);
    private @Nullable Pulse pulse;

    OwnerChecker(MemoryStore store, Verdict verdict, CarrierView carrier, VirtualClock clock) {
        this.store = store;
        this.verdict = verdict;
        this.carrier = carrier;
        this.clock = clock;
    }

    void by(Pulse newPulse) {
        pulse = newPulse;
    }

    void count(Map<Happening, Integer> counts) {
        counts.putAll(happened);
    }

    void placed(SeenCall call) {
        UUID replica = store.replicaOf(call.id);
        UUID owner = store.registry.ownerOf(call.tenant);
        if (!replica.equals(owner)) {
            verdict.broken(14, "call " + call.id + " is placed by " + replica + " while its tenant is " + owner + "'s");
        }
    }

    @Override
    public void recorded(CallAttempt attempt, UUID placer, Instant deadline, @Nullable UUID closer) {
        if (placer.equals(closer) && !placer.equals(store.registry.ownerOf(attempt.tenant()))) {
            carrier.recordedByFormerOwner(attempt.id());
        }
        if (attempt.disposition() != Disposition.INTERRUPTED || placer.equals(closer)) {
            return;
        }
        if (closer != null) {
            happened.merge(Happening.CALL_CLOSED_ELSEWHERE, 1, Integer::sum);
        }
        if (store.registry.isKnown(placer) && clock.instant().isBefore(deadline)) {
            verdict.broken(
                    12,
                    "attempt " + attempt.id() + " is closed at " + clock.instant() + ", up to " + deadline
                            + " as its replica is not proved dead");
        }
        if (closer != null
                && carrier.seen(attempt.id()) == null
                && Objects.requireNonNull(pulse).hasBeenWell(placer)) {
            verdict.broken(7, "attempt " + attempt.id() + " was never placed, and is recorded at " + clock.instant());
        }
        carrier.over(attempt.id(), attempt.ended());
    }

    @Override
    public void takenOver(TenantId tenant, @Nullable UUID from, boolean trusted) {
        if (trusted) {
            verdict.broken(
                    14,
                    "tenant " + tenant + " is taken from " + from + " at " + clock.instant()
                            + ", which may still place calls");
        }
    }

    @Override
    public void buried(UUID replica, boolean proved) {
        happened.merge(Happening.BURIED, 1, Integer::sum);
        if (proved && Objects.requireNonNull(pulse).holdsLock(replica)) {
            verdict.broken(12, "replica " + replica + " is taken for dead at " + clock.instant() + " and lives");
        }
    }

    /** A tenant without a living owner gets one as soon as the leases allow; to be asked while all replicas are well. */
    void tenantsAreOwned(Instant now, Instant from, List<Replica> replicas) {
        for (Holding holding : store.registry.holdings()) {
            boolean lives =
                    replicas.stream().anyMatch(replica -> replica.name.id().equals(holding.owner()));
            if (lives) {
                orphanedSince.remove(holding.tenant());
                continue;
            }
            Instant since = orphanedSince.computeIfAbsent(holding.tenant(), tenant -> now);
            boolean late = now.isAfter(from) && now.isAfter(since.plus(TAKEOVER));
            if (late && replicas.stream().anyMatch(Replica::serves)) {
                verdict.broken(14, "tenant " + holding.tenant() + " is owned by nobody at " + now + ", since " + since);
            }
        }
    }

    /** At rest: the owner knows that it is, and agents are where their calls are. */
    void atRest(Instant now, List<Replica> replicas) {
        for (Holding holding : store.registry.holdings()) {
            boolean owned = replicas.stream()
                    .anyMatch(replica -> replica.name.id().equals(holding.owner())
                            && replica.scheduler().owns(holding.tenant()));
            if (!owned && replicas.stream().anyMatch(Replica::serves)) {
                verdict.broken(14, "tenant " + holding.tenant() + " is nobody's at " + now);
            }
        }
        agents(now);
    }

    private void agents(Instant now) {
        Map<UUID, UUID> callOf = new HashMap<>();
        for (CallAttempt attempt : store.open()) {
            UUID agent = attempt.agent();
            UUID other = agent == null ? null : callOf.put(agent, attempt.id());
            if (other != null) {
                verdict.broken(8, "agent " + agent + " is on calls " + other + " and " + attempt.id() + " at " + now);
            }
        }
        for (Agent agent : store.agents.values()) {
            UUID call = agent.call();
            CallAttempt attempt = call == null ? null : store.attempts.get(call);
            if (call != null && (attempt == null || attempt.ended() != null)) {
                verdict.broken(8, "agent " + agent.id() + " is kept by call " + call + ", which is over, at " + now);
            }
        }
    }
}
