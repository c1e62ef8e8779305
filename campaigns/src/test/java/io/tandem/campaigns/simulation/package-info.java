/**
 * The scheduler under a virtual clock: the real decision code, a store and a carrier in memory, faults, and checkers that
 * share no code with the scheduler. (design section 9)
 */
package io.tandem.campaigns.simulation;
