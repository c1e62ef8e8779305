package io.tandem.campaigns.simulation;

/** The lives that {@link Simulation} draws. */
public final class RandomLives implements Lives {

    @Override
    public Life of(long seed) {
        return new Simulation(seed).run();
    }
}
