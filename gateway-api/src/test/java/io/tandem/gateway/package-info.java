/** The shell over HTTP, on a database in memory. */
@NullMarked
package io.tandem.gateway;

import org.jspecify.annotations.NullMarked;
