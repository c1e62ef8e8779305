/** The table of network prefixes, as an operator changes it. */
@NullMarked
package io.tandem.tests.networks;

import org.jspecify.annotations.NullMarked;
