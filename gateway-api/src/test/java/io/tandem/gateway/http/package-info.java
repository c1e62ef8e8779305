@NullMarked
package io.tandem.gateway.http;

import org.jspecify.annotations.NullMarked;
