/** The launcher and the gateway as processes. */
@NullMarked
package io.tandem.process;

import org.jspecify.annotations.NullMarked;
