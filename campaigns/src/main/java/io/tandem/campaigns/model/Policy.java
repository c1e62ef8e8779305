package io.tandem.campaigns.model;

import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rules over all campaigns of a tenant, for what the law asks beyond a campaign's own hours. (autocall-v3.md, D35)
 *
 * @param quietHours when no call may start, every day in the tenant's wall-clock time; their union counts
 * @param attemptsPerNumberAndDay most attempts on one number on one calendar day of the tenant's zone, over all
 *     campaigns and lists; null for no limit
 */
public record Policy(List<QuietHours> quietHours, @Nullable Integer attemptsPerNumberAndDay) {

    /** Forbids nothing: the default. */
    public static final Policy NONE = new Policy(List.of(), null);

    public Policy {
        quietHours = List.copyOf(quietHours);
        if (attemptsPerNumberAndDay != null && attemptsPerNumberAndDay < 1) {
            throw new IllegalArgumentException("attemptsPerNumberAndDay < 1");
        }
    }

    /**
     * A part of the day, half-open: no call starts at {@code from}, one may at {@code to}. One that ends before it
     * starts runs past midnight.
     */
    public record QuietHours(LocalTime from, LocalTime to) {

        public QuietHours {
            if (from.equals(to)) {
                throw new IllegalArgumentException("quiet hours that end where they begin");
            }
        }

        public boolean contains(LocalTime time) {
            boolean afterStart = !time.isBefore(from);
            boolean beforeEnd = time.isBefore(to);
            return from.isBefore(to) ? afterStart && beforeEnd : afterStart || beforeEnd;
        }
    }
}
