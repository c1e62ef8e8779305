package io.tandem.campaigns.scheduler;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Which campaigns are known to stand still for quiet hours, so that each standstill is counted once. */
final class QuietTimes {

    private final Map<UUID, Instant> known = new HashMap<>();

    /** Whether only quiet hours keep the campaign from calling, and that is new. */
    boolean begin(Line line, Instant now) {
        if (!line.isQuiet(now)) {
            return false;
        }
        Instant before = known.put(line.id(), line.hoursChangeAt(now));
        return before == null || !now.isBefore(before);
    }

    /** What {@link #begin} said could not be written. */
    void forget(UUID campaign) {
        known.remove(campaign);
    }

    /** Forgets campaigns that are not at work. */
    void keep(View view) {
        known.keySet().removeIf(id -> view.line(id) == null);
    }
}
