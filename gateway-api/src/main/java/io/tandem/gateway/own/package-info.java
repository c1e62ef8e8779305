/** The gateway's own API, under {@code /gateway}: neither dialect, any credential of either. (design section 7) */
@NullMarked
package io.tandem.gateway.own;

import org.jspecify.annotations.NullMarked;
