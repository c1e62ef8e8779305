/** The hub at work in this process: services, the scheduler and its thread, the simulated carrier, imports. */
@NullMarked
package io.tandem.gateway.engine;

import org.jspecify.annotations.NullMarked;
