package io.tandem.gateway.time;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.tandem.campaigns.ports.SettingStore;
import io.tandem.gateway.BadSetting;
import io.tandem.gateway.Settings;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Campaign time: {@link SteadyTime} plus one offset that is kept with the database and shared by all replicas. Hours, due
 * times and records go by it. (design section 5, two clocks)
 *
 * <p>{@code TANDEM_CLOCK} sets the offset: on a fresh database to any instant; later only forward. The instant that set
 * it may stay in the environment over restarts and on every replica; it sets the clock once.
 */
@Context
@Bean(typed = CampaignClock.class)
public final class CampaignClock implements InstantSource {

    private static final String SETTING = "clock";

    private final SettingStore settings;
    private final InstantSource system;
    private volatile Duration offset;

    @Inject
    CampaignClock(Settings settings, SettingStore stored, SteadyTime system) {
        this(stored, system, settings.clock());
    }

    /**
     * @param wanted what {@code TANDEM_CLOCK} says, null for nothing
     * @throws BadSetting if it would move campaign time backwards
     */
    CampaignClock(SettingStore settings, InstantSource system, @Nullable Instant wanted) {
        this.settings = settings;
        this.system = system;
        Instant now = system.instant();
        Reading fresh =
                wanted == null ? new Reading(null, Duration.ZERO) : new Reading(wanted, Duration.between(now, wanted));
        String stored = settings.putIfAbsent(SETTING, fresh.text());
        while (wanted != null && !wanted.equals(Reading.of(stored).setTo())) {
            Instant reached = now.plus(Reading.of(stored).offset());
            if (wanted.isBefore(reached)) {
                throw new BadSetting("TANDEM_CLOCK is " + wanted + ", but this database's campaign time has reached "
                        + reached + "; campaign time never goes back: set a later instant, or none.");
            }
            // Of replicas that start with the same instant at once, one makes the offset for all. Of those that start
            // with different ones, who comes second looks again: the first may have moved the clock past it.
            String moved = settings.putIfAbsent(SETTING + ":" + wanted, fresh.text());
            stored = settings.replace(SETTING, stored, moved) ? moved : settings.putIfAbsent(SETTING, moved);
        }
        this.offset = Reading.of(stored).offset();
    }

    @Override
    public Instant instant() {
        return system.instant().plus(offset);
    }

    /** Takes over the offset that another replica has set meanwhile. */
    public void follow() {
        settings.get(SETTING).map(Reading::of).ifPresent(reading -> offset = reading.offset());
    }

    /** What is kept: the offset, and the instant that it was made from, if any. */
    private record Reading(@Nullable Instant setTo, Duration offset) {

        static Reading of(String text) {
            String[] parts = text.split(" ", -1);
            return new Reading(parts[1].isEmpty() ? null : Instant.parse(parts[1]), Duration.parse(parts[0]));
        }

        String text() {
            return offset + " " + (setTo == null ? "" : setTo);
        }
    }
}
