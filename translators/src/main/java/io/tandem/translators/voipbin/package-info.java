/** The spoke of VoIPbin v1.0: its wire documents to the hub and back, as pure functions (contracts/voipbin-v1.md). */
@NullMarked
package io.tandem.translators.voipbin;

import org.jspecify.annotations.NullMarked;
