/** One campaign seen and changed through both dialects. (mapping.md) */
@NullMarked
package io.tandem.tests.crossing;

import org.jspecify.annotations.NullMarked;
