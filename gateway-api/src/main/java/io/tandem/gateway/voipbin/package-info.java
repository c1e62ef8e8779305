/** The v1.0 front-end's own part: log-in, access keys, error envelope. */
@NullMarked
package io.tandem.gateway.voipbin;

import org.jspecify.annotations.NullMarked;
