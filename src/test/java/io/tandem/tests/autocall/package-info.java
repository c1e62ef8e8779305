/**
 * The contract of the v3 front-end, spoken over HTTP, on both databases. A method's {@code _caseN} is the case of
 * autocall-v3.md, section 4, that it is made for.
 */
@NullMarked
package io.tandem.tests.autocall;

import org.jspecify.annotations.NullMarked;
