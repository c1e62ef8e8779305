/** What spans both dialects: the document of their mapping. */
@NullMarked
package io.tandem.translators;

import org.jspecify.annotations.NullMarked;
