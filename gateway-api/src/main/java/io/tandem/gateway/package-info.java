/** The server: settings, start and stop, command line. */
@NullMarked
package io.tandem.gateway;

import org.jspecify.annotations.NullMarked;
