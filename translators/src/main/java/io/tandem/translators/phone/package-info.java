/** Telephone numbers as people write them; shared by both dialects. */
@NullMarked
package io.tandem.translators.phone;

import org.jspecify.annotations.NullMarked;
