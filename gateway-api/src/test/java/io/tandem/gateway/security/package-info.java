@NullMarked
package io.tandem.gateway.security;

import org.jspecify.annotations.NullMarked;
