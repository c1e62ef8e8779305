package io.tandem.campaigns.scheduler;

import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.CampaignState;
import io.tandem.campaigns.model.DialPlan;
import io.tandem.campaigns.ports.SchedulerStore;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One campaign on a tenant's desk: its settings as last read, its hopper, and the opening it is in. */
final class Line {

    final Campaign campaign;
    final @Nullable DialPlan plan;
    final Hopper hopper;
    /** The store was asked to stop it as exhausted and said no; asked again when something changes. */
    boolean exhaustionRefused;

    private final ZoneId zone;
    private Instant hoursKnownUntil = Instant.MIN;
    private boolean open;

    Line(SchedulerStore.Line read, ZoneId zone, Set<UUID> withPushes, int readAhead) {
        this.campaign = read.campaign();
        this.plan = read.plan();
        this.zone = zone;
        this.hopper = new Hopper(
                campaign.tenant(),
                read.lists(),
                withPushes,
                Channels.networksOf(campaign),
                campaign.retry().retriesFirst(),
                readAhead);
    }

    UUID id() {
        return campaign.id();
    }

    boolean mayDial() {
        return campaign.state() == CampaignState.RUNNING
                && campaign.enabled()
                && campaign.kind().dials()
                && plan != null;
    }

    /** Whether calls may start at {@code now}; computed once per opening. */
    boolean isOpen(Instant now) {
        if (!now.isBefore(hoursKnownUntil)) {
            var closes = campaign.hours().closesAt(now, zone);
            open = closes.isPresent();
            hoursKnownUntil = closes.orElseGet(
                    () -> campaign.hours().nextOpening(now, zone).orElse(Instant.MAX));
        }
        return open;
    }

    /** When it starts itself if it is paused now; null for never. */
    @Nullable
    Instant nextStart(Instant now) {
        return campaign.hours().nextStart(now, zone).orElse(null);
    }

    /** The end of the opening, or while closed the next opening; {@link Instant#MAX} if it never comes. */
    Instant hoursChangeAt(Instant now) {
        isOpen(now);
        return hoursKnownUntil;
    }
}
