/** Who calls, and what they may do. */
@NullMarked
package io.tandem.gateway.security;

import org.jspecify.annotations.NullMarked;
