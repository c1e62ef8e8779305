package io.tandem.campaigns.simulated;

import io.tandem.campaigns.model.Script;
import io.tandem.campaigns.model.Script.Action;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How long a script of actions lasts when it is played. What a type of action means is the dialect's to say.
 *
 * @param steps what becomes of each action
 */
public record Playback(Function<Action, Step> steps) {

    /** Actions that take no time. */
    public static final Playback INSTANT = new Playback(action -> Step.lasting(Duration.ZERO));

    /** A script that goes round in circles is cut off here. */
    private static final int MOST_STEPS = 1_000;

    private static final Duration LONGEST = Duration.ofDays(1);

    /** What comes after a step. */
    public enum Then {
        /** The next action. */
        GO_ON,
        /** Nothing: the script holds the call until somebody hangs up. */
        HOLD,
        /** The script hangs up. */
        END,
        /** The action that the step names, so many times; then the next one. */
        JUMP
    }

    /**
     * One action as it is played.
     *
     * @param lasts how long it takes
     * @param target where a JUMP goes
     * @param times how often a JUMP is taken
     */
    public record Step(Duration lasts, Then then, @Nullable UUID target, int times) {

        public static Step lasting(Duration lasts) {
            return new Step(lasts, Then.GO_ON, null, 0);
        }

        public static final Step HOLD = new Step(Duration.ZERO, Then.HOLD, null, 0);
        public static final Step END = new Step(Duration.ZERO, Then.END, null, 0);
    }

    /** How long the script's actions take; empty if they never end by themselves. */
    public Optional<Duration> length(Script script) {
        List<Action> actions = script.actions();
        int[] jumps = new int[actions.size()];
        Duration length = Duration.ZERO;
        int at = 0;
        for (int played = 0; at < actions.size() && played < MOST_STEPS; played++) {
            Step step = steps.apply(actions.get(at));
            length = length.plus(step.lasts);
            if (length.compareTo(LONGEST) > 0 || step.then == Then.HOLD) {
                return Optional.empty();
            }
            if (step.then == Then.END) {
                break;
            }
            UUID target = step.target;
            if (step.then == Then.JUMP && target != null && jumps[at] < step.times) {
                jumps[at]++;
                at = indexOf(actions, target, at + 1);
            } else {
                UUID next = actions.get(at).next();
                at = next == null ? at + 1 : indexOf(actions, next, at + 1);
            }
        }
        return Optional.of(length);
    }

    private static int indexOf(List<Action> actions, UUID id, int otherwise) {
        for (int i = 0; i < actions.size(); i++) {
            if (id.equals(actions.get(i).id())) {
                return i;
            }
        }
        return otherwise;
    }
}
