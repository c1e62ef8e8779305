/** {@code tandem demo}: a tenant as the documents print it, and two campaigns that run before one's eyes. (design section 7) */
@NullMarked
package io.tandem.gateway.demo;

import org.jspecify.annotations.NullMarked;
