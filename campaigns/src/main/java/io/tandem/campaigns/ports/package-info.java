/** What the hub needs from the outside: stores, dialer, ids. */
@NullMarked
package io.tandem.campaigns.ports;

import org.jspecify.annotations.NullMarked;
