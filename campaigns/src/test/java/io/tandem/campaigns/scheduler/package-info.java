/** Parts of the scheduler by themselves. */
@NullMarked
package io.tandem.campaigns.scheduler;

import org.jspecify.annotations.NullMarked;
