package io.tandem.campaigns.simulation;

import io.tandem.campaigns.model.Pacing.ChannelMode;
import io.tandem.campaigns.model.Target;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** Simulated networks and the channels into them; knows nothing of the prefixes that the scheduler goes by. */
final class Networks {

    private static final String MOBI = "+8490";
    private static final Map<String, String> BY_PREFIX = new LinkedHashMap<>();

    static {
        BY_PREFIX.put(MOBI, "mobi");
        BY_PREFIX.put("+8496", "viettel");
        BY_PREFIX.put("+8491", "vina");
    }

    private Networks() {}

    /** The network that a number belongs to; empty for what is no number. */
    static String of(String number) {
        return BY_PREFIX.entrySet().stream()
                .filter(network -> number.startsWith(network.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    /** The network of one of a target's destinations: of the first one the target says it itself. */
    static String of(Target target, int index) {
        var to = target.destinations().get(index);
        return index == 0
                ? target.network()
                : to == null ? "" : of(to.destination().text());
    }

    /** Half of the numbers are in one network, so that few enough numbers are left for the same one to be in two lists. */
    static String prefix(SplittableRandom chance) {
        return switch (chance.nextInt(4)) {
            case 0 -> "+8496";
            case 1 -> "+8491";
            default -> MOBI;
        };
    }

    /** Ported numbers are in another network than their prefix says. */
    static String networkOf(String first, SplittableRandom chance) {
        return !of(first).isEmpty() && chance.nextInt(12) == 0 ? of(prefix(chance)) : of(first);
    }

    static Map<String, Integer> channels(SplittableRandom chance) {
        Map<String, Integer> channels = new LinkedHashMap<>();
        BY_PREFIX
                .values()
                .forEach(network ->
                        channels.put(network, chance.nextInt(3) == 0 ? chance.nextInt(5) : 1 + chance.nextInt(2)));
        return channels;
    }

    /** One that a tenant's campaigns have in common, most often. */
    static ChannelMode mode(SplittableRandom chance) {
        return switch (chance.nextInt(5)) {
            case 0 -> ChannelMode.PARALLEL;
            case 1 -> ChannelMode.SERIAL;
            default -> ChannelMode.DIRECT;
        };
    }
}
