package io.tandem.campaigns.simulation;

import io.tandem.campaigns.model.Script;
import io.tandem.campaigns.model.Script.Action;
import io.tandem.campaigns.simulated.Playback;
import io.tandem.campaigns.simulated.Playback.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Scripts of flow campaigns: they sleep, each time for so many milliseconds, and do what takes no time. */
final class Sleeps {

    /** Longer together than the longest talk, now and then. */
    private static final int LONGEST_MILLIS = 20_000;

    static final Playback PLAYBACK = new Playback(action -> Step.lasting(of(action)));

    private Sleeps() {}

    static Script draw(SplittableRandom chance) {
        List<Action> actions = new ArrayList<>();
        for (int i = chance.nextInt(4); i > 0; i--) {
            boolean sleeps = chance.nextInt(3) > 0;
            String option = sleeps ? "{\"duration\":" + chance.nextInt(LONGEST_MILLIS) + "}" : null;
            actions.add(new Action(null, null, sleeps ? "sleep" : "variable_set", option));
        }
        return new Script(Script.Content.UNDECLARED, null, actions);
    }

    private static Duration of(Action action) {
        return action.option() == null
                ? Duration.ZERO
                : Duration.ofMillis(Long.parseLong(action.option().replaceAll("\\D", "")));
    }

    static Duration of(Script script) {
        return script.actions().stream().map(Sleeps::of).reduce(Duration.ZERO, Duration::plus);
    }
}
