/** The OpenAPI documents of the three surfaces, and the page to read and try them on; nothing of it needs a network. */
@NullMarked
package io.tandem.gateway.openapi;

import org.jspecify.annotations.NullMarked;
