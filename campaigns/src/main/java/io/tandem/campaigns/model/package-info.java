/** The canonical model: one immutable record per idea, the same for both dialects (design section 2). */
@NullMarked
package io.tandem.campaigns.model;

import org.jspecify.annotations.NullMarked;
