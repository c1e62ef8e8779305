@NullMarked
package io.tandem.gateway.autocall;

import org.jspecify.annotations.NullMarked;
