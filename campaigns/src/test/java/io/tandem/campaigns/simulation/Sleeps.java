package io.tandem.campaigns.simulation;

import io.tandem.campaigns.model.Script;
import io.tandem.campaigns.model.Script.Action;
import io.tandem.campaigns.simulated.Playback;
import io.tandem.campaigns.simulated.Playback.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Scripts: they sleep, each time for so many milliseconds, and do what takes no time; before a queue more than that. */
final class Sleeps {

    /** Longer together than the longest talk, now and then. */
    private static final int LONGEST_MILLIS = 20_000;

    static final Playback PLAYBACK = new Playback(action -> switch (action.type()) {
        case "queue_join" -> Step.JOIN;
        case "hangup" -> Step.END;
        case "block" -> Step.HOLD;
        default -> Step.lasting(of(action));
    });

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

    /** What is heard before a queue: most go on to it, some are sent there, hang up or never end. */
    static Script beforeQueue(SplittableRandom chance) {
        List<Action> actions = new ArrayList<>();
        for (int i = chance.nextInt(3); i > 0; i--) {
            actions.add(sleep(chance.nextInt(8) == 0 ? 2 * LONGEST_MILLIS : LONGEST_MILLIS / 10, chance));
        }
        if (!actions.isEmpty() && chance.nextInt(2) == 0) {
            String last = List.of("queue_join", "hangup", "block").get(chance.nextInt(3));
            actions.add(new Action(null, null, last, null));
            actions.add(sleep(LONGEST_MILLIS, chance));
        }
        return new Script(Script.Content.UNDECLARED, null, actions);
    }

    private static Action sleep(int most, SplittableRandom chance) {
        return new Action(null, null, "sleep", "{\"duration\":" + chance.nextInt(most) + "}");
    }

    /** How long after its answer a call comes to its queue; empty if the script does not let it. */
    static Optional<Duration> joinsAfter(Script script) {
        Duration played = Duration.ZERO;
        for (Action action : script.actions()) {
            if (action.type().equals("queue_join")) {
                break;
            }
            if (action.type().equals("hangup") || action.type().equals("block")) {
                return Optional.empty();
            }
            played = played.plus(of(action));
        }
        return Optional.of(played);
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
