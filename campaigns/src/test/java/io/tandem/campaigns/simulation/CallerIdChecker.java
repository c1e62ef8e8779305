package io.tandem.campaigns.simulation;

import io.tandem.campaigns.model.Carrier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Which number of its carrier a call shows (promise 16): the first, or where the carrier draws, each as often as the
 * others but for chance. Six standard deviations are no chance: one in a billion.
 */
final class CallerIdChecker {

    private static final double TOO_FAR = 6;

    private record Pool(UUID carrier, List<String> numbers) {}

    private final Laws laws;
    private final Verdict verdict;
    private final Map<Pool, Map<String, Integer>> shown = new HashMap<>();

    CallerIdChecker(Laws laws, Verdict verdict) {
        this.laws = laws;
        this.verdict = verdict;
    }

    void check(SeenCall call) {
        if (call.carrier == null) {
            return;
        }
        Carrier carrier = laws.last(call.tenant).carrier(call.carrier);
        List<String> allowed = carrier.drawsCallerId()
                ? carrier.callerIds()
                : carrier.callerIds().subList(0, 1);
        if (!allowed.contains(call.from)) {
            verdict.broken(16, "call " + call.id + " shows " + call.from + ", not one of " + allowed);
        }
        shown.computeIfAbsent(new Pool(carrier.id(), allowed), pool -> new HashMap<>())
                .merge(call.from, 1, Integer::sum);
    }

    void atEnd() {
        shown.forEach((pool, counts) -> {
            int calls = counts.values().stream().mapToInt(Integer::intValue).sum();
            double share = 1.0 / pool.numbers.size();
            double deviation = Math.sqrt(calls * share * (1 - share));
            for (String number : pool.numbers) {
                int count = counts.getOrDefault(number, 0);
                if (Math.abs(count - calls * share) > TOO_FAR * deviation) {
                    verdict.broken(
                            16,
                            "of " + calls + " calls of a carrier that draws from " + pool.numbers + " " + count
                                    + " show " + number);
                }
            }
        });
    }
}
