/** A tenant's policy, over both dialects. */
@NullMarked
package io.tandem.tests.policy;

import org.jspecify.annotations.NullMarked;
