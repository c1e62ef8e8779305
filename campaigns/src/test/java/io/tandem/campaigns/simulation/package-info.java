/**
 * The scheduler under a virtual clock: the real decision code, a store and a carrier in memory, faults, and checkers that
 * share no code with the scheduler. {@code PlantedBugsTest} proves that the checkers can fail. (design section 9)
 */
package io.tandem.campaigns.simulation;
