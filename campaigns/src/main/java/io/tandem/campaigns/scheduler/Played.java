package io.tandem.campaigns.scheduler;

import io.tandem.campaigns.model.Script;
import io.tandem.campaigns.model.Template;
import org.jspecify.annotations.Nullable;

/**
 * What one call is to play.
 *
 * @param template the script's with the target's values in it, null if it names none
 * @param broken nothing can be played: the template is gone, or the target has no value for a placeholder of it
 */
record Played(Script script, @Nullable Template template, boolean broken) {

    static final Played NOTHING = new Played(Script.EMPTY, null, false);
}
