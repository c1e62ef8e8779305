package io.tandem.campaigns.scheduler;

import io.tandem.campaigns.model.Tenant;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether targets may be postponed that the tenant's policy, as it is now, would not postpone: they are to be judged
 * again, so that a loosened limit holds for today. Looked for once after a takeover and once after each edit of what
 * decides it; never for a tenant that has no limit and was not edited since it may have had one.
 */
final class Recall {

    /** Nobody is postponed for longer than to the next day, however long that is. */
    private static final Duration LONGEST = Duration.ofDays(3);

    private @Nullable String doneFor;
    private String rule = "";
    private boolean open;

    /** Others may have postponed targets. */
    void begin() {
        doneFor = null;
    }

    void refreshed(View view, Instant now) {
        rule = view.numberCap.rule();
        if (rule.equals(doneFor)) {
            return;
        }
        open = view.numberCap.isSet() || (view.settings != null && wasEdited(view.settings, now));
        doneFor = rule;
    }

    private static boolean wasEdited(Tenant tenant, Instant now) {
        Instant updated = tenant.updated();
        return updated != null && updated.isAfter(now.minus(LONGEST));
    }

    boolean isOpen() {
        return open;
    }

    /** The rule that holds: all others' postponements are void. */
    String rule() {
        return rule;
    }

    void done() {
        open = false;
    }
}
