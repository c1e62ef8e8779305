package io.tandem.campaigns.simulation;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lives of a gateway by their seeds. The one type that a test shares with a simulation whose classes were loaded anew.
 */
public interface Lives {

    Life of(long seed);

    /**
     * How one life went.
     *
     * @param hash of all its events in order
     * @param placed calls the carrier was given
     * @param happened how often each {@code Happening} was hit, by name
     * @param broken promises, each beginning with its number in design section 5 and a colon
     */
    record Life(long seed, String hash, int placed, Map<String, Integer> happened, List<String> broken) {

        /** How it broke a promise, if it did. */
        public Optional<String> breach(int promise) {
            return broken.stream()
                    .filter(each -> each.startsWith(promise + ":"))
                    .findFirst();
        }

        public String replay() {
            return "seed " + seed + ", hash " + hash
                    + "; replay with mvn -pl campaigns test '-Dtest=SimulationTest#keeps*'" + " -Dsimulation.seed="
                    + seed + " -Dsimulation.seeds=1";
        }
    }
}
