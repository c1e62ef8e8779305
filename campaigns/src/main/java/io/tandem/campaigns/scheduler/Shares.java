package io.tandem.campaigns.scheduler;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Who is the next to be served, by weight: each service moves the served on by the inverse of its weight, and the one who
 * is least far goes next (stride scheduling). Who rested does not save up: it joins where the others are.
 */
final class Shares {

    private final Map<UUID, Double> passes = new HashMap<>();
    private double reached;

    double passOf(UUID id) {
        return passes.getOrDefault(id, reached);
    }

    void joins(UUID id) {
        passes.merge(id, reached, Math::max);
    }

    void served(UUID id, int weight) {
        double pass = passOf(id);
        reached = pass;
        passes.put(id, pass + 1.0 / Math.max(1, weight));
    }

    /** Forgets campaigns that are not at work. */
    void keep(View view) {
        passes.keySet().removeIf(id -> view.line(id) == null);
    }
}
