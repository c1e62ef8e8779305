package io.tandem.campaigns.simulated;

import java.time.Duration;

/** Runs things later: a thread's timer in the gateway, the virtual clock's queue in a simulation. */
@FunctionalInterface
public interface Timer {

    void after(Duration delay, Runnable task);
}
