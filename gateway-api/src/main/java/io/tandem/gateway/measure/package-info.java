/** {@code tandem measure}: how fast this machine and database dial. */
@NullMarked
package io.tandem.gateway.measure;

import org.jspecify.annotations.NullMarked;
