/** Tests that need the whole gateway and speak to it as its clients do. */
@NullMarked
package io.tandem.tests;

import org.jspecify.annotations.NullMarked;
