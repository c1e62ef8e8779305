package io.tandem.campaigns.scheduler;

import io.tandem.campaigns.model.Campaign;
import io.tandem.campaigns.model.CampaignState;
import io.tandem.campaigns.model.DialPlan;
import io.tandem.campaigns.model.Policy;
import io.tandem.campaigns.ports.SchedulerStore;
import io.tandem.campaigns.rules.EarliestDay;
import io.tandem.campaigns.rules.EarliestDay.Held;
import io.tandem.campaigns.rules.PolicyRule;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
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
    private final Policy policy;
    private Instant hoursKnownUntil = Instant.MIN;
    private boolean open;
    private boolean quiet;
    private Instant heldKnownUntil = Instant.MIN;
    private @Nullable Held held;

    Line(
            SchedulerStore.Line read,
            ZoneId zone,
            Policy policy,
            NumberCap numberCap,
            Set<UUID> withPushes,
            int readAhead) {
        this.campaign = read.campaign();
        this.plan = read.plan();
        this.zone = zone;
        this.policy = rings() ? policy : Policy.NONE;
        this.hopper = new Hopper(
                campaign.tenant(),
                read.lists(),
                withPushes,
                Channels.networksOf(campaign),
                campaign.retry().retriesFirst(),
                rings() ? numberCap : NumberCap.NONE,
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

    /** Whether a phone rings when it calls: not where its script runs by itself. The policy is for those who are rung. */
    boolean rings() {
        return campaign.kind().rings();
    }

    boolean runs(UUID list) {
        return campaign.state() == CampaignState.RUNNING && campaign.lists().contains(list);
    }

    /** Whether calls may start at {@code now}: in its hours, and not in the tenant's quiet hours; computed once a change. */
    boolean isOpen(Instant now) {
        if (!now.isBefore(hoursKnownUntil)) {
            look(now);
        }
        return open;
    }

    /** Whether only quiet hours keep it from calling. */
    boolean isQuiet(Instant now) {
        isOpen(now);
        return quiet;
    }

    private void look(Instant now) {
        Instant closes = campaign.hours().closesAt(now, zone).orElse(null);
        if (closes == null) {
            open = false;
            quiet = false;
            hoursKnownUntil = campaign.hours().nextOpening(now, zone).orElse(Instant.MAX);
            return;
        }
        Instant quietUntil = PolicyRule.afterQuietHours(policy, zone, now).orElse(Instant.MAX);
        quiet = quietUntil.isAfter(now);
        open = !quiet;
        Instant change = quiet
                ? quietUntil
                : PolicyRule.nextQuietHours(policy, zone, now).orElse(Instant.MAX);
        hoursKnownUntil = change.isBefore(closes) ? change : closes;
    }

    /** Who is due and waits for today's opening all the same; null for nobody. Computed once a change. */
    @Nullable
    Held held(Instant now) {
        if (!now.isBefore(heldKnownUntil)) {
            Optional<Held> found = EarliestDay.held(campaign.hours(), zone, now);
            held = found.orElse(null);
            heldKnownUntil = EarliestDay.knownUntil(found, zone, now);
        }
        return held;
    }

    /** When it starts itself if it is paused now; null for never. */
    @Nullable
    Instant nextStart(Instant now) {
        return campaign.hours().nextStart(now, zone).orElse(null);
    }

    /** When it closes or quiet hours begin, or while closed when it may open; {@link Instant#MAX} if that never comes. */
    Instant hoursChangeAt(Instant now) {
        isOpen(now);
        return hoursKnownUntil;
    }
}
