/**
 * What the objects of v1.0 look like, for the OpenAPI document alone: one class per resource, with the bodies that it takes
 * and the answers that it gives. The translators write them; tests hold every answer against these. (voipbin-v1.md, 1)
 */
@NullMarked
package io.tandem.gateway.voipbin.shape;

import org.jspecify.annotations.NullMarked;
