@NullMarked
package io.tandem.gateway.voipbin;

import org.jspecify.annotations.NullMarked;
