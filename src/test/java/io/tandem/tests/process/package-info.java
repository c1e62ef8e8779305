/** The launcher and the gateway as processes. */
@NullMarked
package io.tandem.tests.process;

import org.jspecify.annotations.NullMarked;
