@NullMarked
package io.tandem.gateway.engine;

import org.jspecify.annotations.NullMarked;
