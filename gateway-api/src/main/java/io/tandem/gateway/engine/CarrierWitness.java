package io.tandem.gateway.engine;

/**
 * Sees each line of the simulated carrier's journal before the carrier lets its event be seen. Called from several
 * threads; returns at once.
 */
@FunctionalInterface
public interface CarrierWitness {

    void accept(String line);
}
