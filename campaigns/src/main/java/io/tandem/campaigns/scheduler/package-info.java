/** The loop that dials: turns events and due targets into claims and outcomes. */
@NullMarked
package io.tandem.campaigns.scheduler;

import org.jspecify.annotations.NullMarked;
