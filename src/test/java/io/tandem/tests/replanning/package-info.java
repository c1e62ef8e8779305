/** Plan edits and what they do to targets that were called before, through both dialects. */
@NullMarked
package io.tandem.tests.replanning;

import org.jspecify.annotations.NullMarked;
