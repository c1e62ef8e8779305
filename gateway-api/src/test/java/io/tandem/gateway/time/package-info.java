@NullMarked
package io.tandem.gateway.time;

import org.jspecify.annotations.NullMarked;
