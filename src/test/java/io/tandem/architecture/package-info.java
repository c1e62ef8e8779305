/** Which module may know what. */
@NullMarked
package io.tandem.architecture;

import org.jspecify.annotations.NullMarked;
