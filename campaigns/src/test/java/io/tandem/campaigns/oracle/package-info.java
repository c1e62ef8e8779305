/**
 * What a campaign must do, told once more from the contracts' words alone. Nothing here imports anything of Tandem's:
 * what agrees with the scheduler agrees because both are right. (design section 9)
 */
@NullMarked
package io.tandem.campaigns.oracle;

import org.jspecify.annotations.NullMarked;
