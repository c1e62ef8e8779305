package io.tandem.campaigns.simulation;

import java.util.ArrayList;
import java.util.List;

/** The lives that {@link Simulation} draws. */
public final class RandomLives implements Lives {

    @Override
    public Life of(long seed) {
        return new Simulation(seed).run();
    }

    static List<String> hashes(long first, int count) {
        List<String> hashes = new ArrayList<>();
        for (long seed = first; seed < first + count; seed++) {
            hashes.add(seed + " " + new RandomLives().of(seed).hash());
        }
        return hashes;
    }

    /** Prints the hashes of as many lives as the second argument says, from the seed that the first one says. */
    public static void main(String[] arguments) {
        SchedulerLog.silence();
        hashes(Long.parseLong(arguments[0]), Integer.parseInt(arguments[1])).forEach(System.out::println);
    }
}
