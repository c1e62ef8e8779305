/** The two clocks of design section 5. */
@NullMarked
package io.tandem.gateway.time;

import org.jspecify.annotations.NullMarked;
