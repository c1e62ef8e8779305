/** Gateways as processes of their own, killed, stopped and started again. */
@NullMarked
package io.tandem.tests.restart;

import org.jspecify.annotations.NullMarked;
