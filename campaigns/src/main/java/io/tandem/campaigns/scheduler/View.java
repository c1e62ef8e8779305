package io.tandem.campaigns.scheduler;

import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.Carrier;
import io.tandem.campaigns.model.Tenant;
import io.tandem.campaigns.ports.SchedulerStore;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A tenant's settings as last read, with a hopper for each campaign at work. */
final class View {

    /** Before the first read, and after the tenant went to another replica: nothing to dial. */
    static final View NONE = new View();

    /** Null as long as nothing was read. */
    final @Nullable Tenant settings;
    /** Negative if the tenant is another replica's. */
    final long fence;

    /** How often numbers may be called today. */
    final NumberCap numberCap;

    private final Map<UUID, Line> lines = new LinkedHashMap<>();
    private final Map<UUID, Carrier> carriers = new HashMap<>();
    private @Nullable Carrier defaultCarrier;

    private View() {
        settings = null;
        fence = -1;
        numberCap = NumberCap.NONE;
    }

    /** @param withPushes lists in which pushed targets wait */
    View(SchedulerStore.Desk read, Set<UUID> withPushes, int readAhead, Instant now) {
        settings = read.tenant();
        fence = read.fence();
        Tenant tenant = read.tenant();
        numberCap = NumberCap.of(tenant, now);
        for (SchedulerStore.Line line : read.campaigns()) {
            lines.put(
                    line.campaign().id(),
                    new Line(line, tenant.zone(), tenant.policy(), numberCap, withPushes, readAhead));
        }
        for (Carrier carrier : read.carriers()) {
            carriers.put(carrier.id(), carrier);
            if (carrier.isDefault()) {
                defaultCarrier = carrier;
            }
        }
    }

    /** Whether it is the view of a day that is over: numbers are counted anew. */
    boolean isOfAnotherDay(Instant now) {
        return !now.isBefore(numberCap.dayEnd());
    }

    boolean isOurs() {
        return fence >= 0;
    }

    /** Whether calls of the tenant may start at all. */
    boolean mayDial() {
        return isOurs() && settings != null && !settings.suspended();
    }

    Collection<Line> lines() {
        return lines.values();
    }

    @Nullable
    Line line(UUID campaign) {
        return lines.get(campaign);
    }

    Collection<Carrier> carriers() {
        return carriers.values();
    }

    @Nullable
    Carrier carrierOf(Campaign campaign) {
        UUID named = campaign.carrier();
        return named == null ? defaultCarrier : carriers.get(named);
    }
}
