/** The project's papers, held against the project. */
@NullMarked
package io.tandem.tests.papers;

import org.jspecify.annotations.NullMarked;
