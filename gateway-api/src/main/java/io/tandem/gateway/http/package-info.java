/** The life of a request before and after its controller: ids, bodies, errors. */
@NullMarked
package io.tandem.gateway.http;

import org.jspecify.annotations.NullMarked;
