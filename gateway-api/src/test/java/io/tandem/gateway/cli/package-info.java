@NullMarked
package io.tandem.gateway.cli;

import org.jspecify.annotations.NullMarked;
