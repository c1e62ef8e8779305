/** The simulated carrier, its test numbers and its journal (design section 7). */
@NullMarked
package io.tandem.campaigns.simulated;

import org.jspecify.annotations.NullMarked;
