package io.tandem.campaigns.simulation;

import java.util.List;

/**
 * A bug to be planted.
 *
 * @param name says it in words
 * @param promise that it breaks, by its number in design section 5
 * @param changes that make it, more than one where a second guard would hide the first
 */
record Plant(String name, int promise, List<Change> changes) {

    static Plant plant(int promise, String name, Change... changes) {
        return new Plant(name, promise, List.of(changes));
    }
}
