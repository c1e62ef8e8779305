/** The OpenAPI documents that the gateway serves of itself. */
@NullMarked
package io.tandem.tests.openapi;

import org.jspecify.annotations.NullMarked;
