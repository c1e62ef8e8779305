/** The v1.0 contract over HTTP, by the numbers of its section 6. (voipbin-v1.md) */
@NullMarked
package io.tandem.tests.voipbin;

import org.jspecify.annotations.NullMarked;
