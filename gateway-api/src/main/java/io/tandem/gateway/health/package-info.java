/** What an orchestrator asks. */
@NullMarked
package io.tandem.gateway.health;

import org.jspecify.annotations.NullMarked;
