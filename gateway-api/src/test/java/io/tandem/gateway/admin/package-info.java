@NullMarked
package io.tandem.gateway.admin;

import org.jspecify.annotations.NullMarked;
