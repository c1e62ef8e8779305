package io.tandem.campaigns.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Calls per second, of a tenant and of each of its carriers, whoever starts them (promise 13): also over an instant at
 * which the tenant changes hands. Exact only where no time passes between a decision and the start.
 */
final class RateChecker {

    /** What a slow turn may make up for, and the journal's microseconds. */
    private static final Duration CATCH_UP = Duration.ofMillis(20).plusNanos(2_000);

    private final Laws laws;
    private final Verdict verdict;
    private final Map<Object, Deque<Instant>> starts = new HashMap<>();

    RateChecker(Laws laws, Verdict verdict) {
        this.laws = laws;
        this.verdict = verdict;
    }

    void check(SeenCall call) {
        Law law = laws.last(call.tenant);
        rate("tenant", call.tenant, law.tenant().caps().cps(), call.placed);
        if (call.carrier != null) {
            rate("carrier", call.carrier, law.carrier(call.carrier).callsPerSecond(), call.placed);
        }
    }

    private void rate(String what, Object whose, Integer perSecond, Instant placed) {
        if (perSecond == null) {
            return;
        }
        Deque<Instant> last = starts.computeIfAbsent(whose, first -> new ArrayDeque<>());
        last.addLast(placed);
        if (last.size() > perSecond) {
            Duration within = Duration.between(last.removeFirst(), placed);
            if (within.compareTo(Duration.ofSeconds(1).minus(CATCH_UP)) < 0) {
                verdict.broken(
                        13,
                        (perSecond + 1) + " calls of a " + what + " in " + within + " at " + perSecond + " a second");
            }
        }
    }
}
