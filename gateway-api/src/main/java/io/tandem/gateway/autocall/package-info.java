/** The v3 front-end's own part: tokens, error shapes. */
@NullMarked
package io.tandem.gateway.autocall;

import org.jspecify.annotations.NullMarked;
