/** Bodies, paths and queries that no well-meaning client sends. */
@NullMarked
package io.tandem.tests.hostile;

import org.jspecify.annotations.NullMarked;
