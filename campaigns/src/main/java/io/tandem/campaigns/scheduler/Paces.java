package io.tandem.campaigns.scheduler;

import io.tandem.campaigns.model.Carrier;
import io.tandem.campaigns.model.Tenant;
import io.tandem.campaigns.rules.Pacer;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How many calls a second one tenant starts: in all, and over each carrier. Starts are spaced evenly. */
final class Paces {

    private record Pace(@Nullable Integer perSecond, Pacer pacer) {

        Pace(@Nullable Integer perSecond, Instant takenOver) {
            this(perSecond, new Pacer(perSecond, takenOver));
        }
    }

    private static final Pacer UNLIMITED = new Pacer(null);

    private Instant takenOver = Instant.MIN;
    private Pace tenant = new Pace(null, takenOver);
    private final Map<UUID, Pace> carriers = new HashMap<>();
    private Instant replica = Instant.MIN;

    /** Somebody else, or this process in an earlier life, kept the pace until then: no rate begins anew. */
    void takenOver(Instant at) {
        takenOver = at;
        tenant = new Pace(tenant.perSecond, at);
        carriers.replaceAll((id, pace) -> new Pace(pace.perSecond, at));
    }

    /** A pace that stays as it is goes on; a new one starts anew. */
    void refreshed(View view) {
        Tenant settings = view.settings;
        Integer perSecond = settings == null ? null : settings.caps().cps();
        if (!Objects.equals(tenant.perSecond, perSecond)) {
            tenant = new Pace(perSecond, takenOver);
        }
        Set<UUID> known = new HashSet<>();
        for (Carrier carrier : view.carriers()) {
            known.add(carrier.id());
            carriers.compute(
                    carrier.id(),
                    (id, pace) -> pace == null || !Objects.equals(pace.perSecond, carrier.callsPerSecond())
                            ? new Pace(carrier.callsPerSecond(), takenOver)
                            : pace);
        }
        carriers.keySet().retainAll(known);
    }

    void begin() {
        replica = Instant.MIN;
    }

    /** Starts a call if both paces allow it now; without a carrier only the tenant's counts. */
    boolean start(@Nullable Carrier carrier, Instant now) {
        Pacer own = pacer(carrier);
        if (!tenant.pacer.isReady(now) || !own.isReady(now)) {
            return false;
        }
        tenant.pacer.started(now);
        own.started(now);
        return true;
    }

    void notBefore(Instant at) {
        replica = at;
    }

    Instant nextStart(@Nullable Carrier carrier) {
        return latest(replica, latest(tenant.pacer.nextStart(), pacer(carrier).nextStart()));
    }

    private Pacer pacer(@Nullable Carrier carrier) {
        return carrier == null ? UNLIMITED : Objects.requireNonNull(carriers.get(carrier.id())).pacer;
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
