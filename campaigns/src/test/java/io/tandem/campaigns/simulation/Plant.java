package io.tandem.campaigns.simulation;

import java.util.List;

/**
 * A bug to be planted.
 *
 * @param name says it in words
 * @param promise that it breaks, by its number in design section 5
 * @param changes that make it, more than one where a second guard would hide the first
 * @param seed the life in which it was found last, looked at first; 0 for none
 */
record Plant(String name, int promise, List<Change> changes, long seed) {

    static Plant plant(int promise, String name, Change... changes) {
        return new Plant(name, promise, List.of(changes), 0);
    }

    /** It takes many lives to find it; it was found in this one. */
    Plant foundIn(long life) {
        return new Plant(name, promise, changes, life);
    }
}
