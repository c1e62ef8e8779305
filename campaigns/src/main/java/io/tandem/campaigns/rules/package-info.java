/** Decisions as pure functions of values and an instant. */
@NullMarked
package io.tandem.campaigns.rules;

import org.jspecify.annotations.NullMarked;
