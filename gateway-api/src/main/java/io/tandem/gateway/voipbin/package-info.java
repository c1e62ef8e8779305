/**
 * The v1.0 front-end. The code of a route is in the controller named after the first word of its path behind
 * {@code /v1.0}: {@code /v1.0/outplans/{id}/dial_info} in {@code OutplansController}. Beside them stand log-in, access keys
 * and the error envelope; how the objects look is {@code io.tandem.translators.voipbin}'s to say.
 */
@NullMarked
package io.tandem.gateway.voipbin;

import org.jspecify.annotations.NullMarked;
