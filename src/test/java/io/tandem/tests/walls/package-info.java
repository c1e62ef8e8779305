/** One tenant's credentials against all that another one has. */
@NullMarked
package io.tandem.tests.walls;

import org.jspecify.annotations.NullMarked;
